from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from factcheck.api import Checker, read_text
from factcheck.claim import Claim
from factcheck.document import Reference
from factcheck.evidence import Verdict

SENTENCES = [f"The mill number {n} has {n + 2} wheels and {2 * n} doors." for n in range(1, 30)]
ARTICLE = " ".join(SENTENCES)
SOURCE = "\n\n".join(
    f"At mill {n} stand {n + 2} wheels; doors, as counted in spring: {2 * n}." for n in range(20, 0, -1)
)


class Heard:
    def __init__(self, first: Collection[str]) -> None:
        self.first = first
        self.claims: list[str] = []
        self.parts: list[list[str]] = []
        self.verdicts: dict[str, Verdict] = {}

    def split(self, claims: Sequence[tuple[int, Claim]]) -> Collection[str]:
        assert not self.parts
        self.claims = [claim.id for _, claim in claims]
        return self.first

    def judged(self, verdicts: Mapping[str, Verdict]) -> None:
        self.parts.append(list(verdicts))
        self.verdicts.update(verdicts)


def test_a_stream_hears_claims_then_verdicts_part_by_part_and_changes_nothing() -> None:
    article = read_text(ARTICLE, name="mills.md")
    source = Reference("r1", read_text(SOURCE, name="source.md"))
    plain = Checker(nli="none", splitter="sentence").run([article], [source])
    heard = Heard({"c29", "c3"})
    # Another checker: what one has judged before it recalls at once, with nothing to tell on the way.
    assert Checker(nli="none", splitter="sentence").run([article], [source], stream=heard) == plain
    assert heard.claims == [checked.claim.id for checked in plain.claims]
    assert sorted(heard.verdicts) == sorted(heard.claims)
    assert len(heard.parts) > 1
    assert heard.parts[0][:2] == ["c3", "c29"]
    told = [heard.verdicts[checked.claim.id].label for checked in plain.claims]
    assert told == [checked.verdict.label for checked in plain.claims]


def test_without_references_a_stream_still_hears_the_claims() -> None:
    heard = Heard(())
    report = Checker(nli="none", splitter="sentence").run([read_text(ARTICLE, name="mills.md")], [], stream=heard)
    assert heard.claims == [checked.claim.id for checked in report.claims]
    assert heard.parts == []
