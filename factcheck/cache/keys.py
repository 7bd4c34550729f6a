"""What a result depends on, as digests: its inputs, the code that makes it, and what that code runs on."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_WEIGHTS = "_weights"  # weights have digests of their own
_SIZE = 16  # bytes: nobody chances upon two inputs of one digest
_CODE = frozenset({".py", ".json"})
_RUNTIME = ("bm25s", "numpy", "onnxruntime", "tokenizers")
_VECTORS = re.compile(r"\b(?:avx|amx|fma|sse4|sve|asimd|i8mm|bf16)\w*")


def digest(*parts: bytes | str) -> bytes:
    """A digest of some parts; no part can be taken for another's end."""
    whole = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "little"))
        whole.update(data)
    return whole.digest()


@cache
def sources(*folders: str, without: frozenset[str] = frozenset()) -> str:
    """A digest of the package's own code and tables by their content: it changes when they do, and only then.

    Args:
        folders: Sub-packages; the whole package if none are named.
        without: Sub-packages to leave out.
    """
    roots = [_PACKAGE / folder for folder in folders] or [_PACKAGE]
    return digest(*(part for root in roots for part in _content(root, without | {_WEIGHTS}))).hex()


def _content(root: Path, without: frozenset[str]) -> Iterator[bytes | str]:
    """Names and contents of all files of code under a folder, in order."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if name not in without)
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in _CODE:
                yield path.relative_to(_PACKAGE).as_posix()
                yield path.read_bytes()


@cache
def runtime() -> str:
    """What the models run on: versions of the libraries and of Python, and the vector extensions of the processor.

    By these extensions libraries choose their kernels, and sums come out otherwise in their last digits.
    """
    versions = [f"{name} {_version(name)}" for name in _RUNTIME]
    return "; ".join([*versions, sys.version, sys.platform, platform.machine(), _vectors()])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _vectors() -> str:
    """The extensions that Linux tells of; elsewhere the sort of machine has to do."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return platform.processor()
    first = next((line for line in told.splitlines() if line.lower().startswith(("flags", "features"))), "")
    return " ".join(sorted(set(_VECTORS.findall(first))))
