"""Measure the exported models: scores on the development data, and agreement with the weights they were made from.

python -m training.agreement nli WEIGHTS_FOLDER NLI_DATA [--limit 400]
python -m training.agreement embedder WEIGHTS_FOLDER NLI_DATA [--limit 1000]
python -m training.agreement parser WEIGHTS_FOLDER ENCODER_FOLDER FILE.conllu.gz … [--limit 500]

WEIGHTS_FOLDER holds the full-precision weights; the exported models are the checkout's own. Prints Markdown tables.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoModelForSequenceClassification, AutoTokenizer

from factcheck.models import Embedder, NliModel, Parse, ParserModel, best_tree
from training.nli.data import Pair, dev_pairs
from training.nli.evaluate import accuracy
from training.parser.conllu import Sentence, read_sentences
from training.parser.model import Parser, load_parser

Floats = NDArray[np.float32]
BATCH = 16


def by_length(lengths: Sequence[int]) -> list[list[int]]:
    """Indices in batches of similar length."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    return [order[i : i + BATCH] for i in range(0, len(order), BATCH)]


@torch.no_grad()
def reference_nli(folder: Path, pairs: Sequence[Pair]) -> Floats:
    """Probabilities (n, 3) in full precision."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForSequenceClassification.from_pretrained(folder, dtype=torch.float32).eval()
    result = np.zeros((len(pairs), 3), np.float32)
    for members in by_length([len(p.premise) + len(p.hypothesis) for p in pairs]):
        texts = [[getattr(pairs[i], side) for i in members] for side in ("premise", "hypothesis")]
        inputs = tokenizer(*texts, truncation="only_first", max_length=512, padding=True, return_tensors="pt")
        logits = model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]).logits
        result[members] = logits.softmax(-1).numpy()
    return result


def measure_nli(weights: Path, data: Path, limit: int) -> None:
    """Accuracy of the full-precision and the exported model on each development set, and how often they agree."""
    model = NliModel.load()
    print("| set | pairs | fp32 | int8 | agree | mean difference | pairs/s int8 |\n|---|---|---|---|---|---|---|")
    everything: list[tuple[Floats, Floats]] = []
    for name, pairs in dev_pairs(data).items():
        pairs = pairs[:limit]
        expected = reference_nli(weights, pairs)
        began = time.perf_counter()
        scores = model.scores([(p.premise, p.hypothesis) for p in pairs])
        pace = len(pairs) / (time.perf_counter() - began)
        everything.append((expected, scores))
        agree, difference = compare(expected, scores)
        full, small = accuracy(expected, pairs), accuracy(scores, pairs)
        print(f"| {name} | {len(pairs)} | {full:.3f} | {small:.3f} | {agree:.3f} | {difference:.4f} | {pace:.0f} |")
    expected, scores = (np.concatenate(side) for side in zip(*everything, strict=True))
    agree, difference = compare(expected, scores)
    print(f"| all | {len(scores)} | | | {agree:.3f} | {difference:.4f} | |")


def compare(expected: Floats, scores: Floats) -> tuple[float, float]:
    """The share of rows with the same best label, and the mean absolute difference of the probabilities."""
    return float((expected.argmax(1) == scores.argmax(1)).mean()), float(np.abs(expected - scores).mean())


@torch.no_grad()
def reference_embeddings(folder: Path, texts: Sequence[str]) -> Floats:
    """Unit vectors (n, 384) in full precision."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, dtype=torch.float32).eval()
    result = np.zeros((len(texts), 384), np.float32)
    for members in by_length([len(t) for t in texts]):
        inputs = tokenizer(
            [texts[i] for i in members], truncation=True, max_length=256, padding=True, return_tensors="pt"
        )
        states = model(input_ids=inputs["input_ids"], attention_mask=inputs["attention_mask"]).last_hidden_state
        total = (states * inputs["attention_mask"][:, :, None]).sum(1)
        result[members] = torch.nn.functional.normalize(total).numpy()
    return result


def measure_embedder(weights: Path, data: Path, limit: int) -> None:
    """Cosine between full-precision and exported vectors, and whether both rank the same premise first."""
    pairs = [p for ps in dev_pairs(data).values() for p in ps]
    premises = list(dict.fromkeys(p.premise for p in pairs))[:limit]
    claims = list(dict.fromkeys(p.hypothesis for p in pairs if p.premise in set(premises)))[:limit]
    expected = reference_embeddings(weights, premises + claims)
    model = Embedder.load()
    began = time.perf_counter()
    vectors = model.encode(premises + claims)
    pace = len(vectors) / (time.perf_counter() - began)
    cosine = (expected * vectors).sum(1)
    tops = [(v[len(premises) :] @ v[: len(premises)].T).argmax(1) for v in (expected, vectors)]
    print("| texts | mean cosine | least cosine | same first premise of all | texts/s int8 |\n|---|---|---|---|---|")
    same = float((tops[0] == tops[1]).mean())
    print(f"| {len(vectors)} | {cosine.mean():.5f} | {cosine.min():.5f} | {same:.4f} | {pace:.0f} |")


@torch.no_grad()
def reference_parses(model: Parser, sentences: Sequence[Sentence]) -> list[Parse]:
    """Trees in full precision, decoded as the product decodes them."""
    parses = []
    for sentence in sentences:
        tags, arcs, dependents, heads = model(*model.batch([sentence])[:4])
        chosen = best_tree(arcs[0].numpy())
        labels = model.label_scores(dependents, heads, torch.tensor([chosen]))[0]
        root = model.deprels.index("root")
        is_root = torch.tensor(chosen) == 0
        labels[:, root] = torch.where(is_root, torch.inf, -torch.inf)
        deprels = tuple(model.deprels[i] for i in labels.argmax(-1))
        parses.append(Parse(chosen, deprels, tuple(model.upos[i] for i in tags[0].argmax(-1))))
    return parses


def attachment(parses: Sequence[Parse], gold: Sequence[Sentence]) -> tuple[float, float, float]:
    """UAS, LAS and UPOS accuracy in per cent over all words."""
    heads = [
        (a == b, x == y, p == q)
        for parse, s in zip(parses, gold, strict=True)
        for a, b, x, y, p, q in zip(parse.heads, s.heads, parse.deprels, s.deprels, parse.upos, s.upos, strict=True)
    ]
    uas, las, upos = np.array([(h, h and d, p) for h, d, p in heads]).mean(0) * 100
    return float(uas), float(las), float(upos)


def measure_parser(weights: Path, encoder: Path, files: Sequence[Path], limit: int) -> None:
    """UAS, LAS and UPOS of both models on each file, and how often their words agree."""
    full, small = load_parser(weights, encoder), ParserModel.load()
    print("| file | sentences | UAS/LAS/UPOS fp32 | int8 | heads agree | sentences/s int8 |\n|---|---|---|---|---|---|")
    for path in files:
        sentences = read_sentences(path)[:limit]
        expected = reference_parses(full, sentences)
        began = time.perf_counter()
        parses = small.parse([s.words for s in sentences])
        pace = len(parses) / (time.perf_counter() - began)
        agree = np.mean(
            [a == b for e, p in zip(expected, parses, strict=True) for a, b in zip(e.heads, p.heads, strict=True)]
        )
        figures = ["/".join(f"{v:.2f}" for v in attachment(p, sentences)) for p in (expected, parses)]
        name = path.name.removesuffix(".conllu.gz")
        print(f"| {name} | {len(parses)} | {figures[0]} | {figures[1]} | {agree:.4f} | {pace:.0f} |")


def main() -> None:
    """Read the arguments and run one measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=("nli", "embedder", "parser"))
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=100_000, help="how many items of each set, the first ones")
    a = parser.parse_args()
    measures: dict[str, Callable[[], None]] = {
        "nli": lambda: measure_nli(a.weights, a.data[0], a.limit),
        "embedder": lambda: measure_embedder(a.weights, a.data[0], a.limit),
        "parser": lambda: measure_parser(a.weights, a.data[0], a.data[1:], a.limit),
    }
    measures[a.model]()


if __name__ == "__main__":
    main()
