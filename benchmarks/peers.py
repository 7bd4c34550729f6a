"""Where other libraries see numeric expressions. None of them is a dependency; each may be missing.

    pip install quantulum3 rag-quantguard recognizers-text-suite 'emoji<2'

(The last is for recognizers-text-suite, which still asks emoji for a name that version 2 dropped.)
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from importlib import import_module

from factcheck.document import Span

Finder = Callable[[str], list[Span]]


def _quantulum3() -> Finder:
    with warnings.catch_warnings():  # it warns that its classifier cannot be used
        warnings.simplefilter("ignore")
        parse = import_module("quantulum3.parser").parse
    # The classifier picks between units of one name, changes no span and loads with one version of scikit-learn only.
    vars(import_module("quantulum3.classifier"))["USE_CLF"] = False
    return lambda text: longest(Span(*found.span) for found in parse(text))


def _quantguard() -> Finder:
    extraction = import_module("quantguard.extraction")
    kinds = (extraction.extract_ranges, extraction.extract_bounds, extraction.extract_numbers)
    return lambda text: longest(Span(found.span.start, found.span.end) for find in kinds for found in find(text))


def _recognizers() -> Finder:
    english = import_module("recognizers_text").Culture.English
    kinds = {
        "recognizers_number": ("number", "ordinal", "percentage"),
        "recognizers_number_with_unit": ("age", "currency", "dimension", "temperature"),
        "recognizers_date_time": ("datetime",),
    }
    recognizers = [
        getattr(import_module(package), f"recognize_{kind}") for package, names in kinds.items() for kind in names
    ]
    return lambda text: longest(
        Span(found.start, found.end + 1) for recognize in recognizers for found in recognize(text, english)
    )


PEERS: dict[str, Callable[[], Finder]] = {
    "quantulum3": _quantulum3,
    "rag-quantguard": _quantguard,
    "recognizers-text-suite": _recognizers,
}


def longest(spans: Iterable[Span]) -> list[Span]:
    """Those that overlap no longer one, since some libraries tell the same place several times."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start - span.end, span.start)):
        if span.end > span.start and not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
