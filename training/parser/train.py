"""Fine-tune the dependency parser on UD-EWT and GUM.

python -m training.parser.train START_FOLDER ENCODER_FOLDER OUT_FOLDER --train FILE.conllu.gz … --dev FILE.conllu.gz …

START_FOLDER has the weights to go on from; OUT_FOLDER gets config.json and model.safetensors (fp16).
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch.nn import functional

from training.parser.conllu import Sentence, read_sentences
from training.parser.model import IGNORE, Batch, Parser, load_parser

BATCH = 32
HEAD_FACTOR = 10  # the projections and biaffine forms learn this much faster than the encoder
WARMUP = 0.05


def batches(sentences: Sequence[Sentence], generator: random.Random) -> list[list[Sentence]]:
    """One epoch of batches of sentences of similar length, in random order."""
    order = list(sentences)
    generator.shuffle(order)
    result = []
    for start in range(0, len(order), BATCH * 40):
        window = sorted(order[start : start + BATCH * 40], key=lambda s: len(s.words))
        result += [window[i : i + BATCH] for i in range(0, len(window), BATCH)]
    generator.shuffle(result)
    return result


def loss_of(parser: Parser, batch: Batch) -> torch.Tensor:
    """Cross-entropy of heads, of labels given the true heads, and half that of the parts of speech."""
    ids, mask, first, words, upos, heads, labels = batch
    with torch.autocast("cpu", torch.bfloat16):
        tags, arcs, dependents, candidates = parser(ids, mask, first, words)
    scores = parser.label_scores(dependents.float(), candidates.float(), heads.clamp(min=0))
    parts = ((arcs, heads, 1.0), (scores, labels, 1.0), (tags, upos, 0.5))
    losses = [
        weight * functional.cross_entropy(x.float().flatten(0, 1), y.flatten(), ignore_index=IGNORE)
        for x, y, weight in parts
    ]
    return torch.stack(losses).sum()


@torch.no_grad()
def evaluate(parser: Parser, sentences: Sequence[Sentence]) -> str:
    """UAS, LAS and UPOS with each word's best head, as text."""
    parser.eval()
    right = torch.zeros(3)
    total = 0
    ordered = sorted(sentences, key=lambda s: len(s.words))
    for start in range(0, len(ordered), BATCH):
        ids, mask, first, words, upos, heads, labels = parser.batch(ordered[start : start + BATCH])
        tags, arcs, dependents, candidates = parser(ids, mask, first, words)
        chosen = arcs.argmax(-1)
        found = parser.label_scores(dependents, candidates, chosen).argmax(-1)
        hit = (chosen == heads) & words
        counts = (hit, hit & (found == labels), (tags.argmax(-1) == upos) & words)
        right += torch.tensor([float(c.sum()) for c in counts])
        total += int(words.sum())
    parser.train()
    return "UAS {:.2f} LAS {:.2f} UPOS {:.2f}".format(*(100 * right / total).tolist())


def optimizer_of(parser: Parser, rate: float) -> torch.optim.Optimizer:
    """AdamW, faster for the small layers than for the encoder."""
    encoder = [p for name, p in parser.named_parameters() if name.startswith("enc.")]
    rest = [p for name, p in parser.named_parameters() if not name.startswith("enc.")]
    groups = [{"params": encoder, "lr": rate}, {"params": rest, "lr": rate * HEAD_FACTOR}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def train(parser: Parser, sentences: Sequence[Sentence], epochs: int, rate: float, seed: int) -> None:
    """Train in place: a short warm-up, then linear decay to zero."""
    generator = random.Random(seed)
    plan = [batch for _ in range(epochs) for batch in batches(sentences, generator)]
    optimizer = optimizer_of(parser, rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (WARMUP * len(plan)), (len(plan) - s) / ((1 - WARMUP) * len(plan)))
    )
    began = time.monotonic()
    parser.train()
    for step, batch in enumerate(plan, 1):
        loss = loss_of(parser, parser.batch(batch))
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(parser.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step % 50 == 0:
            print(f"step {step}/{len(plan)} loss {loss.item():.3f} {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    """Read the arguments, train, evaluate, save."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("start", type=Path)
    arguments.add_argument("encoder", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--train", type=Path, nargs="+", required=True)
    arguments.add_argument("--dev", type=Path, nargs="+", required=True)
    arguments.add_argument("--epochs", type=int, default=2)
    arguments.add_argument("--rate", type=float, default=5e-5)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=0)
    a = arguments.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    torch.use_deterministic_algorithms(True)
    parser = load_parser(a.start, a.encoder)
    train(parser, [s for path in a.train for s in read_sentences(path)], a.epochs, a.rate, a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(a.start / "config.json", a.out / "config.json")
    save_file({k: v.half().contiguous() for k, v in parser.state_dict().items()}, a.out / "model.safetensors")
    parser = load_parser(a.out, a.encoder)
    for path in a.dev:
        print(path.name, evaluate(parser, read_sentences(path)), flush=True)
    print(json.dumps({"sentences": sum(len(read_sentences(p)) for p in a.train), "epochs": a.epochs}))


if __name__ == "__main__":
    main()
