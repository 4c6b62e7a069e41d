"""What would change the answer: every promised effect is the one that the edited profile has."""

from __future__ import annotations

from functools import cache

import pytest

from recommender.analysis.changes import changes, link_strength, with_level, with_link, without_actor
from recommender.analysis.opportunities import rank_paths
from recommender.inputs.reading import Reading
from recommender.model.config import Config, Lens
from recommender.model.profile import Profile
from recommender.model.recommendation import Opportunity, Recommendation
from recommender.workflows.loading import load_profile
from tests.support import EMILIA_ROMAGNA

CONFIG = Config()
LENS = Lens("plain", {"relatedness": 1.0}, {})
SOME = ("space_components", "recovered_building_materials", "climate_services", "hydrogen_heat", "drone_services")


@cache
def profile() -> Profile:
    return load_profile(str(EMILIA_ROMAGNA), Reading())


def ranked(edited: Profile) -> Recommendation:
    return rank_paths(edited, CONFIG, LENS, None)


@cache
def base() -> Recommendation:
    return ranked(profile())


def found(answer: Recommendation, path: str) -> Opportunity:
    item = answer.find(path)
    assert item is not None
    return item


def applied(facts) -> Profile:
    """The profile after the change that a finding speaks of."""
    if facts["change"] in ("raise_competence", "lose_competence"):
        return with_level(profile(), facts["actor"], facts["competence"], facts["level_to"])
    if facts["change"] in ("add_link", "strengthen_link"):
        return with_link(profile(), facts["actor"], facts["other"], facts["level_to"])
    assert facts["change"] == "lose_actor"
    return without_actor(profile(), facts["actor"])


@pytest.mark.parametrize("path", SOME)
def test_a_told_change_has_the_told_effect(path):
    raises, lowers = changes(found(base(), path), profile(), CONFIG)
    assert raises
    assert lowers
    for finding in (raises[0], lowers[0]):
        after = found(ranked(applied(finding.facts)), path)
        assert after.competence.fit.low == pytest.approx(finding.facts["fit_to"], abs=1e-9)
        assert after.band == finding.facts["band_to"]


@pytest.mark.parametrize("path", SOME)
def test_changes_go_the_way_they_say_largest_first(path):
    raises, lowers = changes(found(base(), path), profile(), CONFIG)
    up = [finding.facts["fit_to"] - finding.facts["fit_from"] for finding in raises]
    down = [finding.facts["fit_from"] - finding.facts["fit_to"] for finding in lowers]
    assert all(value > 0 for value in up + down)
    assert up == sorted(up, reverse=True)
    assert down == sorted(down, reverse=True)


def test_a_lost_actor_leaves_no_trace():
    rest = without_actor(profile(), "packaging")
    assert "packaging" not in {actor.id for actor in rest.actors()}
    assert not [link for link in rest.links if "packaging" in (link.a, link.b)]
    assert not [item for item in rest.associations if "packaging" in item.members]


def test_the_strongest_direct_link_counts():
    more = with_link(profile(), "packaging", "food", 0.2)
    assert link_strength(more, "food", "packaging") == link_strength(profile(), "packaging", "food") == 0.85
