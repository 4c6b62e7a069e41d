"""Laws of edits: there and back is the base, every section can be changed, and what is wrong is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from recommender.inputs.overlay import Overlay
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario
from recommender.model.problem import InputErrors
from recommender.workflows.shelf import known_activities
from tests.workflows.made_up_scenarios import CHALLENGES, HEAD, edit, overlay, under, written


def test_an_edit_taken_back_gives_the_base(tmp_path):
    before = overlay().profile
    there = under(edit("set", "clusters.packaging.competences.t_vision", "value: 0.9"), tmp_path)
    assert there != before
    written(tmp_path, edit("set", "clusters.packaging.competences.t_vision", "value: 0.9"), "there.yaml")
    back = edit("set", "clusters.packaging.competences.t_vision", "value: 0.7")
    assert under(f"extends: there.yaml\n{back}", tmp_path) == before


def test_what_is_added_and_removed_is_gone(tmp_path):
    (tmp_path / "more.yaml").write_text(
        HEAD + edit("add", "institutions", "value: {id: lab, name: Lab, kind: other}"), "utf-8"
    )
    text = "extends: more.yaml\n" + edit("remove", "institutions.lab")
    assert under(text, tmp_path) == overlay().profile


def test_one_as_a_factor_changes_nothing(tmp_path):
    assert under(edit("scale", "clusters.motor.competences", "by: 1"), tmp_path) == overlay().profile


def test_scaled_levels_stay_levels_and_lose_their_sources(tmp_path):
    motor = next(
        item for item in under(edit("scale", "clusters.packaging.competences", "by: 2"), tmp_path).clusters
        if item.id == "packaging"
    )  # fmt: skip
    assert motor.competences["t_automation"].value == 1
    assert motor.competences["t_thermal"].value == pytest.approx(0.5)
    assert motor.competences["b_niche_export"].sources == ()


def test_a_removed_actor_takes_its_links_and_memberships_along(tmp_path):
    profile = under(edit("remove", "clusters.biomedical"), tmp_path)
    assert not [link for link in profile.links if "biomedical" in (link.a, link.b)]
    assert not [item for item in profile.associations if "biomedical" in item.members]


@pytest.mark.parametrize(
    "text",
    [
        edit("set", "paths.chip_fab.demand", "value: 0.1"),
        edit("set", "governance.edp.evidence", "value: none"),
        edit("set", "region.type", "value: an island"),
        edit("add", "associations.clust_er_mech.members", "value: ceramics"),
        edit("remove", "partners.norte"),
        edit("set", "partners.basque_country.links.bc_energy.marine.strength", "value: 0.9"),
        edit("set", "institutions.dama.competences.t_iot",
                                                                        "value: 0.2"),
        edit("remove", "links.art_er.clust_er_mech"),
    ],
)  # fmt: skip
def test_every_section_can_be_changed(text, tmp_path):
    on = overlay()
    assert under(text, tmp_path, on=on) != on.profile


def problems(text: str, folder: Path) -> list[tuple[str, int, int]]:
    with pytest.raises(InputErrors) as caught:
        under(text, folder)
    return [(item.code.code, item.at.line, item.at.column) for item in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (edit("set", "clusters.pakaging.competences.t_vision", "value: 0.5"), "R401"),
        (edit("set", "clusters.packaging.competences.t_visoin", "value: 0.5"), "R401"),
        (edit("set", "clusters.packaging.competences.t_vision", "value: 1.5"), "R305"),
        (edit("set", "clusters.packaging.maturty", "value: mature"), "R302"),
        (edit("remove", "links.packaging.tourism"), "R401"),
        (edit("add", "links", "value: {a: packaging, b: nobody, strength: 0.5}"), "R401"),
        (edit("add", "clusters", "value: {id: motor, name: Again}"), "R402"),
        (edit("set", "vocabulary.technological.t_vision", "value: 1"), "R401"),
        (edit("scale", "clusters.packaging.activities", "by: 2"), "R301"),
        (edit("scale", "clusters.packaging.maturity", "by: 2"), "R301"),
        (edit("scale", "clusters.packaging", "by: 2"), "R301"),
        (edit("scale", "links", "by: 0.5"), "R404"),
        (edit("remove", "clusters"), "R404"),
        (edit("set", "clusters.packaging.id", "value: wrapping"), "R404"),
        (edit("remove", "paths.hydrogen_het"), "R401"),
        (edit("remove", "paths.hydrogen_heat.needs.t_hydrogen"), "R401"),  # it is essential to the path
        (edit("remove", "clusters.packaging.competences.t_composites"), "R401"),
        (edit("add", "associations.clust_er_mech.members", "value: motor"), "R402"),
        (edit("add", "clusters", "value: {id: unibo, name: Taken}"), "R402"),
    ],
)
def test_what_does_not_exist_or_fit_is_told_with_its_place_in_the_scenario(text, code, tmp_path):
    found = problems(text, tmp_path)
    assert [name for name, _, _ in found] == [code]
    assert found[0][1] == 4


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (edit("remove", "paths.hydrogen_het"), "did you mean 'hydrogen_heat'?"),
        (edit("scale", "links", "by: 0.5"), "name a part of it, as in links.packaging.food"),
        (edit("scale", "clusters.packaging", "by: 2"), "scale a number, or a mapping of numbers as in"),
        (edit("scale", "clusters.packaging.competences.t_visio", "by: 2"), "did you mean 't_vision'?"),
    ],
)
def test_there_is_a_hint_what_was_meant(text, hint, tmp_path):
    with pytest.raises(InputErrors) as caught:
        under(text, tmp_path)
    assert hint in caught.value.problems[0].hint


def test_a_field_is_set_once_in_a_file_and_last_by_what_extends_it(tmp_path):
    first = edit("set", "clusters.packaging.competences.t_vision", "value: 0.5")
    twice = first + "  - {at: clusters.packaging.competences.t_vision, value: 0.9, reason: again}\n"
    assert problems(twice, tmp_path) == [("R402", 5, 10)]
    written(tmp_path, first + "config: {eligibility: {bar: 0.3}}\n", "first.yaml")
    again = "extends: first.yaml\n" + first.replace("0.5", "0.9") + "config: {eligibility: {bar: 0.4}}\n"
    edits = read_scenario(Path(written(tmp_path, again)), Reading()).edits
    assert [(item.edit.at, item.edit.value) for item in edits] == [
        ("clusters.packaging.competences.t_vision", "0.9"), ("eligibility.bar", 0.4),
    ]  # fmt: skip


def test_two_links_between_the_same_actors_must_be_told_apart(tmp_path):
    text = edit("add", "links", "value: {a: packaging, b: food, kind: trains, strength: 0.2}")
    on = overlay()
    on = Overlay(under(text, tmp_path, on=on), on.origins, CHALLENGES, known_activities())
    with pytest.raises(InputErrors, match="several links"):
        under(edit("set", "links.packaging.food.strength", "value: 0.1"), tmp_path, on=on)
    profile = under(edit("set", "links.packaging.food.trains.strength", "value: 0.1"), tmp_path, on=on)
    assert {link.strength.value for link in profile.links if {link.a, link.b} == {"packaging", "food"}} == {0.85, 0.1}
