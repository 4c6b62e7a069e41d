"""Concentration of activities over regions, and what regions that have them are like."""

import numpy as np
import pytest

from recommender.measures.concentration import hoover_index, locational_gini
from recommender.measures.sophistication import expy, product_gini, prody
from recommender.measures.specialisation import location_quotient, presence
from tests.measures.toy import VALUES

INCOME = np.array([10.0, 40.0, 20.0, 30.0, 15.0])


def test_the_gini_is_the_mean_difference_of_quotients():
    weight = VALUES.sum(axis=1) / VALUES.sum()
    quotient = location_quotient(VALUES)
    expected = [
        sum(
            weight[r] * weight[s] * abs(quotient[r, a] - quotient[s, a]) for r in range(5) for s in range(5)
        ) / 2
        for a in range(6)
    ]  # fmt: skip
    np.testing.assert_allclose(locational_gini(VALUES), expected, atol=1e-12)


def test_an_activity_that_is_spread_as_everything_is_not_concentrated():
    even = np.outer([1.0, 2, 3], [4.0, 5])
    np.testing.assert_allclose(locational_gini(even), 0, atol=1e-12)
    np.testing.assert_allclose(hoover_index(even), 0, atol=1e-12)


@pytest.mark.parametrize("measure", [hoover_index, locational_gini])
def test_one_small_region_with_all_of_it_is_nearly_one(measure):
    values = np.array([[1.0, 0.0], [0.0, 99.0]])
    assert measure(values)[0] == pytest.approx(0.99)
    assert np.isnan(measure(np.array([[0.0, 1.0], [0.0, 2.0]]))[0])


def test_by_their_definitions():
    local = VALUES / VALUES.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(
        hoover_index(VALUES),
        [abs(VALUES[:, a] / VALUES[:, a].sum() - VALUES.sum(axis=1) / VALUES.sum()).sum() / 2 for a in range(6)],
    )
    rich = (local * INCOME[:, None]).sum(axis=0) / local.sum(axis=0)
    np.testing.assert_allclose(prody(VALUES, region_scores=INCOME), rich)
    np.testing.assert_allclose(expy(VALUES, region_scores=INCOME), local @ rich)
    held = local * presence(VALUES)
    unequal = product_gini(VALUES, presence(VALUES), region_scores=INCOME)
    np.testing.assert_allclose(unequal, (held * INCOME[:, None]).sum(axis=0) / held.sum(axis=0))


def test_a_mean_lies_between_the_lowest_and_the_highest_and_unknown_regions_do_not_count():
    partly = INCOME.copy()
    partly[1] = np.nan
    for found in (prody(VALUES, region_scores=partly), expy(VALUES, region_scores=partly)):
        assert (found >= 10).all()
        assert (found <= 30).all()
    np.testing.assert_allclose(
        prody(VALUES, region_scores=partly), prody(np.delete(VALUES, 1, axis=0), region_scores=np.delete(INCOME, 1))
    )
