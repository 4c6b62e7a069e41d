"""Economic complexity and its guards: B6 of METHODS."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.complexity import economic_complexity, giant_component
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared

ECI = [-0.878771, -0.060689, 1.283169, -1.294015, 0.950306]
PCI = [-1.465470, -0.212435, 0.615995, 1.067171, 1.067171, -1.072432]


def test_golden():
    found = economic_complexity(PRESENT)
    assert found.regions == pytest.approx(ECI, abs=5e-7)
    assert found.activities == pytest.approx(PCI, abs=5e-7)
    assert found.eigenvalues == pytest.approx([1, 0.737764, 0.199246], abs=5e-7)
    assert found.spectral_gap == pytest.approx(0.737764 - 0.199246, abs=1e-6)
    assert (found.components, found.warnings) == (1, ())


def test_golden_files():
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    found = economic_complexity(PRESENT)
    np.testing.assert_allclose(found.regions, golden["ECI_z_pop"], atol=5e-7)
    np.testing.assert_allclose(found.activities, golden["PCI_z_pop"], atol=5e-7)


def by_definition(present: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The eigenvector of the non-symmetric matrix, as the papers write it."""
    held = present.astype(float)
    mixed = (held / held.sum(axis=1, keepdims=True)) @ (held / held.sum(axis=0)).T
    values, vectors = np.linalg.eig(mixed)
    order = np.argsort(-values.real)
    return values.real[order], vectors.real[:, order[1]]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("shape", [(40, 25), (25, 40)])
def test_the_symmetric_form_is_the_definition(seed, shape):
    rows, columns, _ = giant_component(random_presence(seed, *shape))
    present = random_presence(seed, *shape)[np.ix_(rows, columns)]
    values, vector = by_definition(present)
    found = economic_complexity(present)
    assert found.eigenvalues == pytest.approx(values[:3], abs=1e-9)
    assert abs(np.corrcoef(found.regions, vector)[0, 1]) == pytest.approx(1, abs=1e-6)
    averages = (present @ found.activities) / present.sum(axis=1)
    assert np.corrcoef(averages, found.regions)[0, 1] == pytest.approx(1, abs=1e-6)


def test_scores_are_z_scores():
    found = economic_complexity(random_presence(3))
    for scores in (found.regions, found.activities):
        known = scores[~np.isnan(scores)]
        assert known.mean() == pytest.approx(0, abs=1e-9)
        assert known.std() == pytest.approx(1)


def test_empty_rows_and_columns_are_undefined_and_change_nothing_else():
    padded = np.zeros((6, 7), dtype=bool)
    padded[:5, :6] = PRESENT
    found = economic_complexity(padded)
    assert np.isnan(found.regions[5])
    assert np.isnan(found.activities[6])
    assert found.regions[:5] == pytest.approx(ECI, abs=5e-7)


def test_a_disconnected_table_keeps_the_giant_component_and_says_so():
    apart = np.zeros((7, 8), dtype=bool)
    apart[:5, :6] = PRESENT
    apart[5:, 6:] = True
    found = economic_complexity(apart)
    assert found.components == 2
    assert found.warnings == ("disconnected",)
    assert found.regions[:5] == pytest.approx(ECI, abs=5e-7)
    assert np.isnan(found.regions[5:]).all()


@pytest.mark.parametrize(
    "present",
    [np.ones((4, 5), dtype=bool), np.eye(4, dtype=bool), np.zeros((3, 3), dtype=bool), np.ones((1, 3), dtype=bool)],
)
def test_where_no_axis_is_defined_there_is_no_number(present):
    found = economic_complexity(present)
    assert "undefined" in found.warnings
    assert np.isnan(found.regions).all()
    assert np.isnan(found.activities).all()


def test_two_equal_eigenvalues_give_no_number():
    ring = np.eye(6, dtype=bool) | np.roll(np.eye(6, dtype=bool), 1, axis=1)
    assert "undefined" in economic_complexity(ring).warnings


@given(st.integers(0, 5_000))
def test_complex_means_diverse_where_diversity_tells(seed):
    found = economic_complexity(random_presence(seed))
    if not found.warnings:
        assert found.diversity_correlation >= 0.3


def test_the_sign_comes_from_size_where_diversity_does_not_tell():
    ladder = np.array([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1], [1, 0, 0, 0], [0, 0, 0, 1]], dtype=bool)
    upwards, downwards = np.array([1.0, 2, 3, 1, 3]), np.array([3.0, 2, 1, 3, 1])
    first, second = economic_complexity(ladder, upwards), economic_complexity(ladder, downwards)
    assert first.warnings == second.warnings == ("sign_by_size",)
    np.testing.assert_allclose(first.regions, -second.regions, atol=1e-9)
    assert first.activities[3] > first.activities[0]
    assert "sign_uncertain" in economic_complexity(ladder).warnings


def test_order_of_regions_and_activities_does_not_matter():
    present = random_presence(11)
    rows, columns = np.random.default_rng(0).permutation(40), np.random.default_rng(1).permutation(25)
    found, shuffled = economic_complexity(present), economic_complexity(present[np.ix_(rows, columns)])
    np.testing.assert_allclose(found.regions[rows], shuffled.regions, atol=1e-8)
    np.testing.assert_allclose(found.activities[columns], shuffled.activities, atol=1e-8)
