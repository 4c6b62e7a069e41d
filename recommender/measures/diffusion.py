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
    """The order of taking up everything else with the fewest expected steps, by dynamic programming.

    Parameters
    ----------
    network : (n, n) float >= 0, symmetric; the diagonal does not count
    start : (n,) bool, what is active already
    scale, alpha : B and the exponent

    Raises
    ------
    ValueError
        With more than 16 activities to take up; use `follow`.
    """
    links, count = _links(network), len(network)
    missing = int(count - start.sum())
    if missing > MOST_EXACT:
        raise ValueError(f"{missing} activities to take up: exact up to {MOST_EXACT}")

    @cache
    def rest(active: int) -> tuple[float, tuple[int, ...]]:
        if active == (1 << count) - 1:
            return 0.0, ()
        options = [place for place in range(count) if not active >> place & 1]
        mask = np.array([bool(active >> place & 1) for place in range(count)])
        chances = _chances(links, mask, scale, alpha)
        found: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for place in (place for place in options if chances[place] > 0):
            steps, order = rest(active | 1 << place)
            found = min(found, (1 / float(chances[place]) + steps, (place, *order)))
        return found

    steps, order = rest(sum(1 << place for place in np.flatnonzero(start).tolist()))
    return Order(order, float(steps))


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
