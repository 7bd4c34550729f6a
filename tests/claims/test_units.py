from __future__ import annotations

import pytest

from factcheck.claims.tokens import tokenize
from factcheck.claims.units import AsideKind, Unit, units_of


def units(text: str, *, labelled: bool = False) -> list[Unit]:
    return units_of(tokenize(text), labelled=labelled)


def words(unit: Unit) -> str:
    return " ".join(token.text for token in unit.tokens)


@pytest.mark.parametrize(
    ("text", "kind", "aside"),
    [
        ("Ruth Orme, 34, resigned.", AsideKind.AGE, "34"),
        ("The driver, 34, resigned.", AsideKind.AGE, "34"),
        ("The number, 34, is lucky.", None, ""),
        ("It held 17 men, most of them Greek.", AsideKind.PART, "most of them Greek"),
        ("It held 17 men, among them a judge.", AsideKind.MEMBERS, "among them a judge"),
        ("It won prizes, including two medals.", AsideKind.MEMBERS, "including two medals"),
        ("It lost €4m, about a sixth of its grant, and closed.", None, ""),
        ("It took 40 calls, twice as many as in May.", AsideKind.COMPARISON, "twice as many as in May"),
        ("Sales were €3m, up from €2m a year before.", AsideKind.CHANGE, "up from € 2 m a year before"),
        ("Output, the lowest since 2013, fell.", AsideKind.SUPERLATIVE, "the lowest since 2013"),
        ("Food inflation, at 5%, has halved.", AsideKind.WITH, "at 5 %"),
        ("The dam, completed in 1959, was sold.", AsideKind.DESCRIBED, "completed in 1959"),
        ("The corpus (about 212 MB) is free.", AsideKind.BRACKET, "about 212 MB"),
        ("The mayor, the council and the union agreed.", None, ""),
        ("Ruth Orme, Lee Tull and 34 others resigned.", None, ""),
        ("A quarter were sold, a tenth were given away by an earlier owner.", None, ""),
    ],
)
def test_asides_are_told_by_their_form(text: str, kind: AsideKind | None, aside: str) -> None:
    (unit,) = units(text)
    found = [(a.kind, " ".join(token.text for token in a.tokens)) for a in unit.asides]
    if kind is None:
        assert AsideKind.SUPERLATIVE not in [k for k, _ in found]
        assert AsideKind.AGE not in [k for k, _ in found]
    else:
        assert found == [(kind, aside)]


def test_semicolon_parts_units_outside_quotations() -> None:
    assert [words(unit) for unit in units("It rained; he left.")] == ["It rained", "he left ."]
    assert len(units("“It rained; he left,” she said.")) == 1


def test_dateline_is_dropped_and_label_kept_apart() -> None:
    (dated,) = units("OSLO, Norway — The mayor left.", labelled=True)
    assert words(dated) == "The mayor left ."
    (labelled,) = units("Raw files: it reads more.", labelled=True)
    assert [token.text for token in labelled.label] == ["Raw", "files"]
    assert not labelled.timed
    (timed,) = units("6:11 The alert fires.", labelled=True)
    assert timed.timed


def test_quotation_marks_that_never_close_protect_nothing() -> None:
    (unit,) = units("“It rained and he left.")
    assert unit.quoted == set()
