"""What the review screen's export key offers: every exporter, into a folder that no check looks into."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output_file import deliver
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.export.registry import Exporter
    from factcheck.tui.outside import Export
    from factcheck.tui.state import ReviewState

_KEYS = {"csv": "c", "xlsx": "x", "md": "m", "html": "h", "json": "j", "webanno": "w"}
_FOLDER = Path(".factcheck", "exports")


def screen_exports() -> tuple[Export, ...]:
    """The exporters as the screen's menu has them."""
    from factcheck.export.registry import EXPORTERS
    from factcheck.tui.outside import Export

    return tuple(
        Export(_KEYS[name], f"{name}: {exporter.about}", partial(_save, exporter))
        for name, exporter in EXPORTERS.items()
    )


def _save(exporter: Exporter, state: ReviewState) -> str:
    """Write the review as it stands; returns where, as seen from the working folder if it is below.

    Raises:
        UsageError: It cannot be written, or the check is not done.
    """
    from factcheck.export.reviewed import gather

    if not state.is_complete:
        raise UsageError("the check is not done yet")
    target = _target(Path(state.article.path), exporter.suffix)
    deliver(exporter.write(gather(state.report, state.record.review)), str(target), is_text=exporter.is_text)
    return str(target.relative_to(Path.cwd())) if target.is_relative_to(Path.cwd()) else str(target)


def _target(article: Path, suffix: str) -> Path:
    from factcheck.decisions.place import project_root

    root = project_root(article)
    path = root / _FOLDER / article.resolve().relative_to(root)
    target = path.with_name(path.name + suffix)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        inside = target.parent.resolve().is_relative_to(root)
    except OSError as error:
        raise UsageError(f"{target.parent}: {(error.strerror or str(error)).lower()}") from None
    if not inside:
        raise UsageError(f"{_FOLDER}: a link leads out of the project; nothing is written there")
    return target
