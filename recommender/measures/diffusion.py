"""In which order to take up activities that lead to each other: strategic diffusion on a network.

An activity with a share q of its neighbours active is taken up with probability B q^alpha in a step, so
that it takes 1/p steps on average. The most related one next is not the shortest way: hubs pay early.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ALSHAMSI = "Alshamsi, Pinheiro and Hidalgo (2018), Nature Communications 9:1328, doi:10.1038/s41467-018-03740-9"
MOST_EXACT = 16


@dataclass(frozen=True, slots=True)
class Order:
    """Activities in the order of being taken up, and the expected number of steps for all of them."""

    activities: tuple[int, ...]
    steps: float


@measure(
    "activation-probability", "dynamics", "Chance to take up the activity in a step, from the density around it",
    ALSHAMSI, takes="presence", gives=("region", "activity"), uses={"density": "relatedness-density"},
    aliases=("diffusion-probability",),
)  # fmt: skip
def activation_probability(present: Flags, density: Floats, *, scale: float = 1.0, alpha: float = 1.0) -> Floats:
    """`scale` density^`alpha`, at most 1; (regions, activities) float, NaN where present or isolated.

    The authors count neighbours; a weighted relatedness makes it the density. 1 over it is the expected
    number of steps, in no unit of time until it is fitted to a panel.
    """
    return np.where(present, np.nan, np.minimum(scale * np.where(present, 0.0, density) ** alpha, 1.0))


def shortest_order(network: Floats, start: Flags, *, scale: float = 1.0, alpha: float = 1.0) -> Order:
    """The order of taking up everything else with the fewest expected steps; arguments as in `shortest_way`."""
    return shortest_way(network, start, ~start, ~start, scale=scale, alpha=alpha)


def shortest_way(
    network: Floats, start: Flags, targets: Flags, through: Flags, *, scale: float = 1.0, alpha: float = 1.0
) -> Order:
    """The order of taking up `targets`, and whatever shortens the way, with the fewest expected steps.

    Parameters
    ----------
    network : (n, n) float >= 0, symmetric; the diagonal does not count
    start, targets : (n,) bool, what is active already, and what is to become so
    through : (n,) bool, what may be taken up on the way: stepping stones
    scale, alpha : B and the exponent

    Returns
    -------
    By dynamic programming over sets, of equal ways the one with lower places; infinite steps, and no
    activities, where there is no way.

    Raises
    ------
    ValueError
        With more than 16 activities that may be taken up; use `follow`.
    """
    links = _links(network)
    open_ = np.flatnonzero((targets | through) & ~start).tolist()
    if len(open_) > MOST_EXACT:
        raise ValueError(f"{len(open_)} activities to take up: exact up to {MOST_EXACT}")
    wanted = sum(1 << row for row, place in enumerate(open_) if targets[place])

    @cache
    def rest(taken: int) -> tuple[float, tuple[int, ...]]:
        if taken & wanted == wanted:
            return 0.0, ()
        active = start.copy()
        active[[place for row, place in enumerate(open_) if taken >> row & 1]] = True
        chances = _chances(links, active, scale, alpha)
        found: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for row, place in enumerate(open_):
            if not taken >> row & 1 and chances[place] > 0:
                steps, order = rest(taken | 1 << row)
                found = min(found, (1 / float(chances[place]) + steps, (place, *order)))
        return found

    steps, order = rest(0)
    return Order(order if steps < float("inf") else (), steps)


def follow(
    network: Floats, start: Flags, prefer: Callable[[Floats, Flags], Floats], *, scale: float = 1.0, alpha: float = 1.0
) -> Order:
    """Take up what is preferred most among what can be taken up at all, again and again; ties by place.

    `prefer` scores all activities from the network and what is active: `greedy`, `majority`, `high_degree`,
    `low_degree`, or one of your own. Steps are infinite where something cannot be reached.
    """
    links, active = _links(network), start.copy()
    order: list[int] = []
    steps = 0.0
    while not active.all():
        chances = _chances(links, active, scale, alpha)
        scores = np.where(active | (chances <= 0), -np.inf, prefer(links, active))
        place = int(np.argmax(scores))
        if scores[place] == -np.inf:
            return Order(tuple(order), float("inf"))
        order.append(place)
        steps += 1 / chances[place]
        active[place] = True
    return Order(tuple(order), steps)


def greedy(links: Floats, active: Flags) -> Floats:
    """The most related first: the largest share of active neighbours."""
    return _chances(links, active, 1.0, 1.0)


def majority(links: Floats, active: Flags) -> Floats:
    """The largest number of active neighbours first."""
    return np.asarray(links @ active)


def high_degree(links: Floats, active: Flags) -> Floats:
    """Hubs first."""
    return np.asarray(links.sum(axis=1))


def low_degree(links: Floats, active: Flags) -> Floats:
    """Hubs last."""
    return -np.asarray(links.sum(axis=1))


def _links(network: Floats) -> Floats:
    links = network.astype(np.float64)
    np.fill_diagonal(links, 0)
    return links


def _chances(links: Floats, active: Flags, scale: float, alpha: float) -> Floats:
    degree = links.sum(axis=1)
    share = np.divide(links @ active, degree, out=np.zeros_like(degree), where=degree > 0)
    return np.asarray(np.minimum(scale * np.where(share > 0, share, 0.0) ** alpha, 1.0) * (share > 0))
