"""Counts of findings by rule and by article, and of what the sources settle: `--statistics`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.evidence import VerdictLabel
from factcheck.output.plain import one_line
from factcheck.report import Report

_SETTLED = (VerdictLabel.SUPPORTED, VerdictLabel.CONTRADICTED)


def statistics(report: Report) -> str:
    """Lines with a count each: rules, the most frequent first, then articles with findings, then sources.

    A source is counted with the claims of whose verdict it is the first evidence.
    """
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    rules = Counter((finding.rule, finding.name) for finding in report.findings)
    for (rule, name), count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {rule} {name}"
    articles = Counter(finding.document for finding in report.findings)
    if len(report.documents) > 1:
        for index in sorted(articles):
            yield f"{articles[index]:6}  {one_line(report.documents[index].path)}"
    settled = [claim.verdict for claim in report.claims if claim.verdict.label in _SETTLED]
    sources = Counter((verdict.evidence[0].reference, verdict.label) for verdict in settled if verdict.evidence)
    for index in sorted({index for index, _ in sources}):
        supported, contradicted = (sources[index, label] for label in _SETTLED)
        counts = f"{supported} supported, {contradicted} contradicted"
        yield f"{supported + contradicted:6}  claims by source {one_line(report.references[index].id)}: {counts}"
