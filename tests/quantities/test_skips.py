"""What is no quantity, and why."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claim import SkipReason
from factcheck.document import Span
from factcheck.quantities import find_quantities

TODAY = date(2024, 6, 18)

SKIPPED = [
    ("Versions older than 13 need it.", "older than 13", SkipReason.VERSION),
    ("Versions before 4 lack it.", "before 4", SkipReason.VERSION),
    ("We no longer publish Gopher 3.11 wheels.", "Gopher 3.11", SkipReason.VERSION),
    ("It's *Apache 2* licensed.", "Apache 2", SkipReason.NAME),
    ("The index runs 0..16 here.", "0..16", SkipReason.IDENTIFIER),
    ("Pages 1...n are kept.", "1...n", SkipReason.IDENTIFIER),
    ("A 3 x 4 matrix was used.", "3 x 4", SkipReason.NAME_WITH_DIGITS),
    ("He has a 401(k) plan.", "401(k)", SkipReason.NAME_WITH_DIGITS),
    ("See Regulation (EU) 2016/679 on this.", "2016/679", SkipReason.NAME_WITH_DIGITS),
    ("Call 999 or wait.", "999", SkipReason.PHONE),
    ("They played Op. 125 again.", "Op. 125", SkipReason.NAME),
    ("It lies on the 38th parallel.", "38th parallel", SkipReason.NAME),
    ("The 9th Circuit ruled.", "9th Circuit", SkipReason.NAME),
    ("She wears size 42 shoes.", "size 42", SkipReason.LABEL),
    ("Here line 6 stops.", "line 6", SkipReason.LABEL),
    ("The four-by-four stalled.", "four-by-four", SkipReason.IDIOM),
    ("There one wonders.", "one", SkipReason.PRONOUN),
    ("Choose one of these classes.", "one", SkipReason.PRONOUN),
    ("The key must be one of the following words.", "one", SkipReason.PRONOUN),
    ("Upgrade to 2.2.0 today.", "2.2.0", SkipReason.VERSION),
    ("You need Python 3.9 or later.", "Python 3.9", SkipReason.VERSION),
    ("They flew a Boeing 747.", "Boeing 747", SkipReason.NAME),
    ("The Apollo 11 crew and the iPhone were late.", "Apollo 11", SkipReason.NAME),
    ("Apollo 11 landed safely.", "Apollo 11", SkipReason.NAME),
    ("It failed with HTTP 404 again.", "HTTP 404", SkipReason.NAME),
    ("He was moved to Block C 4.", "C 4", SkipReason.NAME),
    ("The jail is No. 1.", "No. 1", SkipReason.NAME),
    ("He drives in Formula One.", "Formula One", SkipReason.NAME),
    ("It was shared with the Five Eyes.", "Five Eyes", SkipReason.NAME),
    ("He cited the Fourth Amendment.", "Fourth Amendment", SkipReason.NAME),
    ("The No. 7 bus stopped.", "No. 7", SkipReason.NAME),
    ("The Group of 77 met.", "Group of 77", SkipReason.NAME),
    ("Covid-19 spread.", "Covid-19", SkipReason.NAME_WITH_DIGITS),
    ("It holds carbon-14 in ice.", "carbon-14", SkipReason.NAME_WITH_DIGITS),
    ("It runs on x86-64 only.", "x86-64", SkipReason.NAME_WITH_DIGITS),
    ("The film is in 1080p now.", "1080p", SkipReason.NAME_WITH_DIGITS),
    ("It speaks HTTP/2 only.", "HTTP/2", SkipReason.NAME_WITH_DIGITS),
    ("The key is foo_12 here.", "foo_12", SkipReason.NAME_WITH_DIGITS),
    ("The firm filed its 10-K late.", "10-K", SkipReason.NAME_WITH_DIGITS),
    ("Invoice 2023-00417 is due.", "2023-00417", SkipReason.NAME_WITH_DIGITS),
    ("See Section 4.2 for more.", "Section 4.2", SkipReason.SECTION),
    ("It is told in Figs. 3 and 4.", "Figs. 3 and 4", SkipReason.FIGURE),
    ("Table 4 shows the rest.", "Table 4", SkipReason.TABLE),
    ("Read pp. 12-14 first.", "pp. 12-14", SkipReason.PAGE),
    ("Leave at exit 12B now.", "exit 12B", SkipReason.LABEL),
    ("It ended in week 12.", "week 12", SkipReason.LABEL),
    ("1. Open the lid.", "1.", SkipReason.LIST_MARKER),
    ("Second, open the lid.", "Second", SkipReason.LIST_MARKER),
    ("It was hot.[3, 5]", "3, 5", SkipReason.FOOTNOTE),
    ("It is r^2 times pi.", "2", SkipReason.FORMULA),
    ("There are 2^31 of them.", "2^31", SkipReason.FORMULA),
    ("Passengers by route (million)", "million", SkipReason.UNIT),
    ("Results in million kronor, unaudited.", "million", SkipReason.UNIT),
    ("First-party editors are listed.", "First-party", SkipReason.IDIOM),
    ("Call +44 20 7946 0958 now.", "+44 20 7946 0958", SkipReason.PHONE),
    ("Call (555) 123-4567 now.", "(555) 123-4567", SkipReason.PHONE),
    ("Write to Leeds LS1 4AP now.", "LS1 4AP", SkipReason.POSTCODE),
    ("See https://example.org/2024/12 for it.", "https://example.org/2024/12", SkipReason.ADDRESS),
    ("Mail to bob77@example.org please.", "bob77@example.org", SkipReason.ADDRESS),
    ("He lives at 12 High Street now.", "12 High Street", SkipReason.ADDRESS),
    ("The clock shows UTC+1.", "UTC+1", SkipReason.TIME_ZONE),
    ("On second thoughts he left.", "On second thoughts", SkipReason.IDIOM),
    ("A thousand thanks to them.", "A thousand thanks", SkipReason.IDIOM),
    ("They were on cloud nine.", "on cloud nine", SkipReason.IDIOM),
    ("It is open 24/7 now.", "24/7", SkipReason.IDIOM),
    ("One never knows.", "One", SkipReason.PRONOUN),
]


@pytest.mark.parametrize(("text", "skipped", "reason"), SKIPPED)
def test_skipped_with_reason(text: str, skipped: str, reason: SkipReason) -> None:
    found = find_quantities(text, today=TODAY)
    assert [(one.text, one.reason) for one in found.skipped] == [(skipped, reason)]
    assert found.quantities == ()


def test_every_reason_has_an_example() -> None:
    assert {reason for _, _, reason in SKIPPED} == set(SkipReason) - {SkipReason.LEFT_OUT}


def test_identifiers_are_skipped() -> None:
    text = "Set retry=12 for 3 hosts."
    found = find_quantities(text, identifiers=[Span(4, 12)])
    assert [(one.text, one.reason) for one in found.skipped] == [("retry=12", SkipReason.IDENTIFIER)]
    assert [one.text for one in found.quantities] == ["3 hosts"]


def test_a_number_before_an_identifier_is_read() -> None:
    text = "It takes two B12 cells."
    found = find_quantities(text, identifiers=[Span(13, 16)])
    assert [one.text for one in found.quantities] == ["two"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Fire Kills Seven People In Turin", ["Seven People"]),
        ("In Germany 12 were hurt.", ["12"]),
        ("At stage two 12 riders fell.", ["12 riders"]),
        ("The hall could seat 366.", ["366"]),
        ("Order 12 pizzas.", ["12 pizzas"]),
        ("See key figures 2023 below.", ["2023"]),
        ("The model reached an AUC 0.91 here.", ["0.91"]),
        ("The 2016 Games were dear.", ["2016"]),
    ],
)
def test_numbers_that_look_like_names(text: str, wanted: list[str]) -> None:
    assert [one.text for one in find_quantities(text, today=TODAY).quantities] == wanted
