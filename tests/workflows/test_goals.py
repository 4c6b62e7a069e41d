"""Goals: a plan that is carried out reaches them, none is cheaper, and what is out of reach is said."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import combinations

import pytest

from recommender.analysis import any_lead, goals
from recommender.analysis.bench import Bench
from recommender.analysis.goal_study import Goal, as_scenario
from recommender.analysis.goals import Reached, search
from recommender.analysis.luck import Luck
from recommender.analysis.path_fit import fit_paths
from recommender.analysis.standing import Standing
from recommender.analysis.steps import possible_steps, strongest
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario_text
from recommender.outputs.profile_yaml import as_yaml
from recommender.workflows.goals import goal_of, plan_file, reach_goal
from recommender.workflows.laboratory import Laboratory, ranked
from recommender.workflows.request import Request
from recommender.workflows.scenarios import run_scenario
from tests.support import EMILIA_ROMAGNA, ris3
from tests.workflows.few_steps import FEW_LEADS, few_steps

REQUEST = Request(str(EMILIA_ROMAGNA))


@pytest.fixture(scope="module")
def laboratory():
    return Laboratory.of(REQUEST)


@pytest.fixture(scope="module")
def base(laboratory):
    return ranked(laboratory.part(()), laboratory.luck)


def steps_of(item, laboratory):
    found = possible_steps(item, laboratory.run.profile, laboratory.run.config)
    return sorted(found, key=lambda step: step.order)


@pytest.mark.parametrize(
    ("path", "goal", "reached"),
    [
        ("hydrogen_heat", Goal("eligible"), lambda item: item.rank is not None),
        ("climate_services", Goal("fit", 0.7), lambda item: item.competence.fit.low >= 0.7),
        ("textile_passport", Goal("band", "high"), lambda item: item.band == "high"),
        ("textile_passport", Goal("rank", 15), lambda item: item.rank <= 15),
    ],
)
def test_a_plan_carried_out_as_a_scenario_reaches_the_goal(path, goal, reached, tmp_path):
    file = tmp_path / "plan.yaml"
    study = reach_goal(REQUEST, path, goal)
    file.write_bytes(plan_file(study))
    [first, *_] = study.data["plans"]
    after = run_scenario(REQUEST, str(file)).recommendation.find(path)
    assert reached(after)
    assert after.competence.fit.low == pytest.approx(first["after"]["fit"])


def test_the_bench_agrees_with_the_profile(laboratory, base):
    """Sets of steps tried on arrays, and the same written into the profile."""
    profile, config = laboratory.run.profile, laboratory.run.config
    item = base.find("e_powertrain")
    steps = steps_of(item, laboratory)
    assert {step.change for step in steps} >= {"raise_competence", "add_link", "bring_in_partner"}
    bench = Bench(item.id, profile, config, Luck(), partners=True)
    assert bench.standing(()).fit == pytest.approx(item.competence.fit.low)
    alone = replace(profile.library, paths={item.id: profile.library.paths[item.id]})
    guest = next(step for step in steps if step.change == "bring_in_partner")
    for chosen in ([steps[0]], [steps[-1]], [guest], steps[:2]):
        plain, reading = as_scenario(chosen, profile, "Plan", "a test"), Reading()
        written = read_scenario_text(as_yaml(plain), "plan.yaml", reading)
        there = replace(laboratory.under(written, reading).run.profile, library=alone)
        found, told = bench.standing(chosen), fit_paths(there, config)[item.id]
        assert found.fit == pytest.approx(told.evidence.fit.low)
        assert found.null_percentile == pytest.approx(told.evidence.null_percentile)
        assert found.with_partners == pytest.approx(told.evidence.with_partners)
        assert found.eligible == told.eligible


@pytest.mark.parametrize(("path", "fit"), [("hydrogen_heat", 0.5), ("space_components", 0.9)])
def test_no_set_of_steps_is_cheaper(path, fit, laboratory, base, monkeypatch):
    """Brute force over every set of up to two of six steps."""
    monkeypatch.setattr(goals, "MOST_CANDIDATES", 6)
    profile, config = laboratory.run.profile, laboratory.run.config
    item = base.find(path)
    bench = Bench(path, profile, config)
    reached = Reached(bench, lambda standing: standing.fit >= fit)
    found = search(item, reached, most=2)
    kept = goals._considered(steps_of(item, laboratory), reached)
    reaching = [
        sum(step.cost for step in chosen)
        for size in (1, 2) for chosen in combinations(kept, size)
        if len({step.target for step in chosen}) == size and bench.standing(chosen).fit >= fit
    ]  # fmt: skip
    assert (min(reaching) if reaching else None) == pytest.approx(found.plans[0].cost if found.plans else None)


NOTHING = goals.Search((), 0, 0, Standing(0.0, 0.0, 0.0, "", eligible=False), None)


@pytest.mark.parametrize(
    ("path", "aim", "wanted"),
    [("hydrogen_heat", "fit", 0.5), ("climate_services", "fit", 0.55), ("chip_fab", "eligible", 0.0),
     ("quantum_instruments", "eligible", 0.0), ("textile_passport", "band", 0.9), ("quantum_instruments", "fit", 0.99)],
)  # fmt: skip
def test_whoever_leads_no_set_of_steps_is_cheaper(path, aim, wanted, laboratory, base, monkeypatch):
    """Brute force over every set of up to two steps around each of four leads, for goals on the fit and on the band."""
    profile, config, item = laboratory.run.profile, laboratory.run.config, base.find(path)
    some = few_steps(monkeypatch)
    luck = Luck() if aim == "band" else None
    bench = Bench(path, profile, config, luck)

    def meets(standing):
        return standing.eligible and (standing.null_percentile if aim == "band" else standing.fit) >= wanted

    def reached(lead, chosen):
        return meets(bench.ceiling(chosen, lead)) and meets(bench.standing(chosen))

    found = any_lead.over_all_leads(NOTHING, item, Reached(bench, meets), most=2)
    sets = [
        (lead, chosen) for lead in FEW_LEADS for size in (1, 2)
        for chosen in combinations(list(some(lead, path, profile, config)), size)
        if len({step.target for step in chosen}) == size
    ]  # fmt: skip
    assert len(sets) > 80
    cheapest = min((sum(s.cost for s in chosen) for lead, chosen in sets if reached(lead, chosen)), default=None)
    assert found.proved
    assert (found.plans[0].cost if found.plans else None) == pytest.approx(cheapest)


def test_a_set_that_was_not_tried_leaves_a_bound(laboratory, base, monkeypatch):
    profile, config, item = laboratory.run.profile, laboratory.run.config, base.find("quantum_instruments")

    def found():
        reached = Reached(Bench(item.id, profile, config), lambda standing: standing.eligible and standing.fit >= 0.6)
        return any_lead.over_all_leads(NOTHING, item, reached, most=1)

    whole = found()
    monkeypatch.setattr(any_lead, "MOST_WORK", 20)
    part = found()
    assert whole.proved
    assert not part.proved
    assert part.at_least <= whole.plans[0].cost


def test_another_lead_may_get_there_for_less():
    study = reach_goal(REQUEST, "quantum_instruments", Goal("fit", 0.6))
    first, today = study.data["plans"][0], study.recommendation.find("quantum_instruments").competence.lead
    assert {first["steps"][0]["actor"], today} == {"infn", "cineca"}
    assert study.data["search"]["proved"]


@pytest.mark.parametrize("path", ["hydrogen_heat", "quantum_instruments", "photonic_sensors"])
def test_no_part_of_some_steps_stands_above_their_ceiling(path, laboratory, base):
    """What the bound on the cost rests on: fit, null percentile, partners, and whether it is eligible."""
    profile, config = laboratory.run.profile, laboratory.run.config
    chance, seen = random.Random(7), 0
    bench = Bench(path, profile, config, laboratory.luck, partners=True)
    steps = steps_of(base.find(path), laboratory)
    for _ in range(25):
        some = chance.sample(steps, chance.randint(0, 6))
        few, many = strongest(some), strongest([*some, *chance.sample(steps, 3)])
        before, ceiling = bench.standing(few), bench.ceiling(many)
        assert ceiling.eligible >= before.eligible
        if before.eligible:
            seen += 1
            assert ceiling.fit >= before.fit
            assert ceiling.null_percentile >= before.null_percentile
            for name in ("fit", "null_percentile", "with_partners"):
                value = getattr(before, name)
                assert bench.could(lambda it, name=name, value=value: getattr(it, name) >= value, many, before.lead)
    assert seen


def test_no_step_of_a_plan_can_be_left_out(laboratory, base):
    profile, config = laboratory.run.profile, laboratory.run.config
    item = base.find("space_components")
    bench = Bench(item.id, profile, config)
    found = search(item, Reached(bench, lambda standing: standing.fit >= 0.93), most=3)
    assert found.plans
    for plan in found.plans:
        for step in plan.steps:
            assert bench.standing([other for other in plan.steps if other is not step]).fit < 0.93


def test_out_of_reach_and_reached_already_are_said():
    far = reach_goal(REQUEST, "quantum_instruments", Goal("fit", 0.99), most=1)
    assert [finding.kind for part in far.parts for finding in part.findings] == ["goal_out_of_reach"]
    near = reach_goal(REQUEST, "aseptic_robotics", Goal("rank", 3))
    assert [finding.kind for part in near.parts for finding in part.findings] == ["goal_met"]
    assert goal_of({"reach": None, "band": None, "rank": None}) == Goal("eligible")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ITH5", "C31"), "a goal needs a profile"),
        ((EMILIA_ROMAGNA, "hydrogen"), "did you mean 'hydrogen_heat'?"),
        ((EMILIA_ROMAGNA, "hydrogen_heat", "--reach", "0.5", "--rank", "3"), "say one goal"),
        ((EMILIA_ROMAGNA, "hydrogen_heat", "--max-changes", "9"), "max-changes"),
        ((EMILIA_ROMAGNA, "hydrogen_heat", "--reach", "1.5"), "reach"),
    ],
)
def test_what_cannot_be_meant_is_refused(words, told):
    done = ris3("goal", *words)
    assert done.code == 2
    assert told in done.err
    assert not done.out


def test_the_answer_as_json_holds_the_plan_as_a_scenario():
    done = ris3("goal", EMILIA_ROMAGNA, "hydrogen_heat", "--format", "json")
    assert done.code == 0, done.err
    answer = json.loads(done.text)
    assert answer["schema"] == "ris3/goal/1"
    assert answer["plans"][0]["scenario"]["set"][0]["at"].startswith("clusters.")


GOAL = ("goal", EMILIA_ROMAGNA, "hydrogen_heat")


def test_the_plan_and_the_answer_are_written_together(tmp_path):
    done = ris3(*GOAL, "--scenario", tmp_path / "plan.yaml", "-o", tmp_path / "answer.json")
    assert done.code == 0, done.err
    answer = json.loads((tmp_path / "answer.json").read_text("utf-8"))
    assert run_scenario(REQUEST, str(tmp_path / "plan.yaml")).study.data["scenarios"][0]["name"]
    assert answer["plans"]


@pytest.mark.parametrize(
    ("plan", "answer", "told"),
    [("plan.yaml", "no/answer.json", "does not exist"), ("no/plan.yaml", "answer.json", "does not exist"),
     ("same.json", "same.json", "would be written twice"), (".", "answer.json", "folder")],
)  # fmt: skip
def test_where_one_of_the_two_cannot_be_written_neither_is(plan, answer, told, tmp_path):
    done = ris3(*GOAL, "--scenario", tmp_path / plan, "-o", tmp_path / answer)
    assert done.code == 2
    assert told in done.err
    assert not done.out
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_cannot_be_written_leaves_standard_output_empty(tmp_path):
    done = ris3(*GOAL, "--scenario", tmp_path / "no" / "plan.yaml")
    assert (done.code, done.out) == (2, b"")
