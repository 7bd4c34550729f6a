from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from training.nli.average import averaged
from training.retriever import train as recipe
from training.retriever.assemble import write
from training.retriever.batches import Composer, Step, ordered
from training.retriever.model import load
from training.retriever.pairs import Example
from training.retriever.train import Run, loss_of, save_result, train

PLACES = ("river", "lake", "town", "village", "harbour", "school", "museum", "bridge")
EXAMPLES = [
    Example(f"the {place} was sold in 2003", f"people sold the old {place} in 2003", place, "s", (f"a new {place}",))
    for place in PLACES
]
STEPS = 12


def composed(start: Path) -> tuple[Composer, list[list[int]]]:
    order = ordered([example.group for example in EXAMPLES], 4 * STEPS, 4, 0)
    return Composer(EXAMPLES, start, 1, 32), order


def test_the_loss_is_of_the_evidence_among_what_is_allowed() -> None:
    vectors = torch.eye(3)
    everything, none = torch.ones(2, 3, dtype=torch.bool), torch.zeros(2, 3)

    def loss(wanted: list[int], allowed: torch.Tensor, lexical: torch.Tensor = none) -> float:
        return loss_of(vectors[:2], vectors, Step([], [], torch.tensor(wanted), allowed, lexical)).item()

    assert loss([0, 1], everything) == pytest.approx(torch.log(1 + 2 * torch.exp(torch.tensor(-20.0))).item(), abs=1e-6)
    alone = torch.tensor([[False, True, False], [True, False, False]])
    assert loss([1, 0], everything) > 10
    assert loss([1, 0], alone) == 0
    # BM25 may find what the embedder does not.
    assert loss([1, 0], everything, torch.tensor([[0.0, 2.0, 0.0], [2.0, 0.0, 0.0]])) < 1e-6


def test_training_brings_claims_nearer_to_their_evidence(start: Path, tmp_path: Path) -> None:
    composer, order = composed(start)
    run = Run(load(start), STEPS, 5e-3)
    step = composer.step(order[0])

    def loss() -> float:
        with torch.no_grad():
            vectors = run.model([*step.claims, *step.passages])
        return loss_of(vectors[:4], vectors[4:], step).item()

    before = loss()
    train(run, composer, order, tmp_path / "checkpoint.safetensors", 10)
    assert run.step == STEPS
    assert loss() < before


def test_a_run_that_was_stopped_ends_like_one_that_was_not(start: Path, tmp_path: Path) -> None:
    composer, order = composed(start)
    whole, half, resumed = (Run(load(start), STEPS, 1e-3) for _ in range(3))
    path = tmp_path / "checkpoint.safetensors"
    train(whole, composer, order, tmp_path / "whole.safetensors", 10)
    train(half, composer, order[: STEPS // 2], path, 10)
    resumed.restore(path)
    assert resumed.step == STEPS // 2
    train(resumed, composer, order, path, 10)
    for name, value in whole.model.state_dict().items():
        assert (value == resumed.model.state_dict()[name]).all(), name


def test_the_result_is_a_folder_like_the_start(start: Path, tmp_path: Path) -> None:
    composer, order = composed(start)
    run = Run(load(start), STEPS, 1e-3)
    train(run, composer, order, tmp_path / "checkpoint.safetensors", 10)
    save_result(run.model, start, tmp_path)
    before, after = (load_file(folder / "model.safetensors") for folder in (start, tmp_path))
    assert before.keys() == after.keys()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert changed
    assert all(name.startswith("encoder.layer.") for name in changed)
    assert (tmp_path / "tokenizer.json").read_bytes() == (start / "tokenizer.json").read_bytes()
    halfway = averaged([(start, 0.5), (tmp_path, 0.5)])
    name = min(changed)
    torch.testing.assert_close(halfway[name], (before[name] + after[name]) / 2)


def test_the_command_leaves_out_sources_and_goes_on(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.jsonl.gz"
    write(file, [*EXAMPLES, Example("a claim", "a passage", "g", "other")])
    words = ["train", start, file, tmp_path / "out", "--pairs", 80, "--batch", 4, "--without", "other"]
    monkeypatch.setattr("sys.argv", [str(word) for word in words])
    monkeypatch.setattr(torch, "use_deterministic_algorithms", lambda _: None)
    recipe.main()
    assert "step 20/20" in capsys.readouterr().out
    first = (tmp_path / "out" / "model.safetensors").read_bytes()
    recipe.main()
    assert (tmp_path / "out" / "model.safetensors").read_bytes() == first
