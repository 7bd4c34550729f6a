from __future__ import annotations

import pytest

from factcheck.models import Embedder, NliModel, ParserModel


@pytest.fixture(scope="session")
def nli() -> NliModel:
    return NliModel.load(threads=1)


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return Embedder.load(threads=1)


@pytest.fixture(scope="session")
def parser() -> ParserModel:
    return ParserModel.load(threads=1)
