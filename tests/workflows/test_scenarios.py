"""Laws of scenarios: nothing changes nothing, there and back is the base, contributions add up."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from recommender import shipped
from recommender.analysis.standing import standings
from recommender.inputs.library import shipped_challenges
from recommender.inputs.overlay import Overlay, plain_sections
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario
from recommender.model.problem import InputErrors
from recommender.outputs.render import render
from recommender.workflows.laboratory import Laboratory
from recommender.workflows.loading import load_profile
from recommender.workflows.recommend import recommend
from recommender.workflows.request import Request
from recommender.workflows.scenarios import compare_scenarios, new_scenario, run_scenario
from recommender.workflows.shelf import known_activities, shipped_shelf
from tests.support import EMILIA_ROMAGNA, EXAMPLES, ris3

HEAD = 'schema_version: "1"\nname: What if\n'
CHALLENGES = shipped_challenges(shipped_shelf(), Reading())
FAST = "luck: {draws: 60}\n"


def written(folder: Path, text: str, name: str = "what-if.yaml") -> str:
    (folder / name).write_text(HEAD + text, "utf-8")
    return str(folder / name)


def request(folder: Path, source: Path | str = EMILIA_ROMAGNA) -> Request:
    (folder / "config.yaml").write_text('schema_version: "1"\n' + FAST, "utf-8")
    return Request(str(source), config=str(folder / "config.yaml"))


def overlay():
    reading = Reading()
    profile = load_profile(str(EMILIA_ROMAGNA), reading)
    return Overlay(profile, reading.origins, CHALLENGES, known_activities())


def under(text: str, folder: Path, *, on: Overlay | None = None):
    reading = Reading()
    found = read_scenario(Path(written(folder, text)), reading)
    profile = (on or overlay()).under(found.edits, reading)
    reading.finish()
    return profile


def edit(action: str, at: str, more: str = "") -> str:
    return f"{action}:\n  - {{at: {at}{', ' + more if more else ''}, reason: because}}\n"


def test_an_empty_scenario_changes_nothing_byte_for_byte(tmp_path):
    asked = request(tmp_path)
    trial = run_scenario(asked, written(tmp_path, ""))
    base = recommend(asked)
    assert trial.recommendation.inputs != base.inputs  # the scenario is one of the inputs
    assert render(replace(trial.recommendation, inputs=base.inputs), "json") == render(base, "json")
    assert trial.study.data["scenarios"][0]["moves"] == []


@pytest.mark.parametrize("name", shipped.scenarios())
def test_shipped_scenarios_move_something_and_what_moved_it_adds_up(name, tmp_path):
    study = compare_scenarios(request(tmp_path), [name])
    [scenario] = study.data["scenarios"]
    placed = [move for move in scenario["moves"] if move["contributions"]]
    assert placed
    for move in placed:
        for what in ("score", "fit"):
            parts, ends = [part[what] for part in move["contributions"]], move[what]
            if what == "score" and None in ends.values():
                assert set(parts) == {None}
            else:
                assert sum(parts) == pytest.approx(ends["to"] - ends["from"], abs=2e-9), move


def test_a_comparison_shows_the_scores_of_the_ranking_and_none_beside_it(tmp_path):
    """The short way leaves out what is not eligible: both ends are those of `recommend` and `scenario run`."""
    for name in shipped.scenarios():
        [scenario] = compare_scenarios(request(tmp_path), [name]).data["scenarios"]
        base, there = recommend(request(tmp_path)), run_scenario(request(tmp_path), name).recommendation
        for move in scenario["moves"]:
            for end, answer in (("from", base), ("to", there)):
                item = answer.find(move["path"])
                assert (move["score"][end], move["rank"][end], move["band"][end], move["fit"][end]) == (
                    item.score, item.rank, item.band, item.competence.fit.low,
                )  # fmt: skip


def test_an_edit_taken_back_gives_the_base(tmp_path):
    before = overlay().profile
    there = under(edit("set", "clusters.packaging.competences.t_vision", "value: 0.9"), tmp_path)
    assert there != before
    both = edit("set", "clusters.packaging.competences.t_vision", "value: 0.9") + "  - {at: " \
        "clusters.packaging.competences.t_vision, value: 0.7, reason: back}\n"  # fmt: skip
    assert under(both, tmp_path) == before


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
    ],
)
def test_what_does_not_exist_or_fit_is_told_with_its_place_in_the_scenario(text, code, tmp_path):
    found = problems(text, tmp_path)
    assert [name for name, _, _ in found] == [code]
    assert found[0][1] == 4


def test_two_links_between_the_same_actors_must_be_told_apart(tmp_path):
    text = edit("add", "links", "value: {a: packaging, b: food, kind: trains, strength: 0.2}")
    on = overlay()
    on = Overlay(under(text, tmp_path, on=on), on.origins, CHALLENGES, known_activities())
    with pytest.raises(InputErrors, match="several links"):
        under(edit("set", "links.packaging.food.strength", "value: 0.1"), tmp_path, on=on)
    profile = under(edit("set", "links.packaging.food.trains.strength", "value: 0.1"), tmp_path, on=on)
    assert {link.strength.value for link in profile.links if {link.a, link.b} == {"packaging", "food"}} == {0.85, 0.1}


def as_sets(value):
    """Plain values in which the order of lists does not matter."""
    if isinstance(value, dict):
        return {key: as_sets(item) for key, item in value.items()}
    return sorted(json.dumps(as_sets(item), sort_keys=True) for item in value) if isinstance(value, list) else value


@pytest.mark.parametrize("name", ["norte", "basque-country", "fictional-lagging", "one-cluster"])
def test_the_difference_of_two_profiles_makes_one_the_other(name, tmp_path):
    new = EXAMPLES / name / "profile.yaml"
    (tmp_path / "to-new.yaml").write_text(new_scenario(str(EMILIA_ROMAGNA), str(new)), "utf-8")
    laboratory, reading = Laboratory.of(request(tmp_path)), Reading()
    profile = laboratory.under(read_scenario(tmp_path / "to-new.yaml", reading), reading).run.profile
    wanted = load_profile(str(new), Reading())
    assert as_sets(plain_sections(profile)) == as_sets(plain_sections(wanted))


def test_a_profile_does_not_differ_from_itself():
    assert "at:" not in new_scenario(str(EMILIA_ROMAGNA), str(EMILIA_ROMAGNA))


def test_the_commands_answer_in_every_format_and_in_italian(tmp_path):
    ris3("init", "r", "--quiet", cwd=tmp_path)
    for kind in ("table", "json", "csv", "md"):
        done = ris3(
            "scenario",
            "compare",
            "r/profile.yaml",
            "partnership",
            "--format",
            kind,
            "--lang",
            "it",
            "--quiet",
            cwd=tmp_path,
        )
        assert (done.code, done.err) == (0, "")
        assert "Partnership" in done.text or "partnership" in done.text or "e_powertrain" in done.text


def test_statistics_alone_can_be_changed_too(tmp_path):
    text = HEAD + edit("scale", "statistics.C31", "by: 30")
    (tmp_path / "s.yaml").write_text(text, "utf-8")
    done = ris3("scenario", "run", "ITH5", "s.yaml", "--format", "json", cwd=tmp_path)
    assert done.code == 0, done.err
    answer = json.loads(done.text)
    assert "C31" in [item["code"] for item in answer["strengths"]]
    assert "C31" in answer["base"]
    refused = ris3("scenario", "run", "ITH5", "employer-leaves", cwd=tmp_path)
    assert refused.code == 2
    assert "there is no profile" in refused.err


def some_edits(profile, chance: random.Random) -> str:
    """Up to four edits drawn at random: levels that rise or fall, links that change, an actor that leaves."""
    edits: dict[str, list[str]] = {"set": [], "scale": [], "remove": []}
    clusters = list(profile.clusters)
    gone = chance.choice(clusters)
    for cluster in chance.sample([item for item in clusters if item.competences and item is not gone], 2):
        name = chance.choice(sorted(cluster.competences))
        at = f"clusters.{cluster.id}.competences.{name}"
        edits["set"].append(f"{{at: {at}, value: {chance.choice([0.0, 0.4, 1.0])}, reason: drawn}}")
    link = chance.choice([item for item in profile.links if gone.id not in (item.a, item.b)])
    edits["scale"].append(f"{{at: links.{link.a}.{link.b}.{link.kind}.strength, by: 0.5, reason: drawn}}")
    if chance.random() < 0.5:
        edits["remove"].append(f"{{at: clusters.{gone.id}, reason: drawn}}")
    return "".join(f"{name}:\n" + "".join(f"  - {row}\n" for row in rows) for name, rows in edits.items() if rows)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("example", ["emilia-romagna", "norte"])
def test_what_states_share_changes_no_number(example, seed, tmp_path):
    """Base, scenario and what lies between them in one laboratory, as each comes out from scratch."""
    asked = request(tmp_path, EXAMPLES / example / "profile.yaml")
    shared = Laboratory.of(asked)
    text = some_edits(shared.run.profile, random.Random(seed))
    item = read_scenario(Path(written(tmp_path, text)), Reading())
    study = compare_scenarios(asked, [str(tmp_path / "what-if.yaml")])
    whole = run_scenario(asked, str(tmp_path / "what-if.yaml"))
    assert _without_error(study) == _without_error(whole.study)
    for row in range(len(item.edits) + 1):
        edits = [*item.edits[:row], *item.edits[row + 1 :]]
        state, fresh = shared.part(edits), Laboratory.of(asked)
        alone = fresh.part(edits)
        paths = list(state.run.profile.library.paths)
        known = shared.standings.of(state.run.profile, state.run.config, paths)
        assert known == standings(alone.run.profile, alone.run.config, paths)


def _without_error(study):
    [scenario] = study.data["scenarios"]
    return [{name: value for name, value in move.items() if name != "contributions"} for move in scenario["moves"]]


def test_the_common_reason_of_settings_is_said_once():
    done = ris3("scenario", "run", EMILIA_ROMAGNA, "budget-limited")
    assert done.text.count("Projects of two partners at most") == 1
    assert done.text.count("For the same reason: setting") == 2
