"""Partner regions: gains are never negative, a consortium is the best there is, strangers are no go-betweens."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from recommender.analysis.ground import ground
from recommender.analysis.partners import FULL_LINK, _linked, _Region, as_partner, consortium, overlap, partner_views
from recommender.model.evidence import Graded
from recommender.model.problem import RecommenderError
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import prepare_profile
from recommender.workflows.partners import partners
from recommender.workflows.request import Request

PATHS = ("e_powertrain", "hydrogen_heat", "ceramic_twin", "alt_protein", "textile_passport", "offshore_hub")


def run_of(region):
    return prepare_profile(Request(str(EXAMPLES / region / "profile.yaml")))


@pytest.fixture(scope="module")
def rich():
    return run_of("emilia-romagna")


@pytest.fixture(scope="module")
def views(rich):
    return partner_views(rich.profile, rich.config, PATHS, {})


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
    found = consortium(rich.profile, rich.config, PATHS, views, most)
    alone = _Region.of(replace(rich.profile, partners=()), rich.config, PATHS)
    linked = [_linked(view.partner, FULL_LINK) for view in views]
    sets = [chosen for size in range(1, most + 1) for chosen in combinations(linked, size)]
    assert max(alone.worth(chosen) for chosen in sets) <= found.gain + found.gap + 1e-9
    assert found.exact == (most <= 3)
    assert len(found.members) <= most


def test_more_partners_never_add_less(rich, views):
    gains = [consortium(rich.profile, rich.config, PATHS, views, most).gain for most in (1, 2, 3)]
    assert gains == sorted(gains)


def test_actors_of_other_regions_are_no_go_betweens(rich):
    """A channel to a region that can do nothing must not bring the region's own actors together."""
    idle = replace(rich.profile.partners[0], links=(), strength=Graded(1.0))
    idle = replace(idle, actors=tuple(replace(actor, competences={}) for actor in idle.actors))
    here = ground(replace(rich.profile, partners=(idle,)), rich.config)
    own = np.array([here.wider.position(actor) for actor in here.land.actors])
    assert np.array_equal(here.partnered.access.technological[np.ix_(own, own)], here.today.access.technological)
    assert _Region.of(replace(rich.profile, partners=()), rich.config, PATHS).gains([idle]) == ()


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
