"""Location quotients and presence: B1, B2 and E5 of METHODS."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from recommender.measures.specialisation import location_quotient, presence
from tests.measures.toy import PRESENT, VALUES
from tests.shared_data import shared

TABLES = arrays.arrays(np.float64, st.tuples(st.integers(2, 6), st.integers(2, 6)), elements=st.integers(0, 1000))


def test_golden_location_quotients():
    found = location_quotient(VALUES)[0]
    np.testing.assert_allclose(found, [1.295791, 1.091824, 0.272956, 0.719006, 0.253258, 1.593473], atol=5e-7)


def test_golden_presence():
    rows = ["".join(str(int(cell)) for cell in row) for row in PRESENT]
    assert rows == ["110001", "011001", "001110", "100001", "011110"]


def test_golden_files():
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    np.testing.assert_allclose(location_quotient(VALUES), golden["LQ"], atol=5e-7)
    np.testing.assert_array_equal(PRESENT, golden["M"])


def test_what_is_not_known_is_not_zero():
    values = VALUES.copy()
    values[0, 0] = np.nan
    found = location_quotient(values)
    assert np.isnan(found[0, 0])
    assert not presence(values)[0, 0]
    assert not np.isnan(np.delete(found.ravel(), 0)).any()


def test_published_totals_count_what_is_withheld():
    values = VALUES.copy()
    values[0, 0] = np.nan
    found = location_quotient(values, VALUES.sum(axis=1), VALUES.sum(axis=0))
    np.testing.assert_allclose(found.ravel()[1:], location_quotient(VALUES).ravel()[1:], rtol=1e-14)


def test_an_empty_region_or_activity_is_undefined_and_changes_nothing_else():
    padded = np.zeros((6, 7))
    padded[:5, :6] = VALUES
    found = location_quotient(padded)
    assert np.isnan(found[5]).all()
    assert np.isnan(found[:, 6]).all()
    np.testing.assert_array_equal(found[:5, :6], location_quotient(VALUES))
    assert not presence(padded)[5].any()


@pytest.mark.parametrize("scale", [1.0, 3.0, 1 / 3, 0.1, 1e6])
def test_proportional_regions_are_all_just_specialised(scale):
    proportional = np.outer([1, 2, 7, 0.3, 1 / 7], [3, 1, 0.1, 11, 0.7, 1 / 3]) * scale
    assert presence(proportional).all()


@given(TABLES)
def test_presence_is_the_location_quotient_over_the_cut(values):
    quotient = location_quotient(values)
    clear = np.abs(quotient - 1) > 1e-9
    np.testing.assert_array_equal(presence(values)[clear], (quotient >= 1)[clear])


@given(TABLES, st.sampled_from([0.001, 2.0, 1000.0]))
def test_the_unit_does_not_matter(values, scale):
    np.testing.assert_array_equal(presence(values), presence(values * scale))
    np.testing.assert_allclose(location_quotient(values), location_quotient(values * scale), rtol=1e-12)


def test_a_higher_cut_keeps_fewer():
    assert presence(VALUES, cut=1.25).sum() < presence(VALUES, cut=0.75).sum()
