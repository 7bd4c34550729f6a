"""The pictures of the review screen in docs/, made on the worked example with the bundled models.

python -m benchmarks.screenshots
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from pathlib import Path

from factcheck.api import Checker
from factcheck.decisions import Ledger
from factcheck.evidence import VerdictLabel
from factcheck.readers import read_document, read_references
from factcheck.report import Report
from factcheck.tui.app import ReviewApp
from factcheck.tui.desk import Desk, Material
from factcheck.tui.state import ReviewState

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "seeds" / "rostov-siege"
PICTURES = {
    "review": ((120, 40), ()),
    "review-80": ((80, 24), ()),
    "review-why": ((120, 40), ("w",)),
    "review-source": ((120, 40), ("v",)),
}
"""Size of the terminal, and keys pressed at a contradicted claim after some decisions, by file."""
_DECISIONS = ("a", "a", "a", "a", "o", "a", "a", "a", "a", "a", "s")


async def _picture(name: str, material: Material, report: Report) -> None:
    size, keys = PICTURES[name]
    state = ReviewState(material.article, Ledger.of(Path("article.md"), "mk"))
    app = ReviewApp(state, Desk(material, lambda _: material, lambda *_: report))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in _DECISIONS:
            await pilot.press(key)
            await asyncio.sleep(0.3)  # slower than the guard against bursts
        wrong = [i for i, c in enumerate(state.claims) if c.verdict.label is VerdictLabel.CONTRADICTED]
        with_numbers = [i for i in wrong if any(q.evidence for q in state.claims[i].verdict.quantities)]
        state.select((with_numbers or wrong)[0])
        app.review.tell("")
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        app.save_screenshot(f"{name}.svg", path=str(ROOT / "docs"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
        os.chdir(folder)
        Path("factcheck.toml").write_text("")
        sources, errors = read_references(["references"])
        material = Material(read_document("article.md"), tuple(sources), tuple(errors))
        report = Checker().run([material.article], material.references)
        for name in PICTURES:
            asyncio.run(_picture(name, material, report))
            shutil.rmtree(".factcheck")
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
