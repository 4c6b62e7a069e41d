"""One region's ranking under resampled regions: C5, E1 and E2 of METHODS."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.confidence import Cells, rank_confidence
from recommender.measures.density import one_region_density, relatedness_density
from tests.measures.toy import random_presence


@given(st.integers(0, 10_000))
def test_whole_weights_are_repeated_regions(seed):
    present = random_presence(seed)
    weights = np.random.default_rng(seed).poisson(1.0, len(present))
    held = present[5].astype(float)
    found = Cells.of(present).density(weights.astype(float), held)
    expected = one_region_density(np.repeat(present, weights, axis=0), held)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)


def test_equal_weights_are_the_table_itself():
    present = random_presence(3)
    found = Cells.of(present).density(np.full(40, 0.25), present[7].astype(float))
    np.testing.assert_allclose(found, relatedness_density(present)[7], rtol=0, atol=1e-12)


def test_ranks_lie_where_they_can():
    present = random_presence(4)
    found = rank_confidence(present, 9, draws=60, top=3)
    options = ~present[9] & ~np.isnan(found.density)
    assert np.isnan(found.rank_low[~options]).all()
    assert (found.rank_low[options] <= found.rank_high[options]).all()
    assert found.rank_low[options].min() >= 1
    assert found.rank_high[options].max() <= options.sum()
    assert found.top_chance[options].sum() == pytest.approx(3)
    best = np.nanargmax(np.where(options, found.density, -1))
    assert found.top_chance[best] > 0.5


def test_the_seed_decides_the_draws():
    present = random_presence(4)
    first, again, other = (rank_confidence(present, 2, draws=20, seed=seed).top_chance for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other, equal_nan=True)
