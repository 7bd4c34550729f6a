"""Taking out the suppressions that do nothing: the one thing that this program changes in an article."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcheck.atomic import write_atomically
from factcheck.document import Document
from factcheck.errors import InputError
from factcheck.readers import encoded_like, read_bytes
from factcheck.report import Report, SuppressionState
from factcheck.suppressions.removal import tidied

_REMOVED = (SuppressionState.UNUSED, SuppressionState.EXPIRED)


def fix(report: Report) -> dict[str, int]:
    """Take unused and expired suppressions out of the articles' files; every other byte stays as it is.

    Standard input is left alone.

    Returns:
        How many comments were taken out, by the path of the article.

    Raises:
        InputError: An article has changed since it was read, or cannot be written.
    """
    done: dict[str, int] = {}
    for index, document in enumerate(report.documents):
        gone = [s for s in report.suppressions if s.document == index and s.state in _REMOVED]
        spans = sorted({span for suppression in gone for span in (suppression.span, *suppression.ends)})
        if spans and document.path != "-":
            _rewrite(document, tidied(document.text, spans))
            done[document.path] = len(spans)
    return done


def _rewrite(document: Document, text: str) -> None:
    data = read_bytes(document.path)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise InputError(document.path, "has changed while it was checked; nothing is taken out of it")
    try:
        write_atomically(Path(document.path), encoded_like(data, text))
    except OSError as error:
        raise InputError(document.path, f"cannot be written: {(error.strerror or str(error)).lower()}") from None
