"""Counts of findings by rule and by article: `--statistics`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.output.plain import one_line
from factcheck.report import Report


def statistics(report: Report) -> str:
    """Lines with a count each: rules, the most frequent first, then articles in their order."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    rules = Counter((finding.rule, finding.name) for finding in report.findings)
    for (rule, name), count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {rule} {name}"
    articles = Counter(finding.document for finding in report.findings)
    if len(report.documents) > 1:
        for index, document in enumerate(report.documents):
            yield f"{articles[index]:6}  {one_line(document.path)}"
