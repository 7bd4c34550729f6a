"""`factcheck export`: a reviewed article for an archive, a colleague, a reader or another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.claim_review_options import (
    AuthorOption,
    AuthorType,
    AuthorUrlOption,
    ClaimOption,
    DateOption,
    ItemAuthorOption,
    ItemAuthorTypeOption,
    ItemDateOption,
    ItemUrlOption,
    MediaReviewOption,
    RatingOption,
)
from factcheck.cli.config_options import ConfigOption, IsolatedOption
from factcheck.cli.exit_codes import ExitCode
from factcheck.cli.options import ArticleArgument, FromOption, ReferencesOption
from factcheck.cli.output_file import deliver, refuse_inputs
from factcheck.cli.run_options import NliOption, SplitterOption
from factcheck.cli.streams import complain
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.export.claim_review import Details
    from factcheck.export.reviewed import Reviewed


class ExportFormat(StrEnum):
    """In what form an article leaves the program."""

    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"
    HTML = "html"
    JSON = "json"
    WEBANNO = "webanno"
    CLAIMREVIEW = "claimreview"
    SARIF = "sarif"


FormatArgument = Annotated[ExportFormat, typer.Argument(metavar="FORMAT", show_default=False, help="In what form.")]
OutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; standard output if not given."),
]
ForWebOption = Annotated[
    bool,
    typer.Option("--for-web", help="md: the article itself, ready to publish: factcheck's comments taken out."),
]
UrlOption = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="webanno: where the article is; claimreview: where the check is."),
]


def export(
    format: FormatArgument,
    article: ArticleArgument,
    references: ReferencesOption = None,
    output: OutputOption = None,
    saved: FromOption = None,
    for_web: ForWebOption = False,
    url: UrlOption = None,
    claim: ClaimOption = None,
    author: AuthorOption = None,
    author_url: AuthorUrlOption = None,
    date: DateOption = None,
    item_author: ItemAuthorOption = None,
    item_author_type: ItemAuthorTypeOption = None,
    item_url: ItemUrlOption = None,
    item_date: ItemDateOption = None,
    rating: RatingOption = None,
    media_review: MediaReviewOption = None,
    nli: NliOption = None,
    splitter: SplitterOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
) -> ExitCode:
    """Write what was found and decided on an article: fact sheet, page or data.

    csv, xlsx, md: the fact sheet. html: article and evidence in one file. json, webanno: for programs. claimreview:
    schema.org markup for one decided claim of somebody else. sarif: what decisions leave, for code scanning.

    Exit codes: 0 written, 2 not everything could be read or nothing was written.
    """
    details: dict[str, object] = {
        "author": author,
        "author_url": author_url,
        "date": date,
        "item_author": item_author,
        "item_author_type": item_author_type,
        "item_url": item_url,
        "item_date": item_date,
        "rating": rating,
        "media_review": media_review,
    }
    _refuse_idle(format, for_web, url, {"claim": claim, **details})
    refuse_inputs(output, [article, *(references or []), *([saved] if saved else [])])
    if for_web:
        return _for_web(article, references, saved, output)
    from factcheck.cli.configured import configured

    settings = configured([article], config, isolated=isolated, options={"nli": nli, "splitter": splitter})
    writer = _writer(format, settings, claim, url, details)
    return _delivered(_reviewed(article, references, saved, settings), *writer, output)


def _delivered(reviewed: Reviewed, write: Callable[[Reviewed], bytes], is_text: bool, output: str | None) -> ExitCode:
    """Write it, and say what could not be read."""
    refuse_inputs(output, [reference.document.path for reference in reviewed.report.references])
    deliver(write(reviewed), output, is_text=is_text)
    for error in reviewed.report.errors:
        complain(f"{error.path}: {error.message}")
    return ExitCode.INCOMPLETE if reviewed.report.errors else ExitCode.CLEAN


def _refuse_idle(format: ExportFormat, for_web: bool, url: str | None, details: Mapping[str, object]) -> None:
    """An option that the format has no use for is a mistake, not to be passed over."""
    if for_web and format is not ExportFormat.MD:
        raise UsageError(f"--for-web goes with md, not with {format}")
    if url is not None and format not in (ExportFormat.WEBANNO, ExportFormat.CLAIMREVIEW):
        raise UsageError(f"--url goes with webanno and claimreview, not with {format}")
    for name, value in details.items():
        if value and format is not ExportFormat.CLAIMREVIEW:
            raise UsageError(f"--{name.replace('_', '-')} goes with claimreview, not with {format}")


def _writer(
    format: ExportFormat, settings: Configuration, claim: str | None, url: str | None, details: Mapping[str, object]
) -> tuple[Callable[[Reviewed], bytes], bool]:
    """What writes the format, and whether it is text; asks for what is missing before anything is checked."""
    if format is ExportFormat.CLAIMREVIEW:
        from factcheck.export.claim_review import claim_review

        if claim is None:
            raise UsageError("claimreview is of one claim: name it with --claim N")
        told = _details(url, details)
        return lambda reviewed: claim_review(reviewed, claim, told), True
    if format is ExportFormat.WEBANNO:
        from factcheck.export.links import is_web_address
        from factcheck.export.web_annotation import web_annotations

        if url is not None and not is_web_address(url):
            raise UsageError(f"--url {url!r} is no http or https address")
        return lambda reviewed: web_annotations(reviewed, source=url), True
    if format is ExportFormat.SARIF:
        return lambda reviewed: _sarif(reviewed, settings), True
    from factcheck.export.registry import EXPORTERS

    exporter = EXPORTERS[format]
    return exporter.write, exporter.is_text


def _sarif(reviewed: Reviewed, settings: Configuration) -> bytes:
    """What is left to be done: findings that no decision, comment or baseline keeps back."""
    from factcheck.cli import configured, silencing
    from factcheck.output.sarif import sarif
    from factcheck.rules.page import pages

    judged_by_model = {model.name for model in reviewed.report.models} - {"parser", "embedder"}
    selected = configured.rules(settings, ignore=None if judged_by_model else ["C502"])
    checker = configured.checker(settings, selected)
    report = checker.settled(reviewed.report, review=configured.review(settings))
    active = silencing.active_rules(settings.values.nli)
    return sarif(silencing.apply_baseline(report, configured.baseline(settings), active=active), pages()).encode()


def _details(url: str | None, details: Mapping[str, object]) -> Details:
    from factcheck.export.claim_review import Details, read_media_review

    def text(name: str) -> str:
        return str(details[name] or "")

    urls, media_review = details["item_url"], text("media_review")
    return Details(
        url=url or "",
        author=text("author"),
        item_author=text("item_author"),
        author_url=text("author_url"),
        item_author_type="Organization" if details["item_author_type"] is AuthorType.ORGANIZATION else "Person",
        item_urls=tuple(urls) if isinstance(urls, list) else (),
        item_date=text("item_date"),
        date=text("date"),
        rating=text("rating"),
        media_review=read_media_review(media_review) if media_review else None,
    )


def _for_web(article: str, references: list[str] | None, saved: str | None, output: str | None) -> ExitCode:
    from factcheck.export.for_web import for_web
    from factcheck.readers import read_document

    if references or saved:
        raise UsageError("--for-web only takes comments out of the article: it needs no references and no report")
    deliver(for_web(read_document(article)).encode(), output, is_text=True)
    return ExitCode.CLEAN


def _reviewed(article: str, references: list[str] | None, saved: str | None, settings: Configuration) -> Reviewed:
    """The report, read back or made now, with today's decisions."""
    from factcheck.cli.configured import review
    from factcheck.export.reviewed import gather

    if saved is not None:
        from factcheck.cli.saved import saved_report

        return gather(saved_report(saved, article, references), review(settings))
    from factcheck.cli.judging import judged

    return gather(judged([article], references, settings), review(settings))
