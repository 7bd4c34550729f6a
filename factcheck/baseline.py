r"""The baseline: findings that were there when the check was introduced, and do not fail it.

One line an entry, sorted, so that merges need no thought:

    {"hash":"5f0c…","path":"articles/ferries.md","rule":"N102"}

`hash` is of the sentence, the words at fault, and which of several equal ones they are (`fingerprint`): no line number,
no date and no version, so that an entry changes only when its sentence does.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.atomic import write_atomically
from factcheck.errors import BaselineError
from factcheck.fingerprint import content_hashes
from factcheck.report import Finding, Report, Silenced, Silencer

DEFAULT = Path(".factcheck", "baseline.jsonl")
"""Where it lies in a project, from the project's root."""

_CONFLICT = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that is let pass.

    Attributes:
        path: The article, from the project's root, with forward slashes.
        rule: The rule's id.
        hash: Of the finding's content.
    """

    path: str
    rule: str
    hash: str


def read_baseline(path: Path) -> frozenset[Entry]:
    """The entries of a baseline; their order does not matter.

    Raises:
        BaselineError: The file is not there or cannot be read, or a line is no entry.
    """
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such file; make one with factcheck baseline create") from None
    except OSError as error:
        raise BaselineError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    return frozenset(_entry(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def write_baseline(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline, whole or not at all; the same entries give the same bytes.

    Raises:
        BaselineError: It cannot be written.
    """
    lines = sorted(
        json.dumps({"hash": entry.hash, "path": entry.path, "rule": entry.rule}, separators=(",", ":"))
        for entry in set(entries)
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, "".join(f"{line}\n" for line in lines).encode("ascii"))
    except OSError as error:
        raise BaselineError(f"{path}: {(error.strerror or str(error)).lower()}: the baseline is not saved") from None


def entries_of(report: Report, names: Mapping[int, str]) -> dict[Finding, Entry]:
    """The entry that each finding would have, be it reported or in the baseline already.

    Args:
        report: With its findings.
        names: By document, the article's path from the project's root; findings of others have none.
    """
    in_question = {*report.findings, *(one.finding for one in report.silenced if one.by is Silencer.BASELINE)}
    return {
        finding: Entry(names[finding.document], finding.rule, content)
        for finding, content in content_hashes(report).items()
        if finding in in_question and finding.document in names
    }


def silence(report: Report, baseline: Collection[Entry], names: Mapping[int, str]) -> Report:
    """The report without the findings that are in the baseline."""
    entries = entries_of(report, names)
    known = {finding for finding, entry in entries.items() if entry in baseline}
    kept = tuple(finding for finding in report.findings if finding not in known)
    silenced = [Silenced(finding, Silencer.BASELINE) for finding in report.findings if finding in known]
    order = sorted(
        [*report.silenced, *silenced], key=lambda one: (one.finding.document, one.finding.span, one.finding.rule)
    )
    return replace(report, findings=kept, silenced=tuple(order))


def gone(
    report: Report, baseline: Collection[Entry], names: Mapping[int, str], *, active: Collection[str]
) -> set[Entry]:
    """The entries that a run should have found and did not.

    Args:
        report: With its findings; what decisions and suppressions silence needs no entry any more.
        baseline: The entries.
        names: By document, the article's path from the project's root; entries of other articles are not judged.
        active: Ids of the rules that ran: entries of others are not judged.
    """
    found = set(entries_of(report, names).values())
    checked = set(names.values())
    return {entry for entry in baseline if entry.path in checked and entry.rule in active and entry not in found}


def _entry(path: Path, number: int, line: bytes) -> Entry:
    if line.startswith(_CONFLICT):
        raise BaselineError(
            f"{path}: line {number}: a merge conflict: keep the lines of both sides, delete the marks, and run "
            "factcheck baseline prune"
        )
    try:
        record = json.loads(line.decode())
        entry = Entry(record["path"], record["rule"], record["hash"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BaselineError(f"{path}: line {number}: not an entry of a baseline") from None
    if not all(isinstance(value, str) for value in (entry.path, entry.rule, entry.hash)):
        raise BaselineError(f"{path}: line {number}: not an entry of a baseline")
    return entry
