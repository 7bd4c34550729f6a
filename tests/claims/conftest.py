from __future__ import annotations

import pytest

from factcheck.claims import BundledSplitter, Splitter
from factcheck.models import ParserModel


@pytest.fixture(scope="session")
def splitter() -> Splitter:
    return BundledSplitter(ParserModel.load(threads=1))
