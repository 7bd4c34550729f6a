"""The fact sheet as Markdown, and the words of others in it as nothing but words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.export.facts import Fact, Quoted, facts_of, lost_facts
from factcheck.export.reviewed import Reviewed
from factcheck.output.markdown_text import escaped
from factcheck.version import __version__


def markdown_sheet(reviewed: Reviewed) -> bytes:
    """The fact sheet: counts, a table to scan, and each claim with its evidence."""
    return "".join(f"{line}\n" for line in _lines(reviewed)).encode()


def _lines(reviewed: Reviewed) -> Iterator[str]:
    article, facts = reviewed.article, facts_of(reviewed)
    yield f"# Fact sheet: {escaped(article.meta.title or article.path)}"
    yield ""
    yield f"- article: {escaped(article.path)}, SHA-256 {article.sha256}"
    yield f"- verdicts: {_counted(fact.verdict for fact in facts)}"
    yield f"- decisions: {_counted(fact.decision.partition(' (')[0] for fact in facts)}"
    yield f"- made by factcheck {__version__}"
    yield ""
    yield "| No. | Place | Verdict | Decision | Claim |"
    yield "|---:|---:|---|---|---|"
    for fact in facts:
        decision = f"{fact.decision}, {fact.reviewer}" if fact.reviewer else fact.decision
        cells = (fact.number, fact.place, f"{fact.sign} {fact.verdict}", decision, fact.claim)
        yield f"| {' | '.join(map(escaped, cells))} |"
    for fact in (*facts, *lost_facts(reviewed)):
        yield from _claim(fact)
    yield ""
    yield "## References"
    yield ""
    for reference in reviewed.report.references:
        meta, document = reference.document.meta, reference.document
        about = (meta.title, meta.source, meta.date.isoformat() if meta.date else "", meta.rank, meta.url)
        named = ", ".join(escaped(word) for word in (reference.id, *about, document.path) if word)
        yield f"- {named}, SHA-256 {document.sha256}"


def _counted(words: Iterable[str]) -> str:
    counts = Counter(words)
    return ", ".join(f"{number} {word}" for word, number in sorted(counts.items())) or "none"


def _claim(fact: Fact) -> Iterator[str]:
    yield ""
    yield f"## {f'{escaped(fact.number)}. ' if fact.number else ''}{escaped(fact.claim)}"
    yield ""
    if fact.place:
        yield f"- place: {fact.place}, under {escaped(fact.section)}" if fact.section else f"- place: {fact.place}"
    if fact.attribution:
        yield f"- said by: {escaped(fact.attribution)}"
    confidence = f", confidence {fact.confidence}" if fact.confidence else ""
    yield f"- verdict: {fact.verdict}{confidence} ({fact.kind})"
    who = f" by {escaped(fact.reviewer)}, {escaped(fact.decided)}" if fact.reviewer else ""
    yield f"- decision: {escaped(fact.decision)}{who}"
    named = {
        "note": (fact.note,),
        "correction": (fact.correction,),
        "also": fact.others,
        "comparison": fact.comparisons,
        "arithmetic": fact.arithmetic,
        "why": (fact.rationale,),
    }
    for name, texts in named.items():
        for text in filter(None, texts):
            yield f"- {name}: {escaped(text)}"
    for passage in fact.shown:
        yield from _passage(passage)


def _passage(passage: Quoted) -> Iterator[str]:
    about = (passage.source, passage.date, passage.rank, passage.place, passage.url)
    yield ""
    yield f"{'Cited' if passage.cited else 'Found'}: {', '.join(escaped(word) for word in about if word)}"
    yield ""
    yield f"> {escaped(passage.quote)}"
