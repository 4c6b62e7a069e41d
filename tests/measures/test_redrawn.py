"""One region in tables that are drawn again: equal weights are today, whole weights are repeated regions (E2, C5)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures import redrawn
from recommender.measures.complexity import economic_complexity
from recommender.measures.density import one_region_density
from recommender.measures.redrawn import (
    redrawn_complexity,
    redrawn_densities,
    redrawn_presence,
    redrawn_region_scores,
    region_weights,
)
from recommender.measures.sapling import activity_scores, one_region_scores, sapling_between_activities
from recommender.measures.specialisation import presence
from tests.measures.toy import VALUES, random_presence

OWN = 5


def generator(seed: int = 0) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def options_of(present: np.ndarray) -> np.ndarray:
    return np.flatnonzero(~present[OWN])


def as_measures(present: np.ndarray, options: np.ndarray, held: np.ndarray) -> list[np.ndarray]:
    """What the measures of one table say of the options: of the activity itself nothing is counted."""
    similarity = sapling_between_activities(present)
    sapling = []
    for option in options:
        besides = held.copy()
        besides[option] = False
        with np.errstate(invalid="ignore"):
            sapling.append(besides @ similarity[:, option] / np.abs(similarity[:, option]).sum())
    return [one_region_density(present, held)[options], np.array(sapling)]


@given(st.integers(0, 10_000))
def test_weights_of_one_are_today(seed):
    present = random_presence(seed)
    options, ones = options_of(present), np.ones((2, len(present)))
    held = np.tile(present[OWN], (2, 1))
    density, sapling = redrawn_densities(present, options, ones, held)
    by_regions = redrawn_region_scores(present, OWN, options, ones, held)
    for found, today in (
        (density, one_region_density(present, present[OWN])),
        (sapling, activity_scores(present)[OWN]),
        (by_regions, one_region_scores(present, OWN)),
    ):
        np.testing.assert_allclose(found, np.tile(today[options], (2, 1)), rtol=0, atol=1e-12)


@given(st.integers(0, 10_000))
def test_whole_weights_are_repeated_regions(seed):
    present, draw = random_presence(seed), np.random.default_rng(seed)
    weights = draw.integers(1, 4, len(present))
    weights[OWN] = 1
    held = present[OWN] ^ (draw.random(present.shape[1]) < 0.2)
    options = options_of(present)
    found = redrawn_densities(present, options, weights[None].astype(float), held[None])
    whole = as_measures(np.repeat(present, weights, axis=0), options, held)
    for mine, expected in zip(found, whole, strict=True):
        np.testing.assert_allclose(mine[0], expected, rtol=0, atol=1e-12)


def test_like_regions_count_as_often_as_they_weigh():
    present = random_presence(8)
    weights = np.random.default_rng(8).integers(1, 4, len(present))
    weights[OWN] = 1
    options = options_of(present)
    whole = np.repeat(present, weights, axis=0)
    row = int(weights[:OWN].sum())
    found = redrawn_region_scores(present, OWN, options, weights[None].astype(float), present[[OWN]])
    np.testing.assert_allclose(found[0], one_region_scores(whole, row)[options], rtol=0, atol=1e-12)


def test_complexity_of_whole_weights_is_that_of_repeated_regions():
    present = random_presence(2)
    today = economic_complexity(present).activities
    weights = np.random.default_rng(2).integers(1, 3, len(present))
    found = redrawn_complexity(present, np.array([np.ones(len(present)), weights]), today)
    np.testing.assert_allclose(found[0], today, rtol=0, atol=1e-9)
    repeated = economic_complexity(np.repeat(present, weights, axis=0)).activities
    known = ~np.isnan(repeated)
    assert abs(np.corrcoef(found[1][known], repeated[known])[0, 1]) == pytest.approx(1)
    assert found[1][known] @ today[known] > 0


def test_without_an_axis_there_is_no_complexity():
    present = np.eye(4, dtype=bool)
    assert np.isnan(redrawn_complexity(present, np.ones((1, 4)), np.full(4, np.nan))).all()


def test_neither_order_nor_blocks_matter(monkeypatch):
    present = random_presence(3)
    weights = region_weights(7, len(present), OWN, generator())
    held = np.tile(present[OWN], (7, 1))
    options = options_of(present)
    whole = redrawn_densities(present, options, weights, held)
    turned = np.arange(present.shape[1])[::-1]
    monkeypatch.setattr(redrawn, "CELLS", 200)
    back = redrawn_densities(present[:, turned], present.shape[1] - 1 - options, weights, held[:, turned])
    for first, second in zip(whole, back, strict=True):
        np.testing.assert_allclose(first, second, rtol=0, atol=1e-12)


def test_weights_are_those_of_a_bayesian_bootstrap():
    weights = region_weights(2000, 30, 4, generator())
    assert (weights > 0).all()
    assert (weights[:, 4] == 1).all()
    assert (weights * redrawn.GRAIN % 1 == 0).all()
    others = np.delete(weights, 4, axis=1)
    assert others.mean() == pytest.approx(1, abs=0.01)
    assert others.var() == pytest.approx(1, abs=0.03)


def test_cells_vary_as_counts_of_the_unit():
    cells, totals = np.array([4000.0, 100.0, 0.0, np.nan]), np.array([4000.0, 100.0, 500.0, 50.0]) * 10
    region_total = float(np.nansum(cells)) + 50
    drawn = redrawn_presence(cells, region_total, totals, draws=4000, unit=20.0, cut=1.0, generator=generator())
    assert drawn.shape == (4000, 4)
    assert not drawn[:, 2:].any()  # nothing stays nothing, and what is unknown stays unknown
    assert 0.3 < drawn[:, 1].mean() < 0.7  # today's quotient is near 1: five units more or less decide
    sure = redrawn_presence(cells, region_total, totals, draws=50, unit=1e-6, cut=1.0, generator=generator())
    today = presence(cells[None], np.array([region_total]), totals)[0]
    assert (sure == today).all()


def test_scale_does_not_matter_if_the_unit_goes_with_it():
    first, second = (
        redrawn_presence(
            VALUES[0] * scale, float(VALUES[0].sum()) * scale, VALUES.sum(axis=0) * scale,
            draws=200, unit=10.0 * scale, cut=1.0, generator=generator(3),
        )
        for scale in (1.0, 8.0)
    )  # fmt: skip
    assert (first == second).all()
    assert 0 < first.mean() < 1


@pytest.mark.parametrize(("limit", "value"), [("STEPS", 1), ("APART", 0.0), ("APART", 2.0)])
def test_an_axis_is_the_same_by_steps_and_exactly(monkeypatch, limit, value):
    present = random_presence(6)
    weights = region_weights(5, len(present), OWN, generator())
    today = economic_complexity(present).activities
    settled = redrawn_complexity(present, weights, today)
    monkeypatch.setattr(redrawn, limit, value)
    np.testing.assert_allclose(redrawn_complexity(present, weights, today), settled, rtol=0, atol=1e-8)
