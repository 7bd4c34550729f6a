"""What a page says of itself in its head: title, publisher, date and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import turbohtml

from factcheck.document import Metadata

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_SOURCES = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name")
_DATES = (
    "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created",
    "dcterms.date", "dc.date", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "date",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_WORKS = re.compile(r"(?:Article|Posting|Report|WebPage|Dataset|Book|CreativeWork)\Z")
_MOST_NODES = 1000
"""Of JSON-LD; pages have a few dozen."""

_Fields = dict[str, str]


def page_metadata(page: turbohtml.Document, headline: str) -> Metadata:
    """What a page says of itself in JSON-LD, else in `meta`, else in its headline and title; nothing broken is taken.

    Args:
        page: The page.
        headline: Its heading; the title of many pages names the site as well.
    """
    linked = _linked(page)
    meta = _meta(page)
    title = page.find("title")
    canonical = page.find("link", attrs={"rel": "canonical"})
    titles = [linked.get("title", ""), *(meta.get(name, "") for name in _TITLES), headline]
    titles.append(title.text if title else "")
    addresses = [str(canonical.attrs.get("href") or "") if canonical else "", meta.get("og:url", "")]
    return Metadata(
        title=_first(titles),
        source=_first([linked.get("source", ""), *(meta.get(name, "") for name in _SOURCES)]),
        date=next(filter(None, map(_day, [linked.get("date", ""), *(meta.get(name, "") for name in _DATES)])), None),
        url=_first(url for url in addresses if url.startswith(("http://", "https://"))),
    )


def _first(values: Iterator[str] | list[str]) -> str:
    return next(filter(None, (" ".join(value.split()) for value in values)), "")


def _day(value: str) -> date | None:
    match = _DATE.match(value.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _meta(page: turbohtml.Document) -> _Fields:
    """The first value of each name."""
    found: _Fields = {}
    for element in page.find_all("meta"):
        attrs = element.attrs
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop")
        content = attrs.get("content")
        if isinstance(name, str) and isinstance(content, str):
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(page: turbohtml.Document) -> _Fields:
    """Title, date and publisher of the first work that JSON-LD describes."""
    try:
        todo: list[object] = list(page.json_ld())
    except (ValueError, RecursionError):
        return {}
    for node in _nodes(todo):
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and _WORKS.search(name) for name in names):
            publisher = node.get("publisher")
            named = publisher.get("name") if isinstance(publisher, dict) else publisher
            fields = {
                "title": node.get("headline") or node.get("name"),
                "date": node.get("datePublished"),
                "source": named,
            }
            return {key: value for key, value in fields.items() if isinstance(value, str)}
    return {}


def _nodes(todo: list[object]) -> Iterator[dict[str, object]]:
    """The objects of JSON-LD, those in lists and graphs as well."""
    left = _MOST_NODES
    while todo and left:
        left -= 1
        node = todo.pop(0)
        if isinstance(node, list):
            todo[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            todo[:0] = graph[:_MOST_NODES] if isinstance(graph, list) else []
