"""The best dependency tree for a matrix of arc scores: Chu-Liu and Edmonds, with a single root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


def best_tree(scores: NDArray[np.floating]) -> tuple[int, ...]:
    """Find the tree with the highest sum of arc scores among those with exactly one root.

    Args:
        scores: Finite scores, shape (N, N + 1): row i holds the score of each head for word i + 1, column 0 the root.

    Returns:
        The head of each word, 0 for the root; empty for no words.
    """
    count = len(scores)
    if count == 0:
        return ()
    square = np.zeros((count + 1, count + 1))
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = square.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        return tuple(heads[1:].tolist())
    # With this much taken off every arc from the root, one such arc more never pays: the best tree has one root.
    finite = square[1:][np.isfinite(square[1:])]
    square[1:, 0] -= (finite.max() - finite.min() + 1) * count
    return tuple(_edmonds(square)[1:].tolist())


def _cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle among the heads (node 0 is the root and its own head), or None."""
    seen = np.zeros(len(heads), np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while seen[node] == 0:
            seen[node] = start
            node = int(heads[node])
        if seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(int(heads[cycle[-1]]))
            return np.array(cycle)
        # Everything on this path leads to the root.
        seen[seen == start] = -1
    return None


def _edmonds(scores: Scores) -> Heads:
    """The best heads for a square matrix; contracts one cycle at a time and expands them in reverse.

    Contracting in place, the cycle's first node standing for all of it, keeps the work quadratic for each cycle and
    the depth of the call stack constant.
    """
    scores = scores.copy()
    alive = np.ones(len(scores), bool)
    contractions: list[tuple[Heads, Heads, Heads, Heads]] = []
    while True:
        heads: Heads = scores.argmax(1)
        heads[0] = 0
        heads[~alive] = 0
        cycle = _cycle(heads)
        if cycle is None:
            break
        others = alive.copy()
        others[cycle] = False
        gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]
        enters = cycle[gain.argmax(0)]  # for each outer head, which node of the cycle it would take over
        leaves = cycle[scores[:, cycle].argmax(1)]  # for each outer word, its best head within the cycle
        first = cycle[0]
        contractions.append((cycle, heads[cycle], enters, leaves))
        incoming, outgoing = gain.max(0), scores[:, cycle].max(1)
        scores[first, others], scores[others, first] = incoming[others], outgoing[others]
        scores[first, first] = -np.inf
        scores[:, cycle[1:]] = -np.inf
        alive[cycle[1:]] = False
    for cycle, inner, enters, leaves in reversed(contractions):
        outer = int(heads[cycle[0]])
        beneath = np.flatnonzero(heads == cycle[0])
        beneath = beneath[~np.isin(beneath, cycle)]
        heads[beneath] = leaves[beneath]
        heads[cycle] = inner
        heads[enters[outer]] = outer
    return heads
