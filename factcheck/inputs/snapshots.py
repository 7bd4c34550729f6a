"""Local snapshots of the pages that an article links to.

The page https://example.org/reports/2024.html is looked for in the project as
`.factcheck/snapshots/example.org/reports/2024.html`, with one of the suffixes of references behind it if there is no
such file (`…/2024.html.md`), or as `…/2024.md` in the place of its own; the page of a folder as `index`. A query stands
behind "@": `search@q=ferries`. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from factcheck.readers.names import KNOWN_SUFFIXES

FOLDER = Path(".factcheck", "snapshots")

_URL = re.compile(r"https?://[^\s<>\"'`\\^{}|]+", re.IGNORECASE)
_TRAILING = ".,;:!?*_~"
_ODD = re.compile(r"[\x00-\x1f\x7f<>:\"\\|?*]")


def links(text: str) -> list[str]:
    """The web addresses in a text, each once, in order."""
    return list(dict.fromkeys(_trimmed(match.group()) for match in _URL.finditer(text)))


def snapshot(root: Path, url: str) -> Path | None:
    """The snapshot of a page in a project; None if there is none."""
    return next((path for path in _candidates(url) if (root / FOLDER / path).is_file()), None)


def place(url: str) -> str:
    """Where the snapshot of a page is to be put, relative to the project; "" for an address that is none."""
    first = next(_candidates(url), None)
    return (FOLDER / first).as_posix() if first else ""


def _candidates(url: str) -> Iterator[Path]:
    """The paths of a page's snapshot below the folder, the plainest first; none leads out of it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return
    names = [_ODD.sub("_", unquote(name)).replace("/", "_") for name in parts.path.split("/") if name]
    if not host or {".", ".."} & {host, *names}:
        return
    if parts.path.endswith("/") or not names:
        names.append("index")
    if parts.query:
        names[-1] += "@" + _ODD.sub("_", unquote(parts.query)).replace("/", "_")
    page = Path(host, *names)
    yield page
    for suffix in sorted(KNOWN_SUFFIXES):
        yield page.with_name(page.name + suffix)
        if PurePosixPath(page.name).suffix.lower() in (".html", ".htm", ".php", ".aspx"):
            yield page.with_suffix(suffix)
    if names[-1] != "index":
        yield from (page / f"index{suffix}" for suffix in sorted(KNOWN_SUFFIXES))


def _trimmed(url: str) -> str:
    """An address without the marks of the sentence around it."""
    while url and (url[-1] in _TRAILING or _closes_more(url)):
        url = url[:-1]
    return url


def _closes_more(url: str) -> bool:
    """Whether it ends in a bracket that it did not open."""
    pair = {")": "(", "]": "["}.get(url[-1])
    return pair is not None and url.count(url[-1]) > url.count(pair)
