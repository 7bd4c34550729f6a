from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.retrieval import cut
from factcheck.verdicts.settled import covers, of_table
from factcheck.verdicts.tables import Tables
from tests.verdicts.tables import claim, label, references, settled

TRIPS = """Ferry trips of Lomvik Lines by route (million),,,
Route,2022,2023,Boats
Inner,2.5,2.8,9
Outer,1.6,1.2,5
Night,0.4,0.5,2
Total,4.5,4.5,16
"""
SPENDING = """# Spending of Marrow parish

Figures in £000

| Item | 2022/23 | 2023/24 | Staff |
|---|---|---|---|
| Lighting | 320 | 368 | 4 |
| Drains | 150 | 141 | 3 |
| Allotments | 60 | 75 | 1 |
"""
HOUSING = """| Estate | Homes built | Rent (£ per month) | Occupancy (%) | Change (pp) | Opened |
|---|---|---|---|---|---|
| Elm Row | 64 | 720 | 97.5 | 1.5 | 2016 |
| Tannery | 41 | 860 | 88.0 | -3.0 | 2021 |
"""
MODELS = """{"models": {
  "Heron": {"accuracy": 0.913, "recall": 0.846, "duration_s": 150, "size_mb": 96, "users": 8200},
  "Plover": {"accuracy": 0.885, "recall": 0.861, "duration_s": 60, "size_mb": 24, "users": 4100}
}}"""
WATER = """unit: GWh
output:
  tidal: {2022: 40, 2023: 52}
  hydro: {2022: 310, 2023: 279}
homes: 7300
local_share: 0.58
"""
YEARS = "Year\tRevenue (EUR m)\tProfit (EUR m)\tStaff\n2022\t95\t-3\t410\n2023\t114\t6\t395\n"
CLINICS = """clinic;year;ward;admissions;beds
Fell;2022;acute;900;30
Fell;2022;rehab;210;14
Fell;2023;acute;945;32
Fell;2023;rehab;180;14
Moor;2023;acute;400;20
Moor;2023;rehab;95;8
"""
MEDALS = "| Club | Gold | Silver |\n|---|---|---|\n| Arne | 8 | 3 |\n| Bevan | 2 | 6 |\n| Corrie | 5 | 4 |\n"
FILES = {
    "trips.csv": TRIPS,
    "spending.md": SPENDING,
    "housing.md": HOUSING,
    "models.json": MODELS,
    "water.yaml": WATER,
    "accounts.tsv": YEARS,
    "clinics.csv": CLINICS,
    "medals.md": MEDALS,
}


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        # A cell by its row, column and date.
        ("The Inner route carried 2.8 million trips in 2023.", True),
        ("The Inner route carried 2.5 million trips in 2023.", False),
        ("The Outer route carried 2.8 million trips in 2023.", False),
        ("In 2022 the Outer route had 1.6 million trips.", True),
        ("The Night route has two boats.", True),
        ("The Night route has five boats.", False),
        # Dates that go with each of two numbers.
        ("Trips on the Inner route rose from 2.5 million in 2022 to 2.8 million in 2023.", True),
        ("Trips on the Inner route rose from 2.8 million in 2022 to 2.5 million in 2023.", False),
        # Totals and what they are made of.
        ("Lomvik Lines counted 4.5 million trips in 2023.", True),
        ("Lomvik Lines counted 5.4 million trips in 2023.", False),
        ("The lines have 16 boats in total.", True),
        ("The lines have 18 boats in total.", False),
        ("The parish spent £584,000 in total in 2023/24.", True),
        ("The parish spent £685,000 on spending in total in 2023/24.", False),
        ("The clubs won 15 gold in all.", True),
        ("The three clubs won 17 gold in all.", False),
        # Changes.
        ("Trips on the Inner route rose 12 percent in 2023.", True),
        ("Trips on the Inner route fell 12 percent in 2023.", False),
        ("Trips on the Inner route rose 21 percent in 2023.", False),
        ("Trips on the Outer route fell by a quarter in 2023.", True),
        ("Trips on the Outer route fell by 400,000 in 2023.", True),
        ("Spending on lighting rose by 15 percent in 2023/24.", True),
        ("Spending on drains rose by 6 percent in 2023/24.", False),
        ("Tidal output grew by 30 percent in 2023.", True),
        ("Hydro output was 10 percent lower than in 2022.", True),
        ("Occupancy at Tannery fell by 3 percentage points.", True),
        ("Occupancy at Tannery rose by 3 percentage points.", False),
        # Differences and ratios of two rows, shares of a whole.
        ("The Inner route had 1.6 million more trips than the Outer route in 2023.", True),
        ("The Outer route had 1.6 million more trips than the Inner route in 2023.", False),
        ("Arne won six more gold than Bevan.", True),
        ("Arne won four times as many gold as Bevan.", True),
        ("Arne won three times as many gold as Bevan.", False),
        ("Heron's accuracy was 2.8 percentage points higher than Plover's.", True),
        ("The Inner route made up 62 percent of trips in 2023.", True),
        ("The Inner route made up 52 percent of trips in 2023.", False),
        # Units of headers, notes and names.
        ("Lighting cost £368,000 in 2023/24.", True),
        ("Spending on lighting was £36,800 in 2023/24.", False),
        ("The rent at Elm Row is £720 a month.", True),
        ("The rent at Elm Row is £860 a month.", False),
        ("Elm Row has 64 homes.", True),
        ("Occupancy at Elm Row is 97.5 percent.", True),
        ("Heron has an accuracy of 91.3 percent.", True),
        ("Heron has an accuracy of 88.5 percent.", False),
        ("Heron has a recall of 91.3 percent.", False),
        ("Heron had a duration of two and a half minutes.", True),
        ("Plover had a duration of two and a half minutes.", False),
        ("Plover is 24 MB in size.", True),
        ("Plover has 4,100 users.", True),
        ("Plover has 8,200 users.", False),
        ("Tidal output was 52 GWh in 2023.", True),
        ("Tidal output was 40 GWh in 2023.", False),
        ("The local share is 58 percent.", True),
        ("There are 7,300 homes.", True),
        ("Tannery opened in 2021.", True),
        ("Tannery opened in 2016.", False),
        # Years as rows, and rows with several names.
        ("Revenue was EUR 114 million in 2023.", True),
        ("Revenue was EUR 95 million in 2023.", False),
        ("Revenue rose by 20 percent in 2023.", True),
        ("Revenue rose by 30 percent in 2023.", False),
        ("Acute admissions at Fell rose from 900 in 2022 to 945 in 2023.", True),
        ("Rehab admissions at Fell were 945 in 2023.", False),
        ("Moor had 95 rehab admissions in 2023.", True),
    ],
)
def test_claims_are_held_against_the_cells_that_they_name(tmp_path: Path, text: str, is_true: bool) -> None:
    assert label(settled(tmp_path, FILES, text)) == ("true" if is_true else "false")


@pytest.mark.parametrize(
    "text",
    [
        "Skerry Lines counted 4.9 million trips in 2023.",  # another company
        "The Inner route had 3.3 million visitors in 2023.",  # another thing counted
        "The Inner route opened three harbours.",
        "The Outer route sold two boats.",
        "The Night route lost three boats.",  # a change of the stock, not the stock
        "Heron has an F1 score of 91.3 percent.",  # a column that the table does not have
        "Heron cost EUR 96 million.",
        "Arne won 8 bronze.",
        "Elm Row did not build 64 homes.",
        "The Inner route carried 2.8 million trips in 2019.",
        "Tannery's occupancy went from 91 percent to 88 percent.",
        "Quartz revenue was EUR 120 million in 2023.",
        "12 staff of Lighting were injured.",
        "Elm Row opened a hall in 2023.",
        "Gulls laid 40 eggs on the island.",
        "The 90 houses have 180 homes built in total.",  # other houses than the two of the table
    ],
)
def test_what_no_cell_tells_stays_open(tmp_path: Path, text: str) -> None:
    assert label(settled(tmp_path, FILES, text)) == "open"


@pytest.mark.parametrize(
    ("text", "arithmetic", "place"),
    [
        (
            "The Inner route carried 2.8 million trips in 2023.",
            None,
            "table 'Ferry trips of Lomvik Lines by route', row Inner, column 2023",
        ),
        (
            "Trips on the Outer route fell by a quarter in 2023.",
            "1.6 million to 1.2 million = −25%",
            "table 'Ferry trips of Lomvik Lines by route', row Outer, column 2022 and column 2023",
        ),
        (
            "Arne won six more gold than Bevan.",
            "8 − 2 = 6",
            "row Arne and row Bevan, column Gold",
        ),
        ("The clubs won 15 gold in all.", "8 + 2 + 5 = 15", "row Arne, column Gold, and 2 more"),
        ("The Inner route made up 62 percent of trips in 2023.", "2.8 million / 4.5 million = 62.22%", None),
        ("Plover has 4,100 users.", None, "models.Plover.users"),
    ],
)
def test_the_evidence_names_its_cells(tmp_path: Path, text: str, arithmetic: str | None, place: str | None) -> None:
    found = settled(tmp_path, FILES, text)[0]
    assert found is not None
    shown = found.arithmetic and found.arithmetic.replace(" ferry trips", "")
    assert shown == arithmetic
    assert place is None or found.place == place


def test_a_verdict_quotes_the_cell(tmp_path: Path) -> None:
    sources = references(tmp_path, FILES)
    mine = claim("Plover has 4,100 users.")
    (found,) = Tables(cut(sources)).settle(mine)
    assert found is not None
    verdict = of_table(mine.quantities[0], found)
    assert verdict.evidence is not None
    source = sources[verdict.evidence.reference]
    assert (source.id, verdict.evidence.span.of(source.text)) == ("models", "4100")
    assert verdict.evidence.cell == "models.Plover.users"


@pytest.mark.parametrize(
    ("text", "says_no_more"),
    [
        ("The Inner route carried 2.8 million trips in 2023.", True),
        ("The Inner route carried the most trips, 2.8 million.", False),
        ("The Inner route carried 2.8 million trips in 2023 because tickets were sold cheaply.", False),
    ],
)
def test_a_claim_may_say_more_than_its_cells(tmp_path: Path, text: str, says_no_more: bool) -> None:
    assert covers(claim(text), settled(tmp_path, FILES, text)) is says_no_more


def test_a_name_behind_one_number_is_still_that_of_the_next(tmp_path: Path) -> None:
    found = settled(tmp_path, FILES, "A four-room house at Elm Row has a rent of £720 a month.")
    assert found[-1] is not None
    assert found[-1].label == "supported"


LOST = """month,handed_in,returned
2024-06,900,410
2024-07,1388,512
2024-08,1407,498
2024-09,1105,300
"""
PLACES = "place;handed_in;returned\ntram;6840;910\nbus;2110;300\nstreet;3900;1200\n"
FIRES = """| Province | Fires | Evacuated |
|---|---|---|
| Norrland | 862 | 5,300 |
| Ost | 588 | 3,180 |
| Sund | 274 | 2,120 |
"""


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("More than half of the objects had been left on trams.", "6840 / (6840 + 2110 + 3900)"),
        ("Almost 70 percent of the objects had been left on trams or buses.", "(6840 + 2110) / (6840 + 2110 + 3900)"),
        ("July and August together brought 2,795.", "1388"),
        ("The place took in 4,800 handed in.", "900"),
        ("Of the 5,300 evacuated, three in five lived in Ost.", "3,180"),
    ],
)
def test_rows_that_a_claim_names_without_a_column_may_bear_it_out(tmp_path: Path, text: str, arithmetic: str) -> None:
    files = {"lost.csv": LOST, "places.csv": PLACES, "fires.md": FIRES}
    (*_, found) = [one for one in settled(tmp_path, files, text) if one is not None]
    assert found.label == "supported"
    assert arithmetic in str(found.arithmetic)


@pytest.mark.parametrize(
    "text",
    [
        "July and August together brought 2,895.",
        "Almost 80 percent of the objects had been left on trams or buses.",
        "Of the 5,300 evacuated, four in five lived in Ost.",
    ],
)
def test_what_is_only_likely_meant_never_contradicts(tmp_path: Path, text: str) -> None:
    found = settled(tmp_path, {"lost.csv": LOST, "places.csv": PLACES, "fires.md": FIRES}, text)
    assert all(one is None or one.label == "supported" for one in found)


def test_a_row_of_sums_is_the_total_whatever_its_name(tmp_path: Path) -> None:
    snippets = cut(references(tmp_path, {"fires.md": FIRES}))
    tables = Tables(snippets)
    mine = claim("Of the 5,300 evacuated, three in five lived in Ost.")
    seen = {snippet.row.names[0][1]: tables.seen(mine, i) for i, snippet in enumerate(snippets) if snippet.row}
    assert [q.text for q in seen["Norrland"].quantities] == ["862", "5,300"]
    assert [q.text for q in seen["Sund"].quantities] == []


def test_a_year_that_is_only_compared_with_rules_nothing_out(tmp_path: Path) -> None:
    files = {"burned.md": "| Province | Burned 2023 (ha) | Burned 2022 (ha) |\n|---|---|---|\n| Ost | 394 | 574 |\n"}
    (snippet,) = cut(references(tmp_path, files))
    mine = claim("Ost lost 394 ha, nearly a third less than in 2022.")
    assert "394" in [q.text for q in Tables([snippet]).seen(mine, 0).quantities]


def test_rows_that_a_claim_passes_over_are_not_compared(tmp_path: Path) -> None:
    snippets = cut(references(tmp_path, {"trips.csv": TRIPS}))
    tables = Tables(snippets)
    mine = claim("The Inner route had 1.2 million trips in 2023.")
    seen = {snippet.row.names[0][1]: tables.seen(mine, i) for i, snippet in enumerate(snippets) if snippet.row}
    numbers = {name: [q.text for q in snippet.quantities if "." in q.text] for name, snippet in seen.items()}
    assert numbers == {"Inner": ["2.8"], "Outer": [], "Night": [], "Total": []}
    named = {snippet.row.names[0][1]: tables.names(mine, i) for i, snippet in enumerate(snippets) if snippet.row}
    assert [name for name, is_named in named.items() if is_named] == ["Inner"]


_WORDS = """
Inner Outer Night trips boats route Heron accuracy Arne gold Fell acute admissions Tannery occupancy the in of than from
to rose fell more fewer percent million EUR £ 2022 2023 2.5 2.8 12 -3 0 a third twice half total all not . ,
"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, min_size=1, max_size=12).map(" ".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_any_words_are_settled_or_not(tables: Tables, text: str) -> None:
    mine = claim(text)
    found = tables.settle(mine)
    assert len(found) == len(mine.quantities)
    for one in found:
        assert one is None or (one.entries and one.meaning)
    covers(mine, found)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(cut(references(tmp_path_factory.mktemp("tables"), FILES)))
