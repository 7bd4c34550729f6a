"""The words around quantities: what ties a claim's number to the numbers of a passage that it may be computed from.

Nouns alone are not enough: "of 64 people 49 were lowered on ropes" leaves open what the 49 are, and a passage has many
numbers of one noun. The words of the clauses that the operands stand in tell whether they speak of what the claim
speaks of, and the words between them which of two values is the older.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.claim import Quantity
from factcheck.quantities.comparing import against, compared_sides, is_left, plain
from factcheck.quantities.nouns import singular
from factcheck.quantities.numerals import is_numeral
from factcheck.quantities.ways import FALLS, RISES, Direction, changes, direction, unhedged
from factcheck.quantities.wordlist import WORD, word_set

_STEM = 5
"""Letters by which two forms of a word are one: "employs" and "employees"."""
SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")
_PAUSE = re.compile(r"[.;:,!?](?=\s|$)|[()\n—|]|\s[–-]\s")
_BRACKET = re.compile(r"\([^()]*$")
_WHOLE = re.compile(r"\s*(?:out )?of (?:the |its |his |her |their |all |a )*", re.IGNORECASE)
_FAR = 600
"""Characters on either side of a quantity that are looked at."""
_BEHIND = 30
"""How many characters behind a number tell what it is compared with."""
_EMPTY = word_set(
    """
    more than most less least fewer fewest much many some such also only even just still about around nearly almost
    over under with from that this these those they them their there which were what when where while whom whose who
    after before been being have has had will would could should does into onto upon between during other another
    each every both either neither none all any per cent percent percentage point points year years month months week
    weeks day days hour hours minute minutes times said says say according number numbers total part rest
    the and but for not nor was are its his her our she him you has had did does can may who how why one two out off
    yet per via than then now ago too
    """
)
_DIFFERS = word_set(
    """
    more fewer less other another additional extra further remaining higher lower longer shorter older younger
    dearer cheaper warmer colder cooler hotter taller heavier lighter faster slower above below ahead behind clear gap
    difference margin exceed exceeds exceeded outnumber outnumbered rest left majority remain remained remains lose
    loses lost losing missed missing without surplus deficit shortfall lead unspent unsold unpaid unused removed
    removes eliminated discarded deleted
    """
)
_REMAINS = word_set("other rest remaining remain remains remained left without not unspent unsold unpaid unused")
_TOTALS = word_set(
    "total all altogether together combined overall sum summed whole entire both between totalled totaled totals"
)
_AVERAGES = word_set("average averaged averages mean each apiece every per")
_EACH_OF = re.compile(r"\b(?:the|its|his|her|their) (?:two|three|four|five|six)\b(?! of)", re.IGNORECASE)
"""What has together what each of them has: "the two plants employ"."""
_ADDS_UP = re.compile(r"\badd(?:s|ed)? up to\b|\b(?:in|for) all\b", re.IGNORECASE)
_EARLIER = word_set("before earlier previous previously already prior")
_SINCE = re.compile(r"\b(?:since|from|than in|compared with|against)\s+(?:in\s+)?(?P<when>[A-Z]\w+)")
_AND = re.compile(r"\s*(?:,|(?:,\s*)?and|&)\s*", re.IGNORECASE)
_OF_THAT = re.compile(r"\s+(?:that|those|the (?:figure|value|number|output|level)|what) (?:of|in|for)\b", re.IGNORECASE)
_OF_INITIAL = re.compile(r"\s+of (?:the |its |their )?(?:initial|original|former|previous|earlier|starting)\b", re.I)
_STEP = re.compile(r"\b(?:by|all but) (?:about |around |some |nearly |almost )?$", re.IGNORECASE)
_THE_REST = re.compile(r"[^.]{0,80}\b(?:the rest|the remainder|(?:all )?the others)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:remaining|other) \S+(?: \S+)?$", re.IGNORECASE)
_OF_THE = re.compile(r"(?:^|[.;:,(]\s*)(?:out )?of (?:the |its |their |his |her |all )*$", re.IGNORECASE)
"""What opens a sentence with a whole of which it goes on to tell a part: "of the 400 alerts raised, only 31 …"."""
_OF_THEM = re.compile(r"\bof (?:them|whom|which|those|these)$", re.IGNORECASE)
_NEWER_FIRST = re.compile(
    r"\b(?:from|against|than|compared|previously|instead of)\b"
    r"|\b(?:ago|earlier|before|previous\w*|last \w+|then|it|that),? (?:it )?was\b|\($",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"(?:\s[a-z]+){0,2}\s(?:in|by|of)\s(?:[A-Z][a-z]+\s)?((?:19|20)\d\d)\b")
"""The year behind a value: "410 megawatts in 2019"."""
_NEXT_NAME = re.compile(r"\s*[,;]\s*(?:and\s+)?(?:[A-Z][\w’'-]*\s*){1,3}[:(]?\s*")
"""What stands between the values of two names of a list: "Mykines 104,000, Nólsoy 68,000"."""
_MOVED_BY = re.compile(
    r"[^.;,\s]+\s(?:[a-z/]+\s){0,2}(?:(?P<up>up|more|above|higher)|down|fewer|less|below|lower)\s(?:on|than)?\s?"
    r"(?:in |the |a |last |its )?(?:[A-Z]|(?:same |previous )?(?:year|month|week|day|quarter|season|decade|before)\b"
    r"|\d{4}\b)"
)
"""What makes of a number how far the one before it has moved."""
_FORESEEN = word_set(
    "expected forecast forecasts predicted planned budgeted budget target targets targeted estimated projected hoped"
)
_OLDER_FIRST = re.compile(r"\bto\b|→|->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words say of a claim's quantity and of the quantities of one passage.

    Attributes:
        stems: Of the claim's words that carry meaning.
        direction: Which way the claim says that a value went.
        changes: Whether the claim speaks of a change.
        differs: Whether it speaks of a difference or a remainder.
        remains: Whether it speaks of what is left of a whole.
        against: Which way its quantity tells that one differs from another, or None: "39% more than", "a fifth off".
        left: Whether its quantity is the value before a change: "up from five".
        totals: Whether it speaks of a total.
        averages: Whether it speaks of what each has on average.
        earlier: Whether it speaks of what came before.
        since: The stems of the times that it compares with: "since March".
        around: For each quantity of the passage the stems of its sentence.
        near: The same of the part of the sentence between commas, semicolons and brackets.
        parts: For each quantity of the passage whether it is a part of the one before it ("49 of them").
        rests: For each whether it is what is left of a whole ("the remaining 2,110", "the other 40").
        places: Where each stands in the passage's text.
        text: The passage.
        sides: The words of what the claim compares and of what it compares that with: "as many women as men".
    """

    stems: frozenset[str]
    direction: Direction
    changes: bool
    differs: bool
    remains: bool
    against: Direction | None
    left: bool
    totals: bool
    averages: bool
    earlier: bool
    since: frozenset[str]
    around: tuple[frozenset[str], ...]
    near: tuple[frozenset[str], ...]
    parts: tuple[bool, ...]
    rests: tuple[bool, ...]
    places: tuple[tuple[int, int], ...]
    text: str
    sides: tuple[frozenset[str], frozenset[str]]

    def shared(self, operands: Sequence[int]) -> int:
        """How many of the claim's words the operands' sentences hold."""
        return len(self.stems & frozenset().union(*(self.around[i] for i in operands)))

    def ties(self, operands: Sequence[int]) -> int:
        """How closely operands are tied to the claim and to each other: more where words stand nearer."""
        if not operands:
            return 0
        near = len(self.stems & frozenset().union(*(self.near[i] for i in operands)))
        first, last = min(operands), max(operands)
        whole = any(self.part(i, j) for i in operands for j in operands if i != j)
        return 2 * near + self.shared(operands) + 2 * whole + (last - first < len(operands))

    def names_each(self, operands: Sequence[int]) -> bool:
        """Whether the claim has a word of each operand that stands near no other: "high or critical"."""
        for i in operands:
            others = frozenset().union(*(self.near[j] for j in operands if j != i))
            if not self.stems & (self.near[i] - others):
                return False
        return True

    def lists(self, run: Sequence[int]) -> bool:
        """Whether nothing but commas and "and" stands between some neighbours: "four golds, two silvers"."""
        return all(_AND.fullmatch(self.between(i, i + 1)) is not None for i in run[:-1])

    def swapped(self, one: int, other: int) -> bool:
        """Whether of two quantities, a multiple and its base, each is told of what the claim has on the other side."""
        for part in (self._words_behind, self._words_before):
            mine, theirs = part(one, other), part(other, one)
            leans = [
                len(words & self.sides[0]) - len(words & self.sides[1]) for words in (mine - theirs, theirs - mine)
            ]
            if any(leans):
                return leans[0] < 0 < leans[1]
        return False

    def _words_behind(self, i: int, other: int) -> frozenset[str]:
        end, start = self.places[i][1], self.places[other][0]
        return plain(_PAUSE.split(self.text[end : start if start >= end else end + _FAR], maxsplit=1)[0])

    def _words_before(self, i: int, other: int) -> frozenset[str]:
        start, end = self.places[i][0], self.places[other][1]
        return plain(self.text[end if end <= start else 0 : start])

    def names_only(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Whether the claim has a word right behind each of some quantities, and none behind the others.

        As in "training and validation" of "50,000 for training, 5,000 for validation and 10,000 for testing".
        """
        named = {i: bool(self.stems & self._behind(i)) for i in (*some, *others)}
        return all(named[i] for i in some) and not any(named[i] for i in others)

    def _behind(self, i: int) -> frozenset[str]:
        """The stems of what stands between a quantity and the next one or the next mark."""
        end = self.places[i][1]
        later = [start for start, _ in self.places if start >= end]
        return stems(_PAUSE.split(self.text[end : min(later, default=end + _FAR)], maxsplit=1)[0])

    def parted(self, one: int, other: int) -> bool:
        """Whether two quantities stand in two sentences."""
        return SENTENCE_END.search(self.between(min(one, other), max(one, other))) is not None

    def leaves(self, small: int, big: int) -> bool:
        """Whether a sentence goes on to tell of what a part leaves of the whole: "of 32 nine left, the rest stayed"."""
        last = max(small, big)
        return not self.parted(small, big) and _THE_REST.match(self.text[self.places[last][1] :]) is not None

    def part(self, small: int, big: int) -> bool:
        """Whether one is told as a part of the other: "24 of the 27", "64 people … 49 of them", "23% (Aurora 14%)"."""
        if small > big:
            bracket = small == big + 1 and _BRACKET.search(self.between(big, small)) is not None
            return self.parts[small] or bracket
        return small + 1 == big and _WHOLE.fullmatch(self.between(small, big)) is not None

    def between(self, first: int, second: int) -> str:
        """The text between two quantities, the first of which stands before the second."""
        return self.text[self.places[first][1] : self.places[second][0]]

    def compared(self, one: int, other: int) -> bool:
        """Whether two neighbours are told with their difference: "214,000 tonnes, 1,000 above the advice"."""
        first, second = min(one, other), max(one, other)
        if second != first + 1 or SENTENCE_END.search(self.between(first, second)):
            return False
        behind = self.text[self.places[second][1] : self.places[second][1] + _BEHIND].lower()
        return bool(_DIFFERS & set(WORD.findall(behind)[:2]))

    def way(self, i: int) -> int:
        """Whether the words before a quantity, in its part of the sentence, say that it went up (1) or down (-1)."""
        start = self.places[i][0]
        first, _ = around(self.text, self.places[i], _PAUSE, _BEHIND)
        words = set(WORD.findall(self.text[first:start].lower()))
        return bool(words & RISES) - bool(words & FALLS)

    def of_that(self, i: int) -> bool:
        """Whether a multiple or share tells how a value stands to another's: "twice that of the previous one"."""
        return _OF_THAT.match(self.text, self.places[i][1]) is not None

    def loses(self, i: int) -> bool:
        """Whether the claim tells what was lost and a quantity what is left: "97.2% of the initial value"."""
        return bool(self.stems & _LOSS) and _OF_INITIAL.match(self.text, self.places[i][1]) is not None

    def step(self, i: int) -> int:
        """Which way a quantity says that the one before it went: 1 "34 more than in May", -1 "64 down on May"."""
        found = _MOVED_BY.match(self.text, self.places[i][0])
        if found is None or i == 0 or self.parted(i - 1, i):
            return 0
        return 1 if found["up"] else -1

    def of_two_names(self, one: int, other: int) -> bool:
        """Whether two neighbours are the values of two names of a list, and so none the older value of the other."""
        first, second = min(one, other), max(one, other)
        return second == first + 1 and _NEXT_NAME.fullmatch(self.between(first, second)) is not None

    def foreseen(self, i: int) -> bool:
        """Whether a quantity is what somebody expected, of which the claim says nothing."""
        first, last = around(self.text, self.places[i], _PAUSE, _FAR)
        told = set(WORD.findall(self.text[first:last].lower())) & _FORESEEN
        return bool(told) and not self.stems & stems(" ".join(_FORESEEN))

    def older(self, one: int, other: int) -> int | None:
        """Which of two quantities is the older value of one thing, where the words between them tell."""
        first, second = min(one, other), max(one, other)
        between = self.between(first, second)
        one_year, other_year = (_IN_YEAR.match(self.text, self.places[i][1]) for i in (first, second))
        if one_year and other_year and one_year[1] != other_year[1]:
            return first if one_year[1] < other_year[1] else second
        if SENTENCE_END.search(between):
            dated = [i for i in (one, other) if self.since & self.around[i]]
            return dated[0] if len(dated) == 1 else None
        if _NEWER_FIRST.search(between):
            return second
        return first if _OLDER_FIRST.search(between) else None


def wording(claim_text: str, claim: Quantity, passage: str, sources: Sequence[Quantity], about: str = "") -> Wording:
    """The words of a claim and of a passage, as arithmetic needs them.

    Args:
        claim_text: The claim.
        claim: Its quantity.
        passage: The text of a passage.
        sources: Its quantities, by place; their spans may be offsets in a file, so they are found by their words.
        about: What the whole passage is about: the title that it stands under.
    """
    words = unhedged(claim_text)
    places = places_in(passage, sources)
    return Wording(
        stems(claim_text), direction(words), changes(words), bool(words & _DIFFERS) or _is_step(claim_text, claim),
        bool(words & _REMAINS), against(claim_text, claim),
        is_left(claim_text, claim), _is_total(claim_text), bool(words & _AVERAGES),
        bool(words & _EARLIER),
        compared_with(claim_text),
        tuple(_part(passage, place, SENTENCE_END) | stems(about) for place in places),
        tuple(near_stems(passage, place) for place in places),
        tuple(_is_part(passage, places, i, source) for i, source in enumerate(sources)),
        tuple(_REST.search(passage[max(0, at - _BEHIND) : at] + passage[at:end]) is not None for at, end in places),
        tuple(places), passage, compared_sides(claim_text),
    )  # fmt: skip


def _is_part(passage: str, places: Sequence[tuple[int, int]], i: int, source: Quantity) -> bool:
    """Whether a quantity is told as a part of the one before it: "49 of them", "of the 400 alerts raised, only 31"."""
    if _OF_THEM.search(source.text) is not None:
        return True
    if i == 0 or SENTENCE_END.search(passage, places[i - 1][1], places[i][0]):
        return False
    return _OF_THE.search(passage[: places[i - 1][0]]) is not None and "," in passage[places[i - 1][1] : places[i][0]]


def _is_step(claim_text: str, claim: Quantity) -> bool:
    """Whether a claim's quantity is what something changed or won by, or all that is left out: "all but two"."""
    return _STEP.search(claim_text[: max(0, claim_text.find(claim.text))]) is not None


@lru_cache(maxsize=1024)
def compared_with(claim_text: str) -> frozenset[str]:
    """The stems of the times that a claim compares with: "since March"."""
    return frozenset().union(*(stems(found["when"]) for found in _SINCE.finditer(claim_text)))


@lru_cache(maxsize=1024)
def _is_total(claim_text: str) -> bool:
    return bool(unhedged(claim_text) & _TOTALS or _EACH_OF.search(claim_text) or _ADDS_UP.search(claim_text))


_LOSS = frozenset({"lose", "loses", "lost", "losin", "loss", "fell", "drop", "dropp", "shrin", "decli", "wore"})
"""Beginnings of words for what gets less."""


@lru_cache(maxsize=8192)
def near_stems(text: str, place: tuple[int, int]) -> frozenset[str]:
    """The stems of what stands around a place between commas, semicolons and brackets."""
    return _part(text, place, _PAUSE)


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's words that carry meaning."""
    return frozenset(
        singular(word)[:_STEM]
        for word in WORD.findall(text.lower())
        if len(word) > 2 and word not in _EMPTY and not is_numeral(word)
    )


def places_in(text: str, sources: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Where each quantity stands in a text, found by its words one behind the other.

    Args:
        text: The text.
        sources: Its quantities, by place; their spans may be offsets in a file.

    Returns:
        Start and end of each; the two are one where its words are not found.
    """
    found = []
    at = 0
    for source in sources:
        start = text.find(source.text, at)
        if start < 0:  # a claim begins with a capital what its sentence has in the middle
            found_at = re.compile(re.escape(source.text), re.IGNORECASE).search(text, at)
            start = found_at.start() if found_at else -1
        if start < 0:
            found.append((at, at))
            continue
        at = start + len(source.text)
        found.append((start, at))
    return found


def around(text: str, place: tuple[int, int], mark: re.Pattern[str], far: int) -> tuple[int, int]:
    """Where the part of a text between two marks begins and ends in which a place lies.

    Args:
        text: The text.
        place: Start and end.
        mark: What parts it.
        far: Most characters on either side to look at.
    """
    start, end = place
    floor, ceiling = max(0, start - far), min(len(text), end + far)
    first = max((found.end() for found in mark.finditer(text, floor, start)), default=floor)
    stop = mark.search(text, end, ceiling)
    return first, stop.start() if stop else ceiling


def _part(text: str, place: tuple[int, int], mark: re.Pattern[str]) -> frozenset[str]:
    """The stems of what stands around a place between two marks."""
    first, last = around(text, place, mark, _FAR)
    return stems(text[first:last])
