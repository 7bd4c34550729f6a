"""What the splitter leaves unchecked, and whom it names for a claim and how far the article stands behind it.

    python -m benchmarks.stance [--sealed] [--splitter bundled|sentence] [--details]

Rows of `data/worth.jsonl` have `text`, `checkworthy` and `kind`. A row counts as left unchecked when none of its
claims is checkworthy. Precision is the share of those left unchecked that should be, recall the share of those that
should be that are; what costs most is a checkworthy row left unchecked, so that share is told apart.

Rows of `data/stance.jsonl` have `text`, `content` (the claim that is judged), its `attribution` (null if nobody is
named) and its `modality`. The claim that says the same is found as `matching.py` says, among the checkworthy ones.
Attributions are compared without regard to case, since a claim may write "the mayor" for "The mayor".

The rules were written with the open halves at hand; `--sealed` takes the other halves, for a last look before a
release.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.matching import matched
from benchmarks.splitting import document_of, split
from factcheck.claims import Splitter, load_splitter
from factcheck.document import Span
from factcheck.settings import Settings

DATA = Path(__file__).parent / "data"


def rows_of(name: str, *, sealed: bool) -> list[dict[str, Any]]:
    """The rows of one half of a set."""
    path = DATA / f"{name}{'_sealed' if sealed else ''}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judge_worth(splitter: Splitter, rows: Sequence[dict[str, Any]], *, details: bool) -> None:
    """Print how well the rows left unchecked agree with those that should be, and recall for each kind."""
    count: Counter[tuple[bool, bool]] = Counter()
    kinds: dict[str, Counter[bool]] = {}
    for row in rows:
        claims = split(splitter, document_of(row["text"]))
        left = not any(claim.checkworthy for claim in claims)
        count[row["checkworthy"], left] += 1
        kinds.setdefault(("+ " if row["checkworthy"] else "- ") + row["kind"], Counter())[left] += 1
        if details and left is row["checkworthy"]:
            told = [claim.text for claim in claims]
            print(f"{'left unchecked' if left else 'checked'} ({row['kind']}): {row['text']}  {told}")
    wrong, right = count[True, True], count[False, True]
    print(f"check-worthiness: {len(rows)} rows, {right + count[False, False]} not checkworthy")
    print(f"{'not checkworthy, precision':40}{_share(right, right + wrong)}")
    print(f"{'not checkworthy, recall':40}{_share(right, right + count[False, False])}")
    print(f"{'checkworthy rows left unchecked':40}{_share(wrong, wrong + count[True, False])}")
    for kind, found in sorted(kinds.items()):
        print(f"  {kind:38}{found[True]:3} of {found.total():3} left unchecked")


def judge_stance(splitter: Splitter, rows: Sequence[dict[str, Any]], *, details: bool) -> None:
    """Print how many contents are found, and the share of those with the right attribution and modality."""
    found = named = placed = both = 0
    modalities: dict[str, Counter[bool]] = {}
    for row in rows:
        document = document_of(row["text"])
        claims = [claim for claim in split(splitter, document) if claim.checkworthy]
        partner = matched(
            [(Span(0, len(document.text)), row["content"])], [(claim.spans, claim.text) for claim in claims]
        )
        claim = claims[partner[0]] if partner else None
        who = claim is not None and (claim.attribution or "").casefold() == (row["attribution"] or "").casefold()
        how = claim is not None and claim.modality.value == row["modality"]
        found += claim is not None
        named, placed, both = named + who, placed + how, both + (who and how)
        if claim is not None:
            modalities.setdefault(row["modality"], Counter())[how] += 1
        if details and not (who and how):
            wanted = f"{row['content']} [{row['attribution']}, {row['modality']}]"
            told = [f"{c.text} [{c.attribution}, {c.modality.value}]" for c in claims]
            print(f"{row['text']}\n  - {wanted}\n  + " + "\n  + ".join(told))
    print(f"stance: {len(rows)} rows")
    print(f"{'content found':40}{_share(found, len(rows))}")
    print(f"{'attribution right, of those found':40}{_share(named, found)}")
    print(f"{'modality right, of those found':40}{_share(placed, found)}")
    print(f"{'both right, of all':40}{_share(both, len(rows))}")
    for modality, right in sorted(modalities.items()):
        print(f"  {modality:38}{right[True]:3} of {right.total():3} right")


def _share(part: int, whole: int) -> str:
    return f"{part / whole if whole else 0.0:.3f}  ({part} of {whole})"


def main() -> None:
    """Judge both sets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sealed", action="store_true", help="take the halves that are kept aside")
    parser.add_argument("--splitter", default="bundled", help="bundled (default) or sentence")
    parser.add_argument("--details", action="store_true", help="print each row that was judged otherwise")
    arguments = parser.parse_args()
    splitter = load_splitter(Settings(splitter=arguments.splitter))
    judge_worth(splitter, rows_of("worth", sealed=arguments.sealed), details=arguments.details)
    judge_stance(splitter, rows_of("stance", sealed=arguments.sealed), details=arguments.details)


if __name__ == "__main__":
    main()
