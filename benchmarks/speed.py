"""How fast, how large in memory and how large on disk the program is.

    python -m benchmarks.speed [--runs N] [--cores N] [--weights DIR] [--large] [--installed-size] [--json FILE]

- check: `factcheck check` on the worked example as a whole process, against a process that only imports what
  the bundled models run on; seconds and peak resident memory. Each run is a new process without a cache; the files
  are in the system's cache after a first one, which is not counted.
- article: an article of 500 words against 200 snippets of 178 references (`benchmarks.made`), cold and from the cache.
- nli: pairs a second at 64 and at 192 word pieces, the bundled int8 model against the same weights in fp32 under torch
  through sentence-transformers; needs --weights, the folder of the fp32 model (see training/).
- large: the same against a cross-encoder of RoBERTa-large's size with random weights under torch, the size of the
  peers that judge best.
- installed size: of everything in a fresh virtual environment with the built wheel, without pip.

The process and its children are held to --cores processors where the system can do that. The two sides
of each comparison take turns, so that a slow spell of the machine meets both.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.made import tree
from benchmarks.measure import MEBIBYTE, ROOT, Measure, heading, hold_to, run

EXAMPLE = ROOT / "seeds" / "rostov-siege"
IMPORTS = "import onnxruntime, tokenizers, numpy"
LENGTHS = (64, 192)
PAIRS = 128
FEW_PAIRS = 16
"""Of the large model, which takes a quarter of a second a pair."""
BATCH = 32
FINDINGS = (0, 1)
"""Exit codes of a check that was done."""
PROGRAM = (sys.executable, "-m", "factcheck")
WORDS = ["house", "market", "number", "people", "report", "river", "road", "school", "town", "train"]


def check_measures(runs: int) -> list[Measure]:
    """The whole program on the worked example against the imports alone."""
    article, references = str(EXAMPLE / "article.md"), str(EXAMPLE / "references")
    check = [*PROGRAM, "check", article, "-r", references, "--no-cache"]
    imports = [sys.executable, "-c", IMPORTS]
    run(check, FINDINGS)
    run(imports)
    whole, bare = [], []
    for _ in range(runs):
        whole.append(run(check, FINDINGS))
        bare.append(run(imports))
    return [
        Measure("factcheck check on the example", "s", [ran.seconds for ran in whole]),
        Measure("  peak memory", "MiB", [ran.memory for ran in whole]),
        Measure(f'python -c "{IMPORTS}"', "s", [ran.seconds for ran in bare]),
        Measure("  check as a multiple of it", "x", [w.seconds / b.seconds for w, b in zip(whole, bare, strict=True)]),
    ]


def article_measures(runs: int) -> list[Measure]:
    """An article of 500 words against 200 snippets, cold and from the cache."""
    cold, warm = [], []
    with TemporaryDirectory() as name:
        made = tree(Path(name), articles=1, words=500, references=178, snippets=200)
        for number in range(runs):
            cache = str(Path(name) / f"cache{number}")
            check = [*PROGRAM, "check", str(made.articles[0]), "-r", str(made.references), "--cache-dir", cache]
            cold.append(run(check, FINDINGS))
            warm.append(run(check, FINDINGS))
            if cold[-1].output != warm[-1].output:
                raise SystemExit("the second run says something else than the first")
    return [
        Measure("500 words against 200 snippets, cold", "s", [ran.seconds for ran in cold]),
        Measure("  from the cache", "s", [ran.seconds for ran in warm]),
    ]


def pairs_of_length(tokens: int, count: int) -> list[tuple[str, str]]:
    """Pairs of texts that the NLI model reads as exactly that many word pieces, its own signs included."""
    from tokenizers import Tokenizer

    from factcheck.models import locate

    tokenizer = Tokenizer.from_file(str(locate("nli") / "tokenizer.json"))
    signs = 4
    draw = random.Random(0)
    hypothesis_length = tokens // 4
    lengths = (tokens - signs - hypothesis_length, hypothesis_length)
    pairs = [
        (" ".join(draw.choices(WORDS, k=lengths[0])), " ".join(draw.choices(WORDS, k=lengths[1]))) for _ in range(count)
    ]
    for premise, hypothesis in pairs:
        read = len(tokenizer.encode(premise, hypothesis).ids)
        if read != tokens:
            raise SystemExit(f"a pair has {read} word pieces instead of {tokens}")
    return pairs


Score = Callable[[list[tuple[str, str]]], object]


def nli_measures(weights: Path | None, *, large: bool, runs: int, cores: int) -> list[Measure]:
    """The bundled model against the same weights in fp32, and against a larger one."""
    import torch

    from factcheck.models import NliModel

    torch.set_num_threads(cores)
    bundled = NliModel.load(threads=cores)
    others: list[tuple[str, Score, int]] = []
    if weights is not None:
        others.append(("torch fp32 through CrossEncoder", _in_torch(str(weights)), PAIRS))
    if large:
        others.append(("torch fp32, RoBERTa-large's size", _large(), FEW_PAIRS))
    found: list[Measure] = []
    for tokens in LENGTHS:
        for name, score, count in others:
            found += _side_by_side(bundled.scores, name, score, pairs_of_length(tokens, count), tokens, runs)
    return found


def _side_by_side(
    bundled: Score, name: str, other: Score, pairs: list[tuple[str, str]], tokens: int, runs: int
) -> list[Measure]:
    """Pairs a second of two models that take turns."""

    def rate(score: Score) -> float:
        begun = time.perf_counter()
        score(pairs)
        return len(pairs) / (time.perf_counter() - begun)

    rate(bundled)
    rate(other)
    int8, fp32 = [], []
    for _ in range(runs):
        int8.append(rate(bundled))
        fp32.append(rate(other))
    return [
        Measure(f"NLI at {tokens} word pieces, bundled int8", "pairs/s", int8),
        Measure(f"  {name}", "pairs/s", fp32),
        Measure("  bundled as a multiple of it", "x", [a / b for a, b in zip(int8, fp32, strict=True)]),
    ]


def _in_torch(weights: str) -> Score:
    """A cross-encoder as sentence-transformers runs it."""
    from sentence_transformers import CrossEncoder

    encoder = CrossEncoder(weights, device="cpu")
    return lambda pairs: encoder.predict(pairs, batch_size=BATCH, show_progress_bar=False)


def _large() -> Score:
    """An encoder of RoBERTa-large's size, fed with as many word pieces as the bundled model reads of the same pairs."""
    import torch
    from transformers import RobertaConfig, RobertaForSequenceClassification

    config = RobertaConfig(
        hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, intermediate_size=4096, vocab_size=50265,
        max_position_embeddings=514, type_vocab_size=1,
    )  # fmt: skip
    config.num_labels = 3
    model = RobertaForSequenceClassification(config).train(mode=False)

    def score(pairs: Sequence[tuple[str, str]]) -> object:
        signs = 4
        length = sum(len(text.split()) for text in pairs[0]) + signs
        ids = torch.randint(5, config.vocab_size, (len(pairs), length))
        with torch.inference_mode():
            return [model(ids[start : start + BATCH]).logits for start in range(0, len(ids), BATCH)]

    return score


def installed_size() -> Measure:
    """The size on disk of the base install of the wheel built from this tree."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "env", with_pip=True)
        python = str(folder / "env" / "bin" / "python")
        run([python, "-m", "pip", "wheel", "--no-deps", "-w", str(folder), str(ROOT)])
        (wheel,) = folder.glob("factcheck-*.whl")
        run([python, "-m", "pip", "install", str(wheel)])
        (packages,) = (folder / "env" / "lib").glob("python*/site-packages")
        own = [path for path in packages.iterdir() if path.name != "pip" and not path.name.startswith("pip-")]
        files = (file for path in own for file in ([path] if path.is_file() else path.rglob("*")))
        size = sum(file.stat().st_size for file in files if file.is_file())
    return Measure("installed size of the base install", "MiB", [size / MEBIBYTE])


def main() -> None:
    """Measure, print the table and, if asked, write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each side (default 5)")
    parser.add_argument("--cores", type=int, default=2, help="processors to use (default 2)")
    parser.add_argument("--weights", type=Path, help="folder of the NLI model in fp32")
    parser.add_argument("--large", action="store_true", help="compare with a model of RoBERTa-large's size as well")
    parser.add_argument("--installed-size", action="store_true", help="install the wheel afresh and measure it")
    parser.add_argument("--json", type=Path, help="write the measures here as well")
    arguments = parser.parse_args()
    hold_to(arguments.cores)
    measures = check_measures(arguments.runs) + article_measures(arguments.runs)
    if arguments.weights or arguments.large:
        measures += nli_measures(arguments.weights, large=arguments.large, runs=arguments.runs, cores=arguments.cores)
    if arguments.installed_size:
        measures.append(installed_size())
    print(heading(arguments.cores))
    for measure in measures:
        print(measure.line())
    if not arguments.weights:
        print("NLI not compared with its fp32 weights: --weights names no such model")
    if not arguments.installed_size:
        print("installed size not measured: --installed-size not given")
    if arguments.json:
        facts = [asdict(measure) | {"median": measure.median} for measure in measures]
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
