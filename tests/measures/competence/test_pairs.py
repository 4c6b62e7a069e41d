"""What two actors could do together: bounds, symmetry, and no loss from more links or more competence."""

from __future__ import annotations

import numpy as np
import pytest

from recommender.measures.competence.access import access
from recommender.measures.competence.fit import RULES, Bar, fit
from recommender.measures.competence.pairs import pair_fits
from recommender.measures.competence.supply import Needs, capabilities, share_met

BAR = Bar()
SEEDS = range(25)


def region(seed, *, more=None, linked=False):
    rng = np.random.default_rng(seed)
    actors, competences = 5, 6
    levels = np.round(rng.random((actors, competences)) * (rng.random((actors, competences)) < 0.6), 2)
    strength = np.triu(np.round(rng.random((actors, actors)) * (rng.random((actors, actors)) < 0.4), 2), 1)
    strength = strength + strength.T
    if more is not None:
        levels[more] = 1.0
    if linked:
        strength = np.ones_like(strength) - np.eye(actors)
    kinds = np.array([0, 0, 0, 1, 1, 2], dtype=np.int8)
    made = capabilities(
        levels, kinds, np.linspace(0.4, 1, competences), np.zeros((competences, competences)),
        access(strength), np.arange(4),
    )  # fmt: skip
    needs = Needs(
        np.array([0, 1, 3, 5]), np.array([1.0, 0.5, 0.7, 0.3]), np.array([0.8, 0.5, 0.6, 0.4]),
        np.array([True, False, False, False]),
    )  # fmt: skip
    return made, needs


@pytest.mark.parametrize("seed", SEEDS)
class TestPairs:
    def test_is_symmetric_and_between_alone_and_linked(self, seed):
        made, needs = region(seed)
        found = pair_fits(made, needs, made.leads, BAR)
        assert np.array_equal(found.today, found.today.T)
        assert np.array_equal(found.linked, found.linked.T)
        assert (found.linked >= found.today).all()
        assert (found.today >= np.maximum.outer(found.alone, found.alone)).all()
        assert (found.lift >= 0).all()
        assert ((found.linked >= 0) & (found.linked <= 1)).all()

    def test_is_what_the_better_lead_gets(self, seed):
        made, needs = region(seed)
        found = pair_fits(made, needs, made.leads, BAR)
        for i in made.leads:
            for j in made.leads:
                shares = [share_met(made, needs, lead, [i, j]) for lead in (i, j)]
                fits = [fit(share, made.weight(needs), needs.essential, RULES.gate_exponent) for share in shares]
                assert found.today[i, j] == pytest.approx(max(fits), abs=1e-9)

    def test_is_the_potential_where_everybody_is_linked(self, seed):
        made, needs = region(seed, linked=True)
        found = pair_fits(made, needs, made.leads, BAR)
        assert np.allclose(found.today, found.linked)
        assert np.array_equal(found.eligible_today, found.eligible_linked)

    def test_a_level_more_never_lowers_a_fit(self, seed):
        made, needs = region(seed)
        richer, _ = region(seed, more=(seed % 5, seed % 6))
        before, after = (pair_fits(each, needs, made.leads, BAR) for each in (made, richer))
        for name in ("alone", "today", "linked"):
            assert (getattr(after, name) >= getattr(before, name)).all()

    def test_does_not_depend_on_the_order_of_actors(self, seed):
        made, needs = region(seed)
        order = np.random.default_rng(seed).permutation(made.leads)
        straight, turned = (pair_fits(made, needs, actors, BAR) for actors in (made.leads, order))
        assert np.array_equal(straight.linked[np.ix_(order, order)], turned.linked)
