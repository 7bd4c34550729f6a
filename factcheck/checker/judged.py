"""What is found for one document, as the cache keeps it and processes send it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Self

import msgspec

from factcheck.claim import Claim, Quantity, Skipped
from factcheck.evidence import Verdict

_MOST = 256 * 1024 * 1024
"""Bytes of one document's results that are ever unpacked."""
_QUICK = 1  # zlib's level


@dataclass(frozen=True, slots=True)
class Judged:
    """One document's part of a report.

    Attributes:
        claims: Its claims in order of place, with ids c1, c2, ...
        verdicts: Theirs; a reference is named by its place among those that the document was checked against.
        skipped: Its numeric expressions that are no quantities.
    """

    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...]

    def packed(self) -> bytes:
        """As bytes."""
        return zlib.compress(msgspec.msgpack.encode(self), _QUICK)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """From bytes.

        Raises:
            ValueError: They are no such thing.
        """
        try:
            judged = msgspec.msgpack.decode(zlib.decompressobj().decompress(data, _MOST), type=cls)
        except (zlib.error, msgspec.MsgspecError) as error:
            raise ValueError(str(error)) from error
        if len(judged.claims) != len(judged.verdicts):
            raise ValueError("not one verdict for each claim")
        return judged


def moved(verdict: Verdict, to: Sequence[int]) -> Verdict:
    """A verdict with each reference named by its index in the report.

    Args:
        verdict: As `Judged` has it.
        to: The indices of the references that the document was checked against.
    """
    result: Verdict = _moved(verdict, to)
    return result


def _moved(part: Any, to: Sequence[int]) -> Any:
    """A part of a verdict, every reference in it named anew."""
    if isinstance(part, tuple):
        return tuple(_moved(member, to) for member in part)
    if isinstance(part, Quantity) or not is_dataclass(part) or isinstance(part, type):
        return part
    parts = {field.name: _moved(getattr(part, field.name), to) for field in fields(part)}
    if "reference" in parts:
        parts["reference"] = to[parts["reference"]]
    return replace(part, **parts)
