"""Words of a sentence as the parser was taught to see them (Universal Dependencies, English Web Treebank).

Clitics ("n't", "'s"), punctuation, currency signs, units glued to a number ("10.40pm", "€1.24bn") and the
parts of a hyphenated word are words of their own; a hyphen after a prefix ("re-elected") and names with
digits are not cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.document import Span

_PREFIX = (
    r"(?:[Aa]nti|[Bb]i|[Cc]o|[Cc]ounter|[Dd]e|[Ee]|[Ee]x|[Mm]id|[Mm]ulti|[Nn]eo|[Nn]on|[Pp]an|[Pp]ost|[Pp]re|[Pp]ro|"
    r"[Rr]e|[Ss]emi|[Ss]ub|[Uu]ltra|[Vv]ice)"
)
_LETTERS = r"[^\W\d_](?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])*"
_TITLE = r"Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Rev|Hon|Sen|Rep|Gov|Jr|Sr|Inc|Ltd|Corp|Co|vs|etc|No|approx"
_PATTERN = re.compile(
    rf"""
      (?:https?://|www\.)\S+?(?=[.,;:!?)\]"'”’]*(?:\s|$)) | [\w.+-]+@[\w-]+\.[\w.-]*\w    # addresses
    | (?:[^\W\d_]\.){{2,}} | (?:{_TITLE})\. | [A-Z]\.(?=\s+[A-Z])  # abbreviations, initials
    | [^\W\d_]+(?=n['’]t\b) | n['’]t\b | [Cc]an(?=not\b)  # negation
    | (?:SKr|NKr|DKr|Rs|EUR|USD|GBP|CHF)(?=\d)  # currencies before digits
    | [^\W\d_]+[-_./]?\d(?:[-_.]?[^\W_])* | (?:[^\W\d_]+-)+\d[^\W_]*  # names with digits
    | \d+(?:,\d{{3}})+(?:\.\d+)? | \d+(?:st|nd|rd|th|s)\b | \d+(?:[.:/]\d+)*  # numbers
    | {_PREFIX}-{_LETTERS} | (?:[ODLdl]['’](?=[^\W\d_]{{3}}))?{_LETTERS}  # words
    | ['’](?:s|m|d|ll|re|ve|S)\b  # clitics
    | \.\.\. | --+ | [^\w\s] | _+  # marks
    """,
    re.VERBOSE,
)


NAME = "Hamlet"  # a name that the parser knows for one wherever it stands


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark and its place in the sentence's text.

    Attributes:
        text: As it is told.
        span: Its place.
        read: What the parser sees in its place; "" for the word itself. Names that are no English (a title, code)
            have one, and keep their first letter.
    """

    text: str
    span: Span
    read: str = ""

    @property
    def form(self) -> str:
        """What the parser sees."""
        return self.read or self.text


def tokenize(text: str, identifiers: Iterable[Span] = ()) -> list[Token]:
    """Cut a sentence into words and marks; blanks belong to none.

    Args:
        text: The sentence.
        identifiers: Ranges (of `text`, sorted, disjoint) that are one word whatever they hold, such as inline
            code.
    """
    found: list[Token] = []
    at = 0
    for name in identifiers:
        found += _plain(text, at, name.start)
        if name.of(text).strip():
            found.append(Token(name.of(text), name, read=NAME))
        at = name.end
    return found + _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.group(), Span(m.start(), m.end())) for m in _PATTERN.finditer(text, start, end)]
