"""From a name in the settings to a model."""

from __future__ import annotations

from factcheck.cache import Store
from factcheck.models import NliModel, RememberedNli
from factcheck.nli.base import Nli
from factcheck.nli.cross_encoder import CrossEncoderNli
from factcheck.settings import BUNDLED, NO_NLI, Settings


def load_nli(settings: Settings, store: Store | None = None) -> Nli | None:
    """The NLI model that the settings name, or None for "none".

    Args:
        settings: Which model.
        store: A cache for the bundled model's scores; it is then loaded only when a pair is new.

    Raises:
        ModelError: The weights cannot be loaded, or the model does not tell entailment from the rest.
        UsageError: The name needs an extra that is not installed.
    """
    if settings.nli == NO_NLI:
        return None
    if settings.nli == BUNDLED:
        return NliModel.load(settings.threads) if store is None else RememberedNli(settings.threads, store)
    return CrossEncoderNli(settings.nli)
