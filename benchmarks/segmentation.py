"""How well sentence boundaries agree with those of annotators, for the product and for libraries beside it.

    python -m benchmarks.segmentation [FILE.conllu[.gz] | FILE.jsonl …] [--by NAME …] [--sealed] [--details]
    python -m benchmarks.segmentation --pace

Of a CoNLL-U file each paragraph (`# newpar`, `# newdoc`) is one text, its sentences (`# text`) joined by a space. A
row of a JSONL file has `text`, read as Markdown, its `sentences`, and a `kind` that groups the figures. Without FILE
it is the project's own set, its open half; `--sealed` takes the other half, for a last look before a release. The end
of a text is no boundary to be found and is not counted. `--by` names who cuts: `factcheck` (the product, the default),
`never-abbreviated` (every stop before a blank ends a sentence) or a library, which has to be installed.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import io
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from factcheck.document import Block, BlockKind, Document, Metadata, Span
from factcheck.readers import read_document
from factcheck.readers.identifiers import bare_urls
from factcheck.segmentation import segments
from factcheck.sentences import Segmenter, sentences

DATA = Path(__file__).parent / "data"
OWN = DATA / "segmentation.jsonl"
SEALED = DATA / "segmentation_sealed.jsonl"
_NEW_TEXT = re.compile(r"# new(?:doc|par)\b")
_MARKUP = frozenset("|*`")  # a reader may leave it outside a sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the sentences that annotators see in it, in order."""

    kind: str
    document: Document
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class Counts:
    """Boundaries of one passage or of several together, and the sentences between them."""

    expected: int = 0
    reported: int = 0
    right: int = 0
    sentences: int = 0
    whole: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.expected + other.expected,
            self.reported + other.reported,
            self.right + other.right,
            self.sentences + other.sentences,
            self.whole + other.whole,
        )

    def line(self) -> str:
        """Precision, recall, F1, and the share of sentences with both ends right."""
        precision = self.right / self.reported if self.reported else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return (
            f"{self.expected:6} expected{self.reported:6} reported  precision {precision:.3f}  recall {recall:.3f}"
            f"  F1 {f1:.3f}  whole {self.whole / max(self.sentences, 1):.3f}"
        )


def paragraph(text: str) -> Document:
    """A document of one paragraph of plain text."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), identifiers=tuple(bare_urls(text)))
    return Document("-", text, (block,), Metadata(), "")


def from_conllu(path: Path) -> Iterator[Passage]:
    """The paragraphs of a treebank."""
    name = path.name.removesuffix(".gz").removesuffix(".conllu")
    kind = name if path.parent.name != "gum" else f"gum {name}"
    pending: list[str] = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                pending.append(" ".join(line[len("# text = ") :].split()))
            elif line[:1].isdigit() or not pending:
                continue
            elif _NEW_TEXT.match(line):
                yield Passage(kind, paragraph(" ".join(pending)), pending)
                pending = []
    if pending:
        yield Passage(kind, paragraph(" ".join(pending)), pending)


def from_rows(path: Path) -> Iterator[Passage]:
    """The passages of a file of rows."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document = read_document("-", stdin=io.BytesIO(row["text"].encode("utf-8")))
            yield Passage(row.get("kind", path.stem), document, row["sentences"])


def judge(cut: Segmenter, passage: Passage, *, details: bool) -> Counts:
    """Compare the places where sentences end."""
    text = passage.document.text
    shown = [0, *accumulate(not (char.isspace() or char in _MARKUP) for char in text)]
    expected: list[int] = []
    at = 0
    for sentence in passage.sentences:
        at = text.index(sentence, at) + len(sentence)
        expected.append(shown[at])
    reported = sorted({shown[sentence.span.end] for sentence in sentences(passage.document, cut)} | {shown[-1]})
    if details and expected != reported:
        places = {count: at for at, count in reversed(list(enumerate(shown)))}
        for count in sorted(set(expected) ^ set(reported)):
            around = text[max(0, places[count] - 40) : places[count]] + "⏐" + text[places[count] :][:40]
            print(f"{'missed' if count in expected else 'extra ':8}[{passage.kind}] {around!r}")
    both = set(zip([0, *expected], expected, strict=False)) & set(zip([0, *reported], reported, strict=False))
    right = len(set(expected[:-1]) & set(reported[:-1]))
    return Counts(len(expected) - 1, len(reported) - 1, right, len(expected), len(both))


def _located(pieces: Callable[[str], Iterable[str]]) -> Segmenter:
    """A segmenter of a function that gives the sentences' texts."""

    def cut(text: str) -> list[Span]:
        places = []
        at = 0
        for piece in map(str.strip, pieces(text)):
            start = text.find(piece, at)
            if piece and start >= 0:
                at = start + len(piece)
                places.append(Span(start, at))
        return places

    return cut


def _syntok(text: str) -> Iterator[str]:
    segmenter: Any = importlib.import_module("syntok.segmenter")
    for part in segmenter.process(text):
        for tokens in part:
            yield text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)]


def _spacy() -> Segmenter:
    language: Any = importlib.import_module("spacy").blank("en")
    language.add_pipe("sentencizer")
    return _located(lambda text: [sentence.text for sentence in language(text).sents])


def segmenter_of(name: str) -> Segmenter:
    """Who cuts, by name."""
    module: Any
    match name:
        case "factcheck":
            return segments
        case "never-abbreviated":
            return _located(lambda text: re.split(r"(?<=[.!?…])\s+", text))
        case "sentencex":
            module = importlib.import_module("sentencex")
            return _located(lambda text: module.segment("en", text))
        case "pysbd":
            return _located(importlib.import_module("pysbd").Segmenter(language="en", clean=False).segment)
        case "blingfire":
            module = importlib.import_module("blingfire")
            return _located(lambda text: module.text_to_sentences(text).split("\n"))
        case "syntok":
            return _located(_syntok)
        case "spacy":
            return _spacy()
        case "sentence-splitter":
            return _located(importlib.import_module("sentence_splitter").SentenceSplitter(language="en").split)
        case _:
            raise SystemExit(f"no segmenter {name!r}")


def report(name: str, cut: Segmenter, passages: Iterable[Passage], *, details: bool) -> None:
    """Print a line for each kind of passage and one for all."""
    found: dict[str, Counts] = {}
    began = time.perf_counter()
    for passage in passages:
        found[passage.kind] = found.get(passage.kind, Counts()) + judge(cut, passage, details=details)
    taken = time.perf_counter() - began
    total = sum(found.values(), Counts())
    if len(found) > 1:
        found["all"] = total
    for kind, counts in found.items():
        print(f"{name:18}{kind:16}{counts.line()}")
    print(f"{name:18}{total.sentences / taken:,.0f} sentences/s")


def pace(cut: Segmenter) -> None:
    """Print the time for paragraphs of three sizes; it should grow as they do."""
    rows = " ".join(passage.document.text.replace("\n", " ") for passage in from_rows(OWN))
    for size in (10_000, 100_000, 1_000_000):
        text = (rows * (size // len(rows) + 1))[:size]
        began = time.perf_counter()
        count = len(cut(text))
        taken = time.perf_counter() - began
        print(f"{size:9,} characters{count:8,} sentences{taken:8.3f} s{count / taken:10,.0f} sentences/s")


def main() -> None:
    """Judge the passages and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", help="treebanks, or rows with `text` and `sentences`")
    parser.add_argument("--by", nargs="+", default=["factcheck"], help="who cuts")
    parser.add_argument("--sealed", action="store_true", help="the sealed half of the project's own set")
    parser.add_argument("--details", action="store_true", help="print each boundary missed or made too many")
    parser.add_argument("--pace", action="store_true", help="measure speed on long paragraphs instead")
    arguments = parser.parse_args()
    files = arguments.files or [SEALED if arguments.sealed else OWN]
    passages = [
        passage for path in files for passage in (from_conllu(path) if ".conllu" in path.suffixes else from_rows(path))
    ]
    for name in arguments.by:
        cut = segmenter_of(name)
        if arguments.pace:
            pace(cut)
        else:
            report(name, cut, passages, details=arguments.details)


if __name__ == "__main__":
    main()
