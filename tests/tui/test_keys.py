from __future__ import annotations

import pytest

from factcheck.errors import UsageError
from factcheck.tui.keys import KeyMap

DECIDING = {"a", "x", "s", "o", "p"}


def test_only_unshifted_letters_decide() -> None:
    decide = [key for key in KeyMap().keys if key.id.startswith("decide.")]
    assert {key.keys for key in decide} == DECIDING


def test_no_key_needs_altgr_or_a_modifier_that_terminals_cannot_tell() -> None:
    for key in KeyMap().keys:
        for each in key.shown:
            assert each not in "[]{}\\@|~"
            assert "enter" not in key.keys or key.keys == "enter"


def test_every_row_of_the_key_map_is_there() -> None:
    wanted = (
        "j down k up n N g home G end tab shift+tab enter escape a x s o p u ctrl+z U ctrl+y 1 9 v b w R c C f4 t y"
        " space A slash ctrl+f f m D l z e r E S question_mark f1 ctrl+p q"
    )
    keymap = KeyMap()
    assert [key for key in wanted.split() if keymap.action_of(key) is None] == []


def test_an_action_takes_the_keys_that_it_is_given_and_no_others() -> None:
    keymap = KeyMap({"decide.error": "f8, X", "filter": "/ alt+g"})
    assert keymap.action_of("x") is None
    for name, id in (("f8", "decide.error"), ("X", "decide.error"), ("slash", "filter"), ("alt+g", "filter")):
        action = keymap.action_of(name)
        assert action
        assert action.id == id
    assert keymap.shown("decide.error") == "f8"


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"decide.okay": "a"}, "no action 'decide.okay'"),
        ({"decide.ok": "j"}, "'j' is given to 'claim.next' and to 'decide.ok'"),
        ({"note": "x", "decide.error": "e"}, "is given to"),
        ({"decide.ok": "enter"}, "must not decide"),
        ({"decide.ok": "backspace"}, "must not decide"),
        ({"decide.ok": "tab"}, "must not decide"),
        ({"decide.ok": "ctrl+c"}, "quits everywhere"),
        ({"decide.ok": "hyper"}, "is no key"),
        ({"decide.ok": " "}, "no key"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(mapping: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        KeyMap(mapping)


def test_the_listing_can_be_given_back_as_a_mapping() -> None:
    keymap = KeyMap()
    mapping = {key.id: " ".join(key.names) for key in keymap.keys}
    assert KeyMap(mapping).keys == keymap.keys
    assert KeyMap(mapping).overrides == {}
    for key in keymap.keys:
        assert key.id in keymap.listing()
