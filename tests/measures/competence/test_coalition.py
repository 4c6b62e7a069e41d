"""The coalition with the best net fit (METHODS A5, A7)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.competence.coalition import (
    best_coalitions,
    best_eligible_coalitions,
    preferred_coalitions,
)
from recommender.measures.competence.fit import Rules
from recommender.measures.competence.supply import Needs
from tests.measures.competence import by_hand
from tests.measures.competence.small_regions import BARS, LEVELS, RULES, SHARES, STRENGTHS, problems

NOISE = 2e-9
"""Net fits are rounded to nine decimals, each by itself."""


def nets(region, paths, rules):
    return np.array([found.net for found in best_coalitions(region.capabilities(), paths, rules)])


@given(problems(), RULES)
def test_it_is_the_best_of_all_coalitions(problem, rules):
    region, paths = problem
    found = best_coalitions(region.capabilities(), paths, rules)
    assert [by_hand.as_found(one) for one in found] == [by_hand.best(region, needs, rules) for needs in paths]
    assert all(one.exact for one in found)


@given(problems(), RULES, BARS)
def test_over_a_bar_it_is_the_best_of_those_that_clear_it(problem, rules, bar):
    region, paths = problem
    expected = [by_hand.best(region, needs, rules, bar) for needs in paths]
    found = best_eligible_coalitions(region.capabilities(), paths, bar, rules)
    assert [by_hand.as_found(one) for one in found] == expected
    assert all(one.clears(bar) for one in found if one)


@given(problems(), RULES, BARS)
def test_a_coalition_over_the_bar_is_preferred(problem, rules, bar):
    region, paths = problem
    expected = [by_hand.best(region, needs, rules, bar) or by_hand.best(region, needs, rules) for needs in paths]
    found = preferred_coalitions(region.capabilities(), paths, bar, rules)
    # The best of all is kept if it clears the bar: then it is also the best of those that do.
    assert [by_hand.as_found(one) for one in found] == expected


@given(problems(), RULES)
def test_its_numbers_belong_together(problem, rules):
    region, paths = problem
    for found in best_coalitions(region.capabilities(), paths, rules):
        assert found.lead in found.members
        assert found.lead in region.leads
        assert len(found.members) <= rules.size
        assert found.members == tuple(sorted(set(found.members)))
        assert found.fit == pytest.approx(found.coverage * found.gate, abs=NOISE)
        assert found.gate == pytest.approx(found.weakest**rules.gate_exponent)
        assert found.net == pytest.approx(found.fit - rules.cost * (len(found.members) - 1), abs=NOISE)
        assert 0 <= found.net <= found.fit <= 1


@given(problems(paths=2, actors=st.integers(1, 5)), RULES, st.data())
def test_one_more_actor_never_lowers_net_fit(problem, rules, data):
    region, paths = problem
    actors, competences = region.levels.shape
    levels = data.draw(st.lists(LEVELS, min_size=competences, max_size=competences))
    links = np.array(data.draw(st.lists(STRENGTHS, min_size=actors, max_size=actors)))
    strength = np.zeros((actors + 1, actors + 1))
    strength[:-1, :-1], strength[-1, :-1], strength[:-1, -1] = region.strength, links, links
    larger = region.but(levels=np.vstack((region.levels, levels)), strength=strength)
    if data.draw(st.booleans()):
        larger = larger.but(leads=np.append(region.leads, actors))
    assert (nets(larger, paths, rules) >= nets(region, paths, rules)).all()


@given(problems(paths=2, actors=st.integers(2, 6)), RULES, st.data())
def test_a_stronger_link_never_lowers_net_fit(problem, rules, data):
    region, paths = problem
    one, other = data.draw(st.lists(st.integers(0, len(region.levels) - 1), min_size=2, max_size=2, unique=True))
    strength = region.strength.copy()
    strength[one, other] = strength[other, one] = max(strength[one, other], data.draw(SHARES))
    assert (nets(region.but(strength=strength), paths, rules) >= nets(region, paths, rules)).all()


@given(problems(paths=2), RULES, st.data())
def test_a_higher_level_never_lowers_net_fit(problem, rules, data):
    region, paths = problem
    actor, competence = (data.draw(st.integers(0, size - 1)) for size in region.levels.shape)
    levels = region.levels.copy()
    levels[actor, competence] = max(np.nan_to_num(levels[actor, competence]), data.draw(SHARES))
    assert (nets(region.but(levels=levels), paths, rules) >= nets(region, paths, rules)).all()


@given(problems(paths=2), RULES)
def test_room_for_one_more_never_lowers_net_fit_nor_a_cheaper_place(problem, rules):
    region, paths = problem
    now = nets(region, paths, rules)
    assert (nets(region, paths, replace(rules, size=rules.size + 1)) >= now).all()
    assert (nets(region, paths, replace(rules, cost=rules.cost / 2)) >= now).all()


@given(problems(), RULES, st.randoms(use_true_random=False))
def test_order_does_not_matter(problem, rules, random):
    region, paths = problem
    order = list(range(len(region.levels)))
    random.shuffle(order)
    shuffled = region.but(
        levels=region.levels[order],
        strength=region.strength[np.ix_(order, order)],
        leads=np.array([order.index(lead) for lead in region.leads]),
    )
    turned = [Needs(*(each[::-1] for each in (n.competence, n.weight, n.level, n.essential))) for n in paths]
    assert nets(shuffled, turned[::-1], rules)[::-1] == pytest.approx(nets(region, paths, rules), abs=NOISE)


@given(problems(), RULES, st.sampled_from([0.125, 3.0, 1000.0]))
def test_only_the_ratio_of_weights_matters(problem, rules, factor):
    region, paths = problem
    scaled = [replace(needs, weight=needs.weight * factor) for needs in paths]
    assert nets(region, scaled, rules) == pytest.approx(nets(region, paths, rules), abs=NOISE)


@given(problems(paths=4), RULES)
def test_a_path_is_answered_alike_alone_and_among_others(problem, rules):
    region, paths = problem
    here = region.capabilities()
    assert best_coalitions(here, paths, rules) == [best_coalitions(here, [needs], rules)[0] for needs in paths]


@given(problems(actors=st.integers(4, 7)), RULES, st.integers(0, 3))
def test_greedy_search_is_near_and_its_bound_holds(problem, rules, exact_up_to):
    region, paths = problem
    rules = replace(rules, exact_up_to=exact_up_to)
    for needs, found in zip(paths, best_coalitions(region.capabilities(), paths, rules), strict=True):
        optimum = by_hand.best(region, needs, rules)
        pair = by_hand.best(region, needs, replace(rules, size=min(rules.size, 2)))
        assert pair.net <= found.net <= optimum.net <= found.upper_bound + NOISE
        assert not found.exact or found.net == optimum.net


def test_members_who_add_too_little_are_left_out():
    """0.5 of one need alone; a partner that lifts it by 0.02 costs 0.03, one that lifts it by 0.04 is worth it."""
    for level, members in ((0.52, (0,)), (0.54, (0, 1))):
        region = by_hand.Region(
            levels=np.array([[0.5], [level]]), kinds=np.zeros(1, np.int8), specificity=np.ones(1),
            nearness=np.zeros((1, 1)), strength=np.array([[0.0, 1.0], [1.0, 0.0]]), leads=np.array([0]),
        )  # fmt: skip
        needs = Needs(np.array([0]), np.ones(1), np.ones(1), np.zeros(1, bool))
        [found] = best_coalitions(region.capabilities(), [needs])
        assert found.members == members


def test_wrong_questions_are_refused():
    region = by_hand.Region(
        np.ones((1, 1)), np.zeros(1, np.int8), np.ones(1), np.zeros((1, 1)), np.zeros((1, 1)), np.array([], int)
    )
    with pytest.raises(ValueError, match="nobody may lead"):
        best_coalitions(region.capabilities(), [Needs(np.array([0]), np.ones(1), np.ones(1), np.zeros(1, bool))])
    for wrong in ({"size": 0}, {"cost": -0.1}, {"cost": 1.5}, {"gate_exponent": -1.0}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Rules(**wrong)
