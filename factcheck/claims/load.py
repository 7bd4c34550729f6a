"""From a name in the settings to a splitter."""

from __future__ import annotations

from factcheck.claims.bundled import BundledSplitter
from factcheck.claims.splitter import Splitter
from factcheck.claims.whole import SentenceSplitter
from factcheck.errors import UsageError
from factcheck.models import ParserModel
from factcheck.settings import BUNDLED, SENTENCE, Settings


def load_splitter(settings: Settings) -> Splitter:
    """The splitter that the settings name.

    Raises:
        ModelError: The parser's weights cannot be loaded.
        UsageError: There is no splitter of that name.
    """
    if settings.splitter == BUNDLED:
        return BundledSplitter(ParserModel.load(threads=settings.threads))
    if settings.splitter == SENTENCE:
        return SentenceSplitter()
    raise UsageError(f'no splitter is called "{settings.splitter}"; use "{BUNDLED}" or "{SENTENCE}"')
