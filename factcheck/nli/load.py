"""From a name in the settings to a model."""

from __future__ import annotations

from factcheck.models import NliModel
from factcheck.nli.base import Nli
from factcheck.nli.cross_encoder import CrossEncoderNli
from factcheck.settings import BUNDLED, NO_NLI, Settings


def load_nli(settings: Settings) -> Nli | None:
    """The NLI model that the settings name, or None for "none".

    Raises:
        ModelError: The weights cannot be loaded, or the model does not tell entailment from the rest.
        UsageError: The name needs an extra that is not installed.
    """
    if settings.nli == NO_NLI:
        return None
    if settings.nli == BUNDLED:
        return NliModel.load(threads=settings.threads)
    return CrossEncoderNli(settings.nli)
