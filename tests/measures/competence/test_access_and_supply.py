"""Who can lend what to whom (METHODS A2, A3)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.measures.competence.access import access
from recommender.measures.competence.supply import share_met, suppliers, supply
from tests.measures.competence import by_hand
from tests.measures.competence.small_regions import networks, problems

NETWORKS = networks()


@given(NETWORKS)
def test_access_is_a_symmetric_share_and_whole_to_oneself(strength):
    for table in (access(strength).technological, access(strength).embedded):
        assert np.array_equal(table, table.T)
        assert ((table >= 0) & (table <= 1)).all()
        assert (table.diagonal() == 1).all()


@given(NETWORKS)
def test_technologies_travel_over_two_links_and_the_rest_over_one(strength):
    found = access(strength)
    direct = strength + np.eye(len(strength))
    assert np.array_equal(found.embedded, direct)
    for one, other in np.ndindex(strength.shape):
        if one != other:
            between = max(strength[one, middle] * strength[middle, other] for middle in range(len(strength)))
            assert found.technological[one, other] == max(strength[one, other], between)


@given(NETWORKS, st.sampled_from([0.25, 0.5]))
def test_an_introduction_is_a_floor_for_the_unlinked_and_goes_no_further(strength, introduction):
    before, after = access(strength), access(strength, introduction)
    unlinked = (strength == 0) & ~np.eye(len(strength), dtype=bool)
    assert (after.embedded[unlinked] == introduction).all()
    assert np.array_equal(after.embedded[~unlinked], before.embedded[~unlinked])
    expected = np.where(unlinked, np.maximum(before.technological, introduction), before.technological)
    assert np.array_equal(after.technological, expected)


@pytest.mark.parametrize(
    ("strength", "message"),
    [
        (np.zeros((2, 3)), "square"),
        (np.array([[0.0, 0.5], [0.4, 0.0]]), "symmetric"),
        (np.array([[0.0, 1.5], [1.5, 0.0]]), "leaves"),
        (np.array([[0.0, np.nan], [np.nan, 0.0]]), "symmetric"),
        (np.eye(2), "itself"),
    ],
)
def test_what_is_no_network_is_refused(strength, message):
    with pytest.raises(ValueError, match=message):
        access(strength)


@given(problems())
def test_supply_is_access_times_the_level_or_what_is_near(problem):
    region, paths = problem
    for needs in paths:
        for lead in range(len(region.levels)):
            found = supply(region.capabilities(), needs, lead)
            assert np.array_equal(found.available, by_hand.offers(region, needs, lead))


@given(problems())
def test_only_technologies_that_are_not_essential_have_a_stand_in(problem):
    region, paths = problem
    for needs in paths:
        nearby = supply(region.capabilities(), needs, 0).nearby
        assert not nearby[needs.essential].any()
        assert not nearby[region.kinds[needs.competence] != by_hand.TECHNOLOGICAL].any()
        assert not supply(region.but(substitution=0.0).capabilities(), needs, 0).nearby.any()


@given(problems(), st.data())
def test_suppliers_supply_what_the_coalition_has(problem, data):
    region, paths = problem
    here, actors = region.capabilities(), len(region.levels)
    members = np.array(data.draw(st.lists(st.integers(0, actors - 1), min_size=1, unique=True)))
    for needs in paths:
        offers = supply(here, needs, int(members[0]))
        who, nearby = suppliers(offers, members)
        for need, (actor, stands_in) in enumerate(zip(who, nearby, strict=True)):
            most = offers.available[need, members].max()
            assert (actor == -1) == (most == 0)
            if actor >= 0:
                assert actor in members
                assert offers.available[need, actor] == pytest.approx(most, abs=1e-9)
                assert offers.nearby[need, actor] == stands_in
        share = share_met(here, needs, int(members[0]), members.tolist())
        assert ((share >= 0) & (share <= 1)).all()


def test_wrong_shapes_levels_and_leads_are_refused():
    region = by_hand.Region(
        np.full((2, 3), 0.5), np.zeros(3, np.int8), np.ones(3), np.zeros((3, 3)), np.zeros((2, 2)), np.array([0])
    )
    wrong = [
        ({"kinds": np.zeros(2, np.int8)}, "kinds"),
        ({"nearness": np.zeros((2, 2))}, "nearness"),
        ({"levels": np.full((2, 3), 1.5)}, "level"),
        ({"leads": np.array([0, 0])}, "twice"),
        ({"leads": np.array([2])}, "no actor"),
    ]
    for changes, message in wrong:
        with pytest.raises(ValueError, match=message):
            region.but(**changes).capabilities()
