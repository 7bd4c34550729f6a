"""The licensed NLI data: which sources train the model, how often each is seen, and what is held out."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

LABELS = ("entailment", "neutral", "contradiction", "not_entailment", "not_contradiction")
"""The three classes, and two labels that only tell which class it is not."""
NEWSROOM_LABELS = {"E": "entailment", "N": "neutral", "C": "contradiction"}
DEV_SHARE = 10  # per cent of the newsroom premises
OWN_GROUPS = Path(__file__).parent / "data"
"""Further newsroom groups that came with this project."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair; `label` is one of LABELS."""

    premise: str
    hypothesis: str
    label: str
    source: str


PASSES = {
    "newsroom": 6.0,
    "vitaminc_real": 2.0,
    "vitaminc_synth": 1.0,
    "fever_symmetric": 2.0,
    "fever_train_part": 1.2,
    "fever_nli_dev": 1.2,
    "sufficient_facts": 3.0,
    "multinli": 1.5,
    "wanli": 2.0,
    "snli": 0.5,
    "infotabs": 1.0,
    "tabfact": 0.7,
    "realsumm_scu": 1.5,
    "factcg_cg2c": 3.0,
    "feverous_s_dev": 2.0,
    "wice": 3.0,
    "factcheck_gpt": 3.0,
    "cad_nli": 1.0,
    "conjnli": 0.3,
    "help": 0.3,
    "med": 0.3,
    "breaking_nli": 0.3,
    "evidence_inference": 0.5,
    "entailmentbank": 1.0,
    "entailmentbank_loo": 1.0,
    "megaveridicality": 0.3,
    "synaug": 0.4,
    "hans_regen": 0.2,
    "scone": 0.4,
    "negnli": 1.0,
    "ambient": 1.0,
    "q2_wow": 1.0,
    "faithdial_audit": 1.0,
    "wikires": 0.7,
}
"""How often each source's pairs are taken into the training file. The newsroom is the product's own domain; the others
teach what it lacks: details withheld, minimal edits, tables, breadth. FM2 and BEGIN stay out: they measure."""


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
    """The newsroom's pairs, of the development groups or of all others.

    Args:
        folder: With newsroom/*.jsonl; their sources are told apart as newsroom_a_k and newsroom_m_p.
        dev: Which part. The project's own groups are for training alone.
    """
    pairs = []
    own = [] if dev else sorted(OWN_GROUPS.glob("*.jsonl"))
    for path in [*sorted((folder / "newsroom").glob("*.jsonl")), *own]:
        source = "newsroom_own" if path in own else "newsroom_m_p" if path.stem >= "m" else "newsroom_a_k"
        for row in read_lines(path):
            premise, claims = str(row["premise"]), row["claims"]
            if path not in own and held_out(premise) != dev:
                continue
            assert isinstance(claims, list)
            pairs += [Pair(premise, c["text"], NEWSROOM_LABELS[c["label"]], source) for c in claims]
    return pairs


def licensed(folder: Path) -> dict[str, list[Pair]]:
    """The training pairs by source; sources that PASSES does not name, and all that is held out, are left out."""
    by_source: dict[str, list[Pair]] = {"newsroom": newsroom(folder, dev=False)}
    for path in (folder / "train.jsonl.gz", *sorted((folder / "extra").glob("*.jsonl.gz"))):
        for pair in read_pairs(path):
            source = pair.source.removesuffix("_train")
            if source in PASSES and len(pair.premise.split()) < LONGEST:
                by_source.setdefault(source, []).append(replace(pair, source=source))
    return by_source


def sample(folder: Path, count: int, seed: int) -> list[Pair]:
    """`count` training pairs, each source drawn as often as it is trained on."""
    by_source = licensed(folder)
    pairs = [pair for found in by_source.values() for pair in found]
    weights = [PASSES[name] for name, found in by_source.items() for _ in found]
    return random.Random(seed).choices(pairs, weights, k=count)


LONGEST = 260
"""Words of the longest premise to train on: a cut premise no longer earns its label."""


def dev_pairs(folder: Path) -> dict[str, list[Pair]]:
    """The development sets by name."""
    sets: dict[str, list[Pair]] = {}
    rows: Iterable[Pair] = [
        *newsroom(folder, dev=True),
        *read_pairs(folder / "dev.jsonl.gz"),
        *read_pairs(folder / "dev_more.jsonl.gz"),
        *(pair for pair in read_pairs(folder / "train.jsonl.gz") if pair.source in ("fm2", "begin")),
    ]
    for pair in rows:
        sets.setdefault(pair.source, []).append(pair)
    return sets
