"""Values computed from a snippet, and how seldom random numbers are."""

from __future__ import annotations

import random
from datetime import date

import pytest

from factcheck.claim import Quantity
from factcheck.quantities import Computation, compute, find_quantities

TODAY = date(2024, 9, 19)


def computed(claim: str, source: str) -> Computation | None:
    (wanted,) = find_quantities(claim, today=TODAY).quantities
    return compute(wanted, find_quantities(source, today=TODAY).quantities)


@pytest.mark.parametrize(
    ("claim", "source", "arithmetic"),
    [
        ("31-hour", "It began at 22:40 on Monday and ended at 05:40 on Wednesday.",
         "22:40 Monday to 05:40 Wednesday = 31 h"),
        ("6,125 pupils", "They are 3,140 pupils in Ghent, 2,985 pupils in Lier.", "3,140 + 2,985 = 6,125"),
        ("1,800 tents", "Of 5,000 tents 3,200 tents came.", "5,000 − 3,200 = 1,800"),
        ("two more guards", "There were nine guards, then 11 guards.", "11 − 9 = 2"),
        ("7.5%", "It went from €318m to €342m.", "318,000,000 EUR to 342,000,000 EUR = +7.55%"),
        ("almost 17%", "It rose from 1,274 people to 1,488 people.", "1,274 to 1,488 = +16.8%"),
        ("a quarter", "It held 25 boats of 100 boats.", "25 / 100 = 25%"),
        ("about eight times as many", "They saw 268 pairs, at first 33 pairs.", "268 / 33 = 8.12"),
        ("1.5 percentage points", "The factor slid from 90.1% to 88.6%.", "90.1% − 88.6% = 1.5 pp"),
        ("€4m", "The grant fell from €62m to €58m.", "62,000,000 EUR − 58,000,000 EUR = 4,000,000 EUR"),
        ("nearly three months", "The raid of 22 March 2024 preceded the siege of 16 June 2024.",
         "22 March 2024 to 16 June 2024 = 2.83 month"),
        ("17 years", "She came in 1961 and led it from 1978.", "1961 to 1978 = 17 year"),
        ("three days", "They struck on 12-14 August 2024.", "12-14 August 2024 = 3 d"),
        ("aged 86", "Born 9 April 1938, died 22 August 2024.", "9 April 1938 to 22 August 2024 = 86 years"),
        ("more than four-fifths", "The cost was €95m of €115m.", "95,000,000 EUR / 115,000,000 EUR = 82.61%"),
        ("more than halved", "Net debt was €96m, and is €44m.", "44,000,000 EUR / 96,000,000 EUR = 0.46"),
        ("almost halved", "Net debt was €96m, and is €50m.", "50,000,000 EUR / 96,000,000 EUR = 0.52"),
        ("14 years", "Elected in June 2006; re-elected in 2010, 2014 and 2018; resigned in June 2020.",
         "June 2006 to June 2020 = 14 year"),
        ("eight hours", "It ran from 22:00 to 06:00.", "22:00 to 06:00 = 8 h"),
    ],
)  # fmt: skip
def test_arithmetic(claim: str, source: str, arithmetic: str) -> None:
    result = computed(claim, source)
    assert result is not None
    assert result.arithmetic == arithmetic


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("6,125 pupils", "There are 3,140 pupils and 2,985 teachers."),
        ("6,125 pupils", "There are 3,140 pupils and about 2,985 pupils."),
        ("12%", "The share was 5% and 7%."),
        ("two guards", "There were nine guards, then 11 guards."),
        ("€62m", "They gave $60m and €2m."),
        ("30 hours", "It began at 22:40 on Monday and ended at 05:40 on Wednesday."),
        ("4 percentage points", "Prices were €10 and €14."),
        ("more than halved", "Net debt was €96m, and is €50m."),
        ("fewer than half", "One boat of six boats sank."),
        ("more than twice as many", "They saw 90 boats, then ten boats."),
        ("barely an hour", "00:10 alarm, 00:30 call, 00:50 crew, 01:30 fire, 04:05 end."),
        ("six hostages", ""),
    ],
)
def test_no_arithmetic(claim: str, source: str) -> None:
    assert computed(claim, source) is None


@pytest.mark.parametrize(
    ("source", "arithmetic"),
    [
        ("It lasted from 22:40 on Monday to 05:40 on Wednesday.", "22:40 Monday to 05:40 Wednesday = 31 h"),
        ("It lasted from 22:00 on Sunday to 05:00 on Tuesday.", "22:00 Sunday to 05:00 Tuesday = 31 h"),
    ],
)
def test_weekdays_of_a_text_without_a_date_follow_each_other(source: str, arithmetic: str) -> None:
    (wanted,) = find_quantities("31 hours").quantities
    result = compute(wanted, find_quantities(source).quantities)
    assert result is not None
    assert result.arithmetic == arithmetic


def test_operands_are_indices_of_the_sources() -> None:
    result = computed("6,125 pupils", "In 2023 there were 3,140 pupils in Ghent and 2,985 pupils in Antwerp.")
    assert result is not None
    assert (result.operands, result.value) == ((1, 2), 6125)


def random_count(rng: random.Random, nouns: list[str]) -> Quantity:
    text = f"{round(10 ** rng.uniform(0.5, 4))} {rng.choice(nouns)}"
    return find_quantities(text).quantities[0]


def test_random_numbers_are_seldom_sums() -> None:
    rng = random.Random(20240616)
    nouns = ["guards", "boats", "people", "tents", "votes", "fires"]
    trials = 4000
    hits = 0
    for _ in range(trials):
        claim = random_count(rng, nouns)
        sources = [random_count(rng, nouns) for _ in range(rng.randint(2, 6))]
        hits += compute(claim, sources) is not None
    assert hits / trials < 0.01


def test_random_numbers_of_one_noun_are_seldom_sums() -> None:
    rng = random.Random(20240617)
    trials = 4000
    hits = 0
    for _ in range(trials):
        sources = [random_count(rng, ["boats"]) for _ in range(rng.randint(2, 4))]
        hits += compute(random_count(rng, ["boats"]), sources) is not None
    assert hits / trials < 0.01


@pytest.mark.parametrize(
    ("claim", "wanted", "passage", "about", "arithmetic"),
    [
        ("Staff costs will go up by 7.5%.", "7.5%", "Staff, 2025: €318 million, 2026: €342 million.", "",
         "318,000,000 EUR to 342,000,000 EUR = +7.55%"),
        ("The tram line is put at some 45% more than was forecast.", "some 45%",
         "Tram line: 187 million euros; forecast of 2021: 129 million.", "Tram line",
         "129,000,000 EUR to 187,000,000 EUR = +44.96%"),
        ("The three batteries have a combined rating of 385 MW.", "385 MW",
         "Tauwhare, 200 MW, 400 MWh; Hauiti, 100 MW, 200 MWh; Marsden, 85 MW, 170 MWh.", "Register of batteries",
         "200 MW + 100 MW + 85 MW = 385 MW"),
        ("Ms Brand is 74 years old.", "74 years old", "Brand was born in Hull in February 1950.", "",
         "February 1950 to 2024-09-19 = 74 years"),
        ("Ms Ozga left after 18 years in the post of mayor.", "18 years", "Mayor Ozga, in office since 2006.", "",
         "2006 to 2024 = 18 year"),
        ("She rises 12 places in the world ranking.", "12 places", "World ranking: 31st before, today 19th.", "",
         "31st to 19th = 12"),
        ("It was heard by three arbitrators.", "three arbitrators",
         "Arbitrators: Dame Orla Finch (presiding), Sir Colm Rusk, Mr Ivo Blay, the last dissenting.", "",
         "Dame Orla Finch, Sir Colm Rusk, Mr Ivo Blay = 3"),
        ("A quarter of the clips were typed by machines.", "A quarter",
         "6,340 clips were typed by people, the remaining 2,110 by machines.", "",
         "2,110 / (6,340 + 2,110) = 24.97%"),
        ("Vouchers worth more than €100,000 in all went to customers.", "more than €100,000",
         "Vouchers of 5 euros went to 21,300 customers.", "", "21,300 × 5 EUR = 106,500 EUR"),
        ("A meal costs 20 US cents on average.", "20 US cents",
         "Meals cost 38 US dollars for a year of 190 days.", "", "38 USD / 190 = 0.2 USD"),
        ("The cell lost less than 3% of its capacity over the test.", "less than 3%",
         "Capacity of the cell after the test: 97.2% of the initial value.", "", "100 − 97.2 = 2.8%"),
        ("They took the shrine and 17 other objects.", "17 other objects", "Missing: 18 objects, the shrine too.",
         "", "18 − 1 = 17"),
        ("The bridge was built a fifth cheaper than the usual sort.", "a fifth cheaper",
         "The bridge cost 3.1 million; the usual sort of bridge 3.9 million.", "", "3,900,000 to 3,100,000 = −20.51%"),
        ("Storage grew by nearly half as much again.", "nearly half", "Storage: 1,480 TB, up from 1,000 TB.", "",
         "1,000 TB to 1,480 TB = +48%"),
        ("She moves up by 23 places in the world.", "23 places", "World rank 61 to 38.", "", "61 − 38 = 23"),
        ("She was 51 when she operated on the king.", "51", "Born in March 1969, she operated in May 2020.", "",
         "March 1969 to May 2020 = 51 years"),
        ("The new line carries five times as many people as the old one.", "five times as many",
         "The old line carries 10,000 people and the new line 50,000.", "", "50,000 / 10,000 = 5"),
        ("At Gorsley 115 employees stay on.", "115 employees",
         "Of 150 employees at Gorsley, 35 have left; all the others stay.", "", "150 − 35 = 115"),
        ("The grants of the fund totalled €8m.", "€8m", "Fund grants: €4m to schools, €3m to clinics, €1m to Orm.",
         "", "4,000,000 EUR + 3,000,000 EUR + 1,000,000 EUR = 8,000,000 EUR"),
        ("The previous turbine had an output of 4 MW.", "4 MW", "Output is 8 MW, twice that of the previous turbine.",
         "", "8 MW / 2 = 4 MW"),
        ("One in four of the wells held solvent.", "One in four", "Of 80 wells, 20 contained traces of solvent.", "",
         "20 / 80 = 25%"),
        ("He taught in Lyon for 22 years.", "22 years", "Professor at Lyon 1980–2002.", "", "1980–2002 = 22 year"),
        ("Fewer than one in ten wells held solvent.", "Fewer than one in ten wells",
         "Of the 400 wells drilled in spring, only 31 held solvent.", "", "31 / 400 = 7.75%"),
        ("Roughly a third of the clips were typed by hand.", "Roughly a third",
         "Of the 90,000 clips in the set, 30,150 carry manual captions.", "", "30,150 / 90,000 = 33.5%"),
        ("The oak and beech plots together hold 55,000 trees.", "55,000 trees",
         "It has 50,000 trees of oak, 5,000 of beech and 10,000 of ash.", "", "50,000 + 5,000 = 55,000"),
        ("The hall was eight degrees Celsius warmer than normal.", "eight degrees Celsius",
         "Normally at 21 °C, the hall had reached 29 °C.", "", "29 °C − 21 °C = 8 °C"),
        ("The box comes with seven cables.", "seven cables", "Cables in the box: four of copper and three of glass.",
         "", "4 + 3 = 7"),
        ("The new press makes three times as much.", "three times as much",
         "With the old press we made 150 leaflets a minute; with the new one, 450.", "", "450 / 150 = 3"),
        ("Sorting removed 200,000 rows.", "200,000 rows",
         "There were 1.4 million rows; once sorted, 1.2 million were left.", "", "1,400,000 − 1,200,000 = 200,000"),
        ("Two of these crates weigh 900 g.", "900 g", "Each crate has a mass of 0.45 kg.", "", "2 × 0.45 kg = 0.9"),
        ("She took the seat with a majority of 1,213.", "1,213",
         "She polled 18,430 votes for the seat, against 17,217 for her rival.", "", "18,430 − 17,217 = 1,213"),
        ("The crash left nine people injured altogether.", "nine people",
         "Six passengers and three cyclists were hurt in the crash.", "", "6 + 3 = 9"),
        ("The hall sold 500 tickets a night.", "500 tickets a night",
         "Over the ten-night run, the hall sold 5,000 tickets.", "", "5,000 / 10 = 500"),
        ("On the route the train averages 150 kilometres per hour.", "150 kilometres per hour",
         "The train covers the 300-kilometre route in two hours.", "", "300 km / 2 h = 150 km/h"),
        ("Norway finished the games with 11 medals.", "11 medals",
         "Norway's haul at the games was four golds, two silvers and five bronzes.", "", "4 + 2 + 5 = 11"),
        ("The mercury in Bergen fell by 12 degrees.", "12 degrees", "In Bergen it dropped from 4C to -8C.", "",
         "4 °C − -8 °C = 12 °C"),
        ("Rents in Lisbon rose by €100 a month.", "€100 a month",
         "The monthly rent in Lisbon climbed to €1,300 from €1,200.", "", "1,300 EUR − 1,200 EUR = 100 EUR"),
        ("Between March and June the rate fell by half a percentage point.", "half a percentage point",
         "The rate, which stood at 6.1% in March, was down to 5.6% in June.", "", "6.1% − 5.6% = 0.5 pp"),
        ("Solar capacity doubled.", "doubled",
         "Having stood at 410 megawatts in 2019, the solar capacity was 820 megawatts in 2022.", "",
         "820 MW / 410 MW = 2"),
        ("Three times as many came to the fair as in its first year.", "Three times as many",
         "Some 20,000 people came to the first fair; this year the crowd numbered 60,000.", "", "60,000 / 20,000 = 3"),
        ("Two thirds of the capacity of the lake is filled.", "Two thirds",
         "The lake, which can hold 90 million cubic metres, now holds 60 million.", "",
         "60,000,000 m³ / 90,000,000 m³ = 66.67%"),
        ("The two scored 41 times between them.", "41 times", "Ode scored 23 goals and Brandt 18 goals.", "",
         "23 + 18 = 41"),
        ("Twice as many women as men fell ill.", "Twice as many", "18 percent of women and 9 percent of men fell ill.",
         "", "18% / 9% = 2"),
        ("Three people shared the award this year.", "Three people",
         "This year's award was shared by Okafor, Lindgren and Rao.", "", "Okafor, Lindgren and Rao = 3"),
        ("The north tower is 20 metres taller than the south tower.", "20 metres",
         "The north tower measures 180 metres, the south tower 160 metres.", "", "180 m − 160 m = 20 m"),
        ("The prison held 20% more inmates than a year before.", "20%",
         "Inmates in May 2023: 1,240; inmates in May 2024: 1,488.", "", "1,240 to 1,488 = +20%"),
        ("A ticket is a fifth cheaper than in May.", "a fifth cheaper", "A ticket costs €40 (in May €50).", "",
         "50 EUR to 40 EUR = −20%"),
        ("The ribbon was cut on 28 May 1964.", "28 May 1964",
         "The bridge was opened on 30 May 1964, two days after the ribbon was cut.", "",
         "30 May 1964 − two days = 1964-05-28"),
        ("It gets fixes until November 2026.", "November 2026",
         "Released on 4 November 2024, with fixes for 24 months.", "", "4 November 2024 + 24 months = 2026-11-04"),
        ("Thefts fell by a ninth.", "a ninth", "Police recorded 512 thefts, 64 fewer than the year before.", "",
         "64 / (512 + 64) = 11.11%"),
        ("The club had 300 members last year.", "300 members", "It has 330 members, 30 more than last year.", "",
         "330 − 30 = 300"),
        ("Pinot won, five points clear of Mirande.", "five points", "Points: Vale 91; Mirande 88; Pinot 93.", "",
         "93 − 88 = 5"),
        ("Nolso has a third fewer puffins than Mykin.", "a third fewer", "Puffins: Mykin 104,000, Nolso 68,000.", "",
         "104,000 to 68,000 = −34.62%"),
        ("Five users would pay $100 a month.", "$100 a month", "The price is $20 per user per month.", "",
         "5 × 20 USD = 100"),
        ("Five users would pay $100 a month.", "Five users", "The price is $20 per user per month.", "",
         "100 USD / 20 USD = 5"),
    ],
)  # fmt: skip
def test_arithmetic_with_the_words_around_it(
    claim: str, wanted: str, passage: str, about: str, arithmetic: str
) -> None:
    (quantity,) = (q for q in find_quantities(claim, today=TODAY).quantities if q.text == wanted)
    sources = find_quantities(passage, today=TODAY).quantities
    found = compute(quantity, sources, claim_text=claim, passage=passage, about=about, today=TODAY)
    assert found is not None
    assert found.arithmetic == arithmetic


@pytest.mark.parametrize(
    ("claim", "wanted", "passage"),
    [
        (
            "The grants of the fund totalled €7m.",
            "€7m",
            "Grants of the fund: €4m to schools, €3m to clinics, €1m to parks.",
        ),
        (
            "The previous turbine had an output of 16 MW.",
            "16 MW",
            "The output is 8 MW, twice that of the previous turbine.",
        ),
        (
            "The oak and beech plots together hold 60,000 trees.",
            "60,000 trees",
            "It has 50,000 trees of oak, 5,000 of beech and 10,000 of ash.",
        ),
        ("Five users would pay $120 a month.", "$120 a month", "The price is $20 per user per month."),
        ("Twelve of the 28 lamps are lit.", "Twelve", "Of the 28 lamps, 20 are out and the other eight lamps are lit."),
        (
            "The south tower is 20 metres taller than the north tower.",
            "20 metres",
            "The north tower measures 180 metres, the south tower 160 metres.",
        ),
        ("Five crates would cost $100.", "$100", "The price is $20 per user."),
        (
            "Men were twice as likely as women to fall ill.",
            "twice",
            "18 percent of women and 9 percent of men fell ill.",
        ),
        (
            "Half as many tourists came this summer as last.",
            "Half",
            "It had 84,000 tourists this summer, compared with 42,000 last summer.",
        ),
        (
            "The prison held almost 17% more inmates than a year before.",
            "almost 17%",
            "Inmates in May 2023: 1,240; inmates in May 2024: 1,488.",
        ),
        (
            "The ribbon was cut on 1 June 1964.",
            "1 June 1964",
            "The bridge was opened on 30 May 1964, two days after the ribbon was cut.",
        ),
        ("A ticket is a fifth cheaper than in May.", "a fifth cheaper", "A ticket costs €48 (in May €40)."),
        ("Thefts rose by a ninth.", "a ninth", "Police recorded 512 thefts, 64 fewer than the year before."),
        ("Seven villages are cut off, up from five.", "five", "Villages cut off: 7 (12 villages on Monday)."),
        (
            "The number of subscribers grew by 90,000.",
            "90,000",
            "It had 4.31 million subscribers, while analysts had expected 4.4 million subscribers.",
        ),
        ("The number of puffins has fallen by a third.", "a third", "Puffins: Mykin 104,000, Nolso 68,000."),
    ],
)
def test_what_the_words_leave_no_room_for(claim: str, wanted: str, passage: str) -> None:
    (quantity,) = (q for q in find_quantities(claim).quantities if q.text == wanted)
    assert compute(quantity, find_quantities(passage).quantities, claim_text=claim, passage=passage) is None


def test_years_count_up_to_the_day_only_where_the_words_say_so() -> None:
    claim, passage = "Ms Brand is 74 years old.", "Brand was elected in February 1950."
    (quantity,) = find_quantities(claim).quantities
    assert (
        compute(quantity, find_quantities(passage).quantities, claim_text=claim, passage=passage, today=TODAY) is None
    )
