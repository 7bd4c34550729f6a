"""schema.org ClaimReview: markup for a published check of somebody else's claim, one decided claim at a time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UsageError
from factcheck.evidence import VerdictLabel
from factcheck.export.links import is_web_address
from factcheck.export.reviewed import Reviewed, Said
from factcheck.output.json_report import dumped
from factcheck.output.plain import one_line
from factcheck.report import CheckedClaim, DecisionKind

_AGREED = {
    (DecisionKind.OK, VerdictLabel.SUPPORTED): ("Supported by the sources", 5),
    (DecisionKind.ERROR, VerdictLabel.CONTRADICTED): ("Contradicted by the sources", 1),
}
"""Where person and sources say the same the rating has a value too, on a scale from 1 to 5."""
_WORDS = {
    DecisionKind.NEEDS_SOURCE: "Not established by the sources",
    DecisionKind.OPINION: "Opinion, cannot be checked",
}


@dataclass(frozen=True, slots=True)
class Details:
    """What the markup must say and no report knows.

    Attributes:
        url: Where the check is published.
        author: The organisation that checked.
        author_url: Its home page, or "".
        item_author: Who made the claim.
        item_author_type: "Person" or "Organization".
        item_urls: Where the claim was made.
        item_date: When, ISO 8601, or "".
        date: When the check is published, ISO 8601; "": the day of the decision.
        rating: The rating in words; "": what follows from decision and sources.
        media_review: What goes in as associatedMediaReview, or None.

    Raises:
        UsageError: Something needed is missing, or an address or a date is none.
    """

    url: str
    author: str
    item_author: str
    author_url: str = ""
    item_author_type: str = "Person"
    item_urls: tuple[str, ...] = ()
    item_date: str = ""
    date: str = ""
    rating: str = ""
    media_review: Any = None

    def __post_init__(self) -> None:
        for option, text in (("--url", self.url), ("--author", self.author), ("--item-author", self.item_author)):
            if not text.strip():
                raise UsageError(f"claimreview needs {option}")
        addresses = (
            ("--url", self.url),
            ("--author-url", self.author_url),
            *(("--item-url", u) for u in self.item_urls),
        )
        for option, text in addresses:
            if text and not is_web_address(text):
                raise UsageError(f"{option} {text!r} is no http or https address")
        for option, text in (("--date", self.date), ("--item-date", self.item_date)):
            if text and not _is_date(text):
                raise UsageError(f"{option} {text!r} is no date: write YYYY-MM-DD")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_media_review(path: str) -> Any:
    """The content of a JSON file with one MediaReview or a list of them, as it stands.

    Raises:
        InputError: It cannot be read or holds something else.
    """
    try:
        value = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(path, (error.strerror or str(error)).lower()) from None
    except (ValueError, RecursionError):
        raise InputError(path, "not valid JSON") from None
    reviews = value if isinstance(value, list) else [value]
    if not reviews or not all(isinstance(r, dict) and r.get("@type") == "MediaReview" for r in reviews):
        raise InputError(path, 'no MediaReview: its "@type" must say so')
    return value


def claim_review(reviewed: Reviewed, claim: str, details: Details) -> bytes:
    """The markup for one claim, as JSON-LD.

    Args:
        reviewed: The article and its decisions.
        claim: The claim's number or id.
        details: What the report does not know.

    Raises:
        UsageError: There is no such claim, it is open or stale, or its rating must be said in words.
    """
    index = reviewed.claim(claim)
    if index is None:
        raise UsageError(f"there is no claim {claim!r} in {reviewed.article.path}")
    checked, said = reviewed.report.claims[index], reviewed.counted(index)
    kind = _decided(claim, said)
    if checked.decision and checked.decision.pending:
        raise UsageError(f"claim {claim} waits for its second pass: decide it in `factcheck review` first")
    markup = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": details.date or _day(claim, said),
        "url": details.url,
        "claimReviewed": one_line(checked.claim.text),
        "author": {
            "@type": "Organization",
            "name": details.author,
            **({"url": details.author_url} if details.author_url else {}),
        },
        "itemReviewed": _item(details),
        "reviewRating": _rating(claim, kind, checked, details.rating),
    }
    if details.media_review is not None:
        markup["associatedMediaReview"] = details.media_review
    return dumped(markup).encode()


def _decided(claim: str, said: Said | None) -> DecisionKind:
    kind = said.standing.decide.kind if said else None
    if said is None or kind is None or kind is DecisionKind.PASS:
        raise UsageError(f"claim {claim} is open: decide it in `factcheck review` first")
    if said.standing.stale:
        raise UsageError(f"the decision on claim {claim} is stale ({said.standing.stale}): confirm it first")
    return kind


def _day(claim: str, said: Said | None) -> str:
    day = said.standing.decide.at[:10] if said else ""
    if not _is_date(day):
        raise UsageError(f"the decision on claim {claim} has no date: give one with --date")
    return day


def _item(details: Details) -> dict[str, Any]:
    item: dict[str, Any] = {
        "@type": "Claim",
        "author": {"@type": details.item_author_type, "name": details.item_author},
    }
    if details.item_date:
        item["datePublished"] = details.item_date
    if details.item_urls:
        item["appearance"] = [{"@type": "CreativeWork", "url": url} for url in details.item_urls]
    return item


def _rating(claim: str, kind: DecisionKind, checked: CheckedClaim, words: str) -> dict[str, Any]:
    agreed = _AGREED.get((kind, checked.verdict.label)) if checked.claim.checkworthy else None
    if agreed:
        name, value = agreed
        return {
            "@type": "Rating",
            "alternateName": words or name,
            "ratingValue": value,
            "bestRating": 5,
            "worstRating": 1,
        }
    if not words and kind not in _WORDS:
        raise UsageError(f"claim {claim} is decided {kind}, the sources do not settle it: say the rating with --rating")
    return {"@type": "Rating", "alternateName": words or _WORDS[kind]}
