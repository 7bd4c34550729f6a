"""A sentence with what it must yield and what it must not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    yields: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Claims, or beginnings of claims, that would say what the article does not."""
