from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.segmentation import segments


def cut(text: str) -> list[str]:
    return [place.of(text).strip() for place in segments(text)]


# A new string or a bar where the next sentence begins.
PASSAGES = {
    "words that look like abbreviations": [
        "The lease ends in May.",
        "Asked for more, the board said no.",
        "They teach music and art.",
        "It is the port they came in.",
        "The rest is known.",
    ],
    "titles": ["Mr. Orr met Dr. Ida Voss, Lt. Col. Rask and Hptm. Braun.", "St. Anne is on Mill St.¦ Both are old."],
    "ends of names": ["Tarn Inc. Chief Executive Ola Ek left Bolt Ltd.¦ The shares fell.", "They rose at Rud Corp."],
    "letters": [
        "The U.S. Navy left the E.U.¦ It had come at 6 a.m.¦ Sailors cheered.",
        "A Ph.D. student saw it at 9 a.m. Monday.",
    ],
    "two initials": ["Sir R. A. Holt chose plan B.¦ A year passed."],
    "initials": [
        "T. S. Arnfield and the writer K. Ron Dale chose Plan B.¦ It failed.",
        "Sir R. A. Holt chose plan B.¦ A year passed.",
        "So did I.¦ Others won.",
    ],
    "dates": [
        "It rained on Tues. 4 Feb. and on Jan. 9.",
        "Rain fell in Aug.¦ Snow came in Nov.",
        "He left on Sat.¦ Nobody knew.",
    ],
    "references": [
        "See No. 4, Fig. 2, vol. II and p. 9.",
        "Lots nos. 3 and 4 went.",
        "It was state of the art.¦ I saw it.",
    ],
    "lead-ins": ["It is approx. 4 m, cf. Table 2, i.e. too long, e.g. for Hall vs. Dunn.", "It fell."],
    "units": [
        "It is 6 in. wide and weighs 3 lbs. in all.",
        "It is what we live in.¦ they said so.",
        "It lost 2 lb.¦ Then 3.",
    ],
    "clipped words": [
        "The max. speed is 5 and the hold is for pens etc. and ink.",
        "It sells pens, etc.¦ Ink is extra.",
    ],
    "numbers": ["The rate was 4.5 in 2021.", "12 firms closed.", "Version 3.1. is out.", "He came 4th.", "Get it."],
    "symbols": ["The fare rose.", "€2 is added.", "#harbour was trending.", "¿Nobody knows.", "@desk had it."],
    "small letters": ["The price is up.", "iPhone sales fell.", "adidas gained.", "It is short.", "pip installs it."],
    "informal": ["what a day!!", "i lost my keys.", "will it snow?", "who knows."],
    "names with marks": ["She left Yahoo! for a part in Oklahoma! in June.", "Nobody wept."],
    "ellipses": ["He stopped … and went on.", "The page ends here...", "We lost it . . .", "It had 9 ... 10 leaves."],
    "speech": [
        "“Why?” she asked.",
        "“Who paid?” Mr. Lind asked.",
        "“Go!” he cried.",
        "“No.”",
        "“Yes!”",
        "The men left.",
    ],
    "speech kept with its speaker": ["“It fell. It broke,” Orr said.", "She wrote: “It fell. It broke.”", "They left."],
    "speech by itself": ["“It fell.", "It broke.”", "The men left."],
    "straight marks": [
        '"It fell. It broke," Orr said.',
        '"It fell.',
        'It broke."',
        'The sign read "Shut."',
        "All left.",
    ],
    "a mark that is never closed": ["“The pier fell.", "Two men died.", "(See below.", "It is sad."],
    "brackets": [
        "It fell (in May. or June.) again.",
        "(It rose first.)",
        "Few knew (see Fig. 3).",
        "It sank. [4]",
        "All left.",
    ],
    "footnotes": ["It was lost.[4]", "It was found. [5] [6]", "It is here.²", "It stays. [citation needed]"],
    "items": ["Three aims: 1. Cut costs.", "2. Keep staff.", "(c) Wait.", "2.1. Tell all."],
    "labels": ["Q. Is it free?", "A. It is.", "Figure 3. The old port."],
    "credits": ["“All is lost.” – Ola Ek"],
    "capitals": ["MR. ORR LEFT THE U.S. NAVY.", "HE WORKS AT TARN INC. IN OSLO.", "NOBODY KNEW."],
    "addresses": [
        "The file setup.py is at example.org/a.b and in Node.js.",
        "https://example.org has more.",
        "ASP.NET is out.",
    ],
    "other scripts": ["他走了。", "她来了。"],
}


@pytest.mark.parametrize("passage", PASSAGES.values(), ids=PASSAGES.keys())
def test_boundaries(passage: list[str]) -> None:
    expected = [sentence for part in passage for sentence in part.split("¦ ")]
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier fell in 2024.The town is poor.", ["The pier fell in 2024.", "The town is poor."]),
        ("Nobody was hurt.Two cars burnt.", ["Nobody was hurt.", "Two cars burnt."]),
        ("Was it arson?Police are silent.", ["Was it arson?", "Police are silent."]),
        ('"We are done."She left.', ['"We are done."', "She left."]),
        ("Use os.Getenv or fmt.Print or x.com/?The now.", ["Use os.Getenv or fmt.Print or x.com/?The now."]),
    ],
)
def test_a_missing_blank(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet=' .!?…"“”()[]1aAb-–:;。\n', max_size=80))
def test_nothing_is_lost(text: str) -> None:
    places = segments(text)
    assert "".join(place.of(text) for place in places) == text.lstrip()
    assert all(place.of(text).strip() for place in places)
