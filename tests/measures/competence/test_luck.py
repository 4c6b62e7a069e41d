"""Is a fit more than luck (METHODS A6)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.measures.competence.coalition import best_coalitions
from recommender.measures.competence.fit import Rules
from recommender.measures.competence.luck import null_percentiles
from recommender.measures.competence.made_up import relabellings
from tests.measures.competence import by_hand
from tests.measures.competence.small_regions import RULES, SEEDS, problems

KINDS = st.lists(st.integers(0, 2), min_size=1, max_size=12).map(lambda kinds: np.array(kinds, np.int8))


@given(problems(), RULES, SEEDS)
def test_it_is_the_rank_among_made_up_paths_solved_one_by_one(problem, rules, seed):
    region, paths = problem
    here = region.capabilities()
    labels = relabellings(region.kinds, 12, seed)
    fits = np.array([found.fit for found in best_coalitions(here, paths, rules)])
    expected = [by_hand.percentile(region, needs, fit, labels, rules) for needs, fit in zip(paths, fits, strict=True)]
    assert null_percentiles(here, paths, fits, labels, rules).tolist() == expected


@given(problems(paths=1), RULES, SEEDS, st.sampled_from([0.0, 0.2, 0.5, 0.7, 0.95, 1.0]))
def test_any_fit_has_its_rank_not_only_that_of_the_best_coalition(problem, rules, seed, fit):
    region, [needs] = problem[0], problem[1]
    labels = relabellings(region.kinds, 12, seed)
    expected = by_hand.percentile(region, needs, fit, labels, rules)
    assert null_percentiles(region.capabilities(), [needs], np.array([fit]), labels, rules).tolist() == [expected]


@settings(max_examples=20)
@given(problems(actors=st.integers(5, 8), competences=st.integers(6, 12)), SEEDS)
def test_with_many_partners_and_a_greedy_search_the_rank_is_that_of_its_own_answers(problem, seed):
    region, paths = problem
    here, rules = region.capabilities(), Rules(exact_up_to=2)
    labels = relabellings(region.kinds, 30, seed)
    for needs in paths:
        [observed] = best_coalitions(here, [needs], rules)
        made_up = best_coalitions(here, [needs.of(label[needs.competence]) for label in labels], rules)
        fits = np.array([found.fit for found in made_up])
        expected = ((fits < observed.fit) + 0.5 * (fits == observed.fit)).mean()
        found = null_percentiles(here, [needs], np.array([observed.fit]), labels, rules)
        assert found == pytest.approx([expected])


@given(KINDS, st.integers(1, 40), SEEDS)
def test_a_relabelling_is_a_permutation_within_each_kind(kinds, draws, seed):
    labels = relabellings(kinds, draws, seed)
    assert (kinds[labels] == kinds).all()
    assert (np.sort(labels, axis=1) == np.arange(len(kinds))).all()


@given(KINDS, st.integers(1, 20), st.integers(0, 20), SEEDS)
def test_more_draws_begin_with_the_same_ones(kinds, few, more, seed):
    assert np.array_equal(relabellings(kinds, few, seed), relabellings(kinds, few + more, seed)[:few])


def test_every_relabelling_is_as_likely():
    """Chi-square of 24 permutations of four competences over 6,000 draws; 49.7 is its 99.9th percentile."""
    labels = relabellings(np.zeros(4, np.int8), 6000, seed=3)
    _, counts = np.unique(labels, axis=0, return_counts=True)
    assert len(counts) == 24
    assert ((counts - 250) ** 2 / 250).sum() < 49.7


@given(problems(paths=3), SEEDS)
def test_a_path_has_the_same_percentile_alone_and_among_others(problem, seed):
    region, paths = problem
    here, labels = region.capabilities(), relabellings(region.kinds, 20, seed)
    fits = np.array([found.fit for found in best_coalitions(here, paths)])
    alone = [null_percentiles(here, [needs], fits[[place]], labels)[0] for place, needs in enumerate(paths)]
    assert null_percentiles(here, paths, fits, labels).tolist() == alone


def test_it_does_not_grow_with_the_length_of_the_file():
    """A second region of clusters that hold nothing changes no percentile."""
    draw = np.random.Generator(np.random.PCG64(5))
    kinds = np.repeat(np.arange(3, dtype=np.int8), 5)
    levels = np.where(draw.random((6, 15)) < 0.5, draw.uniform(0.2, 1, (6, 15)).round(2), np.nan)
    region = by_hand.Region(levels, kinds, np.ones(15), np.zeros((15, 15)), np.zeros((6, 6)), np.arange(6))
    longer = region.but(
        levels=np.vstack((levels, np.zeros_like(levels))), strength=np.zeros((12, 12)), leads=np.arange(12)
    )
    needs = by_hand.Needs(np.array([0, 3, 6, 11]), np.ones(4), np.ones(4), np.array([True, False, False, False]))
    labels = relabellings(kinds, 200, seed=1)
    found = []
    for each in (region, longer):
        [best] = best_coalitions(each.capabilities(), [needs])
        found.append(null_percentiles(each.capabilities(), [needs], np.array([best.fit]), labels)[0])
    assert found[0] == found[1]
    assert 0 < found[0] < 1


def test_wrong_questions_are_refused():
    region = by_hand.Region(
        np.ones((1, 1)), np.zeros(1, np.int8), np.ones(1), np.zeros((1, 1)), np.zeros((1, 1)), np.array([0])
    )
    needs = by_hand.Needs(np.array([0]), np.ones(1), np.ones(1), np.zeros(1, bool))
    for fits, draws in ((np.ones(2), 5), (np.ones(1), 0)):
        with pytest.raises(ValueError, match="do not go together"):
            null_percentiles(region.capabilities(), [needs], fits, relabellings(region.kinds, draws, 1))
