"""From the comments of the articles to the findings that they silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.document import Document, Span
from factcheck.report import Finding, Report, Silenced, Silencer, Suppression, SuppressionState
from factcheck.suppressions.comments import Comment, comments
from factcheck.suppressions.directive import Directive, DirectiveError, Kind, parse
from factcheck.suppressions.targets import block_of, stands_at

_GONE = (SuppressionState.UNUSED, SuppressionState.EXPIRED)


@dataclass(slots=True)
class _Entry:
    """A comment with what it covers: pairs of the beginning of a rule's id and a place."""

    document: int
    comment: Comment
    directive: Directive | None = None
    problem: str = ""
    covers: list[tuple[str, Span]] = field(default_factory=list)
    ended_by: list[_Entry] = field(default_factory=list)
    used: bool = False

    def covers_finding(self, document: Document, finding: Finding) -> bool:
        """Whether it is meant for a finding, be it in force or not."""
        if self.directive is None or finding.document != self.document:
            return False
        if not any(finding.rule.startswith(rule) and _within(place, finding.span) for rule, place in self.covers):
            return False
        values = self.directive.values
        return not values or any(stands_at(document, finding.span, value) for value in values)


def suppress(report: Report, rules: Mapping[str, str], *, active: Collection[str], today: date) -> Report:
    """The report without the findings that comments of its articles silence, and with what came of each comment.

    Args:
        report: With its findings.
        rules: The names of all rules by id.
        active: Ids of the rules that ran: a suppression of others is not called unused.
        today: The day on which suppressions with a date may have expired; the only use of a clock in the program.
    """
    entries = [entry for i, document in enumerate(report.documents) for entry in _entries(i, document, rules)]
    in_force = [entry for entry in entries if not _expired(entry, today)]
    kept: list[Finding] = []
    silenced = list(report.silenced)
    for finding in report.findings:
        found = _for(report, finding, in_force)
        if found is None:
            kept.append(finding)
        else:
            silenced.append(Silenced(finding, Silencer.SUPPRESSION, found.reason))
    for earlier in report.silenced:  # what a decision silences as well is no reason to call a suppression unused
        _for(report, earlier.finding, in_force)
    states = [_state(entry, active, today) for entry in entries]
    told = _told(entries, states)
    silenced.sort(key=lambda one: (one.finding.document, one.finding.span, one.finding.rule, one.finding.claim or ""))
    return replace(report, findings=tuple(kept), silenced=tuple(silenced), suppressions=tuple(told))


def _for(report: Report, finding: Finding, entries: list[_Entry]) -> Directive | None:
    """The directive that silences a finding; all that would are noted as used."""
    found = None
    for entry in entries:
        if entry.covers_finding(report.documents[finding.document], finding):
            entry.used = True
            found = found or entry.directive
    return found


def _within(place: Span, span: Span) -> bool:
    return place.overlaps(span) or place.start <= span.start < place.end


def _expired(entry: _Entry, today: date) -> bool:
    return entry.directive is not None and entry.directive.until is not None and entry.directive.until < today


def _entries(index: int, document: Document, rules: Mapping[str, str]) -> Iterator[_Entry]:
    """An article's comments with what they cover."""
    open_ranges: list[tuple[str, _Entry]] = []
    found: list[_Entry] = []
    for comment in comments(document):
        entry = _Entry(index, comment, problem=comment.problem)
        found.append(entry)
        if entry.problem:
            continue
        try:
            entry.directive = directive = parse(comment.content, rules)
        except DirectiveError as error:
            entry.problem = str(error)
            continue
        selectors = directive.rules or ("",)
        if directive.kind is Kind.DISABLE:
            open_ranges += [(rule, entry) for rule in selectors]
        elif directive.kind is Kind.ENABLE:
            open_ranges = _end(entry, selectors, open_ranges)
        else:
            whole = (Span(0, len(document.text) + 1),)
            places = whole if directive.kind is Kind.FILE else block_of(document, comment)
            entry.covers = [(rule, place) for rule in selectors for place in places]
    for rule, entry in open_ranges:
        entry.covers.append((rule, Span(entry.comment.span.end, len(document.text))))
    return iter(found)


def _end(entry: _Entry, selectors: tuple[str, ...], open_ranges: list[tuple[str, _Entry]]) -> list[tuple[str, _Entry]]:
    """The ranges that stay open behind a `factcheck-enable`."""
    unknown = [rule for rule in selectors if not any(opened.startswith(rule) for opened, _ in open_ranges)]
    if unknown:
        what = f"{unknown[0]} is" if unknown[0] else "nothing is"
        entry.directive = None
        entry.problem = f"{what} disabled here: a factcheck-disable of the same rules must precede"
        return open_ranges
    still: list[tuple[str, _Entry]] = []
    for opened, disable in open_ranges:
        if any(opened.startswith(rule) for rule in selectors):
            disable.covers.append((opened, Span(disable.comment.span.end, entry.comment.span.start)))
            disable.ended_by.append(entry)
        else:
            still.append((opened, disable))
    return still


def _state(entry: _Entry, active: Collection[str], today: date) -> SuppressionState:
    if entry.directive is None:
        return SuppressionState.MALFORMED
    if _expired(entry, today):
        return SuppressionState.EXPIRED
    if entry.used or entry.directive.kind is Kind.ENABLE:
        return SuppressionState.USED
    named = entry.directive.rules or ("",)
    ran = any(id.startswith(rule) for rule in named for id in active)
    return SuppressionState.UNUSED if ran else SuppressionState.NOT_JUDGED


def _told(entries: list[_Entry], states: list[SuppressionState]) -> Iterator[Suppression]:
    """The comments for the report; an unused range takes along what ends it and nothing else."""
    needed = {
        id(end) for entry, state in zip(entries, states, strict=True) if state not in _GONE for end in entry.ended_by
    }
    for entry, state in zip(entries, states, strict=True):
        directive = entry.directive
        ends = {end.comment.span for end in entry.ended_by if id(end) not in needed}
        yield Suppression(
            document=entry.document,
            span=entry.comment.span,
            text=directive.head if directive else " ".join(entry.comment.content.split()),
            state=state,
            needs_reason=directive is not None and directive.kind is not Kind.ENABLE and not directive.reason,
            until=directive.until if directive else None,
            problem=entry.problem,
            ends=tuple(sorted(ends)) if state in _GONE else (),
        )
