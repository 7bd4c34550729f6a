"""The page: whole without a network, and deaf to what its contents would like to do."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from factcheck.document import Span
from factcheck.export.links import is_web_address
from factcheck.export.page import page
from tests.export.examples import hostile, reviewed
from tests.tui.examples import report, with_url

VOID = frozenset({"meta", "input", "rect", "link", "br"})


class Seen(HTMLParser):
    """The elements of a page, with attributes, in order; that they are closed in order is asserted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_article_claims_evidence_and_decisions_are_there() -> None:
    seen = Seen(page(reviewed()).decode())
    text = " ".join("".join(seen.text).split())
    assert "Trips rose 12 percent. line 3:24 · percent · confidence 0.94" in text
    assert "where is 12 from?" in text
    assert "article 12 percent, source r1 9.5 %" in text
    assert [a["href"] for a in seen.all("a") if "mark" in a.get("class", "")] == ["#c1", "#c2", "#c3", "#c4", "#c5"]
    assert {a["data-open"] for a in seen.all("article")} == {"open", "decided"}


def test_words_that_speak_of_the_claim_are_underlined_in_the_quotation() -> None:
    what = report()
    first = what.claims[0]
    words = (Span(0, 15), Span(29, 40))
    evidence = replace(first.verdict.evidence[0], highlights=words)
    verdict = replace(first.verdict, evidence=(evidence, *first.verdict.evidence[1:]))
    text = page(reviewed(replace(what, claims=(replace(first, verdict=verdict), *what.claims[1:])))).decode()
    quotation = "<u>Passenger trips</u> increased by <u>9.5 percent</u> to 4.61 million."
    assert text.count("<u>") == 2
    assert f"<blockquote>{quotation}</blockquote>" in text


def test_every_link_inside_leads_somewhere_and_no_id_is_there_twice() -> None:
    seen = Seen(page(reviewed()).decode())
    ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in seen.all("a")} <= set(ids)


def test_it_has_landmarks_names_and_one_first_heading() -> None:
    seen = Seen(page(reviewed()).decode())
    assert [seen.all(tag) != [] for tag in ("header", "main", "footer", "h1")] == [True] * 4
    assert len(seen.all("h1")) == 1
    assert seen.all("html")[0]["lang"] == "en"
    assert all("aria-label" in section or section.get("class") == "chart" for section in seen.all("section"))
    assert all(svg.get("aria-hidden") == "true" for svg in seen.all("svg"))


def test_a_chart_says_its_numbers_in_words_too() -> None:
    text = " ".join("".join(Seen(page(reviewed()).decode()).text).split())
    assert "Verdicts by kind" in text
    assert "percent1 contradicted" in text
    assert "2 supported" in text


def test_it_loads_nothing_and_runs_its_own_script_alone() -> None:
    text = page(reviewed()).decode()
    seen = Seen(text)
    policy = next(m["content"] for m in seen.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        contents = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(contents) == 1
        digest = base64.b64encode(hashlib.sha256(contents[0].encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    for tag, attributes in seen.elements:
        assert tag not in ("link", "img", "iframe", "object", "base")
        assert "src" not in attributes
        assert "style" not in attributes


def test_hostile_words_are_only_words() -> None:
    text = page(hostile()).decode()
    seen = Seen(text)
    assert len(seen.all("script")) == 1
    assert not seen.all("img")
    for _, attributes in seen.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert not attributes.get("href", "").lower().lstrip().startswith("javascript")
    assert "<script>alert(1)</script>" in "".join(seen.text)
    assert "{{7*7}}" in "".join(seen.text)
    for char in ("\u202e", "\x1b"):
        assert char not in text


def test_only_web_addresses_become_links() -> None:
    assert is_web_address("https://example.org/a?b=c#d")
    for text in (
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://",
        "https:///x",
        "https://user:pass@example.org",
        "https://example.org:x/",
        "https://exa mple.org",
        "https://example.org/\u202egpj",
        'https://example.org/"onclick=',
        "https://[",
        "",
    ):
        assert not is_web_address(text)


def test_the_same_review_gives_the_same_bytes() -> None:
    same = reviewed()
    assert page(same) == page(same)


def test_a_link_to_a_source_leads_to_the_words_quoted() -> None:
    seen = Seen(page(reviewed(with_url("https://board.example/yearbook"))).decode())
    links = {a["href"] for a in seen.all("a") if "board.example" in a["href"]}
    assert "https://board.example/yearbook#:~:text=Alma%20has%20room%20for%2090%20cars." in links
    assert "https://board.example/yearbook" in links
