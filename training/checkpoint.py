"""Checkpoints of a training run as safetensors: weights, their average, and the moments of AdamW. Never pickle."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

Tensors = dict[str, torch.Tensor]


def trainable(model: torch.nn.Module) -> list[tuple[str, torch.nn.Parameter]]:
    """The parameters that training changes, with their names."""
    return [(name, p) for name, p in model.named_parameters() if p.requires_grad]


def save(
    path: Path,
    step: int,
    model: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    average: Tensors,
    averaged: int,
) -> None:
    """Write one checkpoint file, replacing the one before only once it is complete."""
    tensors: Tensors = {}
    for name, parameter in trainable(model):
        tensors[f"model/{name}"] = parameter.detach()
        for moment in ("exp_avg", "exp_avg_sq"):
            tensors[f"{moment}/{name}"] = optimizer.state[parameter][moment]
    tensors |= {f"average/{name}": value for name, value in average.items()}
    scratch = path.with_suffix(".part")
    save_file(tensors, scratch, metadata={"state": json.dumps({"step": step, "averaged": averaged})})
    scratch.replace(path)


def restore(path: Path, model: torch.nn.Module, optimizer: torch.optim.Optimizer) -> tuple[int, Tensors, int]:
    """Load a checkpoint into the model and its optimizer.

    Returns:
        The step it was written after, the weights' average, and how many steps are in that average.
    """
    with safe_open(path, "pt") as stream:
        state = json.loads(stream.metadata()["state"])
    tensors = load_file(path)
    with torch.no_grad():
        for name, parameter in trainable(model):
            parameter.copy_(tensors[f"model/{name}"])
            optimizer.state[parameter] = {
                "step": torch.tensor(float(state["step"])),
                **{moment: tensors[f"{moment}/{name}"].clone() for moment in ("exp_avg", "exp_avg_sq")},
            }
    average = {k.removeprefix("average/"): v.clone() for k, v in tensors.items() if k.startswith("average/")}
    return state["step"], average, state["averaged"]


def include(average: Tensors, model: torch.nn.Module, count: int) -> int:
    """Take the model's weights into a running average, in place, of `count` earlier ones; the new count."""
    for name, parameter in trainable(model):
        value = parameter.detach()
        if name in average:
            average[name].lerp_(value, 1 / (count + 1))
        else:
            average[name] = value.clone()
    return count + 1
