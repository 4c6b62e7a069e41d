"""Laws of scenarios: nothing changes nothing, there and back is the base, contributions add up."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from recommender import shipped
from recommender.analysis.standing import standings
from recommender.inputs.overlay import plain_sections
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario
from recommender.model.problem import InputErrors
from recommender.outputs.render import render
from recommender.workflows.laboratory import Laboratory
from recommender.workflows.loading import load_profile
from recommender.workflows.recommend import recommend
from recommender.workflows.scenarios import compare_scenarios, new_scenario, run_scenario
from tests.support import EMILIA_ROMAGNA, EXAMPLES, ris3
from tests.workflows.made_up_scenarios import HEAD, edit, request, written


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


def test_a_shipped_scenario_is_extended_by_its_name(tmp_path):
    more = edit("set", "clusters.packaging.competences.t_vision", "value: 0.9")
    study = compare_scenarios(request(tmp_path), ["partnership", written(tmp_path, f"extends: partnership\n{more}")])
    shipped_one, own = study.data["scenarios"]
    assert [item["at"] for item in own["edits"]] == [
        *(item["at"] for item in shipped_one["edits"]), "clusters.packaging.competences.t_vision",
    ]  # fmt: skip


def test_what_a_scenario_adds_is_called_by_its_name(tmp_path):
    path = "{mine: {name: A path of mine, needs: {t_vision: 0.5}, kind: modernisation}}"
    more = edit("add", "paths", f"value: {path}")
    told = render(compare_scenarios(request(tmp_path), [written(tmp_path, more)]), "table")
    assert "“A path of mine” becomes possible" in told


def test_figures_are_read_like_all_numbers(tmp_path):
    asked = request(tmp_path)
    with pytest.raises(InputErrors, match="200_000"):
        compare_scenarios(asked, [written(tmp_path, edit("set", "statistics.C28", "value: 200_000"))])


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


def test_a_difference_is_called_after_what_tells_the_profiles_apart():
    told = new_scenario(str(EMILIA_ROMAGNA), str(EXAMPLES / "norte" / "profile.yaml"))
    assert 'name: "emilia-romagna -> norte"\n' in told


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
