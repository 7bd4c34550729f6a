"""What somebody tries first: a sentence against a sentence, through the whole product.

    python -m benchmarks.oneline [--sealed | --more] [--nli bundled|none|NAME_OR_PATH] [--details] [--json FILE]

A row of `data/quantities/oneline_open.jsonl` has `claim`, the article; `source`, its one reference; `class`; and
`label`: "true" when the source establishes the claim, "wrong" when it speaks against it, "open" when it does neither.
A claim is accepted when all that is checked of it is called supported and no finding of level error stands on it; it
is flagged when a rule of N, D or C reports an error. What counts is how many of the false (wrong or open) are
accepted, and how many of the true are flagged. The interval beside a figure holds 90 % of 1,000 bootstrap samples of
rows. `--sealed` takes the other half, for a last look before a release.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shares import share, told
from factcheck import Checker, Level, Reference, Report, VerdictLabel, read_text

DATA = Path(__file__).parent / "data" / "quantities"
TRUE = "true"


@dataclass(frozen=True, slots=True)
class Check:
    """A row of the set."""

    kind: str
    claim: str
    source: str
    label: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A check with what the product says of it."""

    check: Check
    report: Report

    @property
    def false(self) -> bool:
        """Whether the source does not establish the claim."""
        return self.check.label != TRUE

    @property
    def accepted(self) -> bool:
        """Whether all that is checked is called supported, without an error."""
        labels = [one.verdict.label for one in self.report.claims if one.claim.checkworthy]
        errors = any(finding.level is Level.ERROR for finding in self.report.findings)
        return bool(labels) and all(label is VerdictLabel.SUPPORTED for label in labels) and not errors

    @property
    def flagged(self) -> bool:
        """Whether a rule on numbers, dates or claims reports an error."""
        return any(f.level is Level.ERROR and f.rule[0] in "NDC" for f in self.report.findings)


def rows(path: Path) -> list[Check]:
    """The checks of a file."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Check(row["class"], row["claim"], row["source"], row["label"]) for row in found]


def judge(checker: Checker, check: Check) -> Judged:
    """Run the product on a check."""
    source = Reference("r1", read_text(check.source, name="source.md"))
    return Judged(check, checker.check(read_text(check.claim, name="article.md"), source))


def figures(judged: Sequence[Judged]) -> dict[str, list[bool]]:
    """The four shares that count, as what holds of each check."""
    false = [one for one in judged if one.false]
    true = [one for one in judged if not one.false]
    return {
        "false accepted": [one.accepted for one in false],
        "true flagged": [one.flagged for one in true],
        "false flagged": [one.flagged for one in false],
        "true accepted": [one.accepted for one in true],
    }


def groups(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """The checks by class, then those that are wrong and those left open, then all."""
    keys: list[Callable[[Judged], str]] = [
        lambda one: one.check.kind,
        lambda one: f"= {one.check.label}",
        _all,
    ]
    found: dict[str, list[Judged]] = {}
    for key in keys:
        for one in sorted(judged, key=key):
            found.setdefault(key(one), []).append(one)
    return found


def print_figures(judged: Sequence[Judged]) -> None:
    """Print counts by class and the shares of all."""
    names = list(figures(judged))
    print(f"{'':32}" + "".join(f"{name:>18}" for name in names))
    for name, group in groups(judged).items():
        counts = (f"{sum(hits)} of {len(hits)}" if hits else "" for hits in figures(group).values())
        print(f"{name:32}" + "".join(f"{count:>18}" for count in counts))
    for name, hits in figures(judged).items():
        print(f"{name:32}{told(hits)}")


def tell(one: Judged) -> None:
    """Print a check with the verdicts and findings."""
    outcome = "accepted" if one.accepted else "flagged" if one.flagged else "left open"
    print(f"[{one.check.kind}] {one.check.label}, {outcome}: {one.check.claim}  <{one.check.source}>")
    for checked in one.report.claims:
        verdict = checked.verdict
        print(f"    {verdict.label.value} {verdict.confidence:.2f} {checked.claim.text}  {verdict.rationale}")
    for finding in one.report.findings:
        print(f"    {finding.level.value} {finding.rule} {finding.summary}")


def main() -> None:
    """Judge the checks and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sealed", action="store_true", help="take the half that was kept aside")
    which.add_argument("--more", action="store_true", help="take the later, harder set that rules were developed on")
    parser.add_argument("--nli", default="bundled", help="bundled (default), none, or a cross-encoder's name or path")
    parser.add_argument(
        "--details", action="store_true", help="print each false one not flagged, true one not accepted"
    )
    parser.add_argument("--json", type=Path, help="write the shares of each group here")
    arguments = parser.parse_args()
    half = "sealed" if arguments.sealed else "more" if arguments.more else "open"
    checker = Checker(nli=arguments.nli)
    checks = rows(DATA / f"oneline_{half}.jsonl")
    judged = [judge(checker, check) for check in checks]
    if arguments.details:
        for one in judged:
            if not (one.flagged if one.false else one.accepted):
                tell(one)
    print_figures(judged)
    if arguments.json:
        found = {
            group: {name: share(hits) for name, hits in figures(ones).items() if hits}
            for group, ones in groups(judged).items()
        }
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _all(_: Judged) -> str:
    return "all"


if __name__ == "__main__":
    main()
