"""Fine-tune the embedder so that a claim lies nearer to the passage that decides it than to others on its subject.

    python -m training.retriever.train START PAIRS.jsonl.gz OUT --pairs 20000

The loss is the cross-entropy of the evidence among all passages of a batch, hard negatives with them, by cosine over a
temperature (InfoNCE; van den Oord et al. 2018), with --blended by the product's blend of cosine and BM25. The run can
be stopped and started again with the same command: it goes on from its last checkpoint. Its result, in OUT, is an
ordinary Hugging Face folder.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional

from training import checkpoint
from training.nli.train import parameter_groups
from training.retriever.assemble import read_examples
from training.retriever.batches import Composer, Step, companions, ordered
from training.retriever.model import BiEncoder, load
from training.schedule import rate

TEMPERATURE = 0.05
WARMUP = 0.1
COPIED = ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt")


def loss_of(claims: Tensor, passages: Tensor, step: Step) -> Tensor:
    """The mean cross-entropy of each claim's evidence among the passages that are allowed for it.

    Args:
        claims: Unit vectors, float32 (B, D).
        passages: Unit vectors, float32 (P, D).
        step: Which of them belong together, and what BM25 adds.
    """
    logits = (claims @ passages.T + step.lexical) / TEMPERATURE
    return functional.cross_entropy(logits.masked_fill(~step.allowed, -torch.inf), step.wanted)


class Run:
    """One training run and the state that its checkpoints hold.

    Args:
        model: To be trained.
        steps: Of the optimizer, after which the rate is zero.
        peak: Highest learning rate.
    """

    def __init__(self, model: BiEncoder, steps: int, peak: float) -> None:
        self.model, self.steps, self.peak, self.step = model.train(), steps, peak, 0
        self.optimizer = torch.optim.AdamW(parameter_groups(model), lr=peak)

    def advance(self, batch: Step) -> float:
        """One optimizer step; its loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.peak * rate(self.step, self.steps, WARMUP)
        vectors = self.model([*batch.claims, *batch.passages])
        claims, passages = vectors[: len(batch.claims)], vectors[len(batch.claims) :]
        loss = loss_of(claims, passages, batch)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        return loss.item()

    def save(self, path: Path) -> None:
        """Write a checkpoint."""
        checkpoint.save(path, self.step, self.model, self.optimizer, {}, 0)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint."""
        self.step, _, _ = checkpoint.restore(path, self.model, self.optimizer)


def train(run: Run, composer: Composer, order: Sequence[Sequence[int]], path: Path, minutes: float) -> None:
    """Go through the batches from the run's step on, telling how it goes, and writing checkpoints."""
    began = saved = time.monotonic()
    seen, recent = 0, 0.0
    for members in order[run.step :]:
        loss = run.advance(composer.step(members, run.step))
        recent = 0.95 * recent + 0.05 * loss if seen else loss
        seen += len(members)
        if run.step % 20 == 0:
            pace = seen / (time.monotonic() - began)
            print(f"step {run.step}/{run.steps} loss {recent:.3f} {pace:.1f} pairs/s", flush=True)
        if time.monotonic() - saved > 60 * minutes:
            run.save(path)
            saved = time.monotonic()
    run.save(path)


def save_result(model: BiEncoder, start: Path, out: Path) -> None:
    """Write the model as a Hugging Face folder: the tensors of the one it started from, those trained replaced."""
    trained = {name: value.contiguous() for name, value in model.encoder.state_dict().items()}
    state = {name: trained.get(name, value) for name, value in load_file(start / "model.safetensors").items()}
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    for file in COPIED:
        shutil.copy(start / file, out / file)


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="Hugging Face folder to start from")
    parser.add_argument("pairs_file", type=Path, help="what training.retriever.assemble wrote")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the result")
    parser.add_argument("--pairs", type=int, required=True, help="how many pairs to see; the rate ends at zero")
    parser.add_argument("--batch", type=int, default=48, help="pairs a step")
    parser.add_argument("--negatives", type=int, default=1, help="hard negatives of a claim")
    parser.add_argument("--companions", action="store_true", help="bring together claims that look alike")
    parser.add_argument("--blended", action="store_true", help="learn what the embedder adds to BM25")
    parser.add_argument("--rate", type=float, default=2e-5, help="peak learning rate")
    parser.add_argument("--limit", type=int, default=96, help="longest text in word pieces")
    parser.add_argument("--without", nargs="*", default=[], help="sources to leave out")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    return parser.parse_args()


def main() -> None:
    """Train from the start or from the last checkpoint to the end."""
    arguments = parse_arguments()
    torch.use_deterministic_algorithms(True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    examples = [e for e in read_examples(arguments.pairs_file) if e.source not in arguments.without]
    composer = Composer(examples, arguments.start, arguments.negatives, arguments.limit, blended=arguments.blended)
    beside = companions(examples) if arguments.companions else ()
    groups = [example.group for example in examples]
    order = ordered(groups, arguments.pairs, arguments.batch, arguments.seed, beside)
    run = Run(load(arguments.start), len(order), arguments.rate)
    path: Path = arguments.out / "checkpoint.safetensors"
    if path.exists():
        run.restore(path)
    train(run, composer, order, path, arguments.minutes)
    save_result(run.model, arguments.start, arguments.out)


if __name__ == "__main__":
    main()
