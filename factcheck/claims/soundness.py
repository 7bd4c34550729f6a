"""Claims that cannot be sentences, whatever the parser made of them: they end or begin in the middle of a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.vocabulary import word_set

_HANGING = word_set("to of the a an and or nor than because whose which who whom that if unless although while at into")
_RELATIVE = word_set("which whom whose")
_LEADING = word_set("in of on at to for by from with under over through during after before")


def is_sound(words: Sequence[str]) -> bool:
    """Whether words, in small letters and without marks at their ends, may be a sentence.

    "The inquiry is due to" and "In which the mayor won" are none; "Which" may open a question alone.
    """
    told = [word for word in words if any(c.isalnum() for c in word)]
    if len(told) < 2:
        return False
    opens = told[0] in _RELATIVE or (told[0] in _LEADING and told[1] in _RELATIVE)
    return not opens and told[-1] not in _HANGING
