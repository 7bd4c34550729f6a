"""Average the weights of several fine-tuned models into one.

    python -m training.nli.average OUT FOLDER=WEIGHT [FOLDER=WEIGHT …]

A model fine-tuned for long reads its own data best and strangers' texts worse; between it and the model it started from
lies one that is better at both (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models"; "Model soups").
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def averaged(parts: list[tuple[Path, float]]) -> dict[str, torch.Tensor]:
    """The weighted mean of the models' tensors, float32; the weights are brought to a sum of one."""
    total = sum(weight for _, weight in parts)
    mean: dict[str, torch.Tensor] = {}
    for folder, weight in parts:
        for name, value in load_file(folder / "model.safetensors").items():
            share = value.float() * (weight / total)
            mean[name] = mean[name] + share if name in mean else share
    return mean


def main() -> None:
    """Read the arguments and write a Hugging Face folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("parts", nargs="+", help="FOLDER=WEIGHT")
    arguments = parser.parse_args()
    parts = [(Path(folder), float(weight)) for folder, _, weight in (part.rpartition("=") for part in arguments.parts)]
    arguments.out.mkdir(parents=True, exist_ok=True)
    save_file(averaged(parts), arguments.out / "model.safetensors", metadata={"format": "pt"})
    for file in ("config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.txt"):
        shutil.copy(parts[0][0] / file, arguments.out / file)


if __name__ == "__main__":
    main()
