"""Which expressions are quantities, where they begin and end, and what they mean."""

from __future__ import annotations

import re
from datetime import date

import pytest

from factcheck.claim import QuantityKind
from factcheck.quantities import find_quantities

TODAY = date(2024, 6, 18)  # a Tuesday

MARKED = [
    # counts in digits and words
    "[One plant] employs [500 people] and the other plant [620].",
    "The plot is [30] x [40 m] wide.",
    "They called [300 voters] and rang [120 more].",
    "The [9th army] truck broke down in [2016/17].",
    "It cost [280&nbsp;million euros] in [5&nbsp;years].",
    "It cost [280\nmillion euros].",
    "Leeds counted [290 thefts] and York [310].",
    "Spain has [40 wins], Italy [38].",
    "The firm sells [12 laptops], including the Orion 5 and the Vega 7.",
    "[One of the men] was held in [one of those years].",
    "It took [40]... and then [50 more] came.",
    "Over [five years], the city spent [£2m].",
    "[Over five years] passed before [two trials].",
    "There are [1.2 doctors for every 100 inhabitants].",
    "He paid [£5] for each of them.",
    "[At least 144 people] were killed.",
    "The ferry carried [1,488 people] and [1 488 crates].",
    "[4.6 million passengers] passed through.",
    "The dam holds [1.2bn litres] of water.",
    "[Six hostages] and [two dozen officers] left the yard.",
    "She counted [a hundred and forty-four steps].",
    "[Seven inmates] shared [nine blankets].",
    "[A couple of guards] slept.",
    "[Scores of lorries] waited, [dozens of them] for [two days].",
    "[Tens of thousands of birds] and [hundreds of seals] were seen.",
    "[Half a million people] watched.",
    "[Some 48,000 tickets] were sold, [about 12k of them] online.",
    "The report lists [12 primary schools] and [three large batteries].",
    "[Three of the screens] broke, [two of which] had been new.",
    "[All seven] were fined, [the other two boats] sank.",
    "He lost [both sons].",
    "[No hostages] were hurt and [none of the guards] fled.",
    "[Fewer than 20 boats] sailed; [as many as 300 swimmers] took part.",
    "[No more than four visitors] may enter, [up to six] on holidays.",
    "[Twenty-one votes] were void; [six hostage-takers] fled.",
    "[A quarter of a million homes] and [40-odd barns] lost power.",
    "[One in every four patients] waited; children aged [between five and nine] did not.",
    "It was their [fifth straight win].",
    "[1,200 or more] may come, [40 or so] by bus.",
    "The choir needs [two more tenors].",
    "A [612-page] report names [four suspected gunmen].",
    # percent and points
    "Prices rose by [12%], not [7.5 percent] or [six per cent].",
    "The rate fell by [1.5 percentage points] to [nearly 4%].",
    "It moved [25 basis points], or [half a percentage point].",
    # money
    "It cost [$1.2bn], [£3.4 million], [€5] and [SKr731m].",
    "He was fined [500,000 roubles], [about $1,400].",
    "Support of [50m Danish kroner a year] ends.",
    "A seat costs [C$64] or [EUR 45].",
    "The debt exceeds [half a billion euros].",
    # fractions and multiples
    "[A third] of the crew left; [two-thirds] had signed.",
    "[Three in five] agreed, [one in ten] did not, and [nine out of ten visitors] smiled.",
    "Output [doubled], then grew [tenfold].",
    "[Every sixth] post is vacant, and [nearly every second] household complains.",
    "It is [two and a half times] larger than the old one.",
    "They sold [three times as many] and [more than twice] the weight.",
    "[Almost half] stayed; [over 40%] moved.",
    # dates and times
    "It began at [around 10.40pm] on [Monday] and ended at [22:40].",
    "The vote on [22 March 2024] was repeated on [April 3, 2024].",
    "In [March 2023] and in [2019] it rained.",
    "The hall was built in the [1980s] and closed [last year].",
    "The league played on in [2023/24].",
    "Talks resume at [half past ten], lunch is at [noon].",
    "The bill is due in the [first quarter of 2025].",
    "The log says [2024-03-22].",
    # durations, ages
    "The [31-hour] siege ended.",
    "It came [nearly three months] after the flood.",
    "A reply is due [within 60 days].",
    "He ruled for [two decades] and died [an hour and a half later].",
    "A [34-year-old] teacher, aged [34], lived there.",
    "They are [between 22 and 47 years old].",
    "She was [86].",
    # measures
    "The wall is [2.2 metres] high and [12 km] long.",
    "It weighs [just under 14 kg] and uses [less than 6 W].",
    "The job ran at [371 to 402 MB/s] in [84 MiB] of memory.",
    "They burned [39,400 hectares] and [38,385 tonnes of CO2 equivalent].",
    "It was [30 °C], the wind blew at [120 km/h].",
    "The plant made [286 GWh], a record.",
    "Doses of [60mg] were given, every [two hours].",
    # ranges, scores
    "[Some 20–30] were torn.",
    "She won [6-3, 7-5].",
    "The motion passed by [51 to 49 votes].",
    "Fines of [between €10 and €15] are usual.",
    # compounds, rates and shares by another word
    "She is [5ft 7in] tall, he [6'2\"] and [12 stone 4].",
    "The film lasts [2h 14m], the loaf weighs [5 lb 3 oz].",
    "Rent is [£1,150 a month], oil [just under $80 a barrel], a seat [£9 a head].",
    "The rate was [12.4 per 100,000 people], or [31 offences per 1,000 residents].",
    "They plant [900 trees a year] and run [18 trains an hour].",
    "It burns [6.1 l/100 km] and serves [45 requests/s].",
    "He put in [1 1/2 cups] of rice and [half a kilo] of peas.",
    "There is a [1-in-20] chance; [1 in 10 homes] stays cold.",
    # ranges and changes
    "It will take [three or four weeks] and cost [$12-15 billion].",
    "[Twelve or thirteen pupils] sat it; staff rose by [200] to [31,900].",
    "The tree lived [5,730 ± 40 years].",
    "[16- to 24-year-olds] smoke less.",
    # votes, ranks
    "The court held by [five votes to two], and by [27 votes to nine].",
    "The motion passed by [312 to 298].",
    "They finished [seventh] and now lie [second].",
    "She won the [400m] in [49.32 seconds] and the marathon in [2:04:39].",
    # sets
    "[Both] were hurt, but [neither] was ill.",
    "[Neither sister] knew of [the other two letters].",
    # times
    "It fell at [0540 GMT], not at [6 a.m. local time] or [a quarter to seven].",
    "Call [between 2 and 3 p.m.], or [2-3pm] on [Sunday night].",
    # notations
    "It cost [1.250.000 euros], not [€12,5 million] or [3,4 %] more.",
    "[10,00,000 voters], [12 500 crates] and [1'234 hens] were counted.",
    "The dose is [3e-4] and the count [7 × 10⁵ cells].",
    # ages
    "[Under-18s] pay less than the [over-65s]; she is in her [late thirties].",
    "Children [under five] and the striker, [22], slept beside a [three-month-old] calf.",
    # what stands near is not mixed in
    "A year has [12 months], [52 weeks] and [365 days].",
    "[Within 48 hours] [more than 2,000 aftershocks] came.",
    "Another [655] were sold; the EU's [27 leaders] met.",
    "[Millions of pounds] were lost, [12 pounds] of flour was weighed.",
    "She ran [10 km] in [31:45], [six seconds] faster.",
    "The double murder was grim; the price [doubled].",
    "The forecast fell from [4-6%] to [2-3%], the rate to [6 percent].",
    "It lasts [an hour and 15 minutes]; it rose from [4 percent] up to [6 percent].",
    # hedges
    "[Just shy of 50] came, [100-plus] stayed, [somewhere around 30] left and [~40] hid.",
    "[A dozen or so activists] marched for [over two hours].",
    "Rents rose [10%] over [two years], spread over [40 hectares].",
    "A film about [two brothers] has [about two hours] left.",
    # ranks
    "It was the [third title] for the [second-largest] club.",
    "She came [19th].",
]  # fmt: skip


def unmarked(marked: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", marked), re.findall(r"\[([^\]]*)\]", marked)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The council has: Reds 15, Greens 7, Free Voters 6.", ["15", "7", "6"]),
        ("The vote: Klestil 38.4%, Vost 29.4, Ticho (Social Democrats) 14.1.", ["38.4%", "29.4", "14.1"]),
        ("He flew a Boeing 747 and an Airbus 320.", []),
        ("Alo Ticho, third in the first round, had left.", ["third", "first round"]),
        ("Third, in the oven it rises.", []),
        ("They keep every one of the 17 rules.", ["17 rules"]),
        ("It was a fifth cheaper.", ["a fifth"]),
        ("Support for Pavilo 2 comes to an end.", []),
        ("He keeps all but two of the auditors' remarks.", ["two of the auditors' remarks"]),
        ("They shut three of the city's parks.", ["three of the city's parks"]),
    ],
)
def test_lists_ranks_and_parts(text: str, wanted: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(text).quantities] == wanted


@pytest.mark.parametrize("marked", MARKED)
def test_extents(marked: str) -> None:
    text, wanted = unmarked(marked)
    assert [quantity.text for quantity in find_quantities(text, today=TODAY).quantities] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "One never knows.",
        "No one came, and one of the best singers was ill.",
        "At first hand he learned that on second thoughts it was fine.",
        "They zero in on it once in a while.",
        "He first wrote to them first.",
        "The last one went home.",
        "The second said nothing to the no longer young man.".replace("The second said nothing to the", "To the"),
    ],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text, today=TODAY).quantities == ()


@pytest.mark.parametrize(
    ("text", "kind", "meaning"),
    [
        ("at least 144 people", QuantityKind.COUNT, "[144, inf) people"),
        ("more than a dozen guards", QuantityKind.COUNT, "(12, inf) guards"),
        ("fewer than 20 boats", QuantityKind.COUNT, "[0, 20) boats"),
        ("up to 300 women", QuantityKind.COUNT, "[0, 300] women"),
        ("six hostages", QuantityKind.COUNT, "6 hostages"),
        ("one hostage", QuantityKind.COUNT, "1 hostage"),
        ("hundreds of seals", QuantityKind.COUNT, "[200, 999] seals"),
        ("about a dozen people", QuantityKind.COUNT, "[10.8, 13.2] people"),
        ("14 injured", QuantityKind.COUNT, "14 injured"),
        ("a quarter of a million homes", QuantityKind.COUNT, "250,000 homes"),
        ("40-odd leaders", QuantityKind.COUNT, "[40, 49] leaders"),
        ("no hostages", QuantityKind.COUNT, "0 hostages"),
        ("one and a half million bees", QuantityKind.COUNT, "1,500,000 bees"),
        ("a hundred and forty-four steps", QuantityKind.COUNT, "144 steps"),
        ("tens of thousands of birds", QuantityKind.COUNT, "[20,000, 99,999] birds"),
        ("Rs 500 crore", QuantityKind.MONEY, "5,000,000,000 INR"),
        ("-$5m", QuantityKind.MONEY, "-5,000,000 USD"),
        ("74p", QuantityKind.MONEY, "0.74 GBP"),
        ("$3-4m", QuantityKind.MONEY, "[3,000,000, 4,000,000] USD"),
        ("12 euros and 50 cents", QuantityKind.MONEY, "12.5 EUR"),
        ("5ft 7in", QuantityKind.MEASURE, "5.5833 ft"),
        ("6'2\"", QuantityKind.MEASURE, "6.1667 ft"),
        ("12 stone 4", QuantityKind.MEASURE, "12.2857 st"),
        ("12 light years", QuantityKind.MEASURE, "12 ly"),
        ("30C", QuantityKind.MEASURE, "30 °C"),
        ("2h 14m", QuantityKind.DURATION, "2.2333 h"),
        ("3h20", QuantityKind.DURATION, "3.3333 h"),
        ("1:45.32", QuantityKind.DURATION, "105.32 s"),
        ("a couple of days", QuantityKind.DURATION, "2 d"),
        ("a quarter point", QuantityKind.PERCENT, "0.25 pp"),
        ("25-basis-point", QuantityKind.PERCENT, "0.25 pp"),
        ("three-month-old", QuantityKind.AGE, "0.25 years old"),
        ("under-18s", QuantityKind.AGE, "[0, 18) years old"),
        ("70-something", QuantityKind.AGE, "[70, 79] years old"),
        ("twenty-first floor", QuantityKind.ORDINAL, "21 floor"),
        ("150th", QuantityKind.ORDINAL, "150"),
        ("second largest", QuantityKind.ORDINAL, "2"),
        ("a factor of ten", QuantityKind.MULTIPLE, "10 times"),
        ("not one of the wells", QuantityKind.COUNT, "0 wells"),
        ("not a single vote", QuantityKind.COUNT, "0 votes"),
        ("five votes to two", QuantityKind.SCORE, "5-2"),
        ("0540 GMT", QuantityKind.TIME, "05:40"),
        ("between 2 and 3 p.m.", QuantityKind.TIME, "[14:00, 15:00]"),
        ("within 60 days", QuantityKind.DURATION, "[0, 60] d"),
        ("31-hour", QuantityKind.DURATION, "31 h"),
        ("two decades", QuantityKind.DURATION, "20 year"),
        ("5 hours 45 minutes", QuantityKind.DURATION, "5.75 h"),
        ("12%", QuantityKind.PERCENT, "12%"),
        ("1.5 percentage points", QuantityKind.PERCENT, "1.5 pp"),
        ("25 basis points", QuantityKind.PERCENT, "0.25 pp"),
        ("$1.2bn", QuantityKind.MONEY, "1,200,000,000 USD"),
        ("50m Danish kroner a year", QuantityKind.MONEY, "50,000,000 DKK per year"),
        ("two-thirds", QuantityKind.FRACTION, "0.6667"),
        ("tenfold", QuantityKind.MULTIPLE, "10 times"),
        ("84 MiB", QuantityKind.MEASURE, "84 MiB"),
        ("371 to 402 MB/s", QuantityKind.MEASURE, "[371, 402] MB/s"),
        ("minus 8 degrees Celsius", QuantityKind.MEASURE, "-8 °C"),
        ("magnitude 6.3", QuantityKind.MEASURE, "6.3 magnitude"),
        ("twice a week", QuantityKind.COUNT, "2 times per week"),
        ("once-daily", QuantityKind.COUNT, "1 time per d"),
        ("between 2 and 20 May 2024", QuantityKind.DATE, "2024-05-02/20"),
        ("2024-12", QuantityKind.DATE, "2024-12"),
        ("2011-12", QuantityKind.DATE, "2011/12"),
        ("at least 22:40", QuantityKind.TIME, "[22:40, inf)"),
        ("none of them", QuantityKind.COUNT, "0"),
        ("-5 °C", QuantityKind.MEASURE, "-5 °C"),
        ("5.30pm", QuantityKind.TIME, "17:30"),
        ("midnight", QuantityKind.TIME, "00:00"),
        ("quarter to six", QuantityKind.TIME, "05:45"),
        ("22 March 2024", QuantityKind.DATE, "2024-03-22"),
        ("22 March", QuantityKind.DATE, "2024-03-22"),
        ("Sunday", QuantityKind.DATE, "2024-06-16"),
        ("last year", QuantityKind.DATE, "2023"),
        ("next month", QuantityKind.DATE, "2024-07"),
        ("1980s", QuantityKind.DATE, "1980s"),
        ("second quarter of 2025", QuantityKind.DATE, "2025-Q2"),
        ("between 22 and 47 years old", QuantityKind.AGE, "[22, 47] years old"),
        ("third title", QuantityKind.ORDINAL, "3 title"),
        ("6-3 7-5", QuantityKind.SCORE, "6-3 7-5"),
        ("34 votes to 25", QuantityKind.SCORE, "34-25"),
    ],
)
def test_meaning(text: str, kind: QuantityKind, meaning: str) -> None:
    (quantity,) = find_quantities(text, today=TODAY).quantities
    assert (quantity.text, quantity.kind, quantity.meaning) == (text, kind, meaning)


def test_conventions_of_values() -> None:
    text = "nearly 4,500 Russians, 144 guards, 12 km, 90 minutes, 4.6 million and 30 °C"
    values = [(q.value, q.precision) for q in find_quantities(text).quantities]
    assert values == [(4500, 100), (144, 1), (12_000, 1000), (5400, 600), (4_600_000, 100_000), (30, 10)]


def test_noun_and_modifiers() -> None:
    (quantity,) = find_quantities("four suspected Chechen gunmen").quantities
    assert (quantity.counted, quantity.modifiers) == ("gunman", ("suspected", "chechen"))


def test_a_label_names_what_is_counted() -> None:
    found = find_quantities("Houses destroyed: 2,310; injured: 14; cost: 12.").quantities
    assert [(q.text, q.counted, q.modifiers) for q in found] == [
        ("2,310", "house", ("destroyed",)),
        ("14", "injured", ()),
        ("12", "", ()),
    ]


def test_partial_dates_take_the_year_that_is_near() -> None:
    def meaning(text: str, today: date | None) -> list[str]:
        return [q.meaning for q in find_quantities(text, today=today).quantities]

    assert meaning("It broke in December.", date(2025, 1, 20)) == ["2024-12"]
    assert meaning("Fares will rise in January.", date(2024, 12, 18)) == ["2025-01"]
    assert meaning("It eased to 3 in April.", date(2024, 6, 18))[1:] == ["2024-04"]
    assert meaning("It was on 22 March.", None) == ["--03-22"]
    assert meaning("They meet next Monday.", date(2024, 6, 18)) == ["2024-06-24"]
    assert meaning("The vote will be held on Friday.", date(2024, 6, 18)) == ["2024-06-21"]


def test_change_is_two_quantities_with_one_unit() -> None:
    found = find_quantities("The limit rose from 30 to 40 seconds.").quantities
    assert [(q.text, q.meaning) for q in found] == [("30", "30 s"), ("40 seconds", "40 s")]


def test_metres_and_millions() -> None:
    found = find_quantities("A 12m high mast, 5.4m passengers, $12m").quantities
    assert [(q.text, q.unit, q.value) for q in found] == [
        ("12m", "m", 12), ("5.4m passengers", "", 5_400_000), ("$12m", "USD", 12_000_000),
    ]  # fmt: skip
