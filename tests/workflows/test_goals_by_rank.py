"""Goals by rank: brute force over whole rankings finds nothing cheaper."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from recommender.analysis import goals
from recommender.analysis.goal_study import Goal, as_scenario
from recommender.analysis.rivals import Rivals
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario_text
from recommender.outputs.profile_yaml import as_yaml
from recommender.workflows.goals import goal_in
from recommender.workflows.laboratory import Laboratory, ranked
from recommender.workflows.request import Request
from tests.support import EMILIA_ROMAGNA
from tests.workflows.few_steps import FEW_LEADS, few_steps


@pytest.fixture(scope="module")
def small():
    """A laboratory with the paths alone that are ranked near each other, so that each ranking is soon made."""
    laboratory = Laboratory.of(Request(str(EMILIA_ROMAGNA)))
    profile = laboratory.run.profile
    kept = {name: path for name, path in profile.library.paths.items() if name in FEW_PATHS}
    region = replace(profile.region, priorities=())
    alone = replace(profile, region=region, library=replace(profile.library, paths=kept))
    return Laboratory.on(replace(laboratory.run, profile=alone))


FEW_PATHS = ("climate_services", "hydrogen_heat", "space_components", "connected_devices", "agri_robotics",
             "biorefinery", "quantum_instruments", "energy_communities")  # fmt: skip


@pytest.mark.parametrize(
    ("path", "wanted", "reached"),
    [("climate_services", 2, True), ("biorefinery", 1, True), ("quantum_instruments", 4, False)],
)
def test_no_set_of_steps_takes_a_path_to_a_rank_for_less(path, wanted, reached, small, monkeypatch):
    """Brute force: every set of up to two steps around each of four leads, carried out in the whole ranking.

    A cheaper set may do so only through another path that it costs score, as the answer says.
    """
    profile, config, lens = small.run.profile, small.run.config, small.run.lens
    some = few_steps(monkeypatch)
    monkeypatch.setattr(goals, "possible_steps", lambda *_: iter([]))
    before = ranked(small.part(()), small.luck)
    rivals = Rivals(path, before, config, lens)
    study = goal_in(small, path, Goal("rank", wanted), most=2)
    sets = {
        frozenset((*step.target, step.level_to) for step in chosen): chosen for lead in FEW_LEADS for size in (1, 2)
        for chosen in combinations(list(some(lead, path, profile, config)), size)
        if len({step.target for step in chosen}) == size
    }  # fmt: skip
    assert len(sets) > 80
    alone = []
    for chosen in sets.values():
        reading = Reading()
        written = read_scenario_text(as_yaml(as_scenario(chosen, profile, "Plan", "a test")), "plan.yaml", reading)
        after = ranked(small.under(written, reading), small.luck)
        item, cost = after.find(path), round(sum(step.cost for step in chosen), 9)
        if item.rank is None or item.rank > wanted:
            continue
        if rivals.rank(item.criteria) <= wanted:
            alone.append(cost)
        else:
            assert any((after.find(other.id).score or 0) < other.score for other in before.opportunities)
    told = study.data["plans"][0]["cost"] if study.data["plans"] else None
    assert study.data["search"]["proved"]
    assert bool(alone) == reached
    assert told == pytest.approx(min(alone, default=None))
