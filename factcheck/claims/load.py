"""From a name in the settings to a splitter."""

from __future__ import annotations

from factcheck.cache import Store
from factcheck.claims.bundled import BundledSplitter
from factcheck.claims.splitter import Splitter
from factcheck.claims.whole import SentenceSplitter
from factcheck.errors import UsageError
from factcheck.models import ParserModel, RememberedParser
from factcheck.settings import BUNDLED, SENTENCE, Settings


def load_splitter(settings: Settings, store: Store | None = None) -> Splitter:
    """The splitter that the settings name.

    Args:
        settings: Which one.
        store: A cache for parses; the parser is then loaded only when a sentence is new.

    Raises:
        ModelError: The parser's weights cannot be loaded.
        UsageError: There is no splitter of that name.
    """
    if settings.splitter == BUNDLED:
        threads = settings.threads
        return BundledSplitter(ParserModel.load(threads) if store is None else RememberedParser(threads, store))
    if settings.splitter == SENTENCE:
        return SentenceSplitter()
    raise UsageError(f'no splitter is called "{settings.splitter}"; use "{BUNDLED}" or "{SENTENCE}"')
