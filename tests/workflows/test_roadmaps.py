"""Roadmaps: the order is the best of all, shared steps stand once, and what is promised opens."""

from __future__ import annotations

from itertools import permutations

import pytest

from recommender.analysis.goals import Step
from recommender.analysis.roadmap import Target, best_order, shared_steps, years_of
from recommender.model.config import Pace
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


def test_every_target_opens_when_its_last_step_is_done():
    study = roadmap(REQUEST, ["hydrogen_heat", "photonic_sensors", "aseptic_robotics"], first=2026, last=2034)
    [grid] = [part.grid for part in study.parts if part.grid is not None]
    rows = [dict(zip([column.name for column in grid.columns], row, strict=True)) for row in grid.rows]
    for path in ("hydrogen_heat", "photonic_sensors"):
        last = max(row["number"] for row in rows if path in row["serves"])
        assert path in rows[last - 1]["opens"]
    told = {finding.kind for part in study.parts for finding in part.findings}
    assert told == {"roadmap", "roadmap_now", "roadmap_pace"}
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
