"""How well a run agrees with careful editors, end to end.

    python -m benchmarks.quality [--cases DIR] [--nli bundled|none|NAME_OR_PATH] [--details] [--json FILE]

One Checker serves all cases. How expected and reported claims are paired stands in `matching.py`. Claims that are not
checkworthy are left aside. A number owes a flag when its expected verdict is not "supported"; it gets one when a
reported quantity at its place is not "supported".
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases import Case, ExpectedClaim, find, opened
from benchmarks.matching import matched
from factcheck import Checker, Report
from factcheck.document import Span
from factcheck.evidence import VerdictLabel
from factcheck.report import CheckedClaim

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True, slots=True)
class Pair:
    """An expected claim and the reported one that says the same, if any."""

    expected: ExpectedClaim
    reported: CheckedClaim | None

    @property
    def right(self) -> bool:
        """Whether the claim was found and given the expected verdict."""
        return self.reported is not None and self.reported.verdict.label.value == self.expected.verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one case or of several together."""

    expected: int = 0
    reported: int = 0
    found: int = 0
    right: int = 0
    cited: int = 0
    cited_right: int = 0
    flags_right: int = 0
    flags_wrong: int = 0
    flags_missing: int = 0
    numbers: int = 0
    numbers_unread: int = 0

    def __add__(self, other: Figures) -> Figures:
        names = self.__dataclass_fields__
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def shares(self) -> dict[str, float]:
        """The figures that people compare, each from 0 to 1."""
        flags = self.flags_right + (self.flags_wrong + self.flags_missing) / 2
        return {
            "split recall": _share(self.found, self.expected),
            "split precision": _share(self.found, self.reported),
            "verdict accuracy, all claims": _share(self.right, self.expected),
            "verdict accuracy, found claims": _share(self.right, self.found),
            "first evidence right": _share(self.cited_right, self.cited),
            "numbers F1": _share(self.flags_right, flags),
            "numbers not read": _share(self.numbers_unread, self.numbers),
        }


def pairs(case: Case, report: Report) -> list[Pair]:
    """Each expected claim with the reported claim that says the same, the most alike first come."""
    reported = [claim for claim in report.claims if claim.claim.checkworthy]
    partner = matched(
        [(claim.place, claim.text) for claim in case.claims], [(c.claim.spans, c.claim.text) for c in reported]
    )
    return [Pair(claim, reported[partner[i]] if i in partner else None) for i, claim in enumerate(case.claims)]


def figures(case: Case, report: Report) -> Figures:
    """What a report of a case's article is worth."""
    together = pairs(case, report)
    decided = [pair for pair in together if pair.right and pair.expected.evidence]
    names = [reference.id for reference in report.references]
    flags = _flags(case, report)
    owed = [number for number in case.numbers if not number.identifier]
    return Figures(
        expected=len(case.claims),
        reported=sum(claim.claim.checkworthy for claim in report.claims),
        found=sum(pair.reported is not None for pair in together),
        right=sum(pair.right for pair in together),
        cited=len(decided),
        cited_right=sum(_first_evidence(pair, names) in pair.expected.evidence for pair in decided),
        flags_right=flags["right"],
        flags_wrong=flags["wrong"],
        flags_missing=flags["missing"],
        numbers=len(owed),
        numbers_unread=sum(not _quantities_at(report, number.place) for number in owed),
    )


def _flags(case: Case, report: Report) -> Counter[str]:
    count: Counter[str] = Counter()
    for number in case.numbers:
        labels = _quantities_at(report, number.place)
        flagged = any(label is not VerdictLabel.SUPPORTED for label in labels)
        if number.verdict == "supported":
            count["wrong"] += flagged
        elif not number.identifier:
            count["right" if flagged else "missing"] += 1
    known = [number.place for number in case.numbers]
    strays = {
        item.quantity.span
        for claim in report.claims
        for item in claim.verdict.quantities
        if item.label is not VerdictLabel.SUPPORTED and not any(item.quantity.span.overlaps(p) for p in known)
    }
    count["wrong"] += len(strays)
    return count


def _quantities_at(report: Report, place: Span) -> list[VerdictLabel]:
    everything = (item for claim in report.claims for item in claim.verdict.quantities)
    return [item.label for item in everything if item.quantity.span.overlaps(place)]


def _first_evidence(pair: Pair, names: list[str]) -> str | None:
    evidence = pair.reported.verdict.evidence if pair.reported else ()
    return names[evidence[0].reference] if evidence else None


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _tell_details(case: Case, report: Report) -> None:
    for pair in pairs(case, report):
        if not pair.right:
            got = pair.reported.verdict.label.value if pair.reported else "not found"
            print(f"{case.id}: {pair.expected.verdict}, got {got}: {pair.expected.text} ({pair.expected.note})")


def main() -> None:
    """Judge every case and print the figures of all together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=SEEDS, help="folder of annotated cases (default: seeds/)")
    parser.add_argument("--nli", default="bundled")
    parser.add_argument("--details", action="store_true", help="print each claim that was judged otherwise")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    arguments = parser.parse_args()
    paths = find(arguments.cases)
    if not paths:
        parser.error(f"{arguments.cases}: no annotated case")
    checker = Checker(nli=arguments.nli)
    total = Figures()
    for path in paths:
        with opened(path) as case:
            report = checker.check(case.article, case.references)
            total += figures(case, report)
            if arguments.details:
                _tell_details(case, report)
    shares = total.shares()
    print(f"{len(paths)} cases, {total.expected} claims, {total.numbers} numbers")
    for name, value in shares.items():
        print(f"{name:32}{value:.3f}")
    if arguments.json:
        facts = {"cases": len(paths), "claims": total.expected, "numbers": total.numbers, **shares}
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
