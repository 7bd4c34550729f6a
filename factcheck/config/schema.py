"""The keys of `factcheck.toml`, their types and defaults.

Each key stands here once: reading, `config show` and the published JSON Schema follow from it. Paths, globs and rule
ids are kept as written; `Configuration` knows from which file they come.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from factcheck.config.classes import NumberClass
from factcheck.report import Level
from factcheck.settings import BUNDLED, FailLevel, SplitterName

ROUND_TO = r"^(exact|hedge|\d{1,2}(\.\d+)?\s*%)$"

Glob = Annotated[str, Meta(min_length=1, description="A glob relative to the file; `**` for any depth, `{a,b}`.")]
Selector = Annotated[str, Meta(min_length=1, description='A rule\'s id or name, a prefix of an id, or "ALL".')]


class Numbers(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How numbers are read and compared."""

    round_to: Annotated[
        str,
        Meta(
            extra_json_schema={"pattern": ROUND_TO},
            description='How far an unhedged number may be rounded: not at all ("exact"), as its writing tells '
            '("hedge": "4.6 million" holds what rounds to it), or by a share of it ("1%").',
        ),
    ] = "hedge"
    skip: Annotated[tuple[NumberClass, ...], Meta(description="Classes of numbers that are left out.")] = ()
    check: Annotated[
        tuple[NumberClass, ...], Meta(description="Classes that are checked although they are left out by default.")
    ] = ()


class Marks(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Marks of the desk in an article."""

    tk: Annotated[bool, Meta(description="Report TK as a placeholder (P301).")] = True
    cq: Annotated[bool, Meta(description="Let a number or claim stand that CQ follows: correct as it is.")] = False


class Review(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How claims are reviewed."""

    passes: Annotated[int, Meta(ge=1, le=2, description="How often each claim is to be looked at.")] = 1
    pass2_other_person: Annotated[bool, Meta(description="Whether the second pass is another reviewer's.")] = True
    require_evidence: Annotated[bool, Meta(description="Whether ok needs a passage or a note.")] = False
    blind: Annotated[bool, Meta(description="Hide verdicts and others' decisions until decided.")] = False
    auto_advance: Annotated[bool, Meta(description="Go to the next open claim after a decision.")] = True
    theme: Annotated[Literal["dark", "light", "contrast", "ansi"], Meta(description="The screen's colours.")] = "dark"
    keys: Annotated[dict[str, str], Meta(description="Keys by what they do, in the place of the usual ones.")] = {}


class Config(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """factcheck.toml, or [tool.factcheck] in pyproject.toml."""

    extend: Annotated[str, Meta(description="Another file whose values hold where this one has none.")] = ""
    articles: Annotated[tuple[Glob, ...], Meta(description="What is an article when a directory is searched.")] = (
        "**/*.{md,markdown,mdx,html,htm,xhtml,txt}",
    )
    exclude: Annotated[tuple[Glob, ...], Meta(description="What is never searched.")] = (
        ".*",
        "node_modules",
        "site-packages",
        "venv",
        "__pycache__",
        "*.refs",
    )
    extend_exclude: Annotated[tuple[Glob, ...], Meta(description="More of that.")] = ()
    respect_gitignore: Annotated[bool, Meta(description="Leave out what .gitignore names.")] = True
    select: Annotated[tuple[Selector, ...], Meta(description="The rules that are applied.")] = ("ALL",)
    extend_select: Annotated[tuple[Selector, ...], Meta(description="Rules beside those selected.")] = ()
    ignore: Annotated[tuple[Selector, ...], Meta(description="Rules that are not applied.")] = ()
    per_file_ignores: Annotated[
        dict[str, tuple[Selector, ...]], Meta(description="Rules that are not applied to some articles, by glob.")
    ] = {}
    fail_level: Annotated[FailLevel, Meta(description="From which level on a finding makes the exit code 1.")] = (
        FailLevel.ERROR
    )
    min_confidence: Annotated[
        float, Meta(ge=0, le=1, description="Contradictions below it are unverified, weaker support is noted (N110).")
    ] = 0.0
    levels: Annotated[dict[str, Level], Meta(description="Levels of rules in the place of their own.")] = {}
    references: Annotated[
        dict[str, tuple[Glob, ...]],
        Meta(description="References by glob of articles; {stem} is the article's name without its suffix."),
    ] = {}
    independent: Annotated[
        tuple[Glob, ...],
        Meta(description="References that are sources, however much they share with an article: never set aside."),
    ] = ()
    numbers: Numbers = Numbers()
    marks: Marks = Marks()
    review: Review = Review()
    decisions: Annotated[str, Meta(min_length=1, description="Folder of the reviewers' decisions.")] = (
        ".factcheck/decisions"
    )
    baseline: Annotated[str, Meta(min_length=1, description="File of the findings that are known.")] = (
        ".factcheck/baseline.jsonl"
    )
    cache: Annotated[bool, Meta(description="Whether results are kept for the next run.")] = True
    cache_dir: Annotated[
        str, Meta(description="Folder of the cache; empty for the user's. One that git tracks is not used.")
    ] = ""
    jobs: Annotated[int, Meta(ge=0, description="Processes that judge articles at once; 0 for as many as pay.")] = 0
    nli: Annotated[
        str, Meta(min_length=1, description='What judges: "bundled", "none", or a Hugging Face cross-encoder.')
    ] = BUNDLED
    splitter: Annotated[SplitterName, Meta(description="What makes the claims.")] = SplitterName.BUNDLED
