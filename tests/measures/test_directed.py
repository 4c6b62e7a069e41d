"""Relatedness with a direction or against chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom

from recommender.measures.directed import assist, bicm_validated, conditional_probability, cooccurrence_z_score
from recommender.measures.relatedness import minimum_conditional_probability
from recommender.measures.specialisation import presence
from tests.measures.toy import PRESENT, VALUES, random_presence


@given(st.integers(0, 5_000))
def test_the_smaller_of_both_directions_is_the_proximity(seed):
    present = random_presence(seed)
    both = conditional_probability(present)
    np.testing.assert_allclose(np.minimum(both, both.T), minimum_conditional_probability(present), rtol=1e-15)


def test_assist_step_by_step():
    later = VALUES[::-1]
    first, second = presence(VALUES), presence(later)
    found = assist(VALUES, later=later)
    for i in range(6):
        for j in range(6):
            steps = [second[r, j] / second[r].sum() for r in range(5) if first[r, i]]
            assert found[i, j] == pytest.approx(sum(steps) / first[:, i].sum())
    np.testing.assert_allclose(found.sum(axis=1), 1)


def test_assist_leads_into_another_space():
    products = np.array([[5.0, 1], [1, 5], [9, 1], [1, 2], [3, 3]])
    assert assist(VALUES, later=products).shape == (6, 2)
    with pytest.raises(ValueError, match="the same"):
        assist(VALUES, later=products[:4])


def test_the_z_score_is_that_of_the_hypergeometric_distribution():
    present = random_presence(5)
    found = cooccurrence_z_score(present)
    held = present.astype(int)
    count = held.sum(axis=0)
    for i in range(0, 25, 4):
        for j in range(1, 25, 4):
            if not {count[i], count[j]} & {0, 40} and i != j:
                chance = hypergeom(40, count[i], count[j])
                expected = (held[:, i] @ held[:, j] - chance.mean()) / chance.std()
                assert found[i, j] == pytest.approx(expected, abs=1e-9)
    assert not np.diagonal(cooccurrence_z_score(PRESENT)).any()


def test_two_groups_that_never_meet_are_validated_by_bicm():
    pytest.importorskip("bicm")
    draw = np.random.default_rng(1)
    present = draw.random((60, 20)) < 0.05
    present[:30, :10] |= draw.random((30, 10)) < 0.8
    present[30:, 10:] |= draw.random((30, 10)) < 0.8
    found = bicm_validated(present)
    assert found[:10, :10].sum() > 60
    assert not found[:10, 10:].any()
    np.testing.assert_array_equal(found, found.T)
    assert not np.diagonal(found).any()
