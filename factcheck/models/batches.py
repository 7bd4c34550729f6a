"""Batches whose composition leaves each member's result untouched.

The graphs quantise row by row, so that what else is in a batch does not matter; but padding does, a little, since
vectorised sums group their terms by position. Each text is therefore padded to a length that depends on it alone, and
only texts of equal padded length share a batch: the same text gives the same bytes in any company.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

STEP = 8  # lengths are rounded up to a multiple of this
TOKENS_PER_BATCH = 1024  # small enough for the activations of a layer to stay in the processor's cache


def padded_length(length: int) -> int:
    """The length to which a text of `length` word pieces is padded."""
    return max(STEP, -(-length // STEP) * STEP)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Group the indices of texts of the given lengths into batches of equal padded length, the longest first."""
    groups: dict[int, list[int]] = {}
    for index, length in enumerate(lengths):
        groups.setdefault(padded_length(length), []).append(index)
    for length in sorted(groups, reverse=True):
        members = groups[length]
        size = max(1, TOKENS_PER_BATCH // length)
        for start in range(0, len(members), size):
            yield members[start : start + size]


def padded(rows: Sequence[Sequence[int]], fill: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Pad rows of equal padded length.

    Returns:
        The ids, int64 (B, T), and the mask, int32 (B, T), 1 where a row has an id of its own.
    """
    width = padded_length(max(len(row) for row in rows))
    ids = np.full((len(rows), width), fill, np.int64)
    mask = np.zeros((len(rows), width), np.int32)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = row
        mask[i, : len(row)] = 1
    return ids, mask
