"""Fine-tune an NLI cross-encoder on the assembled training file.

    python -m training.nli.train START PAIRS.jsonl.gz DATA OUT --pairs 200000

The run can be stopped and started again with the same command: it goes on from its last checkpoint. Its result is the
average of the weights over the last part of the run, in OUT as an ordinary Hugging Face folder, with its scores on the
development sets in OUT/scores.json. With --teacher the labels are those of a trained model, mixed with the true ones,
and --layers picks which of START's layers the student keeps.
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
from torch import Tensor
from torch.nn import functional

from training import checkpoint
from training.nli.batches import Batch, Example, batched, tokenised
from training.nli.data import LABELS, Pair, dev_pairs, read_lines
from training.nli.evaluate import balanced, scores
from training.nli.model import CrossEncoder, load
from training.schedule import rate

SMOOTHING = 0.05
WARMUP = 0.05
TAIL = 0.25  # the last part of the run, over which the weights are averaged
TEMPERATURE = 2.0  # of a teacher's probabilities
FROM_TEACHER = 0.7  # share of the loss
NOT_ENTAILMENT, NOT_CONTRADICTION = LABELS.index("not_entailment"), LABELS.index("not_contradiction")


def loss_of(logits: Tensor, labels: Tensor) -> Tensor:
    """The mean loss of a batch: smoothed cross-entropy, or -log(1 - p) where only one class is known to be wrong.

    Args:
        logits: Float32 (B, 3).
        labels: Int64 (B), indices of LABELS.
    """
    known = labels < NOT_ENTAILMENT
    full = functional.cross_entropy(logits, labels.clamp(max=2), label_smoothing=SMOOTHING, reduction="none")
    wrong = torch.where(labels == NOT_CONTRADICTION, 2, 0)
    others = logits.scatter(1, wrong[:, None], -torch.inf).logsumexp(1)
    return torch.where(known, full, logits.logsumexp(1) - others).mean()


def distilled(logits: Tensor, taught: Tensor) -> Tensor:
    """The mean cross-entropy with a teacher's softened probabilities (Hinton et al. 2015)."""
    target = torch.softmax(taught / TEMPERATURE, 1)
    return functional.cross_entropy(logits / TEMPERATURE, target) * TEMPERATURE**2


def parameter_groups(model: torch.nn.Module) -> list[dict[str, object]]:
    """Weight decay for matrices, none for biases and norms."""
    parameters = [p for _, p in checkpoint.trainable(model)]
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]


class Run:
    """One training run and the state that its checkpoints hold.

    Args:
        model: To be trained. Its word vectors and relative positions stay as they are: they hardly move any more,
            and attention is faster without their gradients.
        steps: Of the optimizer, after which the rate is zero.
        peak: Highest learning rate.
        seed: For dropout.
        teacher: Whose probabilities to follow, or None.
    """

    def __init__(
        self, model: CrossEncoder, steps: int, peak: float, seed: int = 0, teacher: CrossEncoder | None = None
    ) -> None:
        self.model, self.teacher = model, teacher
        self.device = next(model.parameters()).device
        model.mpnet.embeddings.word_embeddings.requires_grad_(False)
        model.mpnet.encoder.relative_attention_bias.requires_grad_(False)
        self.steps, self.peak, self.seed = steps, peak, seed
        self.optimizer = torch.optim.AdamW(parameter_groups(model), lr=peak, betas=(0.9, 0.98), fused=True)
        self.step, self.averaged = 0, 0
        self.average: checkpoint.Tensors = {}

    def advance(self, batch: Batch) -> Tensor:
        """One optimizer step; its loss, not yet read from the device."""
        # Seeded by the step, dropout is the same whether or not the run was interrupted.
        torch.manual_seed(self.seed * 1_000_003 + self.step)
        self.model.train()
        for group in self.optimizer.param_groups:
            group["lr"] = self.peak * rate(self.step, self.steps, WARMUP)
        ids, labels = (tensor.to(self.device, non_blocking=True) for tensor in batch)
        with torch.autocast(self.device.type, torch.bfloat16):
            logits = self.model(ids).float()
        loss = loss_of(logits, labels)
        if self.teacher is not None:
            with torch.no_grad(), torch.autocast(self.device.type, torch.bfloat16):
                taught = self.teacher(ids).float()
            loss = FROM_TEACHER * distilled(logits, taught) + (1 - FROM_TEACHER) * loss
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        if self.step > (1 - TAIL) * self.steps and self.step % 8 == 0:
            self.averaged = checkpoint.include(self.average, self.model, self.averaged)
        return loss.detach()

    def take_average(self) -> None:
        """Put the averaged weights into the model: the result."""
        with torch.no_grad():
            for name, parameter in checkpoint.trainable(self.model):
                if name in self.average:
                    parameter.copy_(self.average[name])


def read_training(path: Path, without: Sequence[str] = ()) -> list[Pair]:
    """The pairs of a training file, those of the sources and augmentations in `without` left out."""
    rows = read_lines(path)
    return [
        Pair(*(str(row[k]) for k in ("premise", "hypothesis", "label", "source")))
        for row in rows
        if row["source"] not in without and row["made"] not in without
    ]


def save_result(run: Run, start: Path, out: Path) -> None:
    """Write the model as a Hugging Face folder."""
    state = {name: value.detach().cpu().contiguous() for name, value in run.model.state_dict().items()}
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((start / "config.json").read_text(encoding="utf-8"))
    config["num_hidden_layers"] = len(run.model.mpnet.encoder.layer)
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    for file in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        shutil.copy(start / file, out / file)


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="Hugging Face folder to start from, labels as in the model card")
    parser.add_argument("pairs_file", type=Path, help="what training.nli.assemble wrote")
    parser.add_argument("data", type=Path, help="folder of the NLI data, for its development sets")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the result")
    parser.add_argument("--pairs", type=int, required=True, help="how many pairs to see; the rate ends at zero")
    parser.add_argument("--batch", type=int, default=32, help="pairs a step")
    parser.add_argument("--rate", type=float, default=3e-5, help="peak learning rate")
    parser.add_argument("--limit", type=int, default=384, help="longest pair in tokens")
    parser.add_argument("--without", nargs="*", default=[], help="sources and augmentations to leave out")
    parser.add_argument("--layers", type=lambda text: [int(n) for n in text.split(",")], help="kept layers of START")
    parser.add_argument("--teacher", type=Path, help="Hugging Face folder of a trained model")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    return parser.parse_args()


def train(run: Run, batches: Sequence[Batch], path: Path, minutes: float) -> None:
    """Go through the batches from the run's step on, telling how it goes, and writing checkpoints."""
    began = saved = time.monotonic()
    first, recent = run.step, torch.zeros((), device=run.device)
    while run.step < run.steps:
        recent = recent * 0.98 + run.advance(batches[run.step]) * 0.02
        if run.step % 100 == 0:
            pace = sum(len(b.labels) for b in batches[first : run.step]) / (time.monotonic() - began)
            print(f"step {run.step}/{run.steps} loss {recent.item():.3f} {pace:.1f} pairs/s", flush=True)
        if time.monotonic() - saved > 60 * minutes:
            checkpoint.save(path, run.step, run.model, run.optimizer, run.average, run.averaged)
            saved = time.monotonic()
    checkpoint.save(path, run.step, run.model, run.optimizer, run.average, run.averaged)


def prepared(arguments: argparse.Namespace) -> list[Batch]:
    """The batches of the whole run, the same each time."""
    pairs = read_training(arguments.pairs_file, arguments.without)
    examples: list[Example] = tokenised(pairs, arguments.start, arguments.limit)
    return batched(examples, arguments.pairs, arguments.batch, arguments.seed)


def main() -> None:
    """Train from the start or from the last checkpoint to the end."""
    arguments = parse_arguments()
    torch.use_deterministic_algorithms(arguments.device == "cpu")
    arguments.out.mkdir(parents=True, exist_ok=True)
    batches = prepared(arguments)
    teacher = None if arguments.teacher is None else load(arguments.teacher).to(arguments.device).eval()
    model = load(arguments.start, arguments.layers).to(arguments.device)
    run = Run(model, len(batches), arguments.rate, arguments.seed, teacher)
    path: Path = arguments.out / "checkpoint.safetensors"
    if path.exists():
        run.step, run.average, run.averaged = checkpoint.restore(path, run.model, run.optimizer)
    train(run, batches, path, arguments.minutes)
    run.take_average()
    save_result(run, arguments.start, arguments.out)
    random.seed(0)
    found = scores(run.model, dev_pairs(arguments.data), arguments.start)
    (arguments.out / "scores.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"done; source-balanced accuracy {balanced(found):.4f}", json.dumps(found))


if __name__ == "__main__":
    main()
