"""The language of suppressions."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules import registry
from factcheck.suppressions.directive import Directive, DirectiveError, Kind, is_meant, parse

RULES = {id: rule.name for id, rule in registry().items()}
SELECTORS = sorted({id[:n] for id in RULES for n in (1, 2, 4) if not id.startswith("S")})
LINE = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20).map(
    lambda text: " ".join(text.split())
)


@st.composite
def directives(draw: st.DrawFn) -> Directive:
    kind = draw(st.sampled_from(list(Kind)))
    rules = tuple(dict.fromkeys(draw(st.lists(st.sampled_from(SELECTORS), max_size=3))))
    values = tuple(dict.fromkeys(draw(st.lists(LINE.filter(bool), max_size=2))))
    if kind is Kind.ENABLE:
        values = ()
    if kind in (Kind.IGNORE, Kind.UNTIL) and not rules + values:
        rules = ("N102",)
    until = draw(st.dates()) if kind is Kind.UNTIL else None
    return Directive(kind, rules, values, draw(LINE), until)


@given(directives())
def test_what_is_written_is_read_again(directive: Directive) -> None:
    assert parse(str(directive), RULES) == directive


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('factcheck-ignore N102 "1.2bn": tape 14:20', Directive(Kind.IGNORE, ("N102",), ("1.2bn",), "tape 14:20")),
        ("factcheck-ignore number-unverified,n1 “1.2bn”", Directive(Kind.IGNORE, ("N102", "N1"), ("1.2bn",))),
        (
            'factcheck-ignore-until 2026-12-31 N102 "1.2bn": due',
            Directive(Kind.UNTIL, ("N102",), ("1.2bn",), "due", date(2026, 12, 31)),
        ),
        ("factcheck-disable", Directive(Kind.DISABLE)),
        ("  factcheck-disable-file\n N106 : glossary ", Directive(Kind.FILE, ("N106",), (), "glossary")),
        ('factcheck-ignore "ratio 1:2"', Directive(Kind.IGNORE, (), ("ratio 1:2",))),
    ],
)
def test_forms(written: str, meant: Directive) -> None:
    assert parse(written, RULES) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("factcheck-ignore N1O2", "there is no rule N1O2; is N102 number-unverified meant"),
        ("factcheck-ignore number-unverifed", "is N102 number-unverified meant"),
        ("factcheck-ignore N999", "there is no rule N999"),
        ("factcheck-ignore", "needs a rule or a value"),
        ('factcheck-ignore N102 "1.2bn', "do not close"),
        ('factcheck-ignore N102 ""', "a value is empty"),
        ("factcheck-ignore-until N102", "a date is missing"),
        ("factcheck-ignore-until 2026-02-30 N102", "2026-02-30 is not a date"),
        ("factcheck-ignore 2026-02-03 N102", "only factcheck-ignore-until takes a date"),
        ("factcheck-ignroe N102", "is factcheck-ignore meant"),
        ("factcheck-what N102", "there is no such directive; use factcheck-ignore"),
        ("factcheck: ignore N102", "is factcheck-ignore meant"),
        ('factcheck-enable N102 "1.2bn"', "takes no value"),
        ("factcheck-disable-file S901", "cannot be suppressed here"),
    ],
)
def test_mistakes_are_told_with_what_to_write(written: str, said: str) -> None:
    assert is_meant(written)
    with pytest.raises(DirectiveError) as raised:
        parse(written, RULES)
    assert said in str(raised.value)


@pytest.mark.parametrize("comment", ["factcheck this please", "a factcheck-ignore", "fact-checked by Mira", "TODO"])
def test_other_comments_are_none_of_our_business(comment: str) -> None:
    assert not is_meant(comment)


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(DirectiveError):
        parse(f"factcheck-{text}", RULES)
