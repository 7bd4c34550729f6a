"""How long something lasted, which no source says: it is sought where sources tell when it began.

"The 31-hour siege" says no word of what a source has to say of its first hour. So the passages are asked for its
beginning, and read where the times that they tell are as far apart as the claim says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from factcheck.claim import Quantity, QuantityKind
from factcheck.quantities.wordlist import WORD
from factcheck.retrieval import Index, window
from factcheck.verdicts.comparisons import computed

SEARCHED = 6
"""Best snippets for a beginning that are looked at."""
_AS_ADJECTIVE = re.compile(r"-(?:second|minute|hour|day|week|month|year)(?:-long)?$", re.IGNORECASE)
_LASTED = re.compile(
    r"(?P<what>.*?)\s(?:lasted|lasts|went on|ran|continued|ended|was over)\s", re.IGNORECASE | re.DOTALL
)


def beginnings(claim_text: str, quantities: Sequence[Quantity], index: Index) -> list[tuple[int, float]]:
    """Snippets, with their fit, around which the length of what a claim speaks of is told by its beginning and end.

    Args:
        claim_text: The claim.
        quantities: Those of its own that no passage gives.
        index: Of the snippets.
    """
    found: dict[int, float] = {}
    for quantity in quantities:
        query = _asked(claim_text, quantity)
        if not query:
            continue
        fit = index.scores([query])[0]
        for at in map(int, np.argsort(-fit, kind="stable")[:SEARCHED]):
            if computed(claim_text, quantity, [window(index.snippets, at, before=1, after=1)]):
                found[at] = float(fit[at])
                break
    return list(found.items())


def _asked(claim_text: str, quantity: Quantity) -> str:
    """What to look for: that the thing began of which a quantity is the length; nothing where it is none."""
    if quantity.kind is not QuantityKind.DURATION:
        return ""
    at = claim_text.find(quantity.text)
    if at >= 0 and _AS_ADJECTIVE.search(quantity.text):
        behind = WORD.findall(claim_text[at + len(quantity.text) :])[:1]
        return f"The {behind[0]} began." if behind else ""
    lasted = _LASTED.match(claim_text if at < 0 else claim_text[: at + 1])
    return f"{lasted['what']} began." if lasted else ""
