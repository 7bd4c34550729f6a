"""Train a dependency parser on treebanks and on text that a larger parser has read.

python -m training.parser.train ENCODER OUT --train FILE.conllu.gz … --dev FILE.conllu.gz … [--start FOLDER]

The run can be stopped and started again with the same command: it goes on from its last checkpoint. Its result is the
average of the weights over the last part of the run, in OUT as config.json and model.safetensors (fp16).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch.nn import functional

from training import checkpoint
from training.parser.conllu import Sentence, read_sentences
from training.parser.model import IGNORE, Batch, Parser, load_parser, new_parser
from training.parser.noise import disturbed
from training.schedule import rate

BATCH = 32
WARMUP = 0.06
TAIL = 0.2  # the last part of the run, over which the weights are averaged


def batches(sentences: Sequence[Sentence], generator: random.Random) -> list[list[Sentence]]:
    """One epoch of batches of sentences of similar length, in random order, some of them disturbed."""
    order = [disturbed(sentence, generator) for sentence in sentences]
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
    return "UAS {:.2f} LAS {:.2f} UPOS {:.2f}".format(*(100 * right / total).tolist())


class Run:
    """One training run and the state that its checkpoints hold."""

    def __init__(self, arguments: argparse.Namespace, parser: Parser, steps: int) -> None:
        self.arguments, self.parser, self.steps = arguments, parser, steps
        named = checkpoint.trainable(parser)
        groups = [
            {"params": [p for n, p in named if n.startswith("enc.") == encoder], "peak": peak}
            for encoder, peak in ((True, arguments.rate), (False, arguments.head_rate))
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step, self.averaged = 0, 0
        self.average: checkpoint.Tensors = {}
        self.path: Path = arguments.out / "checkpoint.safetensors"
        if self.path.exists():
            self.step, self.average, self.averaged = checkpoint.restore(self.path, parser, self.optimizer)

    def advance(self, batch: Sequence[Sentence]) -> float:
        """One optimizer step: a short warm-up, then linear decay to zero; the loss."""
        # Seeded by the step, dropout is the same whether or not the run was interrupted.
        torch.manual_seed(self.arguments.seed * 1_000_003 + self.step)
        self.parser.train()
        part = rate(self.step, self.steps, WARMUP)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * part
        loss = loss_of(self.parser, self.parser.batch(batch))
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.parser.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        if self.step > (1 - TAIL) * self.steps and self.step % 4 == 0:
            self.averaged = checkpoint.include(self.average, self.parser, self.averaged)
        return loss.item()

    def save_checkpoint(self) -> None:
        """Write the run's checkpoint."""
        checkpoint.save(self.path, self.step, self.parser, self.optimizer, self.average, self.averaged)

    def save_result(self) -> None:
        """Write the averaged weights and the lists of labels."""
        out: Path = self.arguments.out
        state = {k: v.detach() for k, v in self.parser.named_parameters()} | self.average
        save_file({k: v.half().contiguous() for k, v in state.items()}, out / "model.safetensors")
        (out / "config.json").write_text(json.dumps(self.parser.configuration(), indent=1) + "\n", encoding="utf-8")


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("encoder", type=Path, help="Hugging Face folder of the encoder")
    arguments.add_argument("out", type=Path, help="folder for checkpoints and the result")
    arguments.add_argument("--start", type=Path, help="a trained parser to go on from")
    arguments.add_argument("--layers", type=int, help="take only the encoder's first layers")
    arguments.add_argument("--train", type=Path, nargs="+", required=True, help="name a file twice to weight it up")
    arguments.add_argument("--dev", type=Path, nargs="+", required=True)
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--rate", type=float, default=1e-4, help="peak learning rate of the encoder")
    arguments.add_argument("--head-rate", type=float, default=2e-3, help="that of the layers above it")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    return arguments.parse_args()


def main() -> None:
    """Train from the start or from the last checkpoint to the end, evaluate, save."""
    a = parse_arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    torch.use_deterministic_algorithms(True)
    a.out.mkdir(parents=True, exist_ok=True)
    sentences = [s for path in a.train for s in read_sentences(path)]
    parser = load_parser(a.start, a.encoder, a.layers) if a.start else new_parser(a.encoder, sentences, a.layers)
    generator = random.Random(a.seed)
    plan = [batch for _ in range(a.epochs) for batch in batches(sentences, generator)]
    run = Run(a, parser, len(plan))
    began = saved = time.monotonic()
    first, recent = run.step, 0.0
    while run.step < len(plan):
        loss = run.advance(plan[run.step])
        recent = 0.98 * recent + 0.02 * loss if recent else loss
        if run.step % 50 == 0:
            pace = (run.step - first) * BATCH / (time.monotonic() - began)
            print(f"step {run.step}/{len(plan)} loss {recent:.3f} {pace:.0f} sentences/s", flush=True)
        if time.monotonic() - saved > 60 * a.minutes:
            run.save_checkpoint()
            saved = time.monotonic()
    run.save_checkpoint()
    run.save_result()
    parser = load_parser(a.out, a.encoder)
    for path in a.dev:
        print(path.name, evaluate(parser, read_sentences(path)), flush=True)


if __name__ == "__main__":
    main()
