"""Names and codes: the words of a text that mean one person, place, product or version and so are right or wrong.

They are told by how they are written, capitals and figures, since that holds in every field. What opens a sentence has
a capital anyway: alone it is taken for a name only where the references never write it small.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.document import Reference, Span
from factcheck.quantities.wordlist import word_set
from factcheck.verdicts.explanation import FUNCTION, is_same_word

_WORD = re.compile(r"[^\W_]+(?:[.'’&/+#-]+[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_CODE = re.compile(r"(?<![\w./:@=^-])(?=[\w.+#:×/-]*\d)[^\W_]++(?:[.:×/+#-]++[^\W_]++)*+(?!_\w)[+#]*")
_JOINED = re.compile(r"\d[\d.]*(?:[:/×x–-]\d[\d.]*)+[a-z]{0,2}")
"""Numbers that are written as one: "64x64", "190:231-259", "30×30m"; a source may write them apart."""
_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_VERSION = re.compile(r"\d+\.\d+")
_RANGE = re.compile(r"\d+(?:\.\d+)+[–-]\d+(?:\.\d+)+\+?")
"""From one version to another."""
_LINK = re.compile(r"(?<!\S)\S*(?://|www\.|@)\S*")
_ADDRESS = re.compile(r":?\s{0,3}[<(]?\b(?:https?://|www\.)[^\s<>)]*[^\s<>).,;:][>)]?(?:`_+)?")
_OPENS = re.compile(r"(?:^|(?<!\b\w)[.!?:;\"“(*])\W*$")
_LOOK_BACK = 8
"""Code points before a word that tell whether it opens a sentence."""
_WITHIN = re.compile(r"(?:\.?\s+|\s+(?:of|de|van|von|der|den|la|le|du|del|di|da|&|the|el|bin)){1,2}\s*|\.?\s+")
"""What stands between the words of one name."""
_UNTELLING = word_set(
    """
    mr mrs ms mx dr prof professor sir dame lord lady president minister judge captain chief de van von der den of the
    inc ltd plc corp true false none null yes no
    """
)
"""Words with a capital that tell nobody from anybody."""
_OPENERS = word_set(
    """
    see cf compare note read ask visit contact thanks dear also from add added adds fix fixed fixes remove removed
    removes bump bumped update updated upgrade upgraded drop dropped use used using make made allow allowed support
    supports supported change changed rename renamed move moved replace replaced deprecate deprecated introduce
    introduced improve improved increase increased reduce reduced set enable enabled disable disabled include
    includes require requires refactor avoid ensure handle prevent switch migrate restore revert release released
    install run build call pass
    """
)
"""Words that send a reader to a name, greet it or say what was done to it, and are none of it: "See Duda & Hart"."""
_STEM = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A name or a code.

    Attributes:
        span: Its place in the text it was found in.
        text: As written there, without the ending of a genitive.
        words: What tells it from others, in small letters.
        shape: Of a code, its figures as 0: only codes of one shape can stand for each other; "" of a name.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    shape: str = ""


class Vocabulary:
    """The words of all references."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """Keep the references; they are read when first asked for.

        Args:
            references: Of one run, with their titles.
        """
        self._references = references

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        """The words in small letters, by their first letters."""
        found: dict[str, set[str]] = defaultdict(set)
        for match in _words(self._text):
            for part in {match, *re.split(r"\W+", match)}:
                found[part.lower()[:_STEM]].add(_POSSESSIVE.sub("", part.lower()))
        return found

    @cached_property
    def _text(self) -> str:
        return "\n".join(f"{one.document.meta.title or ''}\n{one.text}" for one in self._references)

    @cached_property
    def _folded(self) -> str:
        return self._text.lower()

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in _words(self._text) if word.islower())

    def has(self, term: Term) -> bool:
        """Whether the references have a term: a code as it is written, of a name every word in some form."""
        if term.shape:
            return _has_code(self._folded, term.text) or _has_release(self._folded, term.text)
        return all(any(_is_same(word, other) for other in self._stems.get(word[:_STEM], ())) for word in term.words)

    def writes_small(self, word: str) -> bool:
        """Whether the references have a word without a capital, so that it is no name by itself."""
        return word.lower() in self._small


def terms(text: str, vocabulary: Vocabulary, numbers: Collection[str] = ()) -> list[Term]:
    """The names and codes of a text, in their order; none within a link.

    Args:
        text: A claim, or a sentence of a passage.
        vocabulary: Tells what opens a sentence as a common word.
        numbers: Expressions of the text that are judged as quantities.
    """
    plain = _LINK.sub(lambda match: " " * len(match.group()), text)
    found = [term for term in (*_names(plain, vocabulary), *_codes(plain)) if not any(term.text in n for n in numbers)]
    return sorted(found, key=lambda term: term.span)


def without_links(text: str) -> str:
    """A text without addresses, and the marks and blanks that go with them."""
    return _ADDRESS.sub("", text)


def lacks(text: str, term: Term) -> bool:
    """Whether a text has a code nowhere, or of a name a telling word nowhere."""
    if term.shape:
        return not _has_code(text.lower(), term.text)
    return bool(missing_words(text, term))


def missing_words(text: str, term: Term) -> list[str]:
    """Of a name's telling words those that a text has in no form."""
    known = {_POSSESSIVE.sub("", word.lower()) for word in _words(text)}
    known |= {part for word in known for part in re.split(r"\W+", word)}
    return [word for word in term.words if not any(_is_same(word, other) for other in known)]


def _is_same(one: str, other: str) -> bool:
    """Whether two words, in small letters, are forms of one, short ones too: "id", "ids"."""
    return is_same_word(one, other) or one.removesuffix("s") == other.removesuffix("s")


def _names(text: str, vocabulary: Vocabulary) -> Iterator[Term]:
    """Runs of words with capitals."""
    words = list(_WORD.finditer(text))
    run: list[re.Match[str]] = []
    for position, word in enumerate(words):
        if not _is_name(text, words, position, vocabulary):
            continue
        if run and not _WITHIN.fullmatch(text, run[-1].end(), word.start()):
            yield from _term(run)
            run = []
        run.append(word)
    yield from _term(run)


def _term(run: Sequence[re.Match[str]]) -> Iterator[Term]:
    if not run:
        return
    written = [_POSSESSIVE.sub("", word.group()) for word in run]
    telling = tuple(word.lower() for word in written if len(word) > 1 and word.lower() not in _UNTELLING)
    if telling:
        span = Span(run[0].start(), run[-1].start() + len(written[-1]))
        yield Term(span, span.of(run[0].string), telling)


def _is_name(text: str, words: Sequence[re.Match[str]], position: int, vocabulary: Vocabulary) -> bool:
    word = words[position].group()
    if len(word) == 1 and text[words[position].end() : words[position].end() + 1] == ".":
        return word.isupper()
    if not word[0].isupper() or word.lower() in FUNCTION or any(char.isdigit() for char in word):
        return False
    start = words[position].start()
    if not _OPENS.search(text, max(0, start - _LOOK_BACK), start) or any(char.isupper() for char in word[1:]):
        return True
    end = words[position].end()
    if word.lower() in _OPENERS:
        return False
    is_followed = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return is_followed and not vocabulary.writes_small(word)


def _codes(text: str) -> Iterator[Term]:
    for match in _CODE.finditer(text):
        whole = match.group()
        parts = _NUMBERS.finditer(text, *match.span()) if _RANGE.fullmatch(whole) else [match]
        for part in parts:
            written = part.group()
            shape = re.sub(r"\d+", "0", written.lower().rstrip("+"))
            yield Term(Span(*part.span()), written, (written.lower(),), shape)


def _has_code(folded: str, code: str) -> bool:
    """Whether a text in small letters has a code, and not as a part of a longer one; joined numbers also apart."""
    if _has_whole(folded, code):
        return True
    return _JOINED.fullmatch(code) is not None and all(_has_whole(folded, part) for part in _NUMBERS.findall(code))


def _has_release(folded: str, code: str) -> bool:
    """Whether a text in small letters has a release of a version: 0.14.2 of "0.14"."""
    return _VERSION.fullmatch(code) is not None and re.search(rf"(?<![\w.]){re.escape(code)}\.\d", folded) is not None


def _has_whole(folded: str, code: str) -> bool:
    bare = re.escape(code.lower().rstrip("+"))
    by = re.sub(r"(?<=\d)[x×](?=\d)", r"\\s?(?:x|×|by)\\s?", bare)  # "64 by 64" is 64x64
    return re.search(rf"(?<![\w.]){by}(?![\w]|\.\d)", folded) is not None


def _words(text: str) -> Iterator[str]:
    return (match.group() for match in _WORD.finditer(text))
