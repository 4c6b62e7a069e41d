"""The method of reflections, and the eigenvector that it tends to."""

import numpy as np
import pytest

from recommender.measures.complexity import economic_complexity
from recommender.measures.reflections import method_of_reflections
from tests.measures.toy import PRESENT, random_presence


def test_two_steps_by_hand():
    diversity = PRESENT.sum(axis=1)
    first = np.array([diversity[PRESENT[:, a]].mean() for a in range(6)])
    second = np.array([first[PRESENT[r]].mean() for r in range(5)])
    regions, activities = method_of_reflections(PRESENT, 2)
    np.testing.assert_allclose(regions, (second - second.mean()) / second.std())
    np.testing.assert_allclose(activities, (first - first.mean()) / first.std())


@pytest.mark.parametrize("steps", [2, 6, 10])
def test_they_are_powers_of_the_matrix_of_the_eigenvector(steps):
    present = PRESENT.astype(float)
    mixed = (present / present.sum(axis=1, keepdims=True)) @ (present / present.sum(axis=0)).T
    expected = np.linalg.matrix_power(mixed, steps // 2) @ present.sum(axis=1)
    found, _ = method_of_reflections(PRESENT, steps)
    np.testing.assert_allclose(found, (expected - expected.mean()) / expected.std(), atol=1e-9)


def test_they_tend_to_the_eigenvector():
    exact = economic_complexity(PRESENT)
    regions, activities = method_of_reflections(PRESENT, 30)
    np.testing.assert_allclose(regions, exact.regions, atol=1e-6)
    np.testing.assert_allclose(activities, exact.activities, atol=1e-6)


@pytest.mark.parametrize("steps", [0, 1, 7])
def test_an_odd_number_of_steps_would_turn_the_sign(steps):
    with pytest.raises(ValueError, match="even"):
        method_of_reflections(PRESENT, steps)


def test_what_is_left_after_too_many_steps_is_rounding_and_no_score():
    assert np.isnan(method_of_reflections(random_presence(1, share=0.5), 200)[0]).all()
    assert np.isnan(method_of_reflections(np.ones((4, 5), dtype=bool))[1]).all()
