"""Nouns that say what somebody is, by their form: "driver", "editor", "pianist"."""

from __future__ import annotations

from factcheck.claims.vocabulary import word_set

_PEOPLE = ("er", "or", "ist", "man", "woman", "ian", "ess", "eer", "smith")
_OFFICES = word_set("chair president chief judge executive head bishop king queen coach poet chef spokesperson")
_NO_PEOPLE = word_set(
    "number order matter letter chapter paper water winter summer september october november december after over under "
    "however former later earlier other another never ever per or for nor floor door color flavor process success "
    "business access address press stress computer server compiler parser printer counter filter error motor sensor "
    "quarter center corner border river tower power layer buffer pointer header folder timer"
)


def is_person_noun(word: str) -> bool:
    """Whether a noun in small letters is one for a person; things of the same endings are excluded by name."""
    return word in _OFFICES or (word.endswith(_PEOPLE) and word not in _NO_PEOPLE)
