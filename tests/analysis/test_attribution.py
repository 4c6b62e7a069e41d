"""Shapley values of edits: they add up, they are fair, and sampling says how far it is off."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from recommender.analysis.attribution import EXACT_UP_TO, Effort, attribute


def game(edits: int, seed: int):
    """A random game with interactions: a worth for every set of edits."""
    worth = np.random.default_rng(seed).random((2**edits, 2))
    return lambda made: worth[sum(1 << edit for edit in made)]


def by_brute_force(edits, state):
    """The mean over every order in which the edits can be made."""
    orders = list(permutations(range(edits)))
    total = np.zeros((edits, 2))
    for order in orders:
        made = frozenset()
        for edit in order:
            total[edit] += state(made | {edit}) - state(made)
            made = made | {edit}
    return total / len(orders)


@pytest.mark.parametrize("edits", [1, 2, 3, 5])
def test_it_is_the_mean_over_all_orders(edits):
    state = game(edits, seed=edits)
    found = attribute(edits, state)
    assert found.error is None
    np.testing.assert_allclose(found.values, by_brute_force(edits, state), atol=1e-12)


@pytest.mark.parametrize("edits", [1, 4, EXACT_UP_TO + 1])
def test_it_adds_up_by_construction(edits):
    state = game(edits, seed=7)
    found = attribute(edits, state, seed=1)
    change = state(frozenset(range(edits))) - state(frozenset())
    np.testing.assert_allclose(found.values.sum(axis=0), change, atol=1e-12)


def test_an_edit_that_does_nothing_gets_nothing_and_equals_get_the_same():
    found = attribute(3, lambda made: np.array([float(len(made & {0, 1}) == 2)]))
    np.testing.assert_allclose(found.values[:, 0], [0.5, 0.5, 0.0])


def test_beyond_the_limit_it_samples_and_the_error_covers_the_truth():
    edits = EXACT_UP_TO + 2
    pull = np.linspace(0.0, 1.0, edits)
    state = lambda made: np.array([float(sum(pull[list(made)])) ** 2])  # noqa: E731
    exact = pull * pull.sum()
    found = attribute(edits, state, seed=3)
    assert found.error is not None
    off = np.abs(found.values[:, 0] - exact)
    assert (off <= 4 * found.error[:, 0] + 1e-9).all()
    again = attribute(edits, state, seed=3)
    assert (again.values == found.values).all()


@pytest.mark.parametrize("edits", [13, 30, 100])
def test_the_effort_bounds_how_many_states_are_tried(edits):
    tried = []
    attribute(edits, lambda made: tried.append(made) or np.array([float(len(made))]), effort=Effort(8, 300))
    assert len(tried) <= max(300, 2 * 6 * (edits - 1)) + 2


def test_no_edits_move_nothing():
    assert attribute(0, lambda made: np.zeros(3)).values.size == 0
