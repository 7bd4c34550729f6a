"""What `factcheck check` costs as a job: whole processes, cold and warm, on articles made for it.

    python -m benchmarks.ci [--runs N] [--tree-runs N] [--cores N] [--articles N] [--words N] [--jobs N]
                            [--nli NAME] [--thousand] [--installed-size] [--json FILE]

- a small article: 120 words against 12 snippets of 3 references, without a cache and again with one.
- a tree: --articles of --words each against shared references, four snippets an article; first without a cache, then
  again, then after a change to one article.
- with --thousand: 1,000 articles of 40 words in one run.

A warm run whose report differs from the cold one by a byte ends the measurement. Memory is that of all processes of
the run together. Nothing else should run on the machine; the processes are held to --cores processors.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.made import Tree, tree
from benchmarks.measure import Measure, Ran, heading, hold_to, run
from benchmarks.speed import FINDINGS, PROGRAM, installed_size


def check(made: Tree, cache: Path, options: Sequence[str]) -> Ran:
    """One run over a tree."""
    articles = [str(path) for path in made.articles]
    arguments = ["-r", str(made.references), "--format", "json", "--cache-dir", str(cache), *options]
    return run([*PROGRAM, "check", *articles, *arguments], FINDINGS)


def cold_and_warm(name: str, made: Tree, runs: int, options: Sequence[str]) -> list[Measure]:
    """A first and a second run over the same articles, some times.

    Raises:
        SystemExit: The second run says something else than the first.
    """
    cold, warm = [], []
    for number in range(runs):
        cache = made.references.parent / f"cache{number}"
        cold.append(check(made, cache, options))
        warm.append(check(made, cache, options))
        if cold[-1].output != warm[-1].output:
            raise SystemExit(f"{name}: the second run says something else than the first")
    pairs = list(zip(warm, cold, strict=True))
    return [
        Measure(f"{name}, cold", "s", [ran.seconds for ran in cold]),
        Measure("  processor time, cold", "s", [ran.processor for ran in cold]),
        Measure("  warm", "s", [ran.seconds for ran in warm]),
        Measure("  processor time, warm", "s", [ran.processor for ran in warm]),
        Measure("  warm as a share of cold", "%", [100 * second.seconds / first.seconds for second, first in pairs]),
        Measure("  peak memory, cold", "MiB", [ran.memory for ran in cold]),
        Measure("  peak memory, warm", "MiB", [ran.memory for ran in warm]),
    ]


def after_a_change(made: Tree, runs: int, options: Sequence[str]) -> Measure:
    """A run with the cache of an earlier one, one sentence of one article having been added."""
    article = made.articles[len(made.articles) // 2]
    text = article.read_text(encoding="utf-8")
    changed = []
    for number in range(runs):
        article.write_text(f"{text}\nThe council of Rosvik counted {900 + number} boats in 2021.\n", encoding="utf-8")
        changed.append(check(made, made.references.parent / f"cache{number}", options))
    article.write_text(text, encoding="utf-8")
    return Measure("  one article changed", "s", [ran.seconds for ran in changed])


def measures(arguments: argparse.Namespace) -> list[Measure]:
    """All that was asked for."""
    options = ["--nli", arguments.nli, *(["--jobs", str(arguments.jobs)] if arguments.jobs else [])]
    with TemporaryDirectory() as name:
        small, large, many = (Path(name) / part for part in ("small", "tree", "thousand"))
        small.mkdir()
        made = tree(small, articles=1, words=120, references=3, snippets=12)
        found = cold_and_warm("a small article", made, arguments.runs, options)
        large.mkdir()
        count = arguments.articles
        made = tree(large, articles=count, words=arguments.words, references=count, snippets=4 * count, seed=1)
        found += cold_and_warm(f"{count} articles of {arguments.words} words", made, arguments.tree_runs, options)
        found.append(after_a_change(made, arguments.tree_runs, options))
        if arguments.thousand:
            many.mkdir()
            made = tree(many, articles=1000, words=40, references=100, snippets=400, seed=2)
            found += cold_and_warm("1,000 articles of 40 words", made, 1, options)
    return found


def main() -> None:
    """Measure, print the table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs on the small article (default 5)")
    parser.add_argument("--tree-runs", type=int, default=1, help="runs on the tree (default 1)")
    parser.add_argument("--cores", type=int, default=2, help="processors to use (default 2)")
    parser.add_argument("--articles", type=int, default=100, help="articles of the tree (default 100)")
    parser.add_argument("--words", type=int, default=150, help="words of each of them (default 150)")
    parser.add_argument("--jobs", type=int, help="processes of a run; what the program chooses if not given")
    parser.add_argument("--nli", default="bundled", help="what judges (default bundled)")
    parser.add_argument("--thousand", action="store_true", help="1,000 short articles in one run as well")
    parser.add_argument("--installed-size", action="store_true", help="install the wheel afresh and measure it")
    parser.add_argument("--json", type=Path, help="write the measures here as well")
    arguments = parser.parse_args()
    hold_to(arguments.cores)
    found = measures(arguments)
    if arguments.installed_size:
        found.append(installed_size())
    print(heading(arguments.cores))
    for measure in found:
        print(measure.line())
    if arguments.json:
        facts = [asdict(measure) | {"median": measure.median} for measure in found]
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
