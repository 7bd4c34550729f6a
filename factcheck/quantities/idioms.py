"""Phrases with a number word in them that count nothing: "on cloud nine", "24/7", "at first"."""

from __future__ import annotations

from factcheck.quantities.number_words import DENOMINATORS, NUMBER_WORDS, ORDINALS
from factcheck.quantities.tokens import Token

_PHRASES = """
at first hand; at first glance; at first sight; at first; first of all; first and foremost; in the first place
first hand; first-hand; first aid; first lady; first name; first names; first-class; first place; first-rate
first party; first-party; first things first; first come, first served; first principles; first person; first fiddle
on second thoughts; second thoughts; second thought; second nature; second to none; second hand; second-hand
second-class; second wind; second-rate; second-guess; second fiddle; split second; wait a second; just a second
third party; third parties; third-party; third world; third degree; third time lucky; third-rate
at one time; fifth column; sixth sense; seventh heaven; at the eleventh hour; eleventh hour
zero in; zeroed in; zeroing in; zero tolerance; zero-sum; zero-day; ground zero; net zero; net-zero
back to square one; square one; day one; number one; number two; once in a while; once upon a time
one day; one by one; one after another; one another; one or two; one thing; one more thing; for one thing; no one
one and all; one and only; one way; one way or another; one-size-fits-all; one in a million; one of these days
at one point; on the one hand; one-off; one-way; one-sided; one-time; one-on-one; one-stop; one-liner; one of a kind
two of a kind; ten to one; nine to five; nine times out of ten; at sixes and sevens; cloud nine; on cloud nine
in two minds; two-way; two-faced; two cents; on all fours; all fours; six feet under; forty winks; six of one
to the nines; nineteen to the dozen; a dime a dozen; baker's dozen; twenty-twenty; 20/20; 50/50; 50-50; 9/11
twenty-four seven; 24/7; 24-7; fifty-fifty; multi-million; multi-billion; multi-thousand; a thousand thanks
a million thanks; thousand thanks; a million miles; thanks a million; a thousand times; million-dollar question
four-by-four; two-by-four; two-for-one; 2-for-1; one-to-one
half-hearted; half-heartedly; half-brother; half-sister; half way; half-way; half-baked; half-life; half-term
half term; half time; half-time; at half mast; half-mast; half-marathon; half marathon; half the battle; better half
at once; all at once; for once; once and for all; once again; once more
double standard; double standards; double-edged; double-decker; double bass; double bed; double room; double check
double-check; double figures; double digits; double-digit; double-figure; triple jump; treble clef
"""
_NUMERIC = NUMBER_WORDS | frozenset({*ORDINALS, *DENOMINATORS, "once", "double", "triple", "treble"})


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").replace("/", " / ").replace(",", " ,").split())


def _anchors() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The phrases by their first numeric word, with its place in them, the longest first."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for line in _PHRASES.strip().split("\n"):
        for phrase in map(_split, line.split(";")):
            at = next((k for k, word in enumerate(phrase) if word in _NUMERIC or word.isdecimal()), 0)
            found.setdefault(phrase[at], []).append((at, phrase))
    for listed in found.values():
        listed.sort(key=lambda entry: -len(entry[1]))
    return found


_BY_NUMBER = _anchors()
IDIOM_WORDS = frozenset(_BY_NUMBER)
"""The words by which idioms are found."""


def read_idiom(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """Where the idiom around the numeric word at token `i` begins and ends, or None."""
    for at, phrase in _BY_NUMBER.get(tokens[i].low, ()):
        first = i - at
        if first >= 0 and all(
            token.low == word for token, word in zip(tokens[first : first + len(phrase)], phrase, strict=True)
        ):
            return first, first + len(phrase)
    return None
