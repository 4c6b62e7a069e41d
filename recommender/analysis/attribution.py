"""Which edit moved what: Shapley values of a scenario's edits (exact, or sampled with their error)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

EXACT_UP_TO = 12
"""With more edits than this the 2^edits states are sampled."""
FEWEST_ORDERS, MOST_ORDERS = 6, 64
"""Orders of the edits that are drawn when they are sampled; each is used forwards and backwards."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work an attribution may be: exact for so many edits, else with orders that pass about so many states."""

    exact_up_to: int = EXACT_UP_TO
    states: int = 600

    def orders(self, edits: int) -> int:
        """How many orders are drawn for so many edits: an order and its reverse pass edits - 1 new states each."""
        return min(max(self.states // (2 * (edits - 1)), FEWEST_ORDERS), MOST_ORDERS)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What each edit contributes to each quantity; over the edits it adds up to the whole change.

    values, error : (edits, quantities) float, error None where exact, else the standard error
    """

    values: Floats
    error: Floats | None = None


def attribute(
    edits: int, state: Callable[[frozenset[int]], Sequence[float]], *, seed: int = 0,
    ends: tuple[Sequence[float], Sequence[float]] | None = None, effort: Effort | None = None,
) -> Attribution:  # fmt: skip
    """Shapley values of `edits` in the game whose worth is `state(edits that are made)`, (quantities,).

    `ends` are the worth of no edit and of all of them, where they are known already.

    Notes
    -----
    Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018. Beyond the edits for which
    `effort` asks it to be exact, the mean over random orders and their reverses; what the edits add in one
    order adds up to the whole change, so the mean does as well.
    """
    known: dict[frozenset[int], Floats] = {}
    if ends is not None:
        known[frozenset(range(edits))] = np.asarray(ends[1], dtype=np.float64)
        known[frozenset()] = np.asarray(ends[0], dtype=np.float64)

    def worth(made: frozenset[int]) -> Floats:
        if made not in known:
            known[made] = np.asarray(state(made), dtype=np.float64)
        return known[made]

    effort = effort or Effort()
    return _exact(edits, worth) if edits <= effort.exact_up_to else _sampled(edits, worth, seed, effort.orders(edits))


def _exact(edits: int, worth: Callable[[frozenset[int]], Floats]) -> Attribution:
    chance = [factorial(k) * factorial(edits - 1 - k) / factorial(edits) for k in range(edits)]
    values = []
    for edit in range(edits):
        others = [other for other in range(edits) if other != edit]
        added = np.zeros_like(worth(frozenset()))
        for bits in range(2 ** len(others)):
            made = frozenset(other for place, other in enumerate(others) if bits >> place & 1)
            added = added + chance[len(made)] * (worth(made | {edit}) - worth(made))
        values.append(added)
    return Attribution(np.array(values).reshape(edits, len(worth(frozenset()))))


def _sampled(edits: int, worth: Callable[[frozenset[int]], Floats], seed: int, orders: int) -> Attribution:
    generator = np.random.Generator(np.random.PCG64(seed))
    pairs = []
    for _ in range(orders):
        order = generator.random(edits).argsort(kind="stable").tolist()
        pairs.append((_marginals(order, worth) + _marginals(order[::-1], worth)) / 2)
    stack = np.array(pairs)
    return Attribution(stack.mean(axis=0), stack.std(axis=0, ddof=1) / math.sqrt(orders))


def _marginals(order: list[int], worth: Callable[[frozenset[int]], Floats]) -> Floats:
    before, made = worth(frozenset()), frozenset[int]()
    added = np.empty((len(order), len(before)))
    for edit in order:
        made = made | {edit}
        after = worth(made)
        added[edit] = after - before
        before = after
    return added
