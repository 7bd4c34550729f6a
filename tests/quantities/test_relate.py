"""How two values relate, whether they are of the same thing."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claim import Quantity
from factcheck.evidence import QuantityRelation
from factcheck.quantities import find_quantities, relate, same_thing

TODAY = date(2024, 9, 19)  # a Thursday

PAIRS = """
within two months | within 60 days | entailed
within 60 days | within 45 days | conflicting
600 to 5,000 people | between 600 and 3,000 people | conflicting
20 to 30 people | between 22 and 28 people | entailed
22 to 28 people | 20 to 30 people | compatible
30-300x | 10-100x | conflicting
1.2 to 1.5 million | 1.23 to 1.54 million | compatible
six hostages | 6 hostages | equal
1.5 litres per second | 90 litres of water a minute | equal
0.18 kWh per kilometre | 18 kWh per 100 km | equal
0.18 kWh per kilometre | 28 kWh per 100 km | conflicting
31 degrees Celsius below zero | −31 °C | equal
31 degrees Celsius | −31 °C | conflicting
5 to 10 degrees Celsius below zero | between −10 and −5 °C | equal
5 to 10 degrees Celsius below zero | between 5 and 10 °C | conflicting
10 °F below freezing | 22 °F | equal
10 °F below zero | −10 °F | equal
12 degrees below freezing | −12 °C | equal
about 12 °C below freezing | −12 °C | entailed
three or more years | at least three years | equal
30 June | the last day of June | equal
29 June | the last day of June | conflicting
two dozen people | 24 people | equal
140 people | 138 people | conflicting
about 140 people | 138 people | entailed
138 people | about 140 people | compatible
120 people | about 140 people | conflicting
at least 144 people | 151 people | entailed
at least 144 people | 144 people | entailed
144 people | at least 144 people | compatible
120 people | at least 144 people | conflicting
at least 100 people | no people | conflicting
more than a dozen people | 14 people | entailed
more than a dozen people | 12 people | conflicting
more than a dozen people | 4 people | conflicting
more than 100 people | 2,000 people | compatible
nearly 4,500 people | 4,470 people | entailed
nearly 4,500 people | 4,530 people | conflicting
nearly 4,500 people | 3,100 people | conflicting
just over 4,500 people | 9,000 people | conflicting
hundreds of people | 350 people | entailed
hundreds of people | 80 people | conflicting
350 people | hundreds of people | compatible
dozens of people | about 40 people | entailed
4.6 million people | 4,612,000 people | entailed
4.6 million people | 4,712,000 people | conflicting
4,500 people | 4,470 people | compatible
up to 2,000 people | 2,000 people | entailed
between 22 and 47 | between 22 and 47 | equal
between 22 and 47 | 30 | entailed
between 22 and 47 | 50 | conflicting
12 percent | 12 percentage points | incomparable
2 percentage points | two points | equal
7.2% | 7.24% | entailed
7.2% | 7.6% | conflicting
12% | 11.8% | entailed
half | 50% | equal
nearly a third | 31.4% | entailed
almost half | 27% | conflicting
three in five | 60% | equal
three-quarters | 60% | conflicting
€1.2bn | €1.2m | conflicting
€1.24bn | 1,239 million euros | entailed
€5 | $5 | incomparable
12m kroner | DKr12m | equal
€24 a year | €2 a month | equal
€24 a year | €24 | incomparable
12 km | 12,000 metres | equal
about 30 miles | 48 km | entailed
some 18 miles | 29 km | entailed
one metre | 0.5 m | conflicting
100 km/h | 62 mph | entailed
30 °C | 86 °F | equal
30 °C | 30 °F | conflicting
300 MB | 500 MiB | conflicting
5 kg | 5 km | incomparable
just under 14 kg | 13.9 kg | entailed
an hour and a half | 90 minutes | equal
within 60 days | 45 days | entailed
within 60 days | within 45 days | conflicting
within 60 days | no more than 60 days | equal
under 60 days | under 45 days | entailed
within two weeks | within 30 days | conflicting
under 25 MB | up to 50 MB | conflicting
12 per 1,000 residents | 1.2 per 100 residents | equal
5 deaths per 100,000 people | 5 deaths per 10,000 people | conflicting
3 per 1,000 births | three in every 1,000 births | equal
1961 | 1961–63 | entailed
1963 | 1961–63 | entailed
1962 | 1961–63 | compatible
as long as a minute | 10 seconds | compatible
fewer than 20 boats | 6 boats | compatible
60 days | 45 days | conflicting
six months | four months | conflicting
about an hour and a quarter | 74 minutes | entailed
nearly three months | 86 days | entailed
two decades | 20 years | equal
doubled | twice as many | equal
over six times faster | 6.4 times faster | entailed
more than five times as many | 4.6 times as many | conflicting
in March | 22 March | entailed
22 March | March | compatible
22 March 2024 | 23 March 2024 | conflicting
22 March 2024 | 22 March 2023 | conflicting
March 2024 | 22 March 2024 | entailed
2023 | March 2024 | conflicting
last year | 2023 | equal
Wednesday | 18 September 2024 | equal
Wednesday | 17 September 2024 | conflicting
1980s | 1984 | entailed
winter of 1983 | June 1983 | compatible
spring 2027 | autumn 2027 | conflicting
spring 2027 | spring 2027 | equal
spring 2027 | May 2028 | conflicting
December 2029 | December 2030 | conflicting
10.40pm | 22:40 | equal
around 10.40pm | 22:45 | entailed
around 10.40pm | 21:10 | conflicting
two o'clock | about 13:50 | compatible
half past ten | 22:30 | equal
14:10 GMT | 15:10 CET | equal
14:10 GMT | 14:10 CET | conflicting
14:10 GMT | 16:10 | compatible
14:10 GMT | 16:25 | conflicting
6-3, 7-5 | 3-6, 5-7 | equal
6-3, 7-5 | 6-3, 7-6 | conflicting
34 votes to 25 | 34 votes to 23 | conflicting
third title | fourth title | conflicting
third title | three titles | incomparable
22 March | six hostages | incomparable
34-year-old | aged 34 | equal
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in PAIRS.strip().split("\n")]


def quantity(text: str, today: date | None = TODAY) -> Quantity:
    (found,) = find_quantities(text, today=today).quantities
    return found


@pytest.mark.parametrize(("claim", "source", "relation"), CASES)
def test_relation(claim: str, source: str, relation: str) -> None:
    assert relate(quantity(claim), quantity(source)) == QuantityRelation(relation)


@pytest.mark.parametrize("text", sorted({text for claim, source, _ in CASES for text in (claim, source)}))
def test_reflexive(text: str) -> None:
    one = quantity(text)
    assert relate(one, one) in (QuantityRelation.EQUAL, QuantityRelation.ENTAILED)


def test_dates_without_a_year_compare_by_day_and_month() -> None:
    yearless = quantity("22 March", None)
    assert relate(yearless, quantity("22 March 2024")) is QuantityRelation.EQUAL
    assert relate(yearless, quantity("23 March 2024")) is QuantityRelation.CONFLICTING
    assert relate(yearless, quantity("2024")) is QuantityRelation.COMPATIBLE
    assert relate(quantity("Sunday", None), quantity("16 June 2024")) is QuantityRelation.ENTAILED
    assert relate(quantity("Sunday", None), quantity("17 June 2024")) is QuantityRelation.CONFLICTING
    assert relate(quantity("29 February", None), quantity("2023-03-01")) is QuantityRelation.CONFLICTING


@pytest.mark.parametrize(
    ("claim", "source", "low", "high"),
    [
        ("144 people", "151 people", 0.9, 1.0),
        ("seven inmates", "7 prisoners", 0.8, 1.0),
        ("144 people", "144 civilians", 0.5, 0.8),
        ("nine officers", "nine lorries", 0.0, 0.2),
        ("12 injured guards", "12 dead guards", 0.0, 0.2),
        ("six", "six hostages", 0.5, 0.5),
        ("€5", "$5", 0.0, 0.0),
        ("12 km", "12 hours", 0.0, 0.0),
        ("two wooden boats", "two boats", 0.7, 0.9),
        ("six women", "six woman", 0.4, 1.0),
        ("22 March", "23 March", 0.5, 0.5),
        ("22 March", "six hours", 0.0, 0.0),
    ],
)
def test_same_thing(claim: str, source: str, low: float, high: float) -> None:
    assert low <= same_thing(quantity(claim), quantity(source)) <= high


def test_a_people_and_its_citizens_are_the_same_thing() -> None:
    (peruvians,) = find_quantities("nearly 4,500 Peruvians").quantities
    (citizens,) = find_quantities("4,476 Peruvian citizens had left").quantities
    (ships,) = find_quantities("4,476 Peruvian ships had left").quantities
    assert same_thing(peruvians, citizens) >= 0.8
    assert same_thing(peruvians, ships) < 0.3
