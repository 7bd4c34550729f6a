from __future__ import annotations

from pathlib import Path

from training.retriever.assemble import read_examples, write
from training.retriever.pairs import Example

EXAMPLES = [
    Example("The ferry is red.", "A red ferry, “Älva”, sails.", "g1", "newsroom", ("A blue one.", "None.")),
    Example("The pier is shut.", "The pier is closed.", "g2", "q2_wow"),
]


def test_examples_come_back_as_they_were_and_bytes_are_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl.gz", tmp_path / "second.jsonl.gz"
    write(first, EXAMPLES)
    write(second, EXAMPLES)
    assert read_examples(first) == EXAMPLES
    assert first.read_bytes() == second.read_bytes()
