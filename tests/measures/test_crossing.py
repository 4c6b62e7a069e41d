"""Bridges between strong and unrelated activities (B18), and what partners would add (B11)."""

import json
import math
from itertools import combinations

import numpy as np
import pytest

from recommender.measures.complementarity import (
    added_by_chance,
    added_by_each,
    complementary_linkages,
    potential_complementarity,
)
from recommender.measures.complexity import economic_complexity
from recommender.measures.crossing import cross_specialisation, crossings, strong_activities
from recommender.measures.density import relatedness_density
from recommender.measures.relatedness import association, minimum_conditional_probability
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared


def brute_force(present, certainty, phi, complexity, row):
    """Every pair and every bridge, one by one: {(a, b): {k: score}}."""
    count = present.shape[1]
    limit = np.quantile(phi[np.triu_indices(count, k=1)], 1 / 3)
    strong = [a for a in range(count) if present[row, a] and certainty[row, a] >= 0.9]
    return {
        (a, b): {
            k: max(complexity[k] - (np.nan_to_num(complexity[a]) + np.nan_to_num(complexity[b])) / 2, 0)
            * min(phi[a, k], phi[b, k]) * (1 - phi[a, b])
            for k in range(count) if not present[row, k] and not np.isnan(complexity[k])
        }
        for a in strong for b in strong if a < b and phi[a, b] <= limit
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_it_is_the_best_of_all_pairs(seed):
    present = random_presence(seed, share=0.4)
    certainty = np.random.default_rng(seed).random(present.shape) ** 0.2
    phi, complexity = minimum_conditional_probability(present), economic_complexity(present).activities
    found = cross_specialisation(present, certainty, phi, complexity)
    for row in (0, 3, 8):
        pairs = brute_force(present, certainty, phi, complexity, row)
        for k in range(present.shape[1]):
            if present[row, k] or np.isnan(complexity[k]):
                assert np.isnan(found[row, k])
            else:
                assert found[row, k] == pytest.approx(max((by[k] for by in pairs.values()), default=0))
        listed = crossings(present, row, certainty, phi, complexity)
        best = sorted((max(by.values(), default=0) for by in pairs.values()), reverse=True)
        np.testing.assert_allclose(listed.score, [score for score in best if score > 0])
        for a, b, k, score in zip(listed.first, listed.second, listed.bridge, listed.score, strict=True):
            assert pairs[a, b][k] == pytest.approx(score)


def test_strong_means_present_for_sure():
    certainty = np.full(PRESENT.shape, 0.5)
    assert not strong_activities(PRESENT, certainty, 0.9).any()
    np.testing.assert_array_equal(strong_activities(PRESENT, certainty, 0.5), PRESENT)


def test_golden_complementarity_of_region_2_and_3():
    links = np.zeros((5, 5))
    links[1, 2] = 7.0
    found = 100 * complementary_linkages(PRESENT, association(PRESENT), links=links)[1]
    np.testing.assert_allclose(found, [0, 28.187919, 62.222222, 48.275862, 48.275862, 0], atol=5e-7)
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    np.testing.assert_allclose(found, golden["compl_r1_s2_assoc"], atol=1e-9)


def test_what_partners_add_fits_beside_what_is_there():
    present, draw = random_presence(2), np.random.default_rng(0)
    phi = minimum_conditional_probability(present)
    added = complementary_linkages(present, phi, links=draw.random((40, 40)))
    assert np.nanmin(added) >= 0
    assert np.nanmax(added + relatedness_density(present, phi)) <= 1 + 1e-12


def test_the_mean_over_options_is_that_of_single_partners():
    present = random_presence(6)
    phi = minimum_conditional_probability(present)
    found = potential_complementarity(present, phi)
    for r, s in ((0, 1), (5, 9), (7, 3)):
        links = np.zeros((40, 40))
        links[r, s] = 1
        added = complementary_linkages(present, phi, links=links)[r]
        assert found[r, s] == pytest.approx(np.nanmean(added[~present[r]]))
    assert not np.diagonal(found).any()


def test_golden_what_each_region_would_add():
    found = 100 * added_by_each(PRESENT[1], PRESENT, association(PRESENT))[2]
    np.testing.assert_allclose(found, [0, 28.187919, 62.222222, 48.275862, 48.275862, 0], atol=5e-7)


def test_what_is_added_by_chance_is_the_mean_over_all_sets_of_that_size():
    """Against every region that could be: all choices of 1 to 5 out of 6 activities."""
    phi, own = association(PRESENT), PRESENT[1]
    for size in range(1, 6):
        every = np.zeros((math.comb(6, size), 6), dtype=bool)
        for row, chosen in enumerate(combinations(range(6), size)):
            every[row, list(chosen)] = True
        mean = added_by_each(own, every, phi).mean(axis=0)
        np.testing.assert_allclose(added_by_chance(own, every, phi)[0], mean)
