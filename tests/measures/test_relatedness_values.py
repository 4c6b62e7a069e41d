"""Relatedness from amounts: the correlation of quotients, and B16 of METHODS."""

import numpy as np
import pytest

from recommender.measures.relatedness_values import (
    quotient_correlation,
    weighted_complexity,
    weighted_correlation,
    weighted_density,
)
from recommender.measures.specialisation import location_quotient
from tests.measures.toy import VALUES


def made_up(seed: int, regions: int = 20, activities: int = 9) -> np.ndarray:
    draw = np.random.default_rng(seed)
    return draw.integers(0, 60, (regions, activities)) * (draw.random((regions, activities)) < 0.7).astype(float)


def weighted_pearson(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> float:
    """By definition, one pair of columns."""
    weights = weights / weights.sum()
    a, b = x - weights @ x, y - weights @ y
    return (weights @ (a * b)) / np.sqrt((weights @ a**2) * (weights @ b**2))


@pytest.mark.parametrize("seed", range(4))
def test_quotients_correlate_as_numpy_says(seed):
    values = made_up(seed)
    expected = np.corrcoef(location_quotient(values).T)
    np.testing.assert_allclose(quotient_correlation(values), expected, atol=1e-10)


def test_an_unknown_cell_leaves_out_its_region_for_its_pairs_only():
    values = made_up(1)
    values[4, 2] = np.nan
    quotient, rest = location_quotient(values), np.arange(20) != 4
    found = quotient_correlation(values)
    assert found[2, 5] == pytest.approx(np.corrcoef(quotient[rest, 2], quotient[rest, 5])[0, 1])
    assert found[3, 5] == pytest.approx(np.corrcoef(quotient[:, 3], quotient[:, 5])[0, 1])


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("zero_is_missing", [True, False])
def test_weighted_correlation_is_the_definition_pair_by_pair(seed, zero_is_missing):
    values = made_up(seed)
    total = values.sum(axis=1)
    shares = values / total[:, None]
    found = weighted_correlation(values, zero_is_missing=zero_is_missing)
    for i in range(9):
        for j in range(9):
            kept = (values[:, i] > 0) & (values[:, j] > 0) if zero_is_missing else np.ones(20, dtype=bool)
            expected = weighted_pearson(shares[kept, i], shares[kept, j], total[kept])
            assert found[i, j] == pytest.approx((1 + expected) / 2, abs=1e-9)


def test_weighted_correlation_of_what_does_not_vary_says_nothing():
    values = np.tile([[4.0, 2.0, 9.0]], (4, 1))
    np.testing.assert_array_equal(weighted_correlation(values), 0.5)
    assert np.isnan(weighted_complexity(values)).all()


def test_density_and_complexity_rest_on_the_correlation():
    related = weighted_correlation(VALUES)
    shares = VALUES / VALUES.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(weighted_density(VALUES), shares @ related, rtol=1e-12)
    assert ((weighted_density(VALUES) >= 0) & (weighted_density(VALUES) <= 1)).all()
    scores = weighted_complexity(VALUES)
    assert (scores.mean(), scores.std()) == pytest.approx((0, 1), abs=1e-9)
    _, vectors = np.linalg.eigh(related)
    assert abs(np.corrcoef(scores, vectors[:, -2])[0, 1]) == pytest.approx(1)
