"""Where the sentences of a running English text end.

Each full stop, question or exclamation mark before a blank is judged by the word before it and the word behind it, in
one pass. What stands in quotation marks or brackets within a sentence belongs to that sentence, however many stops it
has: a quotation stays with the words that tell who said it. Sentences that stand in marks by themselves are parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.abbreviations import (
    CALENDAR,
    CLIPPED,
    DAYS,
    LEAD_INS,
    MONTHS,
    NAME_ENDS,
    REFERENCES,
    SPEECH_VERBS,
    STARTERS,
    STREETS,
    TITLES,
    UNITS,
    ZONES,
)
from factcheck.document import Span

_STOPS = ".!?…؟।"
_CLOSERS = "\"'”’»)\\]}"
_QUOTES = frozenset("\"'”’»")
# Marks of a footnote stand behind the stop, with or without a blank; so do smileys.
_NOTE = r"(?:\s?\[(?:\d{1,3}|[a-z]|[a-z ]{1,30} needed)\]|[¹²³⁰⁴-⁹*†‡]+|\s[:;]-?[)(DP](?!\w))"
# A run of stops, perhaps spaced ("...", ". . .", "?!"), what closes with it, and the blank behind. The looks back and
# the possessive repeats keep the search linear in a long run.
_STOP = re.compile(
    rf"(?<![{_STOPS}])(?<![{_STOPS}] )(?P<stop>[{_STOPS}]++(?: [{_STOPS}]++(?=[\s{_CLOSERS}]|$))*+)"
    rf"(?P<closers>(?:[{_CLOSERS}]|{_NOTE})*+)(?:\s+|$|(?=[A-Z“\"(]))"
    r"|[。！？]++[」』”’）]*+\s*+"
)
_NEXT = re.compile(r"(?P<marks>[^\w\s]{,12}+\s?+[^\w\s]{,12}+)(?P<word>\w[\w'’-]{,30})?")
_PLAIN_END = re.compile(r"(?:[a-z]{2}|\d)$")
_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,3})+$")  # "U.S", "a.m", "Ph.D"
_ITEM = re.compile(r"\W*(?:(?:[A-Z][a-z]{2,6} )?\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,4})$")  # "2.1", "Figure 3"
_FIRST_ITEM = frozenset({"1", "a", "A", "i", "I"})
_ROMAN_OR_LETTER = re.compile(r"[A-Z]$|[IVXLC]+$")
_SPEAKER = re.compile(rf"(?:[^\W\d_a-z][\w.'’-]{{,20}} ){{1,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
_VOWEL = re.compile(r"[aeiouyàâäáæåèéêëìíîïòóôöøùúûü]", re.IGNORECASE)
_MARK = re.compile(r"[\"“”„«»()\[\]]")
_CLOSES = {"”": "“", "»": "«", ")": "(", "]": "["}
_REACH = 1000  # characters; marks further apart are no pair
_LOOK_AHEAD = 20  # characters
_LOOK_BACK = 48  # characters; enough for two words
_LONGEST_ITEM = 12  # characters of "Figure 12" with its opening mark
_KNOWN = TITLES | NAME_ENDS | MONTHS | DAYS


def segments(text: str) -> list[Span]:
    """The places of the sentences of a running text, from one's start to the next one's."""
    found: list[Span] = []
    groups = _Groups(text)
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and not groups.hold(stop, start) and _ends(text, stop, start):
            found.append(Span(start, stop.end()))
            start = stop.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


@dataclass(slots=True)
class _Groups:
    """What stands in quotation marks or brackets, in order of place."""

    text: str
    pairs: list[Span] = field(init=False)
    next: int = 0
    """Index of the first pair that has not been looked at."""
    held: int = 0
    """Where the groups that stand within a sentence end, as far as they are known."""

    def __post_init__(self) -> None:
        self.pairs = sorted(_pairs(self.text))

    def hold(self, stop: re.Match[str], start: int) -> bool:
        """Whether a stop stands inside a group that belongs to the sentence that began at `start`."""
        while self.next < len(self.pairs) and self.pairs[self.next].start < stop.start():
            pair = self.pairs[self.next]
            self.next += 1
            if pair.end > self.held and not self._stands_alone(pair, start):
                self.held = pair.end
        return (stop.end("closers") if stop["stop"] else stop.end()) < self.held

    def _stands_alone(self, pair: Span, start: int) -> bool:
        text = self.text
        if pair.start != start or text[pair.end - 2] not in _STOPS:
            return False
        following = _NEXT.match(text, pair.end + 1)
        if pair.end >= len(text) or following is None or not following["word"]:
            return True
        return text[pair.end].isspace() and not (following["word"][0].islower() or _SPEAKER.match(text, pair.end + 1))


def _pairs(text: str) -> Iterator[Span]:
    """The pairs of marks. Marks of one kind are paired inside out; one that finds no partner stands for nothing."""
    opened: dict[str, list[int]] = {'"': [], "“": [], "«": [], "(": [], "[": []}
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark[0]
        if char == '"':
            opens = (not at or not text[at - 1].isalnum()) and text[at + 1 : at + 2].strip() != ""
            if opens and (not opened[char] or text[at - 1].isspace()):  # what it left open was never closed
                opened[char] = [at]
                continue
        elif char not in _CLOSES:
            opened["“" if char == "„" else char].append(at)
            continue
        places = opened[_CLOSES.get(char, char)]
        if places and at - (began := places.pop()) <= _REACH:
            yield Span(began, at + 1)


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether a sentence that began at `start` ends at a stop."""
    marks = stop["stop"]
    if marks is None:  # a wide stop of Chinese or Japanese
        return True
    following = _NEXT.match(text, stop.end())
    if following is None or not following["word"]:  # a symbol of more than a few marks, or none but marks to come
        return any(char.isalnum() for char in text[stop.end() : stop.end() + _LOOK_AHEAD])
    before = text[max(start, stop.start() - _LOOK_BACK) : stop.start()].rsplit(None, 2)
    word = before[-1].lstrip("\"'“‘«([{—–-") if before else ""
    if not stop[0][-1].isspace():
        return _is_unspaced_end(text, stop, word, following)
    after = following["word"]
    closed = stop["closers"]
    quoted = bool(_QUOTES & set(closed))
    small = after.islower() and not text.startswith("://", following.end())  # "iPhone" is a name
    dashed = any(dash in following["marks"] for dash in "–—-")
    if (small and (closed or dashed)) or (dashed and after not in STARTERS):  # "– Jo Lund" tells who spoke
        return False
    if (len(marks) > 1 and set(marks) <= set(". …")) or marks == "…":
        return not small and not after[0].isdigit()
    if marks != ".":
        if small:
            return len(marks) > 1 or marks == "?" or not word[:1].isupper()
        return not (quoted and _SPEAKER.match(text, stop.end()))
    previous = before[-2] if len(before) > 1 else ""
    if stop.start() - start <= _LONGEST_ITEM and _ITEM.match(text[start : stop.start()]):
        return False
    if previous.endswith(":") and word in _FIRST_ITEM:
        return False
    is_initial = len(word) == len(after) == 1 and text.startswith(".", following.end())  # "R. A. Lund", no article
    return not is_initial and _ends_at(_cased(word), previous, re.split("['’]", after)[0], small=small)


def _cased(word: str) -> str:
    """An abbreviation of a line in capitals as it is written elsewhere. What opens a sentence cannot be told there."""
    return word.title() if len(word) > 1 and word.isupper() and word.title() in _KNOWN else word


def _is_unspaced_end(text: str, stop: re.Match[str], word: str, following: re.Match[str]) -> bool:
    """Whether a stop ends a sentence though no blank follows; names of files, sites and programs have stops too."""
    after = following["word"]
    if text[following.end() : following.end() + 1] not in ("", " ", ",", "’", "'"):
        return False
    if stop["closers"]:
        return bool(_QUOTES & set(stop["closers"])) and after[0].isupper() and len(word) > 1
    if (len(after) > 1 and not after[1].islower()) or not _PLAIN_END.search(word) or re.search(r"[/@=_\\:]", word):
        return False
    return stop["stop"] != "." or after in STARTERS


def _ends_at(word: str, previous: str, after: str, *, small: bool) -> bool:
    """Whether a single full stop ends a sentence.

    Args:
        word: What stands right before it.
        previous: The word before that.
        after: The word behind it.
        small: Whether that begins with a small letter.
    """
    if _LETTERS.match(word):
        return not small and _ends_at_letters(word.lower(), after)
    if len(word) == 1 and word.isalpha():
        return not small and (word == "I" or after in STARTERS)  # "Plan C. It"; else an initial
    lower = word.lower()
    if lower in LEAD_INS:
        return False
    number = after[0].isdigit()
    if lower in REFERENCES and (number or (_ROMAN_OR_LETTER.match(after) and after not in STARTERS)):
        return False
    if word in TITLES or word in NAME_ENDS:
        if word not in NAME_ENDS or (word in TITLES and not previous[:1].isupper()):
            return False
        return after in STARTERS or (word in STREETS and after in TITLES)
    if word in MONTHS or word in DAYS:
        return not small and not number and not (word in DAYS and after in CALENDAR)
    measured = previous[-1:].isdigit() or previous in ("a", "per")
    if small or number:
        clipped = lower in CLIPPED or (lower in UNITS and measured)
        return not clipped and (number or not _looks_clipped(word))
    if lower in CLIPPED and lower != "etc":
        return after in STARTERS
    # A consonant cluster with one capital is a title or the like ("Hptm. Braun"); "BBC." is a name.
    return after in STARTERS or not (word.istitle() and word.isalpha() and not _VOWEL.search(word))


def _ends_at_letters(word: str, after: str) -> bool:
    """Whether the stop of "U.S.", "a.m." or "Ph.D." ends a sentence too, before a capital or number."""
    if word in LEAD_INS or after[0].isdigit():
        return False
    if word in ("a.m", "p.m"):
        return not (after in CALENDAR or after in ZONES or (len(after) > 1 and after.isupper()))
    return after in STARTERS


def _looks_clipped(word: str) -> bool:
    """Whether a word before a stop and a small letter looks like an abbreviation or a number."""
    if not word or not word[-1].isalpha():
        return True
    return not word.isupper() and (not _VOWEL.search(word) or (word[0].isupper() and len(word) <= 4))
