"""From where a region stands to several paths: steps in order, with years and owners."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.any_lead import over_all_leads
from ..analysis.bench import Bench
from ..analysis.goal_study import as_scenario
from ..analysis.goals import Reached, search
from ..analysis.ranking import ELIGIBLE
from ..analysis.roadmap import (
    Target,
    Timed,
    best_order,
    helpers_of,
    on_the_way,
    owners_of,
    roadmap_study,
    shared_steps,
    years_of,
)
from ..analysis.shortcuts import shortcuts, sooner_findings
from ..analysis.stepping_stones import stepping_stones, way_data, way_part
from ..analysis.steps import Step
from ..inputs.reading import Reading
from ..inputs.scenario_reader import read_scenario_text
from ..model.problem import Code, input_error
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Study
from ..outputs.profile_yaml import as_yaml
from .laboratory import Laboratory, ranked
from .lookup import find
from .recommend import with_context
from .request import Request

MOST_CHANGES = 3
YEARS = (2026, 2034)
"""The years that a roadmap fills if nobody says others."""


def roadmap(request: Request, paths: Sequence[str], *, years: tuple[int, int] | None = None) -> Study:
    """Steps to `paths` that several of them may share, in the order that reaches them soonest on average.

    Parameters
    ----------
    years : first and last year within which the steps should be taken, one after the other; `YEARS` if None

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    first, last = years or YEARS
    if last < first:
        raise input_error(Code.USAGE, f"the years {first}-{last} run backwards", hint=f"--years {last}-{first}")
    laboratory = Laboratory.of(request)
    profile, config = laboratory.run.profile, laboratory.run.config
    if profile is None:
        raise input_error(Code.NAME_RULE, "a roadmap needs a profile: statistics do not say who could change what",
                          hint="ris3 init makes one")  # fmt: skip
    answer = with_context(ranked(laboratory.part(()), laboratory.luck), laboratory.run)
    targets = [_target(laboratory, answer, path) for path in dict.fromkeys(paths)]
    order = best_order(shared_steps(targets), targets, config.pace)
    timed = _timed(laboratory, profile, answer, order, targets)
    sooner = [shortcuts(find(answer, target.path), target, profile, config) for target in targets if target.steps]
    region = answer.region_code or "region"
    way = stepping_stones(profile, answer, [target.path for target in targets])
    return roadmap_study(
        answer, targets, timed, config.pace, first=first, last=last,
        sooner=tuple(sooner_findings(sooner, timed, config, region)), way=way_part(way, region), data=way_data(way),
    )  # fmt: skip


def _target(laboratory: Laboratory, answer: Recommendation, path: str) -> Target:
    item = find(answer, path)
    if item.band in ELIGIBLE:
        return Target(path, ())
    profile, config = laboratory.run.profile, laboratory.run.config
    assert profile is not None
    eligible = Reached(Bench(path, profile, config), lambda standing: standing.eligible)
    around_today = search(item, eligible, most=MOST_CHANGES, monotone=True)
    found = over_all_leads(around_today, item, eligible, most=MOST_CHANGES)
    return Target(path, found.plans[0].steps) if found.plans else Target(path, (), reachable=False)


def _timed(
    laboratory: Laboratory, profile: Profile, answer: Recommendation, order: Sequence[Step], targets: Sequence[Target]
) -> list[Timed]:
    """The steps one after the other; after each, what has become possible."""
    clock, possible = 0.0, _possible(laboratory, profile)
    timed = []
    for count, step in enumerate(order, start=1):
        end = clock + years_of(step, laboratory.run.config.pace)
        plain, reading = as_scenario(order[:count], profile, "Roadmap", "a step"), Reading()
        written = read_scenario_text(as_yaml(plain), "roadmap.yaml", reading)
        after = _possible(laboratory, laboratory.under(written, reading).run.profile)
        serves = tuple(target.path for target in targets if step.target in {other.target for other in target.steps})
        helpers = helpers_of(step, answer.find(serves[0]) if serves else None)
        timed.append(Timed(step, clock, end, serves, owners_of(step, profile), helpers, on_the_way(possible, after)))
        clock, possible = end, after
    return timed


def _possible(laboratory: Laboratory, profile: Profile | None) -> dict[str, bool]:
    assert profile is not None
    found = laboratory.standings.of(profile, laboratory.run.config, list(profile.library.paths), compared=())
    return {name: standing.eligible for name, standing in found.items()}
