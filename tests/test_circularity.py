"""What is no source for an article, and what is one although it says the same."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.api import read_text
from factcheck.circularity import COPY, EARLIER, ITSELF, circular
from factcheck.document import Document, Reference
from factcheck.readers import read_document, read_references
from factcheck.settings import NO_NLI, SENTENCE
from tests.repository import git, repository

PARAGRAPHS = [
    "The harbour of Lugo will get a second quay, the council decided on Thursday after a debate of five hours.",
    "It is to be 240 metres long and to cost 31 million euros, of which the region pays nine million.",
    "Work begins in March. Until then the fishing boats will move to the old basin behind the salt works.",
    "Mira Toll, who speaks for the fishermen, called the plan late but right. Her father had asked for it in 1987.",
    "The last ship that was too long for the port, a Danish grain carrier, had to turn away in November.",
]
WIRE = [
    "The council of Lugo voted 14 to 9 for the quay, and the mayor signed the contract in the evening of the same day.",
    "The builder, Ferrol Marine, must finish within two years or pay 8,000 euros for each day that it is late.",
    "Greens and farmers voted against it because of the eelgrass, on which mullet and seahorses depend in the bay.",
]


def document(*paragraphs: str, name: str = "a.md") -> Document:
    return read_text("# Lugo builds\n\n" + "\n\n".join(paragraphs) + "\n", name=name)


ARTICLE = document(*PARAGRAPHS)


def reasons(article: Document, *sources: Document) -> list[str]:
    references = [Reference(f"r{i}", source) for i, source in enumerate(sources)]
    return [one.reason for one in circular([article], references, [range(len(references))])]


def edited(text: str, every: int) -> str:
    return " ".join("then" if i % every == every - 1 else word for i, word in enumerate(text.split()))


@pytest.mark.parametrize(
    "copy",
    [
        PARAGRAPHS,
        PARAGRAPHS[::-1],
        random.Random(3).sample(PARAGRAPHS, 5),
        PARAGRAPHS[:3],
        PARAGRAPHS[2:],
        [*PARAGRAPHS, *WIRE],
        [edited(paragraph, 8) for paragraph in PARAGRAPHS],
        [paragraph.upper() for paragraph in PARAGRAPHS],
    ],
)
def test_a_copy_is_no_source(copy: list[str]) -> None:
    assert reasons(ARTICLE, document(*copy, name="b.md")) == [COPY]


@pytest.mark.parametrize(
    "article",
    [
        [*PARAGRAPHS, *WIRE],
        [*PARAGRAPHS, *(f"> {paragraph}" for paragraph in WIRE)],
        [PARAGRAPHS[0], PARAGRAPHS[1], *(f"“{paragraph}”" for paragraph in WIRE)],
        [PARAGRAPHS[0], PARAGRAPHS[1], *(f'"{paragraph}"' for paragraph in WIRE)],
    ],
)
def test_a_story_quoted_at_length_is_a_source(article: list[str]) -> None:
    assert reasons(document(*article), document(*WIRE, name="wire.md")) == []


def test_a_short_source_in_the_same_words_is_a_source() -> None:
    sentence = "The quay of Lugo is to be 240 metres long."
    assert reasons(read_text(sentence, name="a.md"), read_text(sentence, name="b.md")) == []


def test_the_same_text_of_an_earlier_day_is_an_earlier_version() -> None:
    now, then = (replace(ARTICLE, meta=replace(ARTICLE.meta, date=date(2026, 5, day))) for day in (21, 20))
    assert reasons(now, replace(then, path="b.md")) == [EARLIER]


def test_a_file_is_no_source_for_itself_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Short.\n", encoding="utf-8")
    (tmp_path / "b.md").symlink_to("a.md")
    assert reasons(*(read_document(str(tmp_path / name)) for name in ("a.md", "b.md"))) == [ITSELF]


def test_a_state_of_the_article_that_git_knows_is_an_earlier_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path / "news")
    monkeypatch.chdir(folder)
    old = document(*PARAGRAPHS[3:], *WIRE).text
    (folder / "article.md").write_text(old, encoding="utf-8", newline="")
    git(folder, "commit", "-qam", "draft")
    (folder / "article.md").write_text(ARTICLE.text, encoding="utf-8", newline="")
    (folder / "old.md").write_text(old, encoding="utf-8", newline="")
    article, references = read_document("article.md"), read_references(["old.md", "refs"])[0]
    assert [(one.reference, one.reason) for one in circular([article], references, [range(3)])] == [(0, EARLIER)]
    (folder / "old.md").write_text(old + "\nMore.\n", encoding="utf-8", newline="")
    assert circular([article], read_references(["old.md"])[0], [[0]]) == ()


def test_one_article_may_be_anothers_source() -> None:
    other = document(*WIRE, name="b.md")
    references = [Reference("a", replace(ARTICLE, path="copy.md")), Reference("b", replace(other, path="copy2.md"))]
    found = circular([ARTICLE, other], references, [[0, 1], [0, 1]])
    assert [(one.document, one.reference) for one in found] == [(0, 0), (1, 1)]


def test_an_article_left_without_sources_is_a_finding_that_says_why() -> None:
    checker = Checker(nli=NO_NLI, splitter=SENTENCE)
    report = checker.run([ARTICLE], [Reference("old", document(*PARAGRAPHS, name="b.md"))])
    (finding,) = (one for one in report.findings if one.rule[0] in "NR")
    assert finding.rule == "R601"
    assert finding.message.endswith("to be checked against: old is a near-copy of the article")
    assert report.checked_against == ((),)
