"""What would need to be true for a path to get where it should?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from ..analysis.any_lead import at_best, over_all_leads
from ..analysis.criteria import criteria_of
from ..analysis.goal_study import Goal, Proven, already, as_scenario, goal_study
from ..analysis.goals import Aim, Meets, Plan, search, within_members
from ..analysis.ranking import ELIGIBLE, band_at
from ..analysis.scoring import DIGITS, score
from ..analysis.standing import Standing
from ..inputs.reading import Reading
from ..inputs.scenario_reader import read_scenario_text
from ..model.problem import Code, input_error
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Study
from ..outputs.profile_yaml import as_yaml
from .laboratory import Laboratory, State, ranked
from .lookup import find
from .recommend import with_context
from .request import Request

FIRST_LINE = "# Written by ris3 goal: run it with `ris3 scenario run`.\n"
ORDER = ("high", "medium", "low")
A_PROOF: Mapping[Aim, int] = {"eligible": 1, "fit": 1, "band": 8, "rank": 40}
"""How much dearer it is to ask whether a plan reaches a goal than to ask for a bound."""


def reach_goal(request: Request, path: str, goal: Goal, *, most: int = 3) -> Study:
    """The cheapest set of at most `most` changes under which `path` reaches a goal, and others of nearly its cost.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    laboratory = Laboratory.of(request)
    state = laboratory.part(())
    if state.run.profile is None:
        raise input_error(Code.NAME_RULE, "a goal needs a profile: statistics do not say who could change what",
                          hint="ris3 init makes one")  # fmt: skip
    answer = with_context(ranked(state, laboratory.luck), laboratory.run)
    item = find(answer, path)
    meets = _meets(goal, item, answer, state)
    if _is_met(goal, item):
        return already(answer, item, goal)
    profile, config = state.run.profile, state.run.config
    luck = laboratory.luck if goal.aim in ("band", "rank") else None
    could = within_members(float(goal.wanted or 0), config) if goal.aim == "fit" else None
    around_today = search(item, profile, config, meets, most=most, luck=luck, could=could)
    if luck is not None:
        best = at_best(profile, config, item.id, luck)
        could = partial(_could, meets, best)

    def proves(plan: Plan) -> bool:
        return (goal.aim == "rank" or meets(plan.standing)) and _proven(laboratory, item, goal, plan) is not None

    found = over_all_leads(
        around_today, item, profile, config, proves, could or meets, most=most, luck=luck, a_proof=A_PROOF[goal.aim]
    )
    plans = [proven for plan in found.plans if (proven := _proven(laboratory, item, goal, plan)) is not None]
    rank = _rank(found.best, item, answer, state) if goal.aim == "rank" and not plans else None
    return goal_study(answer, item, goal, found, plans, most=most, rank_at_best=rank)


def _could(meets: Meets, best: Callable[[Standing], Standing], standing: Standing) -> bool:
    return standing.eligible and meets(best(standing))


def plan_file(study: Study) -> bytes:
    """The cheapest plan of a study as a scenario file, ready for `ris3 scenario run`."""
    [first, *_] = study.data["plans"]
    return as_yaml(first["scenario"], first_line=FIRST_LINE).encode()


def _is_met(goal: Goal, item: Opportunity) -> bool:
    if item.band not in ELIGIBLE or item.rank is None:
        return False
    if goal.aim == "fit":
        return item.competence is not None and round(item.competence.fit.low, DIGITS) >= float(goal.wanted or 0)
    if goal.aim == "band":
        return ORDER.index(item.band) <= ORDER.index(str(goal.wanted))
    return goal.aim == "eligible" or item.rank <= int(goal.wanted or 0)


def _meets(goal: Goal, item: Opportunity, answer: Recommendation, state: State) -> Meets:
    """Whether a standing reaches the goal, all other paths staying where they are."""
    config = state.run.config

    def met(standing: Standing) -> bool:
        if not standing.eligible:
            return False
        if goal.aim == "fit":
            return round(standing.fit, DIGITS) >= float(goal.wanted or 0)
        if goal.aim == "band":
            return ORDER.index(band_at(standing.null_percentile, config.bands)) <= ORDER.index(str(goal.wanted))
        return goal.aim == "eligible" or _rank(standing, item, answer, state) <= int(goal.wanted or 0)

    return met


def _rank(standing: Standing, item: Opportunity, answer: Recommendation, state: State) -> int:
    run, profile = state.run, state.run.profile
    assert profile is not None
    criteria, _ = criteria_of(profile.library.paths[item.id], standing, profile, run.config, run.lens, state.statistics)
    others = [other for other in answer.opportunities if other.id != item.id]
    shared = tuple(
        name for name in (others[0].weights if others else run.lens.criteria) if criteria.get(name) is not None
    )
    mine = score(criteria, shared, run.lens.criteria, run.config.aggregation).score
    return 1 + sum((-(other.score or 0.0), other.id) < (-mine, item.id) for other in others)


def _proven(laboratory: Laboratory, item: Opportunity, goal: Goal, plan: Plan) -> Proven | None:
    """The plan carried out as a scenario in the whole ranking; None if others then keep it from its goal."""
    profile = laboratory.run.profile
    assert profile is not None
    plain = as_scenario(plan.steps, profile, f"Goal: {item.id}", "a step of the plan")
    reading = Reading()
    written = read_scenario_text(as_yaml(plain), "plan.yaml", reading)
    after = ranked(laboratory.under(written, reading), laboratory.luck).find(item.id)
    return Proven(plan, after, plain) if after is not None and _is_met(goal, after) else None


def goal_of(options: Mapping[str, object]) -> Goal:
    """The goal that options name: a fit, a band or a rank; eligible if none does."""
    given = {name: value for name, value in options.items() if value is not None}
    if len(given) > 1:
        raise input_error(Code.USAGE, "say one goal: --reach, --band or --rank")
    aims = {"reach": "fit", "band": "band", "rank": "rank"}
    for name, value in given.items():
        return Goal(aims[name], float(value) if name == "reach" else value)  # type: ignore[arg-type]
    return Goal("eligible")
