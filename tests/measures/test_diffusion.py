"""Strategic diffusion: B12 of METHODS."""

from itertools import chain, combinations, permutations

import numpy as np
import pytest

from recommender.measures.diffusion import (
    activation_probability,
    follow,
    greedy,
    high_degree,
    low_degree,
    majority,
    shortest_order,
    shortest_way,
)
from tests.measures.toy import PRESENT


def wheel(rim: int) -> tuple[np.ndarray, np.ndarray]:
    """A hub with `rim` others around it, of which one is active."""
    network = np.zeros((rim + 1, rim + 1))
    for place in range(1, rim + 1):
        after = place % rim + 1
        network[0, place] = network[place, 0] = network[place, after] = network[after, place] = 1
    return network, np.arange(rim + 1) == 1


@pytest.mark.parametrize(
    ("rim", "exact", "by"),
    [
        (6, 11.5, {greedy: 11.5, high_degree: 13, low_degree: 14.5, majority: 13}),
        (10, 19.3333, {greedy: 20.0, high_degree: 23, low_degree: 26.5, majority: 23}),
    ],
)
def test_golden_wheels(rim, exact, by):
    network, start = wheel(rim)
    assert shortest_order(network, start).steps == pytest.approx(exact, abs=5e-5)
    for preference, steps in by.items():
        assert follow(network, start, preference).steps == pytest.approx(steps), preference.__name__


def test_the_hub_is_targeted_early_but_not_at_once():
    assert shortest_order(*wheel(10)).activities.index(0) == 2


def cost(network: np.ndarray, start: np.ndarray, order: tuple[int, ...]) -> float:
    active, total = start.copy(), 0.0
    for place in order:
        share = (network[place] @ active) / network[place].sum()
        total += 1 / share if share > 0 else np.inf
        active[place] = True
    return total


@pytest.mark.parametrize("seed", range(5))
def test_it_is_the_best_of_all_orders(seed):
    draw = np.random.default_rng(seed)
    network = np.triu((draw.random((6, 6)) < 0.6) * draw.random((6, 6)), k=1) + np.eye(6, k=1)
    network = network + network.T
    start = np.arange(6) == 0
    found = shortest_order(network, start)
    assert found.steps == pytest.approx(min(cost(network, start, order) for order in permutations(range(1, 6))))
    assert cost(network, start, found.activities) == pytest.approx(found.steps)
    assert follow(network, start, greedy).steps >= found.steps - 1e-9


def test_what_cannot_be_reached_takes_for_ever():
    apart = np.kron(np.eye(2), np.ones((2, 2)))
    assert follow(apart, np.array([True, False, False, False]), greedy).steps == np.inf
    assert shortest_order(apart, np.array([True, False, False, False])).steps == np.inf


def test_exact_has_its_limits():
    with pytest.raises(ValueError, match="exact up to"):
        shortest_order(*wheel(20))


def test_the_probability_is_the_density_of_what_is_missing():
    density = np.full(PRESENT.shape, 0.25)
    found = activation_probability(PRESENT, density, scale=2, alpha=0.5)
    assert (found[~PRESENT] == 1).all()
    assert np.isnan(found[PRESENT]).all()


@pytest.mark.parametrize("seed", range(8))
def test_the_shortest_way_to_some_is_the_best_of_all_orders_of_all_detours(seed):
    draw = np.random.default_rng(seed)
    network = np.triu((draw.random((6, 6)) < 0.5) * draw.random((6, 6)), k=1) + 0.1 * np.eye(6, k=1)
    network = network + network.T
    start, targets, through = (np.isin(np.arange(6), places) for places in ([0], [4, 5], [1, 2, 3]))
    detours = chain.from_iterable(combinations((1, 2, 3), size) for size in range(4))
    best = min(
        (cost(network, start, order) for stones in detours for order in permutations((4, 5, *stones))), default=np.inf
    )
    found = shortest_way(network, start, targets, through)
    assert found.steps == pytest.approx(best)
    assert not found.activities or {4, 5} <= set(found.activities)


def test_where_there_is_no_way_it_takes_for_ever():
    network, start = np.zeros((3, 3)), np.array([True, False, False])
    found = shortest_way(network, start, ~start, ~start)
    assert (found.activities, found.steps) == ((), np.inf)


def test_a_stepping_stone_is_taken_only_where_it_pays():
    """A target with nine strange neighbours and one known; a stone that is known well and joins the target."""
    network = np.zeros((4, 4))
    network[0, 1] = network[1, 0] = 9.0
    network[0, 2] = network[2, 0] = network[1, 2] = network[2, 1] = 1.0
    network[2, 3] = network[3, 2] = 8.0
    start, target = (np.arange(4) == place for place in (0, 2))
    assert shortest_way(network, start, target, np.arange(4) == 1).steps == pytest.approx(10 / 9 + 5)
    assert shortest_way(network, start, target, np.zeros(4, bool)).steps == pytest.approx(10)
