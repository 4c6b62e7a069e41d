"""How much more is needed now, and the cheapest set: section B13 of METHODS."""

import itertools

import numpy as np
import pytest

from recommender.measures.density import relatedness_density, relative_density
from recommender.measures.effort import effort, least_effort
from recommender.measures.specialisation import location_quotient, presence
from tests.measures.toy import VALUES


def panel(seed=1, shape=(30, 12)):
    """Three tables of the same regions, each a disturbed form of the one before."""
    draw = np.random.default_rng(seed)
    first = draw.lognormal(2, 1.2, shape)
    before = first * draw.lognormal(0, 0.4, shape)
    return before * draw.lognormal(0, 0.4, shape), before, first


def by_hand(now, before, first):
    """The same by one regression of each kind, cell after cell."""
    quotients = [np.log1p(location_quotient(table)) for table in (now, before, first)]

    def others(table, place):
        held = presence(table)
        density = relatedness_density(held)
        among = relative_density(~held if held[place] else held, density)
        return [1.0, np.log1p(location_quotient(table))[place], density[place], among[place]]

    fits = {}
    for had in (True, False):
        cells = [place for place in np.ndindex(now.shape) if presence(first)[place] == had]
        rows = [[quotients[1][place], *others(first, place)] for place in cells]
        fits[had] = np.linalg.lstsq(np.array(rows), [quotients[0][place] for place in cells], rcond=None)[0]
    wanted = np.empty(now.shape)
    for place in np.ndindex(now.shape):
        slope, *rest = fits[bool(presence(now)[place])]
        level = (np.log(2) - np.dot(rest, others(now, place))) / slope
        wanted[place] = np.exp(level) - 1 - location_quotient(now)[place]
    return wanted


def test_by_its_definition():
    now, before, first = panel()
    np.testing.assert_allclose(effort(now, earlier=before, earliest=first), by_hand(now, before, first), rtol=1e-7)


def test_a_later_table_that_does_not_follow_the_earlier_one_says_nothing():
    now, before, first = panel(2)
    same = np.ones_like(before)
    assert np.isnan(effort(now, earlier=same, earliest=first)).all()
    with pytest.raises(ValueError, match="must be the same"):
        effort(VALUES, earlier=VALUES[:4], earliest=VALUES)


@pytest.mark.parametrize("seed", range(5))
def test_the_cheapest_set_is_that_of_brute_force(seed):
    draw = np.random.default_rng(seed)
    values = draw.lognormal(1, 1.5, (6, 9))
    held, scores = presence(values), draw.normal(size=9)
    costs = draw.uniform(-0.2, 2, values.shape)
    chosen = least_effort(values, costs, scores, gain=0.2)
    for row in range(6):
        options = np.flatnonzero(~held[row])
        base = scores[held[row]]
        best = None
        for size in range(len(options) + 1):
            for some in itertools.combinations(options, size):
                if np.append(base, scores[list(some)]).mean() >= base.mean() + 0.2:
                    price = np.maximum(costs[row, list(some)], 0).sum()
                    best = price if best is None else min(best, price)
        if best is None:
            assert np.isnan(chosen[row]).all()
            continue
        assert np.isnan(chosen[row, held[row]]).all()
        taken = options[chosen[row, options] == 1]
        assert np.append(base, scores[taken]).mean() >= base.mean() + 0.2 - 1e-9
        assert np.maximum(costs[row, taken], 0).sum() == pytest.approx(best, abs=1e-9)


def test_nothing_is_chosen_where_nothing_is_to_gain_and_no_more_than_is_needed():
    now, before, first = panel(3)
    costs, scores = effort(now, earlier=before, earliest=first), np.arange(12.0)
    assert np.nansum(least_effort(now, costs, scores, gain=-50.0)) == 0
    assert np.isnan(least_effort(now, costs, scores, gain=50.0)).all()
