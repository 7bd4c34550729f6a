from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.export.links import is_web_address
from factcheck.review.fragments import at_quotation

PAGE = "https://example.org/a?b=1"


@pytest.mark.parametrize(
    ("url", "quotation", "address"),
    [
        (PAGE, "rose 9.5 percent", f"{PAGE}#:~:text=rose%209.5%20percent"),
        (f"{PAGE}#top", "so-called, A & B", f"{PAGE}#top:~:text=so%2Dcalled%2C%20A%20%26%20B"),
        (PAGE, "a b c d e f g h i j k l", f"{PAGE}#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"),
        (PAGE, " ", PAGE),
        (f"{PAGE}#:~:text=x", "words", f"{PAGE}#:~:text=x"),
    ],
)
def test_an_address_leads_to_the_quotation(url: str, quotation: str, address: str) -> None:
    assert at_quotation(url, quotation) == address


@given(st.text(min_size=1))
def test_no_quotation_makes_an_address_anything_else(quotation: str) -> None:
    address = at_quotation(PAGE, quotation)
    assert is_web_address(address)
    assert address.startswith(PAGE)
    told = address.partition(":~:text=")[2]
    assert all(unquote(end) in " ".join(quotation.split()) for end in told.split(","))
