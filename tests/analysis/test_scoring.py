"""Scores, their ranges and the quadrants: METHODS A13 and B17."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.analysis.ranking import band_at
from recommender.analysis.scoring import effective_weights, quadrants, score, shared_criteria
from recommender.model.config import CRITERIA, Bands

VALUES = st.one_of(st.none(), st.floats(0, 1))
ROWS = st.lists(st.fixed_dictionaries(dict.fromkeys(CRITERIA, VALUES)), min_size=1, max_size=6)
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(CRITERIA, st.sampled_from([0.0, 0.1, 0.25, 0.5, 1.0])))


def test_the_score_is_the_weighted_mean_of_what_everybody_has():
    weights = {"relatedness": 0.5, "complexity": 0.3, "demand": 0.2}
    rows = [
        {"relatedness": 0.8, "complexity": 0.4, "demand": None},
        {"relatedness": 1.0, "complexity": 0.0, "demand": 1.0},
    ]
    shared = shared_criteria(rows, weights)
    assert shared == ("relatedness", "complexity")
    assert effective_weights(shared, weights) == {"relatedness": 0.625, "complexity": 0.375}
    found = score(rows[0], shared, weights, "arithmetic")
    assert found.score == pytest.approx(0.8 * 0.625 + 0.4 * 0.375)
    assert (found.range.low, found.range.high) == (pytest.approx(0.52), pytest.approx(0.72))


def test_a_geometric_mean_is_pulled_down_by_a_weak_criterion():
    weights = {"relatedness": 0.5, "complexity": 0.5}
    row = {"relatedness": 0.81, "complexity": 0.01}
    assert score(row, tuple(weights), weights, "geometric").score == pytest.approx(0.09)
    assert score(row, tuple(weights), weights, "arithmetic").score == pytest.approx(0.41)
    assert score(row | {"complexity": 0.0}, tuple(weights), weights, "geometric").score == 0


@given(ROWS, WEIGHTS, st.sampled_from(["arithmetic", "geometric"]))
def test_scores_lie_in_the_unit_interval_and_geometric_is_never_above_arithmetic(rows, weights, how):
    shared = shared_criteria(rows, weights)
    for row in rows:
        found = score(row, shared, weights, how)
        assert 0 <= found.range.low <= found.range.high <= 1
        assert 0 <= found.score <= 1
        assert score(row, shared, weights, "geometric").score <= score(row, shared, weights, "arithmetic").score + 1e-9


@given(ROWS, WEIGHTS, st.floats(0.5, 20))
def test_the_scale_of_the_weights_changes_nothing(rows, weights, factor):
    shared = shared_criteria(rows, weights)
    scaled = {name: weight * factor for name, weight in weights.items()}
    for row in rows:
        one, other = score(row, shared, weights, "arithmetic"), score(row, shared, scaled, "arithmetic")
        assert math.isclose(one.score, other.score, abs_tol=2e-9)


@given(ROWS, WEIGHTS)
def test_effective_weights_add_up_to_one(rows, weights):
    shared = shared_criteria(rows, weights)
    found = effective_weights(shared, weights)
    assert not found or math.isclose(math.fsum(found.values()), 1, abs_tol=1e-8)
    assert all(row[name] is not None for row in rows for name in found)


def test_quadrants_are_cut_at_the_medians_of_the_options():
    points = {"a": (0.9, 0.9), "b": (0.9, 0.1), "c": (0.1, 0.9), "d": (0.1, 0.1), "e": (0.5, None)}
    assert quadrants(points) == {"a": "high_road", "b": "slow_road", "c": "casino", "d": "dead_end", "e": None}
    assert quadrants({"e": (0.5, None)}) == {"e": None}


@pytest.mark.parametrize(
    ("percentile", "band"),
    [
        (1.0, "high"),
        (0.9, "high"),
        (0.9 - 1e-12, "high"),
        (0.899, "medium"),
        (0.6, "medium"),
        (0.5999, "low"),
        (0.0, "low"),
    ],
)
def test_bands_begin_at_their_bounds(percentile, band):
    assert band_at(percentile, Bands()) == band
