"""Sapling similarity and its scores: B14 of METHODS."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.sapling import (
    activity_scores,
    one_region_scores,
    region_scores,
    sapling_between_activities,
    sapling_between_regions,
)
from tests.measures.toy import PRESENT, random_presence


def test_golden_similarities():
    row = sapling_between_activities(PRESENT)[0]
    assert row[[1, 2, 3, 5]] == pytest.approx([-0.027778, -1, -0.444444, 0.444444], abs=5e-7)


def test_golden_scores():
    expected = [0.421488, 0.878049, -0.421488, -0.375887, -0.375887, 0.375887]
    assert activity_scores(PRESENT)[0] == pytest.approx(expected, abs=5e-7)


def published(c: float, k: float, m: float, n: float) -> float:
    """The formula as the paper writes it."""
    inner = c * (1 - c / m) + (k - c) * (1 - (k - c) / (n - m))
    return float(np.sign(c * n / (k * m) - 1) * (1 - inner / (k * (1 - k / n))))


@given(st.integers(0, 10_000))
def test_it_is_the_formula_of_the_paper(seed):
    present = random_presence(seed)
    found = sapling_between_activities(present)
    held, count = present.astype(float), len(present)
    for i in range(0, present.shape[1], 6):
        for j in range(0, present.shape[1], 7):
            k, m, c = held[:, i].sum(), held[:, j].sum(), held[:, i] @ held[:, j]
            expected = 0.0 if {k, m} & {0, count} else published(c, k, m, count)
            assert found[i, j] == pytest.approx(expected, abs=1e-12)


@given(st.integers(0, 10_000))
def test_it_is_the_signed_square_of_pearson(seed):
    present = random_presence(seed)
    varies = present.any(axis=0) & ~present.all(axis=0)
    r = np.corrcoef(present[:, varies].T.astype(float))
    found = sapling_between_activities(present)[np.ix_(varies, varies)]
    np.testing.assert_allclose(found, np.sign(r) * r**2, atol=1e-12)


def test_an_activity_of_all_or_of_none_says_nothing():
    present = np.column_stack([PRESENT, np.ones(5, dtype=bool), np.zeros(5, dtype=bool)])
    found = sapling_between_activities(present)
    assert not found[6:].any()
    assert np.isnan(activity_scores(present)[:, 6:]).all()


def test_regions_are_the_rows():
    np.testing.assert_array_equal(sapling_between_regions(PRESENT), sapling_between_activities(PRESENT.T))


@given(st.integers(0, 10_000))
def test_one_region_is_a_row_of_all(seed):
    present = random_presence(seed)
    everything = region_scores(present)
    for row in (0, 11, 39):
        np.testing.assert_allclose(one_region_scores(present, row), everything[row], rtol=0, atol=1e-12)


@given(st.integers(0, 10_000))
def test_scores_lie_between_minus_one_and_one(seed):
    present = random_presence(seed)
    for scores in (activity_scores(present), region_scores(present)):
        known = scores[~np.isnan(scores)]
        assert (np.abs(known) <= 1 + 1e-12).all()
