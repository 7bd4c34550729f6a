"""JSON with places: the standard parser tells none for what it has read."""

from __future__ import annotations

import json
import re

from factcheck.document import Span
from factcheck.readers.tree import BrokenError, Budget, Group, Member, Node, Scalar, escapes_in

_BLANK = re.compile(r"[ \t\r\n]*")
_LITERAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|NaN|-?Infinity", re.ASCII)
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def parse_json(text: str) -> Node:
    """The values of a JSON text.

    Raises:
        BrokenError: If it is no JSON, nested too deeply, or holds too many values.
    """
    parser = _Parser(text)
    node, at = parser.value(parser.skip(0), 0)
    at = parser.skip(at)
    if at < len(text):
        raise BrokenError("something follows the value (one value a line is read by the suffix .jsonl)", at)
    return node


class _Parser:
    """Reads values from left to right; each method gives what it read and the offset behind it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._budget = Budget()
        self._decoder = json.JSONDecoder()

    def skip(self, at: int) -> int:
        """The offset behind blanks."""
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        """The value at an offset."""
        self._budget.spend(at)
        opening = self._text[at : at + 1]
        if opening == '"':
            return self._string(at)
        if opening in ("{", "["):
            self._budget.check_depth(depth, at)
            return self._group(at, depth, is_list=opening == "[")
        match = _LITERAL.match(self._text, at)
        if match is None:
            raise BrokenError("expecting a value", at)
        return Scalar(Span(*match.span()), match.group()), match.end()

    def _string(self, at: int) -> tuple[Scalar, int]:
        try:
            content, end = self._decoder.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            raise BrokenError(error.msg[:1].lower() + error.msg[1:], error.pos) from None
        span = Span(at + 1, end - 1)
        text = _HALF_PAIR.sub("\ufffd", content)
        return Scalar(span, text, escapes_in(self._text, span), is_text=True), end

    def _group(self, at: int, depth: int, *, is_list: bool) -> tuple[Group, int]:
        close = "]" if is_list else "}"
        group = Group(is_list)
        at = self.skip(at + 1)
        while not self._text.startswith(close, at) or group.members:
            name, place = "", None
            if not is_list:
                if not self._text.startswith('"', at):
                    raise BrokenError("expecting a name in double quotes", at)
                key, at = self._string(at)
                name, place = key.text, key.span
                at = self._expect(":", at)
            value, at = self.value(at, depth + 1)
            group.members.append(Member(name, place, value))
            at = self.skip(at)
            if self._text.startswith(close, at):
                break
            at = self._expect(",", at)
        return group.deduplicated(), at + 1

    def _expect(self, mark: str, at: int) -> int:
        at = self.skip(at)
        if not self._text.startswith(mark, at):
            raise BrokenError(f"expecting '{mark}'", at)
        return self.skip(at + 1)
