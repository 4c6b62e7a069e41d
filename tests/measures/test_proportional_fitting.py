"""Laws of iterative proportional fitting."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.measures.proportional_fitting import proportional_fitting

TABLES = arrays(np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=st.integers(1, 1000))


@given(TABLES, st.integers(0, 2**32 - 1))
def test_totals_are_met_and_known_cells_stay(values, seed):
    unknown = np.random.default_rng(seed).random(values.shape) < 0.4
    hidden = np.where(unknown, np.nan, values)
    found = proportional_fitting(hidden, unknown, values.sum(axis=1), values.sum(axis=0))
    np.testing.assert_array_equal(found.values[~unknown], values[~unknown])
    assert (found.values >= 0).all()
    if unknown.any():
        np.testing.assert_allclose(found.values.sum(axis=0), values.sum(axis=0), rtol=1e-3, atol=1e-3)
        np.testing.assert_allclose(found.values.sum(axis=1), values.sum(axis=1), rtol=1e-3, atol=1e-3)


def test_with_nothing_known_it_is_independence():
    rows, columns = np.array([30.0, 70.0]), np.array([20.0, 50.0, 30.0])
    found = proportional_fitting(np.full((2, 3), np.nan), np.ones((2, 3), dtype=bool), rows, columns)
    np.testing.assert_allclose(found.values, np.outer(rows, columns) / 100)
    assert found.gap < 1e-9


def test_a_single_unknown_cell_of_a_row_is_the_rest_of_it():
    values = np.array([[1.0, np.nan], [3.0, 4.0]])
    found = proportional_fitting(values, np.isnan(values), np.array([10.0, 7.0]), np.array([np.nan, np.nan]))
    assert found.values.tolist() == [[1, 9], [3, 4]]


def test_a_missing_cell_makes_a_total_say_nothing():
    values = np.full((1, 2), np.nan)
    found = proportional_fitting(values, np.array([[True, False]]), np.array([10.0]), np.array([np.nan, np.nan]))
    assert np.isnan(found.values).all()


def test_totals_that_contradict_each_other_leave_a_gap():
    values = np.full((2, 2), np.nan)
    found = proportional_fitting(values, np.ones((2, 2), dtype=bool), np.array([10.0, 10.0]), np.array([1.0, 1.0]))
    assert found.gap > 0.4


@pytest.mark.parametrize("axis", [0, 1])
def test_the_order_of_rows_and_columns_does_not_matter(axis):
    values = np.arange(1.0, 13).reshape(3, 4)
    unknown = np.array([[1, 1, 0, 1], [0, 1, 1, 0], [1, 0, 1, 1]], dtype=bool)
    hidden = np.where(unknown, np.nan, values)
    found = proportional_fitting(hidden, unknown, values.sum(axis=1), values.sum(axis=0)).values
    turned = np.flip(hidden, axis)
    sums = [np.flip(values, axis).sum(axis=over) for over in (1, 0)]
    again = proportional_fitting(turned, np.isnan(turned), *sums).values
    np.testing.assert_allclose(np.flip(again, axis), found, rtol=1e-6)
