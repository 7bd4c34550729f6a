"""Claim-level fact-checking of articles against references.

    >>> import factcheck
    >>> report = factcheck.check("article.md", ["references/"])
    >>> for claim in report.claims:
    ...     print(claim.verdict.label, claim.claim.text)

Names are loaded when they are first used: `import factcheck` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.api import Checker, check, read_text
    from factcheck.claim import Claim, GivenClaim, Quantity
    from factcheck.document import Document, Metadata, Reference, Span
    from factcheck.errors import DecisionError, FactcheckError, InputError, ModelError, UsageError
    from factcheck.evidence import Evidence, EvidenceRelation, QuantityVerdict, Verdict, VerdictLabel
    from factcheck.report import CheckedClaim, Decision, Finding, Level, Report

__all__ = [
    "CheckedClaim",
    "Checker",
    "Claim",
    "Decision",
    "DecisionError",
    "Document",
    "Evidence",
    "EvidenceRelation",
    "FactcheckError",
    "Finding",
    "GivenClaim",
    "InputError",
    "Level",
    "Metadata",
    "ModelError",
    "Quantity",
    "QuantityVerdict",
    "Reference",
    "Report",
    "Span",
    "UsageError",
    "Verdict",
    "VerdictLabel",
    "__version__",
    "check",
    "read_text",
]

_HOMES = {
    "api": ("Checker", "check", "read_text"),
    "claim": ("Claim", "GivenClaim", "Quantity"),
    "document": ("Document", "Metadata", "Reference", "Span"),
    "errors": ("DecisionError", "FactcheckError", "InputError", "ModelError", "UsageError"),
    "evidence": ("Evidence", "EvidenceRelation", "QuantityVerdict", "Verdict", "VerdictLabel"),
    "report": ("CheckedClaim", "Decision", "Finding", "Level", "Report"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
