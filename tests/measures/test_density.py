"""Relatedness density, dense and by the one-region route: B5 and E1 of METHODS."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.reference_file import read_reference
from recommender.measures.density import (
    contributions,
    one_region_density,
    relatedness_density,
    relatedness_sums,
    relative_density,
)
from recommender.measures.relatedness import association, minimum_conditional_probability
from recommender.shipped import REFERENCES
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared


def test_golden_of_region_2():
    np.testing.assert_allclose(
        relatedness_density(PRESENT)[1], [1, 0.571429, 0.428571, 0.5, 0.5, 0.6], atol=5e-7
    )  # fmt: skip
    weights = association(PRESENT)
    np.testing.assert_allclose(
        100 * relatedness_density(PRESENT, weights)[1],
        [100, 48.322148, 37.777778, 51.724138, 51.724138, 39.130435], atol=5e-7,
    )  # fmt: skip
    binary = (weights > 1).astype(float)
    np.testing.assert_allclose(
        100 * relatedness_density(PRESENT, binary)[1], [100, 66.67, 33.33, 50, 50, 50], atol=0.005
    )


@pytest.mark.parametrize(("own", "key"), [(True, "density_hidalgo_diag1"), (False, "density_hidalgo_diag0")])
def test_golden_files(own, key):
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    np.testing.assert_allclose(relatedness_density(PRESENT, include_self=own), golden[key], atol=5e-7)


def test_packages_that_count_the_own_activity_are_reproduced():
    peers = json.loads(shared("golden/peers_5x6.json").read_text("utf-8"))["peers"]
    present = np.array(peers["ecomplexity 0.5.3"]["M"], dtype=bool)
    own = relatedness_density(present, include_self=True)
    np.testing.assert_allclose(own, peers["ecomplexity 0.5.3"]["density"], atol=1e-9)
    np.testing.assert_allclose(relatedness_density(present), peers["economic-complexity 0.3.0"]["density"], atol=1e-9)


def test_an_isolated_activity_is_undefined_not_zero():
    present = np.column_stack([PRESENT, np.zeros(5, dtype=bool)])
    assert np.isnan(relatedness_density(present)[:, 6]).all()
    assert np.isnan(one_region_density(present, present[0])[6])
    alone = np.array([[True, False], [False, True]])
    assert np.isnan(relatedness_density(alone)).all()
    assert np.isnan(one_region_density(alone, alone[0])).all()


@given(st.integers(0, 10_000))
def test_the_one_region_route_is_the_dense_one(seed):
    present = random_presence(seed)
    dense = relatedness_density(present)
    for row in (0, 17, 39):
        np.testing.assert_allclose(one_region_density(present, present[row]), dense[row], rtol=0, atol=1e-12)


def test_the_one_region_route_is_the_dense_one_on_the_real_table():
    present = read_reference(REFERENCES / "eu-nuts2-nace2.npz").present
    dense = relatedness_density(present)
    for row in range(len(present)):
        np.testing.assert_allclose(one_region_density(present, present[row]), dense[row], rtol=0, atol=1e-9)


@given(st.integers(0, 10_000))
def test_sums_take_any_weights(seed):
    present = random_presence(seed)
    weights = np.random.default_rng(seed).random(present.shape[1])
    phi = minimum_conditional_probability(present)
    np.fill_diagonal(phi, 0)
    np.testing.assert_allclose(relatedness_sums(present, weights), phi @ weights, rtol=0, atol=1e-10)


@given(st.integers(0, 10_000))
def test_contributions_add_up_to_the_density(seed):
    present = random_presence(seed)
    density = relatedness_density(present)[3]
    for activity in range(0, present.shape[1], 5):
        parts = contributions(present, present[3], activity)
        if np.isnan(density[activity]):
            assert np.isnan(parts).all()
            continue
        assert parts.sum() == pytest.approx(density[activity], abs=1e-12)
        assert not parts[~present[3]].any()
        assert parts[activity] == 0


def test_relative_density_keeps_the_order_of_the_options():
    present = random_presence(5)
    density, relative = relatedness_density(present), relative_density(present)
    for row in range(len(present)):
        options = ~present[row] & ~np.isnan(density[row])
        assert np.isnan(relative[row][~options]).all()
        assert relative[row][options].mean() == pytest.approx(0, abs=1e-9)
        assert relative[row][options].std() == pytest.approx(1)
        np.testing.assert_array_equal(np.argsort(relative[row][options]), np.argsort(density[row][options]))


def test_options_of_one_density_have_relative_density_zero():
    present = np.array([[True, True, False, False], [True, True, True, True], [False, True, True, True]])
    np.testing.assert_array_equal(relative_density(present)[0][2:], 0)


def test_arrays_that_do_not_fit_together_are_refused():
    with pytest.raises(ValueError, match="activities"):
        relatedness_density(PRESENT, np.eye(5))
