"""Text taken out of a file in pieces, with its way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.document import Span


@dataclass(frozen=True, slots=True)
class Source:
    r"""A block's own text: the contents of its lines, joined by "\\n".

    Attributes:
        text: The text.
        places: For each code point of it its place in the file.
        gaps: Ranges of the file between those places that are markup (quote marks, indentation), sorted.
    """

    text: str
    places: tuple[int, ...]
    gaps: tuple[Span, ...] = ()

    @classmethod
    def of_lines(cls, file_text: str, lines: Sequence[Span], starts: Sequence[int]) -> Source:
        """The text of some lines, each from where its content starts."""
        places: list[int] = []
        gaps: list[Span] = []
        for line, start in zip(lines, starts, strict=True):
            if places:
                gaps.append(Span(line.start, start))
            places += range(start, line.end + 1)  # the line ending counts as one
        text = "\n".join(file_text[start : line.end] for line, start in zip(lines, starts, strict=True))
        return cls(text, tuple(places[:-1]), tuple(gap for gap in gaps if len(gap))).stripped()

    @classmethod
    def of_pieces(cls, file_text: str, pieces: Sequence[Span]) -> Source:
        """The text of some ranges of the file, joined by nothing."""
        places = tuple(place for piece in pieces for place in range(piece.start, piece.end))
        return cls("".join(piece.of(file_text) for piece in pieces), places).stripped()

    def part(self, span: Span) -> Source:
        """A range of it, without blanks around."""
        return Source(span.of(self.text), self.places[span.start : span.end], self.gaps).stripped()

    def trimmed(self, span: Span) -> Span:
        """A range of it without the blanks at its ends."""
        text = span.of(self.text)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.start + len(text.rstrip())))

    def stripped(self) -> Source:
        """Without blanks around it, and without the gaps that lie outside then."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        places = self.places[start:end]
        gaps = tuple(gap for gap in self.gaps if places and places[0] < gap.start < places[-1])
        return Source(self.text[start:end], places, gaps)

    def in_file(self, span: Span) -> Span:
        """The place in the file of a non-empty range."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def all_in_file(self, spans: Iterable[Span]) -> list[Span]:
        """The places in the file of non-empty ranges."""
        return [self.in_file(span) for span in spans]

    @property
    def span(self) -> Span:
        """The place in the file of all of it; it must not be empty."""
        return self.in_file(Span(0, len(self.text)))


def without(text: str, holes: Iterable[Span]) -> str:
    """A text without some ranges (sorted, disjoint), blanks folded."""
    kept: list[str] = []
    at = 0
    for hole in holes:
        kept.append(text[at : hole.start])
        at = hole.end
    kept.append(text[at:])
    return " ".join("".join(kept).split())
