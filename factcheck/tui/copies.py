"""What of a claim can be copied: plain text for a message, a script or a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.output.plain import one_line
from factcheck.output.sources import place
from factcheck.report import CheckedClaim
from factcheck.review.passages import Passage
from factcheck.review.vocabulary import number_of, verdict_word
from factcheck.tui.browsing import Browsing


@dataclass(frozen=True, slots=True)
class Copy:
    """Something that can be copied.

    Attributes:
        key: Chooses it.
        about: What it is.
        text: Itself; "" if there is none.
    """

    key: str
    about: str
    text: str


def choices(state: Browsing, chosen: int = 0) -> tuple[Copy, ...]:
    """What of the selected claim can be copied; nothing where there is no claim.

    Args:
        state: Where the reviewer is.
        chosen: The passage to be cited, from 0; the last one if there are not so many.
    """
    if state.current is None:
        return ()
    passages = state.passages(state.current)
    return (
        Copy(
            "c",
            "citation: the passage and where it stands",
            citation(state, passages[min(chosen, len(passages) - 1)]) if passages else "",
        ),
        Copy("t", "claim: its text and where it stands", claim(state, state.current)),
        Copy("r", "fact-sheet row, cells between tabs", row(state, state.current)),
    )


def citation(state: Browsing, passage: Passage) -> str:
    """A passage as one cites it: the words, then where they stand."""
    reference = state.report.references[passage.reference]
    meta = reference.document.meta
    known = (
        meta.title,
        meta.source,
        meta.date.isoformat() if meta.date else "",
        place(reference, passage.span),
        meta.url,
    )
    words = one_line(reference.document.prose(passage.span))
    return f"“{words}” ({', '.join(one_line(word) for word in known if word)})"


def claim(state: Browsing, index: int) -> str:
    """A claim as a stand-alone sentence, then where it stands."""
    checked = state.claims[index]
    line, column = state.article.line_column(checked.claim.places[0].start)
    return f"{one_line(checked.claim.text)} ({one_line(state.article.path)}:{line}:{column})"


def row(state: Browsing, index: int) -> str:
    """A claim as a row of a fact sheet, cells between tabs.

    Number, claim, verdict, decision, evidence, note, correction; a verdict that is hidden stays hidden.
    """
    checked: CheckedClaim = state.claims[index]
    kind = state.kind(index)
    passages = state.passages(index)
    cited = [p for p in passages if state.citation(p) in state.cited(index)] or passages[:1]
    cells = (
        number_of(checked),
        checked.claim.text,
        "" if state.hidden(index) or index in state.waiting else verdict_word(checked),
        kind.value if kind else "open",
        "; ".join(citation(state, passage) for passage in cited),
        state.note(index),
        state.correction(index),
    )
    return "\t".join(_cell(cell) for cell in cells)


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    line = one_line(text)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
