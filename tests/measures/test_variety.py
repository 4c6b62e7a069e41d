"""Related and unrelated variety: B9 of METHODS."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from recommender.measures.variety import related_variety, unrelated_variety, variety
from tests.measures.toy import VALUES

GROUPS = ("12", "12", "34", "34", "56", "56")


def test_golden():
    assert unrelated_variety(VALUES, GROUPS)[[0, 2]] == pytest.approx([1.348567, 1.092427], abs=5e-7)
    assert related_variety(VALUES, GROUPS)[[0, 2]] == pytest.approx([0.708251, 0.924723], abs=5e-7)
    assert variety(VALUES)[[0, 2]] == pytest.approx([2.056818, 2.017150], abs=5e-7)


def within_groups(row: np.ndarray) -> float:
    """sum_g P_g H_g as the paper writes it."""
    shares, total = row / row.sum(), 0.0
    for name in sorted(set(GROUPS)):
        inside = shares[[group == name for group in GROUPS]]
        whole = inside.sum()
        total += sum(part * np.log2(whole / part) for part in inside if part > 0)
    return total


@given(arrays.arrays(np.float64, (3, 6), elements=st.integers(0, 1000)))
def test_related_variety_is_the_entropy_inside_groups(values):
    for row, found in zip(values, related_variety(values, GROUPS), strict=True):
        assert np.isnan(found) if row.sum() == 0 else found == pytest.approx(within_groups(row), abs=1e-9)


def test_bounds():
    assert variety(np.ones((1, 8)))[0] == pytest.approx(3)
    assert variety(np.array([[5.0, 0, 0]]))[0] == 0
    assert np.isnan(variety(np.zeros((1, 3)))[0])


def test_groups_must_fit():
    with pytest.raises(ValueError, match="groups"):
        unrelated_variety(VALUES, ("a", "b"))
