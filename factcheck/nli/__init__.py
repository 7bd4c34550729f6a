"""Natural language inference: (premise, hypothesis) pairs to probabilities, whatever runs the model."""

from factcheck.nli.base import CONTRADICTION, ENTAILMENT, NEUTRAL, Nli
from factcheck.nli.load import load_nli

__all__ = ["CONTRADICTION", "ENTAILMENT", "NEUTRAL", "Nli", "load_nli"]
