"""How severe a finding is that rests on a judgement: an error where that is sure enough, else a warning.

A gate that fails on guesses is switched off. So what the model or the fusion is unsure of is reported, but fails
nothing unless `--fail-level warning` asks for it. The bounds are where `training.verdicts.fit` measures them.
"""

from __future__ import annotations

from factcheck.evidence import QuantityVerdict, Verdict, VerdictLabel
from factcheck.report import Level

CLAIM = 0.8
"""Confidence from which a claim that is called contradicted is so nine times in ten."""
NUMBER = {VerdictLabel.CONTRADICTED: 0.4, VerdictLabel.UNVERIFIED: 0.6}
"""The same of numbers, by what they are called: two times in three, and three in four."""


def is_sure(judged: Verdict | QuantityVerdict) -> bool:
    """Whether a claim that is called contradicted, or a number that is not supported, is so surely enough."""
    return judged.confidence >= (CLAIM if isinstance(judged, Verdict) else NUMBER[judged.label])


def level(usual: Level, judged: Verdict | QuantityVerdict) -> Level:
    """A finding's level.

    Args:
        usual: The rule's own level.
        judged: The verdict that the finding rests on.
    """
    return usual if is_sure(judged) else min(usual, Level.WARNING, key=lambda one: one.rank)
