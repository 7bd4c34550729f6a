"""How fast, how large in memory and how large on disk the program is.

    python -m benchmarks.speed [--runs N] [--cores N] [--weights DIR] [--installed-size] [--json FILE]

- check: `factcheck check` on the worked example as a whole process, against a process that only imports what
  the bundled models run on; seconds and peak resident memory. Each run is a new process; the files are in the
  system's cache after a first one, which is not counted.
- nli: pairs a second at 64 word pieces, the bundled int8 model against the same weights in fp32 under torch
  through sentence-transformers; needs --weights, the folder of the fp32 model (see training/).
- installed size: of everything in a fresh virtual environment with the built wheel, without pip.

The process and its children are held to --cores processors where the system can do that. The two sides
of each comparison take turns, so that a slow spell of the machine meets both.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "seeds" / "rostov-siege"
IMPORTS = "import onnxruntime, tokenizers, numpy"
MEBIBYTE = 1024 * 1024
TOKENS = 64
PAIRS = 128
BATCH = 32
WORDS = ["house", "market", "number", "people", "report", "river", "road", "school", "town", "train"]


@dataclass(frozen=True, slots=True)
class Measure:
    """The values of several runs of one thing."""

    name: str
    unit: str
    values: list[float]

    @property
    def median(self) -> float:
        """The middle value."""
        return statistics.median(self.values)

    def line(self) -> str:
        """One row of the table: median, smallest, largest, runs."""
        low, high = min(self.values), max(self.values)
        return f"{self.name:52}{self.median:9.2f}{low:9.2f}{high:9.2f}{len(self.values):6}  {self.unit}"


def hold_to(cores: int) -> None:
    """Let this process and its children use that many processors at most."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def run(command: list[str], allowed: tuple[int, ...] = (0,)) -> tuple[float, float]:
    """Run a process to its end.

    Returns:
        Seconds of wall time, and peak resident memory in MiB.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return taken, usage.ru_maxrss * unit / MEBIBYTE


def check_measures(runs: int) -> list[Measure]:
    """The whole program on the worked example against the imports alone."""
    program = str(Path(sys.executable).parent / "factcheck")
    article, references = str(EXAMPLE / "article.md"), str(EXAMPLE / "references")
    check, imports = [program, "check", article, "-r", references], [sys.executable, "-c", IMPORTS]
    findings = (0, 1)
    run(check, findings)
    run(imports)
    whole, bare = [], []
    for _ in range(runs):
        whole.append(run(check, findings))
        bare.append(run(imports))
    return [
        Measure("factcheck check on the example", "s", [seconds for seconds, _ in whole]),
        Measure("  peak memory", "MiB", [memory for _, memory in whole]),
        Measure(f'python -c "{IMPORTS}"', "s", [seconds for seconds, _ in bare]),
        Measure("  check as a multiple of it", "x", [w[0] / b[0] for w, b in zip(whole, bare, strict=True)]),
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


def nli_measures(weights: Path, runs: int, cores: int) -> list[Measure]:
    """The bundled model against the same weights in fp32."""
    import torch
    from sentence_transformers import CrossEncoder

    from factcheck.models import NliModel

    torch.set_num_threads(cores)
    bundled = NliModel.load(threads=cores)
    encoder = CrossEncoder(str(weights), device="cpu")
    pairs = pairs_of_length(TOKENS, PAIRS)

    def rate(score: Callable[[list[tuple[str, str]]], object]) -> float:
        begun = time.perf_counter()
        score(pairs)
        return len(pairs) / (time.perf_counter() - begun)

    def in_torch(texts: list[tuple[str, str]]) -> object:
        return encoder.predict(texts, batch_size=BATCH, show_progress_bar=False)

    rate(bundled.scores)
    rate(in_torch)
    int8, fp32 = [], []
    for _ in range(runs):
        int8.append(rate(bundled.scores))
        fp32.append(rate(in_torch))
    return [
        Measure("NLI, bundled int8 model", "pairs/s", int8),
        Measure("NLI, torch fp32 through CrossEncoder", "pairs/s", fp32),
        Measure("  bundled as a multiple of it", "x", [a / b for a, b in zip(int8, fp32, strict=True)]),
    ]


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
    parser.add_argument("--installed-size", action="store_true", help="install the wheel afresh and measure it")
    parser.add_argument("--json", type=Path, help="write the measures here as well")
    arguments = parser.parse_args()
    hold_to(arguments.cores)
    measures = check_measures(arguments.runs)
    if arguments.weights:
        measures += nli_measures(arguments.weights, arguments.runs, arguments.cores)
    if arguments.installed_size:
        measures.append(installed_size())
    print(f"{arguments.cores} cores, Python {sys.version.split()[0]}")
    print(f"{'':52}{'median':>9}{'min':>9}{'max':>9}{'runs':>6}")
    for measure in measures:
        print(measure.line())
    if not arguments.weights:
        print("NLI not compared: --weights names no fp32 model")
    if not arguments.installed_size:
        print("installed size not measured: --installed-size not given")
    if arguments.json:
        facts = [asdict(measure) | {"median": measure.median} for measure in measures]
        arguments.json.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
