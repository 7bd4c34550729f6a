"""Placeholders that were to be filled in before publication: TK, XX, "$XX million", [CHECK], lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document import Document, Span
from factcheck.sentences import sentences

_SURE = re.compile(
    r"\b(?:TK){2,}\b"
    r"|\[\s*(?:TK|TKTK|XX+|TBC|TBD|TODO|FIXME|CHECK|VERIFY|SOURCE|NAME|DATE|NUMBER|AMOUNT|LINK|QUOTE)\b[^\[\]\n]{0,60}\]"
    r"|\[(?:(?:citation|source|clarification) needed|check|verify|fact[- ]check|to come|insert [^\[\]\n]{1,40})\]"
    r"|(?:US|CA|AU|NZ|HK)?[$€£¥]\s?X+(?:[.,]X+)*(?:\s?(?:bn|m|k|million|billion|thousand)\b)?"
    r"|\bX+(?:[.,]X+)+(?:\s?(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b))?"
    r"|\bX+\s?(?:%|(?:percent|per cent|million|billion|thousand|hundred|years|months|weeks|days|hours|minutes|people|"
    r"times|euros|dollars|pounds|miles|km|kilometres|kilometers|metres|meters|points)\b)"
    r"|\b[Ll]orem ipsum\b(?:\s(?:dolor|sit|amet)\b){0,3}"
)
_COUNT = re.compile(
    r"(?:^|\b(?:some|about|around|nearly|almost|over|than|least|most|of|by|to|from|for|with|were|was|are|is|had|has|have|"
    r"only|the|all|and)\s)(?P<at>XX+(?=\s[a-z]{3,}s\b)(?!\s(?:centuries|was|has|is|does|says)))"
)
"""XX in the place of a count: "some XX boats"; behind a name it is a Roman numeral."""
_TK = re.compile(r"\bTK\b(?!-?[0-9]|\s[A-Z][a-z])")
"""As a note to the desk; "TK Maxx" and "TK-421" are names."""
_HAS_TK = re.compile(r"\b(?:TK)+\b")
_ACCOUNT = re.compile(r"\bXY\b|\bchromosom", re.IGNORECASE)
"""Prose about sex chromosomes has XX and XY."""


def placeholders(document: Document, *, tk: bool = True) -> Iterator[Span]:
    """Placeholders in prose and tables, by place, in the file; none in code and names.

    Args:
        document: The article.
        tk: Whether TK is a placeholder; if not, it is a word like others.
    """
    about_genes = bool(_ACCOUNT.search(document.text))
    for sentence in sentences(document):
        taken: list[Span] = []
        for pattern in (_SURE, _COUNT, _TK):
            for match in pattern.finditer(sentence.text):
                span = Span(*match.span("at" if pattern is _COUNT else 0))
                words = span.of(sentence.text)
                if (about_genes and words.startswith("XX")) or (not tk and _HAS_TK.search(words)):
                    continue
                if not any(span.overlaps(other) for other in (*taken, *sentence.identifiers)):
                    taken.append(span)
        yield from (sentence.to_file(span) for span in sorted(taken))
