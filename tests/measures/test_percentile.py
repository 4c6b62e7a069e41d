"""Mid-rank percentiles."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.percentile import mid_rank_percentile, rounded


def test_ties_share_the_middle():
    np.testing.assert_array_equal(mid_rank_percentile(np.array([1.0, 2, 2, 3])), [0.125, 0.5, 0.5, 0.875])


def test_what_is_undefined_is_not_counted():
    found = mid_rank_percentile(np.array([np.nan, 5.0, 7.0]))
    assert np.isnan(found[0])
    np.testing.assert_array_equal(found[1:], [0.25, 0.75])


def test_differences_of_machines_are_ties():
    np.testing.assert_array_equal(mid_rank_percentile(np.array([0.1 + 0.2, 0.3])), [0.5, 0.5])
    assert not np.signbit(rounded(np.array([-1e-12])))[0]


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=30))
def test_mean_is_one_half_and_order_is_kept(values):
    found = mid_rank_percentile(np.array(values))
    assert abs(found.mean() - 0.5) < 1e-12
    assert ((found > 0) & (found < 1)).all()
    order = np.argsort(rounded(np.array(values)), kind="stable")
    assert (np.diff(found[order]) >= 0).all()
