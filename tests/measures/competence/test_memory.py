"""What one region shows about made-up paths holds in the next: the numbers are those of a fresh look."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.measures.competence.coalition import best_coalitions
from recommender.measures.competence.luck import null_percentiles
from recommender.measures.competence.made_up import relabellings
from recommender.measures.competence.memory import MOST_SOLVED, Bounds, Memory, Solved
from tests.measures.competence.by_hand import Region
from tests.measures.competence.small_regions import RULES, SEEDS, SOME_SHARES, problems

CHANGES = st.lists(st.sampled_from(["level", "link", "actor", "lower", "nothing", "fit"]), min_size=1, max_size=6)


def changed(region, change, fill):
    """The region with one level or link drawn anew, or without its last actor."""
    levels, strength = region.levels.copy(), region.strength.copy()
    row, column, other = (int(fill.integers(size)) for size in (*levels.shape, len(levels)))
    if change in ("level", "lower"):
        old = np.nan_to_num(levels[row, column])
        levels[row, column] = (np.maximum if change == "level" else np.minimum)(old, fill.choice(SOME_SHARES))
    if change == "link" and row != other:
        strength[row, other] = strength[other, row] = max(strength[row, other], fill.choice(SOME_SHARES))
    kept = len(levels) - (change == "actor" and len(levels) > 1)
    leads = region.leads[region.leads < kept]
    return replace(
        region, levels=levels[:kept], strength=strength[:kept, :kept], leads=leads if len(leads) else np.arange(1)
    )


@settings(max_examples=300)
@given(problems(), RULES, SEEDS, CHANGES)
def test_with_what_other_regions_showed_the_percentiles_are_the_same(problem, rules, seed, changes):
    region, paths = problem
    fill, labels = np.random.default_rng(seed), relabellings(region.kinds, 12, seed)
    memory = Memory(rules, labels, region.specificity)
    for change in ["nothing", *changes]:
        region = changed(region, change, fill)
        here = region.capabilities()
        fits = np.array([found.fit for found in best_coalitions(here, paths, rules)])
        if change == "fit":
            fits = fill.choice(SOME_SHARES, len(paths))
        known = memory.about(here, [f"actor {row}" for row in range(len(here.held))], paths)
        again = null_percentiles(here, paths, fits, labels, rules, known)
        assert again.tolist() == null_percentiles(here, paths, fits, labels, rules).tolist()


@settings(max_examples=300)
@given(problems(), st.lists(RULES, min_size=2, max_size=4), SEEDS, CHANGES)
def test_with_what_was_tried_under_other_rules_the_percentiles_are_the_same(problem, many_rules, seed, changes):
    region, paths = problem
    fill, labels = np.random.default_rng(seed), relabellings(region.kinds, 12, seed)
    memories = []
    for rules, change in zip(many_rules, ["nothing", *changes, *["nothing"] * 3], strict=False):
        region = changed(region, change, fill)
        here = region.capabilities()
        fits = np.array([found.fit for found in best_coalitions(here, paths, rules)])
        memories.append(Memory(rules, labels, region.specificity, beside=list(memories)))
        known = memories[-1].about(here, [f"actor {row}" for row in range(len(here.held))], paths)
        again = null_percentiles(here, paths, fits, labels, rules, known)
        assert again.tolist() == null_percentiles(here, paths, fits, labels, rules).tolist()


@given(problems(), RULES, SEEDS)
def test_a_second_look_at_the_same_region_leaves_nothing_open(problem, rules, seed):
    region, paths = problem
    here, labels = region.capabilities(), relabellings(region.kinds, 12, seed)
    fits = np.array([found.fit for found in best_coalitions(here, paths, rules)])
    memory = Memory(rules, labels, region.specificity)
    names = [str(row) for row in range(len(here.held))]
    null_percentiles(here, paths, fits, labels, rules, memory.about(here, names, paths))
    for bounds, fit in zip(memory.about(region.capabilities(), names, paths), fits, strict=True):
        assert (bounds.solved | bounds.surely_less(fit, 0.0) | (bounds.net > fit)).all()


def test_a_region_can_do_as_much_only_if_nothing_is_lower():
    region = _three_actors()
    here = Solved(region.capabilities(), ("a", "b", "c"))
    higher = replace(region, levels=np.maximum(region.levels, 0.6))
    mixed = replace(region, levels=np.flip(region.levels, axis=0))
    assert Solved(higher.capabilities(), ("a", "b", "c")).can_do_as_much_as(here)
    assert not here.can_do_as_much_as(Solved(higher.capabilities(), ("a", "b", "c")))
    assert not Solved(mixed.capabilities(), ("a", "b", "c")).can_do_as_much_as(here)
    assert not Solved(higher.capabilities(), ("a", "b", "d")).can_do_as_much_as(here)
    assert Solved(mixed.capabilities(), ("c", "b", "a")).can_do_as_much_as(here)


def test_it_forgets_all_but_the_first_and_the_latest():
    region = _three_actors().capabilities()
    memory = Memory(None, np.zeros((1, 2), int), region.specificity)
    first = Solved(region, ("a", "b", "c"))
    memory.solved.append(first)
    for number in range(2 * MOST_SOLVED):
        higher = replace(_three_actors(), levels=np.full((3, 2), number / 100))
        memory.about(higher.capabilities(), ("a", "b", "c"), [])
    assert memory.solved[0] is first
    assert len(memory.solved) == 1 + MOST_SOLVED


def test_a_region_that_it_knows_is_not_kept_twice():
    region = _three_actors()
    memory = Memory(None, np.zeros((1, 2), int), region.capabilities().specificity)
    for _ in range(3):
        memory.about(region.capabilities(), ("a", "b", "c"), [])
    assert len(memory.solved) == 1


def test_only_leads_that_reach_what_was_raised_are_asked_again():
    """b is linked to c; c learns the first competence: technological, so whoever reaches c may draw on it."""
    linked = replace(_three_actors(), strength=np.array([[0, 0, 0], [0, 0, 0.5], [0, 0.5, 0]]))
    levels = linked.levels.copy()
    levels[2, 0] = 0.9
    names = ("a", "b", "c")
    before = Solved(linked.capabilities(), names)
    after = Solved(replace(linked, levels=levels).capabilities(), names)
    lent, held = np.split(after.raised_since(before), 2)
    assert held.tolist() == [[False, True, True], [False, False, False]]
    assert lent.tolist() == held.tolist()
    assert not before.raised_since(after).any()
    assert before.raised_since(Solved(linked.capabilities(), ("a", "b", "d"))).any(axis=0).tolist() == [
        False,
        True,
        True,
    ]


def test_of_two_coalitions_as_good_the_smaller_one_is_kept():
    bounds, first = Bounds.none(2), np.zeros(1, int)
    bounds.found(first, np.array([0.5]), np.array([3]))
    bounds.found(first, np.array([0.5]), np.array([2]))
    bounds.found(first, np.array([0.4]), np.array([1]))
    assert (bounds.net[0], bounds.size[0]) == (0.5, 2)


def _three_actors():
    return Region(
        levels=np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.55]]), kinds=np.array([0, 1], np.int8),
        specificity=np.ones(2), nearness=np.zeros((2, 2)), strength=np.zeros((3, 3)), leads=np.arange(3),
        substitution=0.5,
    )  # fmt: skip
