"""The licensed NLI data: which sources train the model, how often each is seen, and what is held out."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction", "not_entailment")
NEWSROOM_LABELS = {"E": "entailment", "N": "neutral", "C": "contradiction"}
DEV_SHARE = 10  # per cent of the newsroom premises


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair; `label` is one of LABELS."""

    premise: str
    hypothesis: str
    label: str
    source: str


# How many of every 1,000 training pairs come from which source. The newsroom is the product's own domain and the
# long premises of its groups m to p its hardest part; "mismatched" are its claims beside premises about something
# else, which is what retrieval mostly brings. The others teach what it lacks: details withheld, minimal edits, tables.
SHARES = {
    "newsroom_m_p": 290,
    "newsroom_a_k": 220,
    "mismatched": 60,
    "vitaminc_real": 90,
    "sufficient_facts": 60,
    "multinli": 60,
    "wanli": 40,
    "infotabs": 25,
    "factcg_cg2c": 20,
    "realsumm_scu": 20,
    "vitaminc_synth": 20,
    "fever_train_part": 15,
    "feverous_s_dev": 10,
    "wice": 5,
    "tabfact": 8,
    "cad_nli": 10,
    "factcheck_gpt": 7,
    "snli": 10,
    "negnli": 5,
    "conjnli": 3,
    "med": 3,
    "hans_regen": 3,
    "ambient": 4,
    "entailmentbank": 4,
    "megaveridicality": 4,
    "faithdial_audit": 4,
}


def read_lines(path: Path) -> Iterator[dict[str, object]]:
    """The JSON objects of a .jsonl or .jsonl.gz file."""
    raw = path.read_bytes()
    for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).splitlines():
        yield json.loads(line)


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file whose rows have premise, hypothesis, label and source."""
    rows = read_lines(path)
    return [Pair(*(str(row[k]) for k in ("premise", "hypothesis", "label", "source"))) for row in rows]


def held_out(premise: str) -> bool:
    """Whether a newsroom premise belongs to the development groups."""
    return int(hashlib.sha1(premise.encode()).hexdigest(), 16) % 100 < DEV_SHARE


def newsroom(folder: Path, *, dev: bool) -> list[Pair]:
    """The newsroom's pairs, of the development groups or of all others."""
    pairs = []
    for path in sorted((folder / "newsroom").glob("*.jsonl")):
        source = "newsroom_m_p" if path.stem >= "m" else "newsroom_a_k"
        for row in read_lines(path):
            premise, claims = str(row["premise"]), row["claims"]
            if held_out(premise) != dev:
                continue
            assert isinstance(claims, list)
            pairs += [Pair(premise, c["text"], NEWSROOM_LABELS[c["label"]], source) for c in claims]
    return pairs


def mismatched(pairs: Sequence[Pair], count: int, generator: random.Random) -> list[Pair]:
    """Claims beside the premise of another group: of 40 drawn at random, the one sharing most words. All neutral."""
    premises = sorted({pair.premise for pair in pairs})
    words = {premise: set(premise.lower().split()) for premise in premises}
    made = []
    for pair in generator.sample(pairs, count):
        own = set(pair.hypothesis.lower().split())
        others = [p for p in generator.sample(premises, 40) if p != pair.premise]
        made.append(Pair(max(others, key=lambda p: len(own & words[p])), pair.hypothesis, "neutral", "mismatched"))
    return made


def training_pairs(folder: Path, total: int, seed: int) -> list[Pair]:
    """About `total` pairs mixed according to SHARES, shuffled.

    A source smaller than its share is repeated; sources without a share, and all that is held out, are left out.
    """
    generator = random.Random(seed)
    by_source: dict[str, list[Pair]] = {}
    for pair in newsroom(folder, dev=False):
        by_source.setdefault(pair.source, []).append(pair)
    own = [pair for source in ("newsroom_a_k", "newsroom_m_p") for pair in by_source[source]]
    by_source["mismatched"] = mismatched(own, min(len(own), total * SHARES["mismatched"] // 1000), generator)
    for path in (folder / "train.jsonl.gz", *sorted((folder / "extra").glob("*.jsonl.gz"))):
        for pair in read_pairs(path):
            by_source.setdefault(pair.source, []).append(pair)
    mix: list[Pair] = []
    for source, share in SHARES.items():
        pairs = by_source[source]
        generator.shuffle(pairs)
        mix += itertools.islice(itertools.cycle(pairs), total * share // 1000)
    generator.shuffle(mix)
    return mix


def dev_pairs(folder: Path) -> dict[str, list[Pair]]:
    """The development sets by name."""
    sets: dict[str, list[Pair]] = {}
    rows: Iterable[Pair] = [
        *newsroom(folder, dev=True),
        *read_pairs(folder / "dev.jsonl.gz"),
        *read_pairs(folder / "dev_more.jsonl.gz"),
    ]
    for pair in rows:
        sets.setdefault(pair.source, []).append(pair)
    return sets
