from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from factcheck.errors import ModelError
from factcheck.models import ModelFolder, locate
from factcheck.models.session import Session


def written(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    listed = {}
    for name, data in files.items():
        (folder / name).write_bytes(data)
        listed[name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    facts = {"name": "toy", "task": "none", "licences": ["MIT"], "max_tokens": 8, "labels": [], "files": listed}
    (folder / "model.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return written(tmp_path / "models" / "toy", {"model.onnx": b"graph", "tokenizer.json": b"{}"})


def test_untouched_files_verify(toy: Path) -> None:
    folder = ModelFolder.verified(toy)
    assert folder.name == "toy"
    assert folder.file("model.onnx") == toy / "model.onnx"


def test_changed_file_is_named_with_what_to_do(toy: Path) -> None:
    (toy / "model.onnx").write_bytes(b"grapH")
    with pytest.raises(ModelError) as caught:
        ModelFolder.verified(toy)
    assert str(caught.value) == (
        "models/toy/model.onnx: SHA-256 does not match model.json; reinstall factcheck or restore the file"
    )


def test_missing_file_is_named(toy: Path) -> None:
    (toy / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"^models/toy/tokenizer\.json: No such file"):
        ModelFolder.verified(toy)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": 1, "files": []}', "\x00"])
def test_broken_manifest(toy: Path, text: str) -> None:
    (toy / "model.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=r"^models/toy/model\.json: not a model manifest"):
        ModelFolder.verified(toy)


def test_manifest_may_not_reach_outside_its_folder(toy: Path) -> None:
    facts = json.loads((toy / "model.json").read_text(encoding="utf-8"))
    facts["files"]["../secret"] = facts["files"]["model.onnx"]
    (toy / "model.json").write_text(json.dumps(facts), encoding="utf-8")
    with pytest.raises(ModelError, match="outside its folder"):
        ModelFolder.read(toy)


def test_file_not_listed_is_never_handed_out(toy: Path) -> None:
    (toy / "extra.bin").write_bytes(b"")
    with pytest.raises(ModelError, match="not listed"):
        ModelFolder.verified(toy).file("extra.bin")


def test_digest_depends_on_the_files_alone(toy: Path, tmp_path: Path) -> None:
    reordered = written(tmp_path / "other", {"tokenizer.json": b"{}", "model.onnx": b"graph"})
    changed = written(tmp_path / "changed", {"tokenizer.json": b"{}", "model.onnx": b"grapH"})
    assert ModelFolder.read(toy).sha256 == ModelFolder.read(reordered).sha256
    assert ModelFolder.read(toy).sha256 != ModelFolder.read(changed).sha256


def test_runtime_failure_becomes_one_line(toy: Path) -> None:
    with pytest.raises(ModelError, match=r"^models/toy: cannot be loaded: ") as caught:
        Session(ModelFolder.verified(toy))
    assert "\n" not in str(caught.value)


def test_unknown_model() -> None:
    with pytest.raises(ModelError, match="weights are missing"):
        locate("no-such-model")


@pytest.mark.parametrize("name", ["nli", "embedder", "parser"])
def test_bundled_models_state_licences_and_fit_a_git_host(name: str) -> None:
    folder = ModelFolder.verified(locate(name))
    assert folder.licences
    assert all(file.size < 95 * 2**20 for file in folder.files)
    assert {file.name for file in folder.files} | {"model.json", "README.md"} == {p.name for p in folder.path.iterdir()}
