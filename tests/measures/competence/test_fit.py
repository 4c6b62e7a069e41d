"""Coverage, gate, fit and specificity (METHODS A1, A4)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from recommender.measures.competence.fit import coverage, fit, gate, met, weakest_essential
from recommender.measures.competence.specificity import specificity, with_median_where_unknown
from recommender.measures.competence.supply import Needs

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0.01, 1)
SIZES = st.integers(1, 9)


def shared(size):
    return st.tuples(
        arrays.arrays(float, size, elements=SHARES),
        arrays.arrays(float, size, elements=WEIGHTS),
        arrays.arrays(bool, size),
    )


def test_golden_fit():
    """Supplies .8, .3, .6 for levels .8, .6, .5 with weights 1, .5, .5, the second essential.

    V = (1 + .25 + .5) / 2 = .875; G = sqrt(.5) = .707107; fit = .618718.
    """
    share = met(np.array([0.8, 0.3, 0.6]), np.array([0.8, 0.6, 0.5]))
    weight = np.array([1.0, 0.5, 0.5])
    essential = np.array([False, True, False])
    assert share.tolist() == [1.0, 0.5, 1.0]
    assert coverage(share, weight) == pytest.approx(0.875)
    assert gate(weakest_essential(share, essential), 0.5) == pytest.approx(0.707107, abs=5e-7)
    assert fit(share, weight, essential, 0.5) == pytest.approx(0.618718, abs=5e-7)


@given(SIZES.flatmap(shared), st.sampled_from([0.0, 0.5, 1.0, 3.0]))
def test_a_fit_lies_between_nothing_and_coverage(asked, exponent):
    share, weight, essential = asked
    assert -1e-12 <= fit(share, weight, essential, exponent) <= coverage(share, weight) <= 1 + 1e-12


@given(SIZES.flatmap(shared), st.data())
def test_more_of_any_need_never_lowers_a_fit(asked, data):
    share, weight, essential = asked
    more = share.copy()
    need = data.draw(st.integers(0, len(share) - 1))
    more[need] = data.draw(st.floats(float(share[need]), 1))
    assert fit(more, weight, essential, 0.5) >= fit(share, weight, essential, 0.5)


@given(SIZES.flatmap(shared))
def test_without_an_essential_there_is_no_fit_and_without_essentials_no_gate(asked):
    share, weight, essential = asked
    nothing = np.where(essential, 0.0, share)
    assert fit(nothing, weight, essential, 0.5) == (0 if essential.any() else coverage(share, weight))


@given(SIZES.flatmap(shared), st.integers(2, 4))
def test_many_coalitions_at_once_have_the_same_bits_as_one(asked, copies):
    share, weight, _ = asked
    at_once = coverage(np.tile(share[:, None], copies), weight)
    assert (at_once == coverage(share, weight)).all()


def test_golden_specificity():
    """Four clusters; sums of levels 0, 1 and 4: ln(5/1)/ln 5 = 1, ln 3/ln 5 = .682606, ln 1.8/ln 5 = .365212."""
    levels = np.array([[np.nan, 0.5, 1.0], [0.0, 0.5, 1.0], [np.nan, np.nan, 1.0], [np.nan, np.nan, 1.0]])
    assert specificity(levels) == pytest.approx([1.0, 0.682606, 0.365212], abs=5e-7)
    with pytest.raises(ValueError, match="at least one cluster"):
        specificity(np.zeros((0, 3)))


@given(arrays.arrays(float, st.tuples(st.integers(1, 8), st.integers(1, 5)), elements=st.just(np.nan) | SHARES))
def test_what_everyone_has_distinguishes_nobody(levels):
    found = specificity(levels)
    order = np.argsort(np.nansum(levels, axis=0), kind="stable")
    assert ((found > 0) & (found <= 1)).all()
    assert (np.diff(found[order]) <= 1e-15).all()


def test_an_unknown_competence_has_the_median():
    assert with_median_where_unknown(np.array([0.2, np.nan, 0.4, 1.0])).tolist() == [0.2, 0.4, 0.4, 1.0]


def test_needs_are_checked():
    one, none = np.ones(1), np.zeros(1)
    for wrong in ((np.array([0]), one, none), (np.array([0]), none, one), (np.array([0, 1]), one, one)):
        with pytest.raises(ValueError, match=r"need"):
            Needs(*wrong, np.zeros(1, bool))
    with pytest.raises(ValueError, match="length above 0"):
        Needs(*(np.zeros(0, kind) for kind in (int, float, float, bool)))
