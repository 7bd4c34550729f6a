"""What a clause takes over from the clause that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claim import Modality
from factcheck.claims.draft import Pieces
from factcheck.claims.inflection import Tense


@dataclass(frozen=True, slots=True)
class Frame:
    """The setting of a clause.

    Attributes:
        subject: The subject to use where the clause has none.
        plural: Whether that is plural.
        tense: The tense to give a participle.
        antecedent: What a relative pronoun stands for; empty in a clause that is not relative.
        attribution: Who is said to have said it; empty when nobody else did.
        modality: The stance of whoever said it.
        condition: What must hold for it too: "If it rains, the road closes and the bus stops".
    """

    subject: Pieces = ()
    plural: bool = False
    tense: Tense = Tense.PAST
    antecedent: Pieces = ()
    attribution: Pieces = ()
    modality: Modality = Modality.ASSERTED
    condition: Pieces = ()
