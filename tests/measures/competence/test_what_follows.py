"""Potential, unconnected assets, contributions, the interval and novelty (METHODS A0, A8, A10)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.measures.competence.coalition import best_coalitions
from recommender.measures.competence.connection import potential, unconnected_assets
from recommender.measures.competence.fit import Rules
from recommender.measures.competence.interval import fit_of, high_fit, if_unknown_were_there, share_assessed
from recommender.measures.competence.novelty import LIMITS, Novelty, label, novelty
from recommender.measures.competence.shapley import shapley_values
from recommender.measures.competence.supply import Needs
from tests.measures.competence import by_hand
from tests.measures.competence.small_regions import RULES, SHARES, problems

NOISE = 2e-9
ONE_PATH = problems(paths=1)


def all_linked(region):
    actors = len(region.levels)
    return region.but(strength=1.0 - np.eye(actors))


@given(ONE_PATH, RULES)
def test_no_coalition_fits_better_than_the_potential(problem, rules):
    region, [needs] = problem
    here = region.capabilities()
    [found] = best_coalitions(here, [needs], rules)
    assert found.fit <= potential(here, needs, rules) + NOISE


@given(ONE_PATH, RULES)
def test_the_potential_is_reached_when_all_are_linked_and_places_are_free(problem, rules):
    region, [needs] = problem
    free = replace(rules, size=len(region.levels), cost=0.0)
    [found] = best_coalitions(all_linked(region).capabilities(), [needs], free)
    assert found.fit == pytest.approx(potential(region.capabilities(), needs, rules), abs=NOISE)


@given(ONE_PATH, RULES, st.data())
def test_links_do_not_change_the_potential_and_levels_never_lower_it(problem, rules, data):
    region, [needs] = problem
    now = potential(region.capabilities(), needs, rules)
    assert potential(all_linked(region).capabilities(), needs, rules) == now
    actor, competence = (data.draw(st.integers(0, size - 1)) for size in region.levels.shape)
    levels = region.levels.copy()
    levels[actor, competence] = max(np.nan_to_num(levels[actor, competence]), data.draw(SHARES))
    assert potential(region.but(levels=levels).capabilities(), needs, rules) >= now


@given(ONE_PATH, RULES)
def test_an_unconnected_asset_adds_what_a_full_link_to_it_would(problem, rules):
    region, [needs] = problem
    here = region.capabilities()
    [found] = best_coalitions(here, [needs], rules)
    now = by_hand.shares(region, needs, found.lead)[:, list(found.members)].max(axis=1)
    for actor, gain in enumerate(unconnected_assets(here, needs, found, rules)):
        if actor in found.members:
            assert np.isnan(gain)
            continue
        # Only the link between the two: over a second link the lead would reach others as well.
        strength = np.zeros_like(region.strength)
        strength[found.lead, actor] = strength[actor, found.lead] = 1.0
        theirs = by_hand.shares(region.but(strength=strength), needs, found.lead)[:, actor]
        rows = np.column_stack((now, np.maximum(now, theirs)))
        (before, after), _ = by_hand.fits(region, needs, rows, rules.gate_exponent)
        assert gain == pytest.approx(after - before, abs=NOISE)
        assert gain >= 0


@settings(max_examples=60)
@given(ONE_PATH, RULES, st.data())
def test_contributions_are_the_mean_over_all_orders_of_arrival_and_add_up(problem, rules, data):
    region, [needs] = problem
    actors = st.integers(0, len(region.levels) - 1)
    members = tuple(sorted(data.draw(st.lists(actors, min_size=1, max_size=4, unique=True))))
    values = shapley_values(region.capabilities(), needs, members, rules)
    assert values.tolist() == pytest.approx(by_hand.shapley(region, needs, members, rules), abs=NOISE)
    assert values.sum() == pytest.approx(by_hand.worth(region, needs, members, rules), abs=NOISE)
    assert (values >= -NOISE).all()


@given(ONE_PATH, RULES)
def test_twins_contribute_alike_and_who_holds_nothing_and_links_nobody_nothing(problem, rules):
    region, [needs] = problem
    actors = len(region.levels)
    twin, idle = actors, actors + 1
    strength = np.zeros((actors + 2, actors + 2))
    strength[:actors, :actors] = region.strength
    strength[twin, :actors] = strength[:actors, twin] = region.strength[0]
    levels = np.vstack((region.levels, region.levels[0], np.zeros_like(region.levels[0])))
    leads = np.unique([*region.leads, 0, twin])
    larger = region.but(levels=levels, strength=strength, leads=leads)
    members = tuple(sorted({0, min(1, actors - 1), twin, idle}))
    values = dict(zip(members, shapley_values(larger.capabilities(), needs, members, rules), strict=True))
    assert values[0] == pytest.approx(values[twin], abs=NOISE)
    assert values[idle] == pytest.approx(0, abs=NOISE)


@given(ONE_PATH, RULES)
def test_a_fit_is_an_interval_whose_low_end_is_the_fit(problem, rules):
    region, [needs] = problem
    here = region.capabilities()
    hopeful = if_unknown_were_there(here)
    [today], [then] = best_coalitions(here, [needs], rules), best_coalitions(hopeful, [needs], rules)
    high = high_fit(hopeful, needs, today, then, rules)
    assert today.fit <= high <= 1
    assert today.net <= then.net
    assert fit_of(here, needs, today, rules) == pytest.approx(today.fit, abs=NOISE)
    if share_assessed(here, needs) == 1:
        assert high == pytest.approx(max(today.fit, then.fit), abs=NOISE)
        assert then.net == today.net


@given(ONE_PATH, RULES, st.data())
def test_whatever_the_unknown_turns_out_to_be_net_fit_lies_between_the_ends(problem, rules, data):
    """Without stand-ins: an unknown competence found at half might stand in for another, which A0 leaves out."""
    region, [needs] = problem
    region = region.but(substitution=0.0)
    unknown = np.isnan(region.levels).all(axis=0)
    found_out = region.levels.copy()
    rows = len(region.levels)
    found_out[:, unknown] = np.array(data.draw(st.lists(SHARES, min_size=rows, max_size=rows)))[:, None]
    versions = (region.capabilities(), region.but(levels=found_out).capabilities())
    low, real = (best_coalitions(here, [needs], rules)[0].net for here in versions)
    high = best_coalitions(if_unknown_were_there(versions[0]), [needs], rules)[0].net
    assert low <= real <= high


def test_a_written_zero_is_assessed_and_silence_is_not():
    needs = Needs(np.array([0, 1]), np.array([1.0, 3.0]), np.ones(2), np.zeros(2, bool))
    for level, share in ((0.0, 1.0), (np.nan, 0.25)):
        region = by_hand.Region(
            np.array([[0.5, level]]),
            np.zeros(2, np.int8),
            np.ones(2),
            np.zeros((2, 2)),
            np.zeros((1, 1)),
            np.array([0]),
        )
        assert share_assessed(region.capabilities(), needs) == share


@given(ONE_PATH, st.data())
def test_novelty_counts_what_is_held_below_half_its_level(problem, data):
    region, [needs] = problem
    lead = data.draw(st.integers(0, len(region.levels) - 1))
    found = novelty(region.capabilities(), needs, lead)
    held = np.nan_to_num(region.levels)[:, needs.competence]
    weight = region.specificity[needs.competence] * needs.weight
    for shares, best in ((found.to_lead, held[lead]), (found.to_region, held.max(axis=0))):
        for kind, share in enumerate(shares):
            of_kind = region.kinds[needs.competence] == kind
            new = of_kind & (best < needs.level / 2)
            expected = weight[new].sum() / weight[of_kind].sum() if of_kind.any() else np.nan
            assert share == pytest.approx(expected, nan_ok=True)
    assert (found.to_region <= found.to_lead + NOISE)[~np.isnan(found.to_lead)].all()
    assert found.new_essential == any(
        essential and most < level / 2
        for essential, most, level in zip(needs.essential, held.max(axis=0), needs.level, strict=True)
    )


NO = np.nan


@pytest.mark.parametrize(
    ("to_lead", "to_region", "new_essential", "assessed", "expected"),
    [
        ((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), False, 0.69, "poorly_assessed"),
        ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), True, 0.69, "poorly_assessed"),
        ((0.2, 0.0, NO), (0.2, 0.0, NO), True, 0.7, "radical"),
        ((0.9, 0.9, 0.0), (0.51, 0.51, 0.0), False, 1.0, "radical"),
        ((0.9, 0.9, 0.0), (0.51, 0.5, 0.0), False, 1.0, "substantial"),
        ((0.33, 0.0, NO), (0.0, 0.0, NO), False, 1.0, "incremental"),
        ((1 / 3, 0.0, NO), (0.0, 0.0, NO), False, 1.0, "substantial"),
        # Little new technology, but a new organisation and business model: it must show as such.
        ((0.0, 0.8, 0.9), (0.0, 0.8, 0.9), False, 1.0, "radical"),
    ],
)
def test_words_for_novelty(to_lead, to_region, new_essential, assessed, expected):
    found = Novelty(np.array(to_lead), np.array(to_region), new_essential, assessed)
    assert label(found) == expected
    assert label(found, replace(LIMITS, assessed=0.0)) != "poorly_assessed"


def test_golden_contributions():
    """Lead 0 holds one of two equal needs, actor 1 (link .5) the other, which only reaches it by half.

    v(0) = .5, v(1) = .5 if it may lead, v(01) = .75: each brings .375; if it may not, .625 and .125.
    """
    region = by_hand.Region(
        np.eye(2), np.zeros(2, np.int8), np.ones(2), np.zeros((2, 2)), np.array([[0, 0.5], [0.5, 0]]), np.array([0, 1])
    )
    needs = Needs(np.array([0, 1]), np.ones(2), np.ones(2), np.zeros(2, bool))
    both = shapley_values(region.capabilities(), needs, (0, 1), Rules())
    one = shapley_values(region.but(leads=np.array([0])).capabilities(), needs, (0, 1), Rules())
    assert both == pytest.approx([0.375, 0.375])
    assert one == pytest.approx([0.625, 0.125])
