"""How sure a location quotient is: C1 to C3 of METHODS."""

import json

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import chi2, gamma, nbinom

from recommender.measures.significance import (
    fitted_prior,
    location_quotient_high,
    location_quotient_low,
    probability_of_specialisation,
    shrunken_location_quotient,
    standardised_location_quotient,
)
from recommender.measures.specialisation import expected_values, location_quotient
from tests.measures.toy import VALUES
from tests.shared_data import shared

# One cell with a count of 12 where 6 are expected, and one with 2 where 1 is.
TWELVE = np.array([[12.0, 6.0], [24.0, 66.0]])
TWO = np.array([[2.0, 4.0], [16.0, 98.0]])
EXACT = {"lq_12_6": (None, None), "lq_2_1": (np.array([6.0, 114.0]), np.array([20.0, 100.0]))}


@pytest.mark.parametrize(
    ("values", "key", "low", "high", "mean", "chance"),
    [
        (TWELVE, "lq_12_6", 1.0334, 3.4936, 1.75, 0.965819),
        (TWO, "lq_2_1", 0.2422, 7.2247, 1.333, 0.647229),
    ],
)
def test_golden(values, key, low, high, mean, chance):
    totals = EXACT[key]
    assert expected_values(values, *totals)[0, 0] == pytest.approx({"lq_12_6": 6, "lq_2_1": 1}[key])
    found = (
        location_quotient_low(values, *totals)[0, 0],
        location_quotient_high(values, *totals)[0, 0],
        shrunken_location_quotient(values, *totals, prior=2)[0, 0],
        probability_of_specialisation(values, *totals, prior=2)[0, 0],
    )
    assert found[:2] == pytest.approx((low, high), abs=5e-5)
    assert found[2:] == pytest.approx((mean, chance), abs=5e-4)
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))[key]
    assert found == pytest.approx(golden[:4], abs=1e-12)


def test_the_interval_is_that_of_chi_squared():
    expected = expected_values(VALUES)
    low, high = location_quotient_low(VALUES, level=0.9), location_quotient_high(VALUES, level=0.9)
    with np.errstate(invalid="ignore"):
        reference = np.nan_to_num(chi2.ppf(0.05, 2 * VALUES)) / (2 * expected)
    np.testing.assert_allclose(low, reference, rtol=1e-9)
    np.testing.assert_allclose(high, chi2.ppf(0.95, 2 * VALUES + 2) / (2 * expected), rtol=1e-9)
    assert low[1, 4] == 0
    quotient = location_quotient(VALUES)
    assert ((low <= quotient) & (quotient <= high)).all()


def test_larger_plants_mean_fewer_counts_and_wider_intervals():
    fine = location_quotient_high(VALUES) - location_quotient_low(VALUES)
    coarse = location_quotient_high(VALUES, unit=20.0) - location_quotient_low(VALUES, unit=20.0)
    assert np.nanmin(coarse - fine) > 0
    with pytest.raises(ValueError, match="units"):
        location_quotient_low(VALUES, unit=0)


def test_small_counts_are_drawn_further():
    prior = 2.0
    pulls = []
    for size in (1.0, 10.0, 100.0):
        quotient = location_quotient(VALUES * size)
        shrunken = shrunken_location_quotient(VALUES * size, prior=prior)
        assert (np.abs(shrunken - 1) <= np.abs(quotient - 1) + 1e-12).all()
        pulls.append(np.abs(shrunken - quotient).max())
    assert pulls[0] > pulls[1] > pulls[2]


def test_the_probability_is_that_of_the_gamma_distribution():
    expected = expected_values(VALUES)
    found = probability_of_specialisation(VALUES, prior=3.0, cut=1.5)
    np.testing.assert_allclose(found, gamma.sf(1.5, VALUES + 3, scale=1 / (expected + 3)), rtol=1e-9, atol=1e-15)


def test_the_fitted_prior_is_the_most_likely():
    draw = np.random.default_rng(0)
    expected = draw.uniform(1, 30, (60, 4))
    sizes = np.array([0.8, 2.0, 6.0, 20.0])
    counts = draw.poisson(expected * draw.gamma(sizes, 1 / sizes, expected.shape)).astype(float)
    found = fitted_prior(counts, expected)
    for column in range(4):

        def cost(log_size, x=counts[:, column], mean=expected[:, column]):
            size = np.exp(log_size)
            return -nbinom.logpmf(x, size, size / (size + mean)).sum()

        best = minimize_scalar(cost, bounds=np.log([0.5, 50]), method="bounded", options={"xatol": 1e-10})
        assert found[column] == pytest.approx(np.exp(best.x), rel=1e-4)
    assert found[0] < found[3]


def test_the_prior_stays_within_its_limits():
    assert fitted_prior(np.full((5, 1), 10.0), np.full((5, 1), 10.0)) == pytest.approx([50])
    assert fitted_prior(np.array([[1000.0], [0], [0]]), np.full((3, 1), 300.0)) == pytest.approx([0.5])
    assert fitted_prior(np.zeros((3, 1)), np.zeros((3, 1))) == [50]


def test_standardised_quotients_are_z_scores_of_an_activity():
    found = standardised_location_quotient(VALUES)
    np.testing.assert_allclose(found.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(found.std(axis=0), 1)
    logarithms = standardised_location_quotient(VALUES, logarithm=True)
    assert np.isnan(logarithms[1, 4])
    np.testing.assert_allclose(np.nanstd(logarithms, axis=0), 1)
    assert not standardised_location_quotient(np.tile([[4.0, 2.0]], (3, 1))).any()
