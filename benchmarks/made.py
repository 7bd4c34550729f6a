"""Articles and references made from the project's own templates: as many as wanted, no two alike.

They are for measuring time and memory, not for judging accuracy: numbers, names and dates vary, most of what an article
says stands in its references in other words, and here and there a number differs.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

_STARTS = ("Al", "Bra", "Cor", "Dun", "El", "Fal", "Gor", "Har", "Ing", "Kel", "Lor", "Mar", "Nor", "Ost", "Pel", "Ros")
_ENDS = ("bury", "dale", "field", "gard", "haven", "holm", "mouth", "ness", "stad", "ton", "vik", "worth")
_FIRST = ("Ada", "Bruno", "Clara", "Daniel", "Edith", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Leon")
_LAST = ("Adler", "Brandt", "Cole", "Dahl", "Ekman", "Falk", "Grieg", "Holm", "Iversen", "Jansen", "Krog", "Lund")
_MONTHS = ("January", "February", "March", "April", "June", "July", "September", "October", "November", "December")
_SORTS = ("ferry line", "harbour", "tram company", "water board", "museum", "market hall", "hospital", "library")
_PAIRS = tuple(
    tuple(pair.strip().splitlines())
    for pair in """
The {sort} of {town} carried out {n:,} repairs in {year}.
{n:,} repairs were done by the {sort} of {town} in {year}.

{name}, who has led the {sort} of {town} since {year}, said that it employs {m} people.
The {sort} of {town} has a staff of {m}, and its head since {year} is {name}.

The budget of the {sort} rose {p} percent to {k}.{d} million euros.
In {town} the {sort} has a budget of {k}.{d} million euros, {p} percent more than the year before.

It was opened on {day} {month} {year}, and {m} guests came.
On {day} {month} {year} the {sort} of {town} opened before {m} guests.

About {p} percent of the visitors come from {other}, {name} said.
{name} told the council of {town} that {p} percent of the visitors live in {other}.

The council of {town} voted {v} to {w} for a new building, which will cost {k}.{d} million euros.
By {v} votes to {w} the council of {town} approved the building at a cost of {k}.{d} million euros.

The roof, {m} metres long, was damaged in a storm in {month} {year}.
A storm in {month} {year} damaged the {m}-metre roof of the {sort} in {town}.

Between {year} and {later}, the number of members grew from {m} to {n:,}.
Membership of the {sort} in {town} was {m} in {year} and {n:,} in {later}.

{name} called the plan a mistake and asked for {v} more weeks.
In {town} {v} more weeks are needed, according to {name}, who opposes the plan.

Work is to begin in {month} and to last {v} months.
The work in {town} begins in {month} and takes {v} months.

Neighbours had complained of noise {w} times, the {sort} said in a statement.
The {sort} of {town} counted {w} complaints about noise.

A child of {w} from {other} won the first prize of {m} euros.
The first prize of the {sort} in {town}, {m} euros, went to a {w}-year-old from {other}.
""".strip().split("\n\n")
)
"""A sentence of an article, and the same in other words as a reference has it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder with articles and what is known of their subjects.

    Attributes:
        articles: The articles' files.
        references: The folder of the references.
    """

    articles: tuple[Path, ...]
    references: Path


def tree(folder: Path, *, articles: int, words: int, references: int, snippets: int, seed: int = 0) -> Tree:
    """Write articles and references.

    Args:
        folder: Where to; it must exist.
        articles: How many articles.
        words: How many words each has, or a few more.
        references: How many references.
        snippets: How many sentences they have together, or a few more.
        seed: The same gives the same files.
    """
    draw = random.Random(seed)
    (folder / "articles").mkdir()
    (folder / "references").mkdir()
    names: list[Path] = []
    facts: list[str] = []
    for number in range(articles):
        title, said, known = _article(draw, words)
        path = folder / "articles" / f"a{number:04}.md"
        path.write_text(f"# {title}\n\n{said}", encoding="utf-8")
        names.append(path)
        facts += known
    draw.shuffle(facts)
    while len(facts) < snippets:
        facts += _article(draw, words)[2]
    for number in range(references):
        said = " ".join(facts[number : max(snippets, references) : references])
        month = draw.randint(1, 12)
        head = f"---\ntitle: Report {number}\nsource: Office {number % 17}\ndate: 2026-{month:02}-11\n---\n\n"
        (folder / "references" / f"r{number:04}.md").write_text(f"{head}{said}\n", encoding="utf-8")
    return Tree(tuple(names), folder / "references")


def _article(draw: random.Random, words: int) -> tuple[str, str, list[str]]:
    """Title, text and the facts behind it in other words, some with another number."""
    town, sort = _town(draw), draw.choice(_SORTS)
    sentences: list[str] = []
    facts: list[str] = []
    while sum(len(sentence.split()) for sentence in sentences) < words:
        said, known = draw.choice(_PAIRS)
        values = _values(draw) | {"town": town, "sort": sort}
        sentences.append(said.format(**values))
        facts.append(known.format(**(values if draw.random() < 0.8 else values | _values(draw))))
    paragraphs = [" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]
    return f"News of the {sort} of {town}", "\n\n".join(paragraphs) + "\n", facts


def _values(draw: random.Random) -> dict[str, str | int]:
    year = draw.randint(1990, 2024)
    return {
        "other": _town(draw), "name": f"{draw.choice(_FIRST)} {draw.choice(_LAST)}", "month": draw.choice(_MONTHS),
        "day": draw.randint(1, 28), "year": year, "later": year + draw.randint(1, 9), "n": draw.randint(1000, 90_000),
        "m": draw.randint(101, 999), "k": draw.randint(2, 60), "d": draw.randint(1, 9), "p": draw.randint(2, 60),
        "v": draw.randint(10, 30), "w": draw.randint(3, 9),
    }  # fmt: skip


def _town(draw: random.Random) -> str:
    return draw.choice(_STARTS) + draw.choice(_ENDS)
