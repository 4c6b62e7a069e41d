"""Partner regions: gains are never negative, a consortium is the best there is, strangers are no go-betweens."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.analysis.ground import ground
from recommender.analysis.partner_gains import FULL_LINK, Alone, linked
from recommender.analysis.partner_profiles import as_partner, best_levels, beyond
from recommender.analysis.partners import consortium, overlap, partner_views
from recommender.model.evidence import Graded
from recommender.model.path import Need, Path
from recommender.model.profile import Cluster, Partner, PartnerActor, PartnerLink
from recommender.shipped import EXAMPLES
from recommender.workflows.recommend import prepare_profile
from recommender.workflows.request import Request

PATHS = ("e_powertrain", "hydrogen_heat", "ceramic_twin", "alt_protein", "textile_passport", "offshore_hub")


def run_of(region):
    return prepare_profile(Request(str(EXAMPLES / region / "profile.yaml")))


@pytest.fixture(scope="module")
def rich():
    return run_of("emilia-romagna")


@pytest.fixture(scope="module")
def views(rich):
    return partner_views(Alone.of(rich.profile, rich.config, PATHS), rich.profile.partners, {})


def test_nobody_takes_anything_away(views):
    for view in views:
        assert all(item.gain > 0 and item.fit_to >= item.fit_from for item in (*view.gains, *view.returns))
        assert view.gain >= view.proposed - 1e-9
        assert view.proposed >= view.today - 1e-9


def test_what_is_said_of_emilia_romagna(views):
    best = {view.partner.id: view.gains[0].path for view in views if view.gains}
    assert best["stuttgart"] == "e_powertrain"
    assert best["basque_country"] == "hydrogen_heat"
    assert views[0].gains[0].new  # nobody in the region can do hydrogen heat today
    assert {view.partner.id for view in views if view.similar} == {"comunitat_valenciana", "norte"}


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_the_gap_of_a_consortium_covers_every_other_choice(rich, views, most):
    found = consortium(Alone.of(rich.profile, rich.config, PATHS), views, most)
    alone = Alone.of(rich.profile, rich.config, PATHS).counting("assessed")
    fully = [linked(view.partner, FULL_LINK) for view in views]
    sets = [chosen for size in range(1, most + 1) for chosen in combinations(fully, size)]
    assert max(alone.worth(chosen) for chosen in sets) <= found.gain + found.gap + 1e-9
    assert found.exact == (most <= 3)
    assert len(found.members) <= most


def test_more_partners_never_add_less(rich, views):
    gains = [consortium(Alone.of(rich.profile, rich.config, PATHS), views, most).gain for most in (1, 2, 3)]
    assert gains == sorted(gains)


def test_actors_of_other_regions_are_no_go_betweens(rich):
    """A channel to a region that can do nothing must not bring the region's own actors together."""
    idle = replace(rich.profile.partners[0], links=(), strength=Graded(1.0))
    idle = replace(idle, actors=tuple(replace(actor, competences={}) for actor in idle.actors))
    here = ground(replace(rich.profile, partners=(idle,)), rich.config)
    own = np.array([here.wider.position(actor) for actor in here.land.actors])
    assert np.array_equal(here.partnered.access.technological[np.ix_(own, own)], here.today.access.technological)
    assert Alone.of(rich.profile, rich.config, PATHS).gains([idle]) == ()


def test_a_region_overlaps_with_itself_in_full(rich):
    here = ground(replace(rich.profile, partners=()), rich.config)
    actors = as_partner(rich.profile, None)
    assert overlap(here, actors) == pytest.approx(1.0)


def test_a_smaller_set_that_keeps_what_was_taken_needs_no_new_search(rich):
    """What is remembered of larger sets of partners is what a fresh search finds."""
    fully = [linked(partner, FULL_LINK) for partner in rich.profile.partners if partner.actors]
    remembering = Alone.of(rich.profile, rich.config, PATHS)
    remembering.gains(fully)
    for size in (2, 1):
        for chosen in combinations(fully, size):
            fresh = Alone.of(rich.profile, rich.config, PATHS)
            assert remembering.gains(chosen) == fresh.gains(chosen)


def test_a_partner_that_is_known_keeps_its_channel_and_its_links(rich):
    basque = run_of("basque-country").profile
    known = next(partner for partner in rich.profile.partners if partner.region == "ES21")
    whole = as_partner(basque, known)
    assert (whole.id, whole.strength, whole.links) == (known.id, known.strength, known.links)
    there = {actor.id for actor in whole.actors}
    assert {link.target for link in whole.links} <= there
    assert {f"ES21:{cluster.id}" for cluster in basque.clusters if cluster.competences} <= there


def test_a_link_to_an_actor_that_the_whole_profile_names_leads_there(rich):
    basque = run_of("basque-country").profile
    first = basque.clusters[0]
    actor = PartnerActor(first.id, first.name, "cluster", first.competences)
    known = Partner("b", {"en": "B"}, region="ES21", actors=(actor,),
                    links=(PartnerLink("packaging", first.id, Graded(0.4)),))  # fmt: skip
    whole = as_partner(basque, known)
    assert [link.target for link in whole.links] == [f"ES21:{first.id}"]
    assert first.id not in {item.id for item in whole.actors}


def holding(name, competences, strength=None):
    """A partner region with one actor."""
    actor = PartnerActor(f"{name}_actor", {"en": name}, "cluster", competences)
    return Partner(name, {"en": name}, strength=strength, actors=(actor,))


def split_between_two(profile):
    """Two partners of whom each holds one of the essentials of a path, and neither helps alone."""
    needs = {name: Need(1.0, 0.8) for name in ("t_hydrogen", "t_thermal", "t_ceramics")}
    path = Path("both", {"en": "Both"}, needs, essential=tuple(needs))
    levels = {"t_ceramics": 0.8, "t_hydrogen": 0.0, "t_thermal": 0.0}
    lead = Cluster("lead", {"en": "Lead"}, {name: Graded(level) for name, level in levels.items()})
    partners = tuple(
        Partner(
            name, {"en": name}, actors=(PartnerActor(f"{name}_actor", {"en": name}, "cluster", {one: Graded(0.8)}),)
        )
        for name, one in (("first", "t_hydrogen"), ("second", "t_thermal"), ("third", "t_textile"))
    )
    library = replace(profile.library, paths={"both": path})
    return replace(
        profile, library=library, clusters=(lead,), institutions=(), associations=(), users=(), links=(),
        partners=partners, region=replace(profile.region, priorities=()),
    )  # fmt: skip


def test_two_who_help_only_together_are_found(rich):
    alone = Alone.of(split_between_two(rich.profile), rich.config, ("both",))
    views = partner_views(alone, alone_partners(rich), {})
    assert all(view.gain == 0 for view in views)
    found = consortium(alone, views, 2)
    assert found.members == ("first", "second")
    assert found.gain > 0.5
    assert consortium(alone, views, 1).gain == 0


def alone_partners(rich):
    return split_between_two(rich.profile).partners


LEVELS = st.sampled_from([0.0, 0.3, 0.6, 0.9])
SKILLS = ("t_hydrogen", "t_thermal", "t_ceramics", "o_consortium")


@st.composite
def small_worlds(draw):
    """One cluster, two paths over four competences, and up to five partners of one actor each."""
    held = st.dictionaries(st.sampled_from(SKILLS), LEVELS.map(Graded), max_size=4)
    paths = {}
    for name in ("one", "two"):
        wanted = draw(st.lists(st.sampled_from(SKILLS), min_size=2, unique=True))
        needs = {skill: Need(draw(st.sampled_from([0.5, 1.0])), 0.6) for skill in wanted}
        essential = draw(st.sets(st.sampled_from(wanted), max_size=2))
        paths[name] = Path(name, {"en": name}, needs, essential=tuple(sorted(essential)))
    own = Cluster("lead", {"en": "Lead"}, draw(held))
    count = draw(st.integers(1, 5))
    partners = tuple(holding(f"p{row}", draw(held), Graded(draw(LEVELS))) for row in range(count))
    return own, paths, partners


@settings(max_examples=25, deadline=None)
@given(world=small_worlds(), most=st.integers(1, 4))
def test_no_gain_is_negative_and_the_gap_covers_brute_force(rich, world, most):
    own, paths, partners = world
    profile = alone_with(rich, own, paths, partners)
    alone = Alone.of(profile, rich.config, tuple(paths))
    views = partner_views(alone, partners, {})
    for view in views:
        assert all(item.gain > 0 for item in (*view.gains, *view.returns))
        assert view.gain >= view.proposed - 1e-9 >= view.today - 2e-9
    found = consortium(alone, views, most)
    fresh = Alone.of(profile, rich.config, tuple(paths)).counting("assessed")
    fully = [linked(view.partner, FULL_LINK) for view in views]
    best = max(fresh.worth(part) for size in range(1, most + 1) for part in combinations(fully, size))
    if found is None:
        assert best == 0
    else:
        assert best <= found.gain + found.gap + 1e-9
        assert found.gap >= 0
        assert found.gain <= found.whole + 1e-9


def assessed(levels):
    return {name: Graded(level) for name, level in levels.items()}


@settings(max_examples=25, deadline=None)
@given(world=small_worlds())
def test_what_counts_less_never_adds_more(rich, world):
    """All that partners hold, only what is above the best here, only what is assessed here: each adds no more."""
    own, paths, partners = world
    alone = Alone.of(alone_with(rich, own, paths, partners), rich.config, tuple(paths))
    fully = [linked(partner, FULL_LINK) for partner in partners]
    worth = [alone.counting(what).worth(fully) for what in ("all", "above", "assessed")]
    assert worth[0] >= worth[1] - 1e-9 >= worth[2] - 2e-9 >= -2e-9


@settings(max_examples=25, deadline=None)
@given(world=small_worlds())
def test_a_gain_rests_on_more_than_anybody_here_was_assessed_for(rich, world):
    """Unknown is not zero: for certain counts only what is assessed here and exceeds it (METHODS A0)."""
    own, paths, partners = world
    profile = alone_with(rich, own, paths, partners)
    best, held = best_levels(profile), levels_of(partners)
    for view in partner_views(Alone.of(profile, rich.config, tuple(paths)), partners, {}):
        for item in view.gains:
            assert not item.unassessed
            assert all(
                held[who].get(what, 1.0) > best[what] for what, who in zip(item.brings, item.suppliers, strict=True)
            )
        assert all(item.unassessed for item in view.to_ask)
        assert not {item.path for item in view.gains} & {item.path for item in view.to_ask}
        theirs = {name for actor in view.partner.actors for name in actor.competences}
        assert all(set(item.brings) <= theirs for item in view.returns)
        assert all(set(item.unassessed) - theirs for item in view.returns_to_ask)


def test_what_a_mode_remembers_is_what_a_fresh_search_finds(rich):
    """The certain gains are found from the wider ones where that is allowed, and are the same without."""
    fully = [linked(partner, FULL_LINK) for partner in rich.profile.partners if partner.actors]
    seeded = Alone.of(rich.profile, rich.config, PATHS)
    seeded.counting("above").gains(fully)
    fresh = Alone.of(rich.profile, rich.config, PATHS).counting("assessed")
    for size in (5, 2, 1):
        for chosen in combinations(fully, size):
            assert seeded.counting("assessed").gains(chosen) == fresh.gains(chosen)


def test_of_a_partner_only_what_is_above_the_best_here_remains():
    partner = holding("other", assessed({"t_more": 0.7, "t_same": 0.5, "t_unknown": 0.4, "t_none": 0.0}))
    best = {"t_more": 0.6, "t_same": 0.5}
    left = [set(beyond(partner, best, unassessed=known).actors[0].competences) for known in (False, True)]
    assert left == [{"t_more"}, {"t_more", "t_unknown"}]


def test_nobody_is_in_a_consortium_for_nothing(rich, views):
    """A partner without whom as much is added would be called similar in one table and chosen in another."""
    alone = Alone.of(rich.profile, rich.config, PATHS)
    fully = {view.partner.id: linked(view.partner, FULL_LINK) for view in views}
    for most in (2, 3, 4, 5):
        members = consortium(alone, views, most).members
        worth = alone.counting("assessed").worth([fully[name] for name in members])
        for name in members:
            assert alone.counting("assessed").worth([fully[other] for other in members if other != name]) < worth - 1e-9


def alone_with(rich, own, paths, partners):
    """A region of one cluster with these paths and partners."""
    return replace(
        split_between_two(rich.profile), clusters=(own,), partners=partners,
        library=replace(rich.profile.library, paths=paths),
    )  # fmt: skip


def levels_of(partners):
    return {
        actor.id: {name: level.value for name, level in actor.competences.items()}
        for partner in partners
        for actor in partner.actors
    }
