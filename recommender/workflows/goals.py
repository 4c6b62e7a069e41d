"""What would need to be true for a path to get where it should?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..analysis.any_lead import over_all_leads
from ..analysis.bench import Bench, Meets
from ..analysis.criteria import criteria_of
from ..analysis.goal_study import Goal, Proven, already, as_scenario, goal_study
from ..analysis.goals import Plan, Reached, search
from ..analysis.ranking import ELIGIBLE, band_at
from ..analysis.rivals import Rivals
from ..analysis.scoring import DIGITS
from ..analysis.standing import Standing
from ..analysis.steps import Step
from ..inputs.reading import Reading
from ..inputs.scenario_reader import read_scenario_text
from ..model.config import Config
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
FIRST_LOOK = 500
"""Coalitions looked for around today's lead, for a plan to begin with, before all who may lead are asked."""


def reach_goal(request: Request, path: str, goal: Goal, *, most: int = 3) -> Study:
    """The cheapest set of at most `most` changes under which `path` reaches a goal, and others of nearly its cost.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    return goal_in(Laboratory.of(request), path, goal, most=most)


def goal_in(laboratory: Laboratory, path: str, goal: Goal, *, most: int = 3) -> Study:
    """As `reach_goal`, in a prepared run."""
    state = laboratory.part(())
    if state.run.profile is None:
        raise input_error(Code.NAME_RULE, "a goal needs a profile: statistics do not say who could change what",
                          hint="ris3 init makes one")  # fmt: skip
    answer = with_context(ranked(state, laboratory.luck), laboratory.run)
    item = find(answer, path)
    if _is_met(goal, item):
        return already(answer, item, goal)
    by_rank, asks_luck = goal.aim == "rank", goal.aim in ("band", "rank")
    bench = Bench(path, state.run.profile, state.run.config, laboratory.luck if asks_luck else None, partners=by_rank)
    rank_of = _rank_of(item, answer, state)
    proofs: dict[tuple[Step, ...], Proven | None] = {}

    def proves(plan: Plan) -> bool:
        proofs[plan.steps] = _proven(laboratory, item, goal, plan)
        return proofs[plan.steps] is not None

    reached = Reached(bench, _meets(goal, state.run.config, rank_of), proves)
    around_today = search(item, reached, most=most, most_work=FIRST_LOOK)
    found = over_all_leads(around_today, item, reached, most=most)
    plans = [proof for plan in found.plans if (proof := proofs[plan.steps]) is not None]
    rank = min(map(rank_of, found.ceilings)) if by_rank else None
    return goal_study(answer, item, goal, found, plans, most=most, rank_at_best=rank)


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


def _meets(goal: Goal, config: Config, rank_of: Callable[[Standing], int]) -> Meets:
    """Whether a standing reaches the goal, all other paths staying where they are."""

    def met(standing: Standing) -> bool:
        if not standing.eligible:
            return False
        if goal.aim == "fit":
            return round(standing.fit, DIGITS) >= float(goal.wanted or 0)
        if goal.aim == "band":
            return ORDER.index(band_at(standing.null_percentile, config.bands)) <= ORDER.index(str(goal.wanted))
        return goal.aim == "eligible" or rank_of(standing) <= int(goal.wanted or 0)

    return met


def _rank_of(item: Opportunity, answer: Recommendation, state: State) -> Callable[[Standing], int]:
    """Which rank a standing of a path would give it, all other paths staying where they are."""
    run, profile, rivals = state.run, state.run.profile, Rivals(item.id, answer, state.run.config, state.run.lens)
    assert profile is not None
    path = profile.library.paths[item.id]

    def rank(standing: Standing) -> int:
        return rivals.rank(criteria_of(path, standing, profile, run.config, run.lens, state.statistics)[0])

    return rank


def _proven(laboratory: Laboratory, item: Opportunity, goal: Goal, plan: Plan) -> Proven | None:
    """The plan carried out as a scenario in the whole ranking; None if it then misses its goal."""
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
