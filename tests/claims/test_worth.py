"""What is marked as not checkworthy, each beside a sentence of the same form that is checked."""

from __future__ import annotations

import pytest

from factcheck.claims import Splitter
from tests.claims.articles import split, texts

UNCHECKED = {
    "opinion": [
        "The old station is a charming building.",
        "The sequel is a disappointment.",
        "The new menu tastes awful.",
        "It was the best film of the festival.",
        "The garden is well worth a visit.",
        "There is something magical about the valley.",
        "Frankly, the excuse makes no sense.",
    ],
    "the writer's own mind": [
        "I believe that the harbour has a future.",
        "We are thrilled with the response.",
        "In my opinion the rule is odd.",
        "I miss the old market.",
    ],
    "advice": [
        "You should never swim alone.",
        "The government should think again.",
        "Let us remember the sailors.",
        "It is time to act.",
        "We must look after the dunes.",
    ],
    "empty phrase": ["A promise is a promise.", "This says it all.", "What a night it was!"],
    "prediction": [
        "It will snow in the hills.",
        "Economists expect rents to fall.",
        "Rents are likely to keep falling.",
        "The crown could weaken.",
        "The plan will surely fail.",
        "Readers will love the ending.",
        "It remains to be seen who pays.",
        "Farmers hope for a dry spell.",
    ],
    "question": ["Who paid for the bridge?", "“Will the mine close?”"],
    "courtesy": [
        "Dear neighbours,",
        "Good evening, and welcome!",
        "We look forward to hearing from you.",
        "Best wishes,",
    ],
    "byline": [
        "By Marta Lind",
        "By Marta Lind and Ole van Dam, science editor",
        "Words by Marta Lind",
        "Additional reporting by Ole Dam",
        "Marta Lind is a staff reporter.",
        "Updated 3 June 2020",
        "7 min read",
    ],
    "caption": ["Photo: Ole Dam", "The old quay last year. Picture: Ole Dam", "The ferry at night (file photo)"],
    "boilerplate": [
        "Sign up for our daily briefing.",
        "All rights reserved.",
        "© 2020 Arden Post",
        "Read more: the flood in pictures",
        "This website uses cookies.",
        "By subscribing, you accept our terms.",
        "This article has been corrected.",
        "News | Sport | Weather | Contact",
        "For more information, visit our website.",
        "TODO: name the second author.",
        "(See Holt & Orme, for example.)",
    ],
    "instruction": [
        "Copy the file to the server.",
        "To start, press the green key.",
        "Do not open the valve.",
        "Then rinse the filter.",
        "If the lamp blinks, restart the pump.",
        "Run `setup` twice.",
    ],
}
CHECKED = [
    "The old station is a brick building.",
    "The charming old station burned down.",
    "It was her best time of the year.",
    "It is the best-selling car in Norland.",
    "The race was a handicap race.",
    "The dress cost €40, which is a joy.",
    "Critics said that the sequel was a disappointment.",
    "I grew up in Arden.",
    "We moved the pumps in March.",
    "Repairs should begin in June.",
    "Pilots must hold a licence.",
    "The court said that the state must act.",
    "The bank expects prices to fall by 3% next year.",
    "Prices could fall by a third, according to the bank.",
    "The line will close on Monday.",
    "The town will build a second school.",
    "The firm expects to hire two cooks.",
    "She may have sold the boat.",
    "The gate will rise if the water does.",
    "Thanks to the new dyke, the village stayed dry.",
    "Please note that the ford is closed.",
    "By June the lake had frozen.",
    "Ole Dam is a Norland painter.",
    "The photo shows two divers.",
    "Images: 60,000 are labelled.",
    "The site uses cookies that expire after two days.",
    "Came home after two years at sea.",
    "* Fix the crash on an empty file",
    "Who paid for the bridge is known.",
]


@pytest.mark.parametrize("text", [text for kind in UNCHECKED.values() for text in kind])
def test_what_no_source_settles_is_marked_and_kept(splitter: Splitter, text: str) -> None:
    claims = split(splitter, text)
    assert claims
    assert not [claim.text for claim in claims if claim.checkworthy]


@pytest.mark.parametrize("text", CHECKED)
def test_fact_of_the_same_form_is_checked(splitter: Splitter, text: str) -> None:
    assert texts(splitter, text)


def test_opinion_leaves_the_fact_beside_it_checked(splitter: Splitter) -> None:
    claims = split(splitter, "The tower was finished in 1911 and is a lovely building.")
    assert [(claim.text, claim.checkworthy) for claim in claims] == [
        ("The tower was finished in 1911.", True),
        ("The tower is a lovely building.", False),
    ]


def test_order_leaves_what_it_tells_by_the_way_checked(splitter: Splitter) -> None:
    found = texts(splitter, "Visit the mill, which was built in 1710.")
    assert found == ["The mill was built in 1710."]


def test_figure_makes_a_claim_of_a_judgement(splitter: Splitter) -> None:
    assert not texts(splitter, "The hotel is excellent.")
    assert texts(splitter, "The hotel is excellent, with 40 rooms.")
    assert not texts(splitter, "Her account of the night of 3 May makes grim reading.")


def test_opinion_of_somebody_else_is_checked(splitter: Splitter) -> None:
    assert not texts(splitter, "I think the tax is unfair.")
    (claim,) = split(splitter, "The mayor thinks the tax is unfair.")
    assert claim.checkworthy
    assert claim.attribution == "the mayor"
