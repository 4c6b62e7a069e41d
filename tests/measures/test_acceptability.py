"""Rank acceptability, central weights and agreement, against known answers."""

from __future__ import annotations

import numpy as np
import pytest

from recommender.measures.acceptability import (
    central_weights,
    concordance,
    mean_rank_shift,
    rank_acceptability,
    ranks,
    tie_groups,
    uniform_weights,
)

OPTIONS = np.array([(1.0, 0.0), (0.0, 1.0), (0.6, 0.6)])


@pytest.fixture(scope="module")
def drawn():
    weights = uniform_weights(20_000, 2, np.random.default_rng(1))
    return weights, ranks(weights @ OPTIONS.T)


def test_the_example_of_lahdelma_and_salminen(drawn):
    """METHODS C6: exact values, within four standard errors of 20,000 draws."""
    found = rank_acceptability(drawn[1])
    exact = [(0.4, 0.1, 0.5), (0.4, 0.1, 0.5), (0.2, 0.8, 0.0)]
    np.testing.assert_allclose(found, exact, atol=4 * 0.5 / 20_000**0.5)


def test_the_central_weight_of_the_first_option(drawn):
    np.testing.assert_allclose(central_weights(*drawn)[0], (0.8, 0.2), atol=0.01)


def test_acceptabilities_add_up_over_ranks_and_over_options(drawn):
    found = rank_acceptability(drawn[1])
    np.testing.assert_allclose(found.sum(axis=0), 1)
    np.testing.assert_allclose(found.sum(axis=1), 1)


def test_weights_are_uniform_over_the_simplex():
    weights = uniform_weights(40_000, 3, np.random.default_rng(2))
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    np.testing.assert_allclose(weights.mean(axis=0), 1 / 3, atol=0.01)
    assert (weights[:, 0] < 0.5).mean() == pytest.approx(0.75, abs=0.01)  # 1 - (1 - 1/2)^2


def test_an_option_that_is_never_first_has_no_central_weight():
    weights = np.array([[0.5, 0.5]])
    assert np.isnan(central_weights(weights, ranks(np.array([[1.0, 0.5]])))[1]).all()


def test_ties_go_to_the_first_and_what_is_not_ranked_comes_last():
    assert ranks(np.array([[0.5, 0.5 + 1e-12, 0.7]])).tolist() == [[2, 3, 1]]
    assert ranks(np.array([[0.5, 0.9, 0.7]]), np.array([[True, False, True]])).tolist() == [[2, 4, 1]]


def test_groups_hold_what_the_draws_do_not_tell_apart():
    drawn = np.array([[1, 2, 3]] * 6 + [[2, 1, 3]] * 4)
    assert tie_groups(drawn, 0.9) == [0, 0, 1]
    assert tie_groups(drawn, 0.6) == [0, 1, 2]
    assert tie_groups(np.array([[1, 3, 2], [1, 2, 3]]), 0.6) == [0, 1, 1]


def test_agreement():
    assert concordance(np.array([[1, 2, 3], [1, 2, 3]])) == 1
    assert concordance(np.array([[1, 2, 3], [3, 2, 1]])) == 0
    assert mean_rank_shift(np.array([1, 2, 3]), np.array([2, 1, 3])) == pytest.approx(2 / 3)
