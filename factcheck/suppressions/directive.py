"""The language of suppressions.

    factcheck-ignore [RULE…] ["VALUE"…][: REASON]           the block that the comment stands at
    factcheck-ignore-until DATE [RULE…] ["VALUE"…][: REASON]   the same, up to that day
    factcheck-disable [RULE…] ["VALUE"…][: REASON]          from here on, to the end of the file if nothing ends it
    factcheck-enable [RULE…]                                ends that
    factcheck-disable-file [RULE…] ["VALUE"…][: REASON]     the whole file

A RULE is an id (N102), the beginning of ids (N, N1) or a name (number-unverified). Blanks or commas part the words.
Without a RULE all are meant; `ignore` needs a RULE or a VALUE. With a VALUE only findings at these words are silenced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

PREFIX = "factcheck-"

_CALLED = re.compile(r"factcheck(?P<sign>[-_: ])\s*(?P<kind>[A-Za-z]+(?:[-_ ](?:file|until)\b)?)", re.IGNORECASE)
_TOKEN = re.compile(r"""[\s,]*(?:(?P<value>"(?:[^"\\]|\\.)*"|“[^”]*”)|(?P<colon>:)|(?P<word>[^\s,:"“”]+))""")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BEGINNING = re.compile(r"[A-Z]\d{0,3}")


class Kind(StrEnum):
    """What a directive does."""

    IGNORE = "ignore"
    UNTIL = "ignore-until"
    DISABLE = "disable"
    ENABLE = "enable"
    FILE = "disable-file"


class DirectiveError(Exception):
    """A directive that cannot be understood; its text says what to write instead."""


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression as it is meant.

    Attributes:
        kind: What it does.
        rules: Ids or beginnings of ids; none: all rules.
        values: Words at which a finding must stand; none: anywhere.
        reason: Why, or empty.
        until: Its last day; only for UNTIL.
    """

    kind: Kind
    rules: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None

    @property
    def head(self) -> str:
        """The directive without its reason."""
        day = [self.until.isoformat()] if self.until else []
        rules = [", ".join(self.rules)] if self.rules else []
        return " ".join([PREFIX + self.kind, *day, *rules, *(_quoted(value) for value in self.values)])

    def __str__(self) -> str:
        return f"{self.head}: {self.reason}" if self.reason else self.head


def is_meant(content: str) -> bool:
    """Whether a comment is meant for this program: it begins with "factcheck-" or a slip of a directive's name."""
    if content.lstrip().lower().startswith(PREFIX):
        return True
    called = _CALLED.match(content.strip())
    return called is not None and bool(_nearest_kind(called["kind"]))


def parse(content: str, rules: Mapping[str, str]) -> Directive:
    """The directive that a comment holds.

    Args:
        content: What stands between the comment's signs.
        rules: The names of all rules by id.

    Raises:
        DirectiveError: It holds none that can be understood.
    """
    text = " ".join(content.split())
    kind, rest = _kind(text)
    words, values, reason = _parts(rest)
    until = _day(words) if kind is Kind.UNTIL else None
    found = tuple(dict.fromkeys(_rule(word, rules) for word in words))
    if kind is Kind.ENABLE and values:
        raise DirectiveError("factcheck-enable takes no value: it ends a factcheck-disable of the same rules")
    if kind in (Kind.IGNORE, Kind.UNTIL) and not (found or values):
        raise DirectiveError(f'{PREFIX}{kind} needs a rule or a value: {PREFIX}ignore N102 "1.2bn": reason')
    return Directive(kind, found, tuple(dict.fromkeys(values)), reason, until)


def _kind(text: str) -> tuple[Kind, str]:
    name = re.match(r"factcheck-([a-z-]*[a-z])(?![\w-])", text)
    if name and name[1] in list(Kind):
        return Kind(name[1]), text[name.end() :]
    called = _CALLED.match(text)
    near = _nearest_kind(called["kind"]) if called else ""
    hint = f"; is {PREFIX}{near} meant" if near else ""
    known = ", ".join(PREFIX + kind for kind in Kind)
    raise DirectiveError(f"there is no such directive{hint}" if hint else f"there is no such directive; use {known}")


def _nearest_kind(name: str) -> str:
    folded = re.sub("[_ ]", "-", name.lower())
    return next(iter(get_close_matches(folded, list(Kind), n=1, cutoff=0.75)), "")


def _parts(text: str) -> tuple[list[str], list[str], str]:
    """The words, the values and the reason behind a directive's name."""
    words: list[str] = []
    values: list[str] = []
    at = 0
    while text[at:].strip(" ,"):
        token = _TOKEN.match(text, at)
        if token is None:
            raise DirectiveError('the quotation marks of a value do not close: write "1.2bn"')
        at = token.end()
        if token["colon"]:
            return words, values, text[at:].strip()
        if token["word"]:
            words.append(token["word"])
        elif value := _unquoted(token["value"]):
            values.append(value)
        else:
            raise DirectiveError('a value is empty: write the words at which the finding stands, "1.2bn"')
    return words, values, ""


def _day(words: list[str]) -> date:
    """The day that stands first, taken out of the words."""
    written = words.pop(0) if words and words[0][0].isdigit() else ""
    try:
        return date.fromisoformat(written if _DAY.fullmatch(written) else "")
    except ValueError:
        wrong = f"{written} is not a date" if written else "a date is missing"
        raise DirectiveError(f"{wrong}: write {PREFIX}ignore-until 2026-12-31 and then the rule") from None


def _rule(word: str, rules: Mapping[str, str]) -> str:
    ids = {name: id for id, name in rules.items()}
    id = ids.get(word.lower(), word.upper())
    if id.startswith("S"):
        raise DirectiveError("rules about suppressions cannot be suppressed here: ignore them in the configuration")
    if _BEGINNING.fullmatch(id) and any(known.startswith(id) for known in rules):
        return id
    if _DAY.fullmatch(word):
        raise DirectiveError(f"only {PREFIX}ignore-until takes a date, right behind its name")
    near = get_close_matches(word.lower(), [*ids, *(known.lower() for known in rules)], n=1, cutoff=0.5)
    meant = ids.get(near[0], near[0].upper()) if near else ""
    raise DirectiveError(f"there is no rule {word}" + (f"; is {meant} {rules[meant]} meant" if meant else ""))


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unquoted(written: str) -> str:
    inner = written[1:-1]
    return re.sub(r"\\(.)", r"\1", inner).strip() if written[0] == '"' else inner.strip()
