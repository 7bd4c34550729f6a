"""A model's folder: its manifest `model.json`, and the check that its files are the ones listed there."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from factcheck.errors import ModelError

REMEDY = "reinstall factcheck or restore the file"
_PACKAGE = Path(__file__).parent.parent


def locate(name: str) -> Path:
    """Find the folder of the bundled model `name`: inside the installed package, else in the checkout.

    Raises:
        ModelError: There is no such folder in either place.
    """
    for folder in (_PACKAGE / "_weights" / name, _PACKAGE.parent / "models" / name):
        if folder.is_dir():
            return folder
    raise ModelError(f"models/{name}: the weights are missing; {REMEDY}")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model as the manifest lists it."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """What `model.json` says about a model, and where it lies.

    Attributes:
        path: The folder.
        name: The model's name, as reports show it.
        task: What it does, in words.
        licences: SPDX identifiers of the licences that bear on the weights.
        max_tokens: The most word pieces it reads at once.
        labels: The names of its output columns; empty where they have none.
        tags: A second set of names: the parser's parts of speech.
        files: Every file it needs beside the manifest.
    """

    path: Path
    name: str
    task: str
    licences: tuple[str, ...]
    max_tokens: int
    labels: tuple[str, ...]
    tags: tuple[str, ...]
    files: tuple[ModelFile, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the manifest of the folder `path`; the files themselves are not looked at.

        Raises:
            ModelError: The manifest is missing or not what it should be.
        """
        shown = f"{path.parent.name}/{path.name}/model.json"
        try:
            facts: dict[str, Any] = json.loads((path / "model.json").read_text(encoding="utf-8"))
            files = tuple(ModelFile(k, int(v["size"]), str(v["sha256"])) for k, v in facts["files"].items())
            folder = cls(
                path=path,
                name=str(facts["name"]),
                task=str(facts["task"]),
                licences=tuple(facts["licences"]),
                max_tokens=int(facts["max_tokens"]),
                labels=tuple(facts["labels"]),
                tags=tuple(facts.get("tags", ())),
                files=files,
            )
        except OSError as error:
            raise ModelError(f"{shown}: {error.strerror}; {REMEDY}") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"{shown}: not a model manifest; {REMEDY}") from error
        if any(Path(file.name).name != file.name for file in files):
            raise ModelError(f"{shown}: lists a file outside its folder; {REMEDY}")
        return folder

    @classmethod
    def verified(cls, path: Path) -> Self:
        """Read the manifest of the folder `path` and compare every file with it.

        Raises:
            ModelError: The manifest or a file is missing, unreadable or changed.
        """
        folder = cls.read(path)
        for file in folder.files:
            folder._verify(file)
        return folder

    @property
    def sha256(self) -> str:
        """One digest for the whole model: of the names and digests of its files, in the order of their names."""
        lines = (f"{file.sha256}  {file.name}\n" for file in sorted(self.files, key=lambda f: f.name))
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def file(self, name: str) -> Path:
        """The path of one of the model's files.

        Raises:
            ModelError: The manifest does not list it, so that it was never verified.
        """
        if all(file.name != name for file in self.files):
            raise ModelError(f"{self._shown(name)}: not listed in model.json; {REMEDY}")
        return self.path / name

    def _shown(self, name: str) -> str:
        return f"{self.path.parent.name}/{self.path.name}/{name}"

    def _verify(self, file: ModelFile) -> None:
        try:
            with (self.path / file.name).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"{self._shown(file.name)}: {error.strerror}; {REMEDY}") from error
        if digest != file.sha256:
            raise ModelError(f"{self._shown(file.name)}: SHA-256 does not match model.json; {REMEDY}")
