"""What the tests of the splitter share."""

from __future__ import annotations

import io

from factcheck.claim import Claim, Quantity
from factcheck.claims import Splitter
from factcheck.document import Document
from factcheck.quantities import find_quantities
from factcheck.readers import read_document
from factcheck.sentences import sentences


def article(text: str) -> Document:
    return read_document("-", stdin=io.BytesIO(text.encode()))


def quantities_of(document: Document) -> list[Quantity]:
    return list(find_quantities(document.text).quantities)


def split(splitter: Splitter, text: str) -> list[Claim]:
    document = article(text)
    return splitter.split(document, sentences(document), quantities_of(document))


def texts(splitter: Splitter, text: str, *, checked: bool = True) -> list[str]:
    return [claim.text for claim in split(splitter, text) if claim.checkworthy or not checked]
