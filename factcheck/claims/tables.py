"""Claims that table rows make: the row's label, the column's header and the cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.document import Block, Document, Span

_WORDY = 4  # words; a longer cell tells something by itself
_PLAIN = frozenset({"event", "events", "what", "description", "details", "action", "entry", "note", "notes", "remarks"})
"""Headers of columns whose cells tell by themselves."""
_OPENING = re.compile(r"(?:The|An?|All|Our|We|It|They|This|First|Second)\b")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]m)?", re.IGNORECASE)
_FILLERS = frozenset({"", "-", "–", "—", "n/a", "…", "..."})


@dataclass(frozen=True, slots=True)
class RowClaim:
    """What one cell says: its text as a claim and the places that carry it."""

    text: str
    spans: tuple[Span, ...]


def row_claims(document: Document, block: Block, caption: str = "") -> list[RowClaim]:
    """The claims of a table row, one for each cell beside its label.

    Args:
        document: Where the row stands.
        block: The row.
        caption: What the figures of the table are, if a phrase before it says so ("Word error rates in per
            cent").
    """
    cells = [(cell, block.prose(document.text, cell.span)) for cell in block.cells]
    filled = [(cell, text) for cell, text in cells if text.lower() not in _FILLERS]
    if len(filled) < 2 or filled[0][0] is not cells[0][0]:
        return []
    (label, name), *rest = filled
    claims: list[RowClaim] = []
    for cell, text in rest:
        head = _fold(cell.header)
        tells = len(cells) == 2 and (len(text.split()) >= _WORDY or head.lower() in _PLAIN)
        if _TIME.fullmatch(name) and tells:
            body = f"At {name}, {_OPENING.sub(lambda m: m.group().lower(), text)}"
        elif not head or tells:
            body = f"{name}: {text}"
        elif len(cells) == 2:
            body = f"{name}: {head} {text}"
        else:
            body = f"{name}, {head}: {text}"
        if caption and not tells:
            body = f"{body} ({caption})"
        claims.append(RowClaim(_stop(body), (label.span, cell.span)))
    return claims


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _stop(text: str) -> str:
    text = text[:1].upper() + text[1:] if text[:1].islower() and text[1:2].islower() else text
    return text if text.endswith((".", "!", "?")) else text + "."
