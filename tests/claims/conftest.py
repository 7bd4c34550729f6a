from __future__ import annotations

import pytest

from factcheck.claims import Splitter
from factcheck.models import ParserModel


@pytest.fixture(scope="session")
def splitter() -> Splitter:
    return Splitter(ParserModel.load(threads=1))
