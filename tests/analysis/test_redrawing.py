"""A region in statistics drawn again: without noise it is today, shares add up, and neither order nor scale matters."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from recommender.analysis import redrawing
from recommender.analysis.candidates import rank_activities
from recommender.analysis.colocation import activity_complexity, colocation, extra_relatedness, path_colocation
from recommender.analysis.redrawing import are_counts, redrawn_table
from recommender.analysis.reference import build_reference
from recommender.analysis.robustness import robustness, uncertainty_of, with_uncertainty
from recommender.analysis.scoring import quadrants
from recommender.measures.acceptability import rank_acceptability
from recommender.measures.complexity import economic_complexity
from recommender.measures.relatedness import minimum_conditional_probability
from recommender.measures.sapling import sapling_between_activities
from recommender.model.config import ActivityRule, Config, Lens
from tests.analysis.made_up_tables import drifting, table

REGION = "R003"
LENS = Lens("balanced", {"relatedness": 0.6, "complexity": 0.4}, {"green": 1.0})
YEAR = (2010,)


@pytest.fixture(scope="module")
def model():
    return build_reference(drifting(years=YEAR))


def ranking(model, extras=()):
    view = colocation(model, REGION, extras)
    return view, rank_activities(model, view, {"en": REGION}, {}, ActivityRule("1"), Config(), LENS, ())


def certain(model, *, draws=300, unit=20, seed=1, extras=()):
    view, answer = ranking(model, extras)
    drawn = redrawn_table(model, view, extras, draws=draws, seed=seed, unit=unit)
    return answer, robustness(answer, None, Config(), draws=draws, spread=0.0, seed=seed, table=drawn)


def no_bootstrap(draws, regions, own, generator):
    return np.ones((draws, regions))


def test_without_bootstrap_and_noise_every_draw_is_today(model, monkeypatch):
    monkeypatch.setattr(redrawing, "region_weights", no_bootstrap)
    answer, found = certain(model, draws=20, unit=0)
    assert (found.ranks == [item.rank for item in answer.opportunities]).all()
    for item, row in zip(answer.opportunities, uncertainty_of(found), strict=True):
        assert row["quadrants"][item.quadrant] == 1
        assert (row["rank_low"], row["rank_high"], row["band_holds"]) == (item.rank, item.rank, 1)
        for name in ("relatedness", "complexity"):
            assert row[name] == pytest.approx({"low": item.criteria[name], "high": item.criteria[name]})
        assert row["already_specialised"] == 0


def test_shares_add_up(model):
    answer, found = certain(model)
    acceptability = rank_acceptability(found.ranks)
    assert acceptability.sum(axis=0) == pytest.approx(1)
    assert acceptability.sum(axis=1) == pytest.approx(1)
    for row in uncertainty_of(found):
        assert sum(row["quadrants"].values()) == pytest.approx(1)
        assert row["top_3"] <= row["top_5"] <= row["top_10"] <= 1
    assert 0 < max(row["already_specialised"] for row in uncertainty_of(found)) < 1
    groups = [item.uncertainty["tie_group"] for item in with_uncertainty(answer, found).opportunities]
    assert all(later - earlier in (0, 1) for earlier, later in pairwise(groups))


def test_a_share_is_a_count_of_rankings_of_tables_in_which_regions_stand_more_than_once(model, monkeypatch):
    """Brute force: every draw is a reference model of its own, with whole regions repeated, ranked as today's is."""
    counts = np.random.default_rng(4).integers(1, 4, (25, len(model.regions)))
    own = model.region_index(REGION)
    counts[:, own] = 1
    monkeypatch.setattr(redrawing, "region_weights", lambda *_: counts.astype(float))
    answer, found = certain(model, draws=25, unit=0)
    ranks, roads = [], []
    for count in counts:
        relatedness, complexity = repeated(model, count)
        points = {item.id: (relatedness[item.id], complexity[item.id]) for item in answer.opportunities}
        score = {code: round(0.6 * x + 0.4 * y, 9) for code, (x, y) in points.items()}
        order = sorted(points, key=lambda code: -score[code])
        ranks.append([order.index(item.id) + 1 for item in answer.opportunities])
        roads.append(quadrants(points))
    assert (found.ranks == ranks).all()
    for item, row in zip(answer.opportunities, uncertainty_of(found), strict=True):
        for name, share in row["quadrants"].items():
            assert share == pytest.approx(np.mean([road[item.id] == name for road in roads]))


def repeated(model, count):
    """Percentiles of the region in a model in which each region stands so often."""
    rows = np.repeat(np.arange(len(model.regions)), count)
    own = int(np.flatnonzero(rows == model.region_index(REGION))[0])
    present = model.present[rows]
    found = economic_complexity(present, model.region_sizes[rows])
    sign = 1 if found.activities @ model.complexity.activities >= 0 else -1
    other = replace(
        model,
        regions=tuple(f"{place}" for place in range(len(rows))),
        region_names=tuple("" for _ in rows),
        values=model.values[rows],
        status=model.status[rows],
        location_quotient=model.location_quotient[rows],
        present=present,
        relatedness=minimum_conditional_probability(present),
        similarity=sapling_between_activities(present),
        complexity=replace(model.complexity, activities=sign * found.activities, regions=found.regions),
        region_sizes=model.region_sizes[rows],
    )
    view = colocation(other, str(own))
    complexity = activity_complexity(other)
    return (
        {item.activity: item.percentile for item in view.candidates},
        {code: item.percentile for code, item in complexity.items()},
    )


def test_the_order_of_regions_and_activities_does_not_matter_where_nothing_is_drawn_by_it(model, monkeypatch):
    """A seed belongs to an order; the same weights on the same regions give the same shares in any order."""
    weight = dict(zip(model.regions, np.random.default_rng(2).integers(1, 5, len(model.regions)), strict=True))
    tables = drifting(years=YEAR)
    turned = replace(
        tables, regions=tables.regions[::-1], activities=tables.activities[::-1],
        values=tables.values[:, ::-1, ::-1], status=tables.status[:, ::-1, ::-1],
    )  # fmt: skip
    told = []
    for known in (model, build_reference(turned)):
        weights = np.tile([float(weight[code]) for code in known.regions], (4, 1))
        monkeypatch.setattr(redrawing, "region_weights", lambda *_, weights=weights: weights)
        answer, found = certain(known, draws=4, unit=0)
        told.append({item.id: row for item, row in zip(answer.opportunities, uncertainty_of(found), strict=True)})
    assert told[0].keys() == told[1].keys()
    for code, row in told[0].items():
        assert row["rank_low"] == told[1][code]["rank_low"]
        assert row["relatedness"] == pytest.approx(told[1][code]["relatedness"])


def test_scale_does_not_matter_if_the_unit_goes_with_it(model):
    tables = drifting(years=YEAR)
    larger = build_reference(replace(tables, values=tables.values * 4))
    assert uncertainty_of(certain(model, unit=20)[1]) == uncertainty_of(certain(larger, unit=80)[1])


def test_the_seed_decides(model):
    first, again, other = (uncertainty_of(certain(model, draws=100, seed=seed)[1]) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_noise_makes_ranks_less_sure(model):
    quiet, noisy = (np.ptp(certain(model, unit=unit)[1].ranks, axis=0).mean() for unit in (0, 100))
    assert quiet < noisy


def test_figures_that_are_no_counts_stay_as_they_are():
    values = drifting(years=YEAR).values
    model = build_reference(table(values + 0.5, YEAR))
    assert not are_counts(model)
    view, _ = ranking(model)
    found = redrawn_table(model, view, draws=10, seed=1, unit=20)
    assert found.unit is None
    assert set(found.present.values()) == {0.0, 1.0}


def test_more_draws_than_tables_go_through_them_again(model, monkeypatch):
    monkeypatch.setattr(redrawing, "MOST_TABLES", 50)
    _, found = certain(model, draws=150)
    assert found.tables == 50
    assert (found.ranks[:50] == found.ranks[100:]).all()


def test_a_relatedness_of_the_users_own_is_drawn_with_the_region(model, monkeypatch):
    monkeypatch.setattr(redrawing, "region_weights", no_bootstrap)
    given = np.random.default_rng(1).random((len(model.activities),) * 2)
    extra = extra_relatedness(model, "moves", 0.5, given, model.activities)
    answer, found = certain(model, draws=10, unit=0, extras=(extra,))
    assert (found.ranks == [item.rank for item in answer.opportunities]).all()
    _, noisy = certain(model, draws=50, unit=100, extras=(extra,))
    assert np.ptp(noisy.ranks, axis=0).max() > 0


def test_a_path_takes_the_mean_of_its_activities(model):
    view, _ = ranking(model)
    shares = {item.activity: share for item, share in zip(view.candidates, (1.0, 3.0), strict=False)}
    shares[view.present[0]] = 5.0
    drawn = redrawn_table(model, view, draws=30, seed=1, unit=20)
    parts = path_colocation(model, view, shares).activities
    first, second = (drawn.percentile[item.activity] for item in view.candidates[:2])
    np.testing.assert_allclose(drawn.percentile_of(parts), (first + 3 * second) / 4)
    assert drawn.percentile_of(()) is None
    everything = sum(share * drawn.complexity[code] for code, share in shares.items()) / 9
    np.testing.assert_allclose(drawn.complexity_of(parts), everything)
