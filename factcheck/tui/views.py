"""Pages about the review as a whole: what has changed, how far it is, who said what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from factcheck.output.plain import one_line
from factcheck.review.paragraphs import Paragraphs
from factcheck.review.vocabulary import CODES, number_of, verdict_word
from factcheck.tui.browsing import Browsing
from factcheck.tui.counts import Share
from factcheck.tui.words import bar

_MANY = 40
"""Claims listed at most; the filter menu shows all."""
_PLACES = 6
"""Places named at most in a border."""


def changed_since_pass(state: Browsing) -> str:
    """Where the article reads otherwise than when the pass before this was finished; "" if nowhere."""
    starts = [state.claims[index].claim.sentence.start for index in state.record.since_pass]
    places = Paragraphs(state.article).names(starts)
    if not places:
        return ""
    listed = ", ".join(places[:_PLACES]) + (", …" if len(places) > _PLACES else "")
    return f"changed since pass {state.record.pass_number - 1}: {listed}"


def changes(state: Browsing) -> Iterator[RenderableType]:
    """What has changed since the reviewer's last visit."""
    since = state.record.since
    if not state.record.last_visit:
        yield Text("This is your first visit.")
    elif since is None:
        yield Text("The check is not done yet.")
    else:
        yield Text(f"since {state.record.last_visit[:16].replace('T', ' ')} UTC", "dim")
        if not since and not state.record.others_since:
            yield Text("Nothing has changed.")
        if since.article:
            yield Text("The article's file has changed.")
        if since.references:
            yield Text(f"References new, changed or gone: {one_line(', '.join(since.references))}")
        if since.gone:
            yield Text(f"Claims that are not there any more: {since.gone}")
        yield from _claims(state, "Claims that were not there, or read otherwise", since.claims)
        yield from _claims(state, "Claims judged otherwise", since.verdicts)
        if not state.blind:
            yield from _said(state)
    yield from _claims(state, "Judged otherwise by the last check", tuple(sorted(state.judged_anew)))
    stale = tuple(index for index in range(len(state.claims)) if state.record.stale(index))
    yield from _claims(state, "Decisions of yours to be confirmed (~~)", stale)
    if state.lost:
        yield Text("\nDecisions of yours whose claim is not in the article any more", "bold")
        for decide in state.lost[:_MANY]:
            code = CODES[decide.kind] if decide.kind else "  "
            yield Text(f"  {code} {one_line(decide.anchor.text)}")


def _claims(state: Browsing, title: str, indices: tuple[int, ...]) -> Iterator[RenderableType]:
    if indices:
        yield Text(f"\n{title}: {len(indices)}", "bold")
    for index in indices[:_MANY]:
        checked = state.claims[index]
        yield Text(f"  {number_of(checked)} {state.sign(index)} {one_line(checked.claim.text)}")
    if len(indices) > _MANY:
        yield Text("  ... (f h lists them all)")


def _said(state: Browsing) -> Iterator[RenderableType]:
    if state.record.others_since:
        yield Text("\nOther reviewers", "bold")
    for name, decide in state.record.others_since[-_MANY:]:
        kind = decide.kind.value if decide.kind else "open"
        note = f" ({one_line(decide.note)})" if decide.note else ""
        yield Text(f"  {one_line(name)}: {kind}{note}: {one_line(decide.anchor.text)}")


def progress(state: Browsing) -> Iterator[RenderableType]:
    """How far the review is by section, kind, reviewer and pass."""
    yield from _shares("by section", state.counts().sections)
    yield from _shares("by kind", state.counts().groups)
    total = state.counts().total
    people = {state.reviewer: state.counts().decided, **state.decided_by_others()}
    yield from _shares("by reviewer", [Share(name, decided, total) for name, decided in people.items()])
    review = state.record.review
    yield Text("\nby pass", "bold")
    signed = state.record.signed_by_all()
    for number in range(1, review.passes + 1):
        done = [name for name, offs in signed.items() if any(off.pass_number == number for off in offs)]
        now = " (now)" if number == state.record.pass_number and not done else ""
        yield Text(f"  pass {number}{now}: " + (f"finished by {one_line(', '.join(done))}" if done else "not finished"))


def _shares(title: str, found: Sequence[Share]) -> Iterator[RenderableType]:
    yield Text(f"\n{title}", "bold")
    table = Table.grid(padding=(0, 2))
    for share in found:
        table.add_row(
            Text(f"  {one_line(share.name)}"), bar(share.decided, share.total, 20), f"{share.decided}/{share.total}"
        )
    yield table


def differences(state: Browsing) -> Iterator[RenderableType]:
    """What each reviewer said of the claims that they differ on."""
    differing = [index for index in range(len(state.claims)) if state.differs(index)]
    if not differing:
        yield Text("No two reviewers differ." if state.record.others else "Nobody else has decided anything.")
        return
    names = (state.reviewer, *state.record.others)
    table = Table.grid(padding=(0, 2))
    table.add_row("", "", *(Text(one_line(name), "bold") for name in names), "")
    for index in differing:
        said = {name: standing.decide for name, standing in state.others(index).items()}
        if mine := state.standing.get(index):
            said[state.reviewer] = mine.decide
        kinds = {name: decide.kind.value for name, decide in said.items() if decide.kind}
        words = [one_line(state.claims[index].claim.text)]
        words += [
            f"{one_line(name)}: {one_line(said[name].note)}" for name in names if name in said and said[name].note
        ]
        table.add_row(
            number_of(state.claims[index]),
            state.sign(index),
            *(kinds.get(name, "") for name in names),
            Text("\n").join([Text(words[0]), *(Text(note, "dim") for note in words[1:])]),
        )
    yield table
    yield Text("\nf d lists these claims; the decisions of all are kept.", "dim")


def sign_off(state: Browsing, left: list[int]) -> Iterator[RenderableType]:
    """What is done when a pass is to be finished, then what is open."""
    review, number = state.record.review, state.record.pass_number
    counts = state.counts()
    said = "  ".join(f"{kind.value} {n}" for kind, n in counts.by_kind.items())
    yield Text(
        f"{one_line(state.article.path)}, pass {number} of {review.passes}, by {one_line(state.reviewer)}\n"
        f"decided {counts.decided}/{counts.total}  {said}\n"
    )
    if not left and not state.lost:
        yield Text("\nNothing is open.")
        return
    if left:
        yield Text(f"\nstill open: {len(left)}", "bold")
    for index in left[:_MANY]:
        verdict = "" if state.sign(index) == "-" else f" ({verdict_word(state.claims[index])})"
        yield Text(f"  {number_of(state.claims[index])} {one_line(state.claims[index].claim.text)}{verdict}")
    if len(left) > _MANY:
        yield Text(f"  ... and {len(left) - _MANY} more (f o lists them all)")
    if state.lost:
        yield Text(f"\nlost decisions: {len(state.lost)} (D lists them)")
