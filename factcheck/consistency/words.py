"""Words brought to a form in which two sentences can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.quantities.nouns import singular
from factcheck.quantities.wordlist import word_set

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP = word_set(
    """
    a an the this that these those my your his her its our their some any each every all both either neither no not
    and or but nor so yet if because although though while when where who whom whose which what why how than as then
    of in on at to for by from with without within into onto upon over under above below between among against during
    before after since until till through throughout across along around about near off out per via amid despite
    i you he she it we they me him them us here there is are was were be been being am has have had having do does did
    will would shall should can could may might must said says say told tells according only just even still already
    very quite now
    """
)
_CLASSES = {
    "UP": "rise rises rose risen rising up increase increases increased increasing grow grows grew grown growing climb "
    "climbs climbed climbing jump jumps jumped gain gains gained soar soars soared surge surges surged higher more",
    "DOWN": "fall falls fell fallen falling down decrease decreases decreased decreasing drop drops dropped dropping "
    "decline declines declined declining sink sinks sank shrink shrinks shrank slip slips slipped slide slid plunge "
    "plunges plunged lower fewer less",
    "KILL": "kill kills killed killing die dies died dying dead death deaths fatality fatalities",
    "HURT": "injure injures injured injury injuries wound wounds wounded hurt",
    "ARREST": "arrest arrests arrested arresting detain detains detained custody",
    "MISSING": "missing disappeared",
    "RESCUE": "rescue rescues rescued rescuing save saves saved free freed frees",
    "WIN": "win wins won winning",
    "SELL": "sell sells sold selling sale sales",
    "LEAVE": "leave leaves left leaving",
    "LOSE": "lose loses lost losing loss losses",
    "BUY": "buy buys bought buying",
    "BUILD": "build builds built building",
    "HOLD": "hold holds held holding",
    "FIND": "find finds found finding",
    "PAY": "pay pays paid paying",
    "GET": "get gets got getting",
    "GIVE": "give gives gave given giving",
    "TAKE": "take takes took taken taking",
    "MAKE": "make makes made making",
    "BRING": "bring brings brought bringing",
    "SEND": "send sends sent sending",
    "STEAL": "steal steals stole stolen stealing",
    "SPEND": "spend spends spent spending",
    "COST": "cost costs",
    "RUN": "run runs ran running runner runners",
}
"""Words that say one thing in several forms; irregular verbs mostly, since endings are cut by rule."""
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
FATES = frozenset({"KILL", "HURT", "ARREST", "MISSING", "RESCUE"})
"""What tells people of one group from those of another: the killed are not the injured."""
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "ly", "s", "e", "y")
_STEM = 3
_LONGEST = 6
_OTHER = word_set(
    """
    another other others second third fourth fifth further additional also again earlier previous previously former
    separate similar initially originally initial expected forecast planned projected target same average typical
    """
)
"""Words that tell one thing from another of its sort."""
_WHEN = word_set("first last next later then would could new old early late both total half each usually normally")
"""Words that may do so, or tell one time from another."""


def words(text: str) -> list[str]:
    """The words of a text as written."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """A word's stem: its class for irregular words, else its beginning without the usual endings."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if low in _CLASS:
        return _CLASS[low]
    low = singular(low)
    if low in _CLASS:
        return _CLASS[low]
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _STEM:
            low = low[: -len(ending)]
            break
    return low[:_LONGEST]


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in words(text) if word.lower() not in _STOP and len(word) > 1]


@lru_cache(maxsize=4096)  # a sentence is held against many
def names(text: str) -> frozenset[str]:
    """The capitalised words of a sentence that are no function words, its first word left out."""
    return frozenset(word for word in words(text)[1:] if word[0].isupper() and word.lower() not in _STOP)


def share_a_name(one: str, other: str) -> bool:
    """Whether two sentences have a name in common; a first word counts where it is a name in the other sentence."""
    mine, theirs = names(one), names(other)
    return bool(mine & theirs or (_first(one) | _first(other)) & (mine | theirs))


@lru_cache(maxsize=4096)
def _first(text: str) -> frozenset[str]:
    """The first word of a sentence, if it is no function word."""
    return frozenset(word for word in words(text)[:1] if word.lower() not in _STOP)


def others(text: str) -> frozenset[str]:
    """The words of a text that tell one thing from another of its sort."""
    return frozenset(word.lower() for word in words(text)) & _OTHER


def apart(text: str) -> frozenset[str]:
    """The words of a text that may tell one thing or time from another."""
    return frozenset(word.lower() for word in words(text)) & (_OTHER | _WHEN)


def fates(text: str) -> frozenset[str]:
    """What a text says that happened to people."""
    return frozenset(stem(word) for word in words(text)) & FATES
