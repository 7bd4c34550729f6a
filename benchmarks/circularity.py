"""How often the circularity guard is wrong: copies that it takes for sources, and sources that it sets aside.

    python -m benchmarks.circularity CASES [CASES…]

CASES hold annotated articles with their references (`benchmarks.cases`): each of these is a true source. Copies are
made of each article: whole, with words and figures changed, with paragraphs shuffled, cut short, grown, and all of it.
Beside the true sources as they are stand hard ones: all references quoted or pasted at length into the article.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.cases import find, opened, references_of
from factcheck.api import read_text
from factcheck.circularity import circular
from factcheck.document import Document, Reference
from factcheck.readers import read_document

_NUMBER = re.compile(r"\d+")
_Make = Callable[[list[str], random.Random], list[str]]


def _edited(every: int) -> _Make:
    def make(paragraphs: list[str], chance: random.Random) -> list[str]:
        words = [re.findall(r"\S+", paragraph) for paragraph in paragraphs]
        pool = sorted({word for part in words for word in part})
        return [" ".join(chance.choice(pool) if chance.random() < 1 / every else w for w in part) for part in words]

    return make


def _shuffled(paragraphs: list[str], chance: random.Random) -> list[str]:
    return chance.sample(paragraphs, len(paragraphs))


def _first(share: float) -> _Make:
    return lambda paragraphs, _: paragraphs[: max(1, round(share * len(paragraphs)))]


def _last(share: float) -> _Make:
    return lambda paragraphs, _: paragraphs[-max(1, round(share * len(paragraphs))) :]


def _other_figures(paragraphs: list[str], chance: random.Random) -> list[str]:
    return [_NUMBER.sub(lambda _: str(chance.randint(2, 3000)), paragraph) for paragraph in paragraphs]


def _without_every_third(paragraphs: list[str], _: random.Random) -> list[str]:
    sentences = [re.split(r"(?<=[.!?])\s+", paragraph) for paragraph in paragraphs]
    return [" ".join(s for i, s in enumerate(part) if i % 3 != 2) for part in sentences]


def _mixed(paragraphs: list[str], chance: random.Random) -> list[str]:
    return _shuffled(_edited(12)(_other_figures(_without_every_third(paragraphs, chance), chance), chance), chance)


def _other(paragraph: str) -> str:
    """A paragraph of the same length that shares no word with it."""
    return " ".join(word[::-1] + "q" for word in paragraph.split())


COPIES: dict[str, _Make] = {
    "the same text": lambda paragraphs, _: paragraphs,
    "paragraphs shuffled": _shuffled,
    "all figures changed": _other_figures,
    "every 20th word changed": _edited(20),
    "every 10th word changed": _edited(10),
    "every 6th word changed": _edited(6),
    "first three quarters": _first(0.75),
    "first half": _first(0.5),
    "first third": _first(0.34),
    "second half": _last(0.5),
    "every third sentence gone": _without_every_third,
    "sentences gone, figures and words changed, shuffled": _mixed,
    "grown by half": lambda paragraphs, _: [*paragraphs, *(_other(p) for p in paragraphs[: len(paragraphs) // 2])],
}


def main(folders: Sequence[str]) -> None:
    """Print how many copies were missed, and how many sources were set aside."""
    made: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for path in (path for folder in folders for path in find(Path(folder))):
        with opened(path) as case:
            article, references = read_document(str(case.article)), references_of(case)
        chance = random.Random(case.id)
        paragraphs = [part for part in re.split(r"\n\s*\n", article.text) if part.strip()]
        for name, make in COPIES.items():
            made[name] += 1
            missed[name] += not _is_set_aside(article, _document(make(paragraphs, chance)))
        for name, quoting, source in _true_sources(article, references):
            sources[name] += 1
            alarms[name] += _is_set_aside(quoting, source)
    _print("copies missed", missed, made)
    _print("sources set aside by mistake", alarms, sources)


def _true_sources(article: Document, references: Sequence[Reference]) -> Iterator[tuple[str, Document, Document]]:
    """Pairs of an article and a reference that is a source of it."""
    body = re.sub(r"\A---\n.*?\n---\n", "", article.text, flags=re.DOTALL)
    head, rest = ([part] for part in body.strip().split("\n\n", 1))
    for reference in references:
        source = reference.document
        yield "references as they are", article, source
        said = [part for part in re.split(r"\n\s*\n", source.text) if part.strip() and not part.startswith("---")]
        for name, form in (("quoted as a block", "> {}"), ("quoted in quotation marks", "“{}”"), ("pasted", "{}")):
            taken = [form.format(" ".join(part.split())) for part in said]
            yield f"references {name} at the end of the article", _document([article.text, *taken]), source
            yield f"references {name} below its headline", _document([*head, *taken, *rest]), source


def _document(paragraphs: Sequence[str]) -> Document:
    return read_text("\n\n".join(paragraphs) + "\n", name="article.md")


def _is_set_aside(article: Document, source: Document) -> bool:
    return bool(circular([article], [Reference("r", source)], [[0]]))


def _print(title: str, wrong: Counter[str], of: Counter[str]) -> None:
    print(f"{title}: {wrong.total()} of {of.total()}")
    for name, count in of.items():
        print(f"  {name:<65} {wrong[name]:>4} of {count}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit("name the folders of the cases")
    main(sys.argv[1:])
