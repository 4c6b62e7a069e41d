"""Plans for a goal, told: what has to change, what it costs, and where the path then stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import Any

from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .goals import Aim, Plan, Search
from .steps import HERE, Step, as_guest


@dataclass(frozen=True, slots=True)
class Goal:
    """What a path is to become: eligible, of a fit, of a band, or of a rank."""

    aim: Aim
    wanted: float | str | None = None


@dataclass(frozen=True, slots=True)
class Proven:
    """A plan, and what the whole ranking says of the path once it is carried out."""

    plan: Plan
    after: Opportunity
    scenario: Mapping[str, Any]


def goal_study(
    answer: Recommendation, item: Opportunity, goal: Goal, found: Search, plans: Sequence[Proven], *, most: int,
    rank_at_best: int | None = None,
) -> Study:  # fmt: skip
    """The cheapest plan with its steps, then others that cost nearly as much; or what stands in the way.

    `rank_at_best` is the rank of the path with all steps at once, where a rank is the goal.
    """
    parts = [_verdict(item, goal, found, plans, most, rank_at_best)]
    for number, proven in enumerate(plans, start=1):
        parts.append(_plan(item, proven, number))
    data = {
        "path": item.id,
        "goal": {"aim": goal.aim, "wanted": goal.wanted, "max_changes": most},
        "search": {
            "leads": found.leads,
            "steps": found.steps,
            "at_least": _told(found.at_least),
            "proved": _proved(found, plans),
        },
        "plans": [_plan_data(proven) for proven in plans],
    }
    return Study(answer, "goal", tuple(parts), about={"path": item.id}, data=data)


def already(answer: Recommendation, item: Opportunity, goal: Goal) -> Study:
    """A goal that is reached today."""
    facts = {"path": item.id, "aim": goal.aim, "wanted": _wanted(goal), "fit": _fit(item), "rank": item.rank,
             "band": item.band}  # fmt: skip
    part = Part(findings=(Finding("goal_met", item.id, facts),), listed=False)
    data = {"path": item.id, "goal": {"aim": goal.aim, "wanted": goal.wanted, "max_changes": 0},
            "search": {"leads": 0, "steps": 0, "at_least": 0.0, "proved": True}, "plans": []}  # fmt: skip
    return Study(answer, "goal", (part,), about={"path": item.id}, data=data)


def _verdict(
    item: Opportunity, goal: Goal, found: Search, plans: Sequence[Proven], most: int, rank_at_best: int | None
) -> Part:
    if plans:
        first = plans[0]
        facts = {
            "path": item.id, "aim": goal.aim, "wanted": _wanted(goal), "could_lead": found.leads, "most": most,
            "count": len(first.plan.steps), "cost": first.plan.cost, "others": len(plans) - 1,
            "others_cut": found.cut, "proved": _proved(found, plans), "at_least": _told(found.at_least),
        }  # fmt: skip
        return Part(findings=(Finding("goal_reached", item.id, facts),), listed=False)
    near = max((plan.standing.fit for plan in (found.near, *found.plans) if plan is not None), default=None)
    missed: dict[str, object] = {
        "path": item.id, "aim": goal.aim, "wanted": _wanted(goal), "could_lead": found.leads, "most": most,
        "nearest_fit": near, "upper_bound": found.best.fit, "rank_at_best": rank_at_best,
        "proved": _proved(found, plans),
        "competences": [gap.competence for gap in item.gaps if gap.essential or not gap.sources][:5],
    }  # fmt: skip
    return Part(findings=(Finding("goal_out_of_reach", item.id, missed),), listed=False)


def _proved(found: Search, plans: Sequence[Proven]) -> bool:
    """Whether nothing is cheaper than the first plan that holds in the whole ranking, or nothing does it at all."""
    same = plans[0].plan is found.plans[0] if plans else not found.plans
    return same and found.proved


def _told(cost: float | None) -> float | None:
    return None if cost is None or isinf(cost) else cost


def _wanted(goal: Goal) -> str:
    if isinstance(goal.wanted, float):
        return f"{goal.wanted:.2f}"
    return str(goal.wanted) if goal.wanted is not None else ""


def _fit(item: Opportunity) -> float:
    return item.competence.fit.low if item.competence else 0.0


def _plan(item: Opportunity, proven: Proven, number: int) -> Part:
    after = proven.after
    facts = {
        "number": number, "cost": proven.plan.cost, "path": item.id, "fit_from": _fit(item), "fit_to": _fit(after),
        "band_from": item.band, "band_to": after.band, "rank": after.rank,
        "lead": after.competence.lead if after.competence else None,
    }  # fmt: skip
    columns = (
        GridColumn("change", "change_kind"),
        GridColumn("who", "names", wraps=True),
        GridColumn("competence", "name", wraps=True),
        GridColumn("level", "number_move"),
        GridColumn("cost", "number"),
    )
    rows = tuple(
        (step.change, tuple(name for name in (step.actor, step.other) if name), step.competence,
         (step.level_from or 0.0, step.level_to), step.cost)
        for step in proven.plan.steps
    )  # fmt: skip
    return Part(heading="plan", findings=(Finding("goal_plan", item.id, facts),), listed=False,
                grid=Grid(f"plan_{number}", columns, rows))  # fmt: skip


def _plan_data(proven: Proven) -> dict[str, Any]:
    return {
        "cost": proven.plan.cost,
        "steps": [
            {"change": step.change, "actor": step.actor, "other": step.other, "competence": step.competence,
             "level_from": step.level_from, "level_to": step.level_to, "cost": step.cost}
            for step in proven.plan.steps
        ],
        "after": {"fit": _fit(proven.after), "rank": proven.after.rank, "band": proven.after.band,
                  "score": proven.after.score},
        "scenario": dict(proven.scenario),
    }  # fmt: skip


def as_scenario(steps: Sequence[Step], profile: Profile, name: str, reason: str) -> dict[str, Any]:
    """A scenario file, as plain values, that takes the steps."""
    plain: dict[str, Any] = {"schema_version": "1", "name": name}
    for step in steps:
        for action, edit in _edits(step, profile):
            plain.setdefault(action, []).append({**edit, "reason": reason})
    return plain


def _edits(step: Step, profile: Profile) -> list[tuple[str, dict[str, Any]]]:
    if step.change == "raise_competence":
        section = next(type(actor).__name__.lower() + "s" for actor in profile.actors() if actor.id == step.actor)
        at = f"{section}.{step.actor}.competences.{step.competence}"
        return [("set", {"at": at, "value": step.level_to})]
    ends = (step.actor, step.other)
    if step.change == "bring_in_partner":
        guest = as_guest(next(item for partner in profile.partners for item in partner.actors if item.id == step.actor))
        levels = {name: level.value for name, level in guest.competences.items()}
        value = {"id": guest.id, "name": dict(guest.name), "kind": guest.kind, "competences": levels}
        link = {"a": step.actor + HERE, "b": step.other, "strength": step.level_to}
        return [("add", {"at": "institutions", "value": value}), ("add", {"at": "links", "value": link})]
    kinds = {link.kind for link in profile.links if {link.a, link.b} == set(ends)}
    if "co_develops" not in kinds:
        return [("add", {"at": "links", "value": {"a": ends[0], "b": ends[1], "strength": step.level_to}})]
    kind = ".co_develops" if len(kinds) > 1 else ""
    return [("set", {"at": f"links.{ends[0]}.{ends[1]}{kind}.strength", "value": step.level_to})]
