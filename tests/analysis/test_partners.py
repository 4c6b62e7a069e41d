"""Partner regions: gains are never negative, a consortium is the best there is, strangers are no go-betweens."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recommender.analysis.ground import ground
from recommender.analysis.partner_profiles import as_partner
from recommender.analysis.partners import FULL_LINK, Alone, _linked, consortium, overlap, partner_views
from recommender.model.evidence import Graded
from recommender.model.path import Need, Path
from recommender.model.problem import RecommenderError
from recommender.model.profile import Cluster, Partner, PartnerActor, PartnerLink
from recommender.shipped import EXAMPLES
from recommender.workflows.partners import partners
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
    best = {view.partner.id: view.gains[0].path for view in views}
    assert best["stuttgart"] == "e_powertrain"
    assert best["basque_country"] == "hydrogen_heat"
    assert views[0].gains[0].new  # nobody in the region can do hydrogen heat today
    assert {view.partner.id for view in views if view.similar} == {"comunitat_valenciana", "norte"}


@pytest.mark.parametrize("most", [1, 2, 3, 4])
def test_the_gap_of_a_consortium_covers_every_other_choice(rich, views, most):
    found = consortium(Alone.of(rich.profile, rich.config, PATHS), views, most)
    alone = Alone.of(rich.profile, rich.config, PATHS)
    linked = [_linked(view.partner, FULL_LINK) for view in views]
    sets = [chosen for size in range(1, most + 1) for chosen in combinations(linked, size)]
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


def test_the_profile_of_another_region_is_taken_whole():
    other = str(EXAMPLES / "emilia-romagna" / "profile.yaml")
    found = partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), ("agri_robotics",), (other,))
    [told] = [item for part in found.parts for item in part.findings if item.kind == "partner_brings"]
    assert "ITH5:agrimech" in told.facts["brought_by"]
    places = [found.recommendation.origins[field] for field in told.at if field in found.recommendation.origins]
    assert any("profile.yaml:" in place for place in places)


def test_an_unknown_path_is_told():
    with pytest.raises(RecommenderError, match="no path is called 'hidrogen_heat'"):
        partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), ("hidrogen_heat",))


def test_a_smaller_set_that_keeps_what_was_taken_needs_no_new_search(rich):
    """What is remembered of larger sets of partners is what a fresh search finds."""
    linked = [_linked(partner, FULL_LINK) for partner in rich.profile.partners if partner.actors]
    remembering = Alone.of(rich.profile, rich.config, PATHS)
    remembering.gains(linked)
    for size in (2, 1):
        for chosen in combinations(linked, size):
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


@pytest.fixture(scope="module")
def beside_all(rich):
    return partners(Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml")), PATHS[:2], (str(EXAMPLES),))


def test_a_folder_of_profiles_is_everybody_but_ourselves(beside_all):
    named = {view.partner.id for view in beside_all.data["partners"]}
    assert {"basque_country", "norte", "RO21"} <= named
    assert "ITH5" not in named
    assert "empty" not in named


def test_every_gap_of_the_paths_has_a_row_with_who_could_close_it(beside_all):
    [grid] = [part.grid for part in beside_all.parts if part.grid and part.grid.name == "gap_closers"]
    heads = [column.name for column in grid.columns]
    rows = [dict(zip(heads, row, strict=True)) for row in grid.rows]
    answer = beside_all.recommendation
    wanted = {(path, gap.competence) for path in PATHS[:2] for gap in answer.find(path).gaps}
    assert {(row["path"], row["competence"]) for row in rows} == wanted
    for row in rows:
        held = next(gap.sources for gap in answer.find(row["path"]).gaps if gap.competence == row["competence"])
        theirs = [source.supply for source in held if source.kind == "partner"]
        assert (row["held_there"] or 0.0) >= max(theirs, default=0.0)
        assert row["held_there"] is None or row["held_there"] > row["has_needs"][0]
        assert all("profile.yaml" in answer.origins[field] for field in row["at"])


def test_a_folder_without_profiles_is_refused(tmp_path):
    with pytest.raises(RecommenderError, match="no profile lies in this folder"):
        partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), (), (str(tmp_path),))


def holding(name, competences, strength=None):
    """A partner region with one actor."""
    actor = PartnerActor(f"{name}_actor", {"en": name}, "cluster", competences)
    return Partner(name, {"en": name}, strength=strength, actors=(actor,))


def split_between_two(profile):
    """Two partners of whom each holds one of the essentials of a path, and neither helps alone."""
    needs = {name: Need(1.0, 0.8) for name in ("t_hydrogen", "t_thermal", "t_ceramics")}
    path = Path("both", {"en": "Both"}, needs, essential=tuple(needs))
    lead = Cluster("lead", {"en": "Lead"}, {"t_ceramics": Graded(0.8)})
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
    profile = replace(
        split_between_two(rich.profile), clusters=(own,), partners=partners,
        library=replace(rich.profile.library, paths=paths),
    )  # fmt: skip
    alone = Alone.of(profile, rich.config, tuple(paths))
    views = partner_views(alone, partners, {})
    for view in views:
        assert all(item.gain > 0 for item in (*view.gains, *view.returns))
        assert view.gain >= view.proposed - 1e-9 >= view.today - 2e-9
    found = consortium(alone, views, most)
    fresh = Alone.of(profile, rich.config, tuple(paths))
    linked = [_linked(view.partner, FULL_LINK) for view in views]
    best = max(fresh.worth(part) for size in range(1, most + 1) for part in combinations(linked, size))
    if found is None:
        assert best == 0
    else:
        assert best <= found.gain + found.gap + 1e-9
        assert found.gap >= 0
        assert found.gain <= found.whole + 1e-9


def test_what_nobody_here_has_assessed_is_asked_about_and_not_called_impossible():
    """Of Norte little is assessed: other regions do not open what might be there (METHODS A0)."""
    found = partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), (), (str(EXAMPLES / "emilia-romagna"),))
    answer = found.recommendation
    told = [item for part in found.parts for item in part.findings if item.kind in ("partner_brings", "consortium")]
    assert {item.kind for item in told} == {"partner_brings", "consortium"}
    for finding in told:
        assert finding.facts["paths_to_ask"]
        assert all(answer.find(path).band == "not_assessed" for path in finding.facts["paths_to_ask"])
        assert all(answer.find(path).band == "not_yet" for path in finding.facts["new"])
    [grid] = [part.grid for part in found.parts if part.grid and part.grid.name == "supplies"]
    heads = [column.name for column in grid.columns]
    profile = run_of("norte").profile
    assessed = {name for actor in profile.actors() for name in actor.competences}
    for row in (dict(zip(heads, values, strict=True)) for values in grid.rows):
        assert (row["here_best"] is None) == (row["competence"] not in assessed)
