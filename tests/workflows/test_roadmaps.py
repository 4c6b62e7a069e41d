"""Roadmaps: the order is the best of all, shared steps stand once, and what is promised opens."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest

from recommender.analysis.bench import Bench
from recommender.analysis.goal_study import Goal
from recommender.analysis.goals import Reached, Step, search
from recommender.analysis.roadmap import Target, Timed, best_order, shared_steps, side_by_side, years_of
from recommender.analysis.shortcuts import pooled_findings, shortcuts
from recommender.analysis.stepping_stones import RELATED, related_paths, stepping_stones
from recommender.model.config import Config, Pace
from recommender.workflows.goals import reach_goal
from recommender.workflows.recommend import answer_of, prepare
from recommender.workflows.request import Request
from recommender.workflows.roadmaps import roadmap
from tests.support import EMILIA_ROMAGNA, ris3

REQUEST = Request(str(EMILIA_ROMAGNA))
PACE = Pace()


def step(name: str, level: float) -> Step:
    return Step("raise_competence", name, None, "t_x", 0.0, level, level)


STEPS = [step("a", 0.9), step("b", 0.2), step("c", 0.5), step("d", 0.3), step("e", 0.1)]


def total(order, targets):
    """The sum of the times at which the targets are reached."""
    clock, done, cost = 0.0, set(), 0.0
    for item in order:
        clock += years_of(item, PACE)
        before = set(done)
        done.add(item.target)
        cost += sum(clock for target in targets if {s.target for s in target.steps} <= done
                    and not {s.target for s in target.steps} <= before)  # fmt: skip
    return cost


@pytest.mark.parametrize(
    "sets",
    [[(0,), (1, 2)], [(0, 1), (1, 2), (2, 3)], [(0, 4), (4,), (1, 2, 3)], [(0, 1, 2, 3, 4)]],
)
def test_no_order_is_better(sets):
    targets = [Target(str(row), tuple(STEPS[place] for place in places)) for row, places in enumerate(sets)]
    used = shared_steps(targets)
    found = best_order(used, targets, PACE)
    assert sorted(item.actor for item in found) == sorted(item.actor for item in used)
    assert total(found, targets) == pytest.approx(min(total(order, targets) for order in permutations(used)))


def test_steps_that_targets_share_stand_once_at_the_higher_level():
    targets = [Target("x", (step("a", 0.4),)), Target("y", (step("a", 0.7), step("b", 0.1)))]
    assert [(item.actor, item.level_to) for item in shared_steps(targets)] == [("b", 0.1), ("a", 0.7)]


def link(one: str, other: str, level: float) -> Step:
    return Step("add_link", one, other, None, 0.0, level, level)


@pytest.mark.parametrize("seed", range(20))
def test_side_by_side_takes_as_long_as_the_longest_chain_of_common_actors(seed):
    """Against the critical path over every pair of steps that share an actor, and no actor in two steps at once."""
    chance = random.Random(seed)
    steps = [link(*chance.sample("abcdef", 2), chance.choice([0.2, 0.5, 0.9])) for _ in range(6)]
    steps.append(step("a", 0.3))
    spans, years = side_by_side(steps, PACE), [years_of(item, PACE) for item in steps]
    actors = [{item.actor, item.other} - {None} for item in steps]
    longest = []
    for row, mine in enumerate(actors):
        before = [longest[other] for other in range(row) if mine & actors[other]]
        longest.append(years[row] + max(before, default=0.0))
    assert [end for _, end in spans] == pytest.approx(longest)
    assert max(years) - 1e-9 <= max(longest) <= sum(years) + 1e-9
    for row, (start, _) in enumerate(spans):
        assert all(spans[other][1] <= start + 1e-9 for other in range(row) if actors[row] & actors[other])


def test_every_target_opens_when_its_last_step_is_done():
    study = roadmap(REQUEST, ["hydrogen_heat", "photonic_sensors", "aseptic_robotics"], years=(2026, 2034))
    [grid] = [part.grid for part in study.parts if part.grid is not None and part.grid.name == "steps"]
    rows = [dict(zip([column.name for column in grid.columns], row, strict=True)) for row in grid.rows]
    for path in ("hydrogen_heat", "photonic_sensors"):
        last = max(row["number"] for row in rows if path in row["serves"])
        assert path in rows[last - 1]["opens"]
    told = {finding.kind for part in study.parts for finding in part.findings}
    assert told == {
        "roadmap",
        "roadmap_side_by_side",
        "roadmap_now",
        "roadmap_pace",
        "roadmap_not_sooner",
        "roadmap_way",
        "roadmap_at_home",
    }
    assert all(row["owners"] for row in rows)
    starts = [row["when"][0] for row in rows]
    assert starts == sorted(starts)
    assert starts[0] == 2026


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ITH5", "C31"), "a roadmap needs a profile"),
        ((EMILIA_ROMAGNA, "hydrogen"), "did you mean 'hydrogen_heat'?"),
        ((EMILIA_ROMAGNA, "hydrogen_heat", "--years", "2034-2026"), "run backwards"),
        ((EMILIA_ROMAGNA, "hydrogen_heat", "--years", "soon"), "are no years"),
        ((EMILIA_ROMAGNA,), "at least one PATH"),
    ],
)
def test_what_cannot_be_meant_is_refused(words, told):
    done = ris3("roadmap", *words)
    assert done.code == 2
    assert told in done.err
    assert not done.out


@pytest.fixture(scope="module")
def today():
    run = prepare(REQUEST)
    return answer_of(run), run.profile, run.config


def test_a_tenth_of_the_pairs_of_paths_are_related(today):
    _, profile, _ = today
    names = sorted(profile.library.paths)
    related = related_paths(profile, names)
    assert (related == related.T).all()
    assert not related.diagonal().any()
    pairs = len(names) * (len(names) - 1) / 2
    assert RELATED <= related.sum() / 2 / pairs < RELATED + 0.01


def test_a_way_leads_over_possible_paths_and_is_no_longer_than_without_them(today):
    answer, profile, _ = today
    possible = {item.id for item in answer.opportunities}
    high = {item.id for item in answer.opportunities if item.band == "high"}
    for path in sorted(profile.library.paths):
        way = stepping_stones(profile, answer, [path])
        if path in high:
            assert (way.home, way.stops) == ((path,), ())
        elif way.cut_off:
            assert (way.cut_off, way.stops) == ((path,), ())
        else:
            assert way.stops[-1].path == path
            assert {stop.path for stop in way.stops if not stop.target} <= possible - high
            assert way.rounds == pytest.approx(sum(stop.rounds for stop in way.stops))
            assert way.at_least == way.rounds <= way.direct


def test_photonic_sensors_are_reached_over_a_stepping_stone(today):
    answer, profile, _ = today
    way = stepping_stones(profile, answer, ["photonic_sensors"])
    assert [(stop.path, stop.known, stop.related) for stop in way.stops] == [
        ("heritage_digitisation", 1, 4), ("photonic_sensors", 1, 2),
    ]  # fmt: skip
    assert (way.rounds, way.direct) == (6.0, float("inf"))


def test_with_too_many_targets_the_order_is_told_with_its_bound(today):
    answer, profile, _ = today
    way = stepping_stones(profile, answer, sorted(profile.library.paths))
    assert sum(stop.target for stop in way.stops) > 16
    assert way.at_least < way.rounds
    assert all(stop.target for stop in way.stops)


def test_a_partner_takes_the_place_of_a_step_where_that_is_sooner(today):
    """Were building ten times as slow, what can be borrowed is sooner; it makes the path possible, and is soonest."""
    answer, profile, config = today
    slow = replace(config, pace=replace(config.pace, competence=60.0), costs=replace(config.costs, competence=0.01))
    item = answer.find("climate_services")
    found = search(item, Reached(Bench(item.id, profile, slow), lambda standing: standing.fit >= 0.7), most=2)
    target = Target(item.id, found.plans[0].steps)
    sooner = shortcuts(item, target, profile, slow)
    assert sooner.tried >= len(sooner.found) > 0
    for cut in sooner.found:
        assert cut.step.change != "raise_competence"
        assert years_of(cut.step, slow.pace) < years_of(cut.instead_of, slow.pace)


def test_the_same_competence_at_two_actors_could_be_pooled():
    items = [Step("raise_competence", name, None, "t_x", 0.0, level, level) for name, level in (("a", 0.5), ("b", 0.2))]
    steps = [Timed(item, 0.0, 1.0, ("p",), ("office", name), ()) for name, item in zip("ab", items, strict=True)]
    [told] = pooled_findings(steps, Config())
    assert told.facts == {"competence": "t_x", "steps_shared": [1, 2], "years_saved": 1.2, "actor": "office"}
    assert not list(pooled_findings(steps[:1], Config()))


@pytest.mark.parametrize("path", ["hydrogen_heat", "photonic_sensors", "low_carbon_steel", "chip_packaging_test"])
def test_leaving_out_sets_without_what_is_needed_changes_no_plan(today, path):
    answer, profile, config = today
    item = answer.find(path)
    plain, quick = (
        search(item, Reached(Bench(path, profile, config), lambda it: it.eligible), most=2, monotone=monotone)
        for monotone in (False, True)
    )
    assert quick.plans == plain.plans


def test_a_roadmap_takes_the_steps_that_a_goal_finds_cheapest():
    """Whoever leads: for rural telemedicine another lead needs less than half of what today's does."""
    request = Request(str(EMILIA_ROMAGNA))
    [first, *_] = reach_goal(request, "rural_telemedicine", Goal("eligible")).data["plans"]
    [grid] = [part.grid for part in roadmap(request, ["rural_telemedicine"]).parts if part.heading == "steps"]
    cells = [dict(zip([column.name for column in grid.columns], row, strict=True)) for row in grid.rows]
    assert [(row["change"], row["competence"]) for row in cells] == [
        (step["change"], step["competence"]) for step in first["steps"]
    ]
