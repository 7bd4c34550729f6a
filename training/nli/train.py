"""Continue the fine-tuning of an NLI cross-encoder.

python -m training.nli.train START_FOLDER DATA_FOLDER OUT_FOLDER --steps 800

The run can be stopped and started again with the same command: it goes on from its last checkpoint. Its result is the
average of the weights over the last part of the run, in OUT_FOLDER as an ordinary Hugging Face folder.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from training import checkpoint
from training.nli.data import LABELS, Pair, dev_pairs, training_pairs
from training.schedule import rate

BATCH = 32
SMOOTHING = 0.05
WARMUP = 0.05
TAIL = 0.25  # the last part of the run, over which the weights are averaged
NOT_ENTAILMENT = LABELS.index("not_entailment")
DEV_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Example:
    """A tokenised pair; `label` indexes LABELS."""

    ids: list[int]
    label: int


def tokenised(pairs: Sequence[Pair], folder: Path, limit: int) -> list[Example]:
    """Tokenise the pairs; those longer than `limit` are left out, for a cut premise no longer earns its label."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    encoded = tokenizer([p.premise for p in pairs], [p.hypothesis for p in pairs])["input_ids"]
    examples = [Example(ids, LABELS.index(p.label)) for ids, p in zip(encoded, pairs, strict=True)]
    return [example for example in examples if len(example.ids) <= limit]


def batched(examples: Sequence[Example], steps: int, seed: int) -> list[list[Example]]:
    """`steps` batches of examples of similar length, in random order."""
    batches = []
    for start in range(0, len(examples), BATCH * 50):
        window = sorted(examples[start : start + BATCH * 50], key=lambda e: len(e.ids))
        batches += [window[i : i + BATCH] for i in range(0, len(window), BATCH)]
    random.Random(seed).shuffle(batches)
    return batches[:steps]


def micro_batches(batch: Sequence[Example], tokens: int) -> Iterator[list[Example]]:
    """Parts of a batch of at most `tokens` padded tokens each, which bounds the memory that a step takes."""
    ordered = sorted(batch, key=lambda e: len(e.ids), reverse=True)
    start = 0
    while start < len(ordered):
        size = max(1, tokens // len(ordered[start].ids))
        yield ordered[start : start + size]
        start += size


def tensors(batch: Sequence[Example], pad: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids (B, T), mask (B, T) and labels (B), all int64."""
    width = max(len(example.ids) for example in batch)
    ids = torch.tensor([e.ids + [pad] * (width - len(e.ids)) for e in batch])
    return ids, (ids != pad).long(), torch.tensor([e.label for e in batch])


def loss_of(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """The summed loss: smoothed cross-entropy, or -log(1 - p(entailment)) where only that much is known."""
    partial = labels == NOT_ENTAILMENT
    full = torch.nn.functional.cross_entropy(
        logits[~partial], labels[~partial], label_smoothing=SMOOTHING, reduction="sum"
    )
    log_rest = logits[partial, 1:].logsumexp(1) - logits[partial].logsumexp(1)
    return full - log_rest.sum()


def parameter_groups(model: torch.nn.Module) -> list[dict[str, object]]:
    """Weight decay for matrices, none for biases and norms."""
    parameters = [p for _, p in checkpoint.trainable(model)]
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]


class Run:
    """One training run and the state that its checkpoints hold."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.model = AutoModelForSequenceClassification.from_pretrained(
            arguments.start, dtype=torch.float32, attention_probs_dropout_prob=0.0
        )
        # The words' own vectors hardly move any more, and are a fifth of the optimizer's work and memory.
        self.model.get_input_embeddings().weight.requires_grad_(False)
        self.pad = int(self.model.config.pad_token_id)
        self.optimizer = torch.optim.AdamW(parameter_groups(self.model), lr=arguments.rate, fused=True)
        self.step, self.averaged = 0, 0
        self.average: checkpoint.Tensors = {}
        self.path: Path = arguments.out / "checkpoint.safetensors"
        if self.path.exists():
            self.step, self.average, self.averaged = checkpoint.restore(self.path, self.model, self.optimizer)

    def advance(self, batch: Sequence[Example]) -> float:
        """One optimizer step; its mean loss."""
        # Seeded by the step, dropout is the same whether or not the run was interrupted.
        torch.manual_seed(self.arguments.seed * 1_000_003 + self.step)
        self.model.train()
        for group in self.optimizer.param_groups:
            group["lr"] = self.arguments.rate * rate(self.step, self.arguments.steps, WARMUP)
        total = 0.0
        for part in micro_batches(batch, self.arguments.tokens):
            ids, mask, labels = tensors(part, self.pad)
            with torch.autocast("cpu", torch.bfloat16):
                logits = self.model(input_ids=ids, attention_mask=mask).logits
            loss = loss_of(logits.float(), labels) / len(batch)
            torch.autograd.backward(loss)
            total += loss.item()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        if self.step > (1 - TAIL) * self.arguments.steps and self.step % 4 == 0:
            self.averaged = checkpoint.include(self.average, self.model, self.averaged)
        return total

    @torch.no_grad()
    def accuracy(self, examples: Sequence[Example]) -> float:
        """Three-way accuracy of the current weights."""
        self.model.eval()
        right = 0
        for part in micro_batches(examples, self.arguments.tokens):
            ids, mask, labels = tensors(part, self.pad)
            with torch.autocast("cpu", torch.bfloat16):
                logits = self.model(input_ids=ids, attention_mask=mask).logits
            right += int((logits.argmax(1) == labels).sum())
        return right / len(examples)

    def save_checkpoint(self) -> None:
        """Write the run's checkpoint."""
        checkpoint.save(self.path, self.step, self.model, self.optimizer, self.average, self.averaged)

    def save_result(self) -> None:
        """Write the averaged weights as a Hugging Face folder."""
        out: Path = self.arguments.out
        state = {k: v.detach().contiguous() for k, v in self.model.named_parameters()} | self.average
        save_file(state, out / "model.safetensors", metadata={"format": "pt"})
        for file in (
            "config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "vocab.txt",
        ):
            shutil.copy(self.arguments.start / file, out / file)


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path, help="Hugging Face folder to start from, labels as in the model card")
    parser.add_argument("data", type=Path, help="folder of the NLI data (train.jsonl.gz, extra/, newsroom/, dev…)")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the result")
    parser.add_argument("--steps", type=int, required=True, help=f"optimizer steps of {BATCH} pairs; lr ends at zero")
    parser.add_argument("--rate", type=float, default=2e-5, help="peak learning rate")
    parser.add_argument("--tokens", type=int, default=4096, help="padded tokens computed at once; bounds memory")
    parser.add_argument("--limit", type=int, default=320, help="longest pair in tokens")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=10, help="between checkpoints")
    return parser.parse_args()


def main() -> None:
    """Train from the start or from the last checkpoint to the end."""
    arguments = parse_arguments()
    torch.set_num_threads(arguments.threads)
    torch.use_deterministic_algorithms(True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    # A few pairs more than needed make up for those that are too long.
    pairs = training_pairs(arguments.data, int(arguments.steps * BATCH * 1.1), arguments.seed)
    batches = batched(tokenised(pairs, arguments.start, arguments.limit), arguments.steps, arguments.seed)
    if len(batches) < arguments.steps:
        raise SystemExit(f"only {len(batches)} batches are within {arguments.limit} tokens")
    dev = [p for name in ("newsroom_a_k", "newsroom_m_p") for p in dev_pairs(arguments.data)[name]]
    random.Random(0).shuffle(dev)
    sample = tokenised(dev, arguments.start, arguments.limit)[:DEV_SAMPLE]
    run = Run(arguments)
    began = saved = time.monotonic()
    first, recent = run.step, 0.0
    while run.step < arguments.steps:
        recent = 0.95 * recent + 0.05 * run.advance(batches[run.step])
        if run.step % 10 == 0:
            pace = (run.step - first) * BATCH / (time.monotonic() - began)
            print(f"step {run.step}/{arguments.steps} loss {recent:.3f} {pace:.1f} pairs/s", flush=True)
        if time.monotonic() - saved > 60 * arguments.minutes:
            run.save_checkpoint()
            saved = time.monotonic()
            print(f"step {run.step} newsroom dev sample {run.accuracy(sample):.3f}", flush=True)
    run.save_checkpoint()
    run.save_result()
    print(f"done; newsroom dev sample, last weights: {run.accuracy(sample):.3f}", flush=True)


if __name__ == "__main__":
    main()
