"""Does another lead get there for less? Sets of steps around all who may lead, where bounds leave them open (A22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model.recommendation import Opportunity
from .goals import MOST_PLANS, NEARLY, Plan, Reached, Search
from .scoring import DIGITS
from .steps import Step, possible_steps, steps_around, strongest

MOST_WORK = 4000
"""Coalitions that are looked for before the rest is told as open; each takes a few milliseconds."""


@dataclass
class Hunt:
    """Sets of at most `most` steps that reach a `goal` and cost less than the cheapest known, the `budget`.

    Every set that costs less than `open_from` was tried, or ruled out by a bound.
    """

    goal: Reached
    most: int
    budget: float
    found: list[Plan] = field(default_factory=list)
    open_from: float = float("inf")

    def __post_init__(self) -> None:
        self._enough = self.goal.bench.work + MOST_WORK

    def around(self, lead: str, held: tuple[Step, ...], rest: Sequence[Step]) -> None:
        """Sets of `held` and some of `rest`, which are sorted by cost, if `lead` leads."""
        taken = {step.target for step in held}
        free = [step for step in rest if step.target not in taken]
        for end in range(self._first_that_could(lead, held, free), len(free)):
            chosen = (*held, free[end])
            if not self._affordable(chosen):
                return
            if self.goal.bench.work >= self._enough:
                self.open_from = min(self.open_from, cost_of(chosen))
                return
            more = len(chosen) < self.most
            if more and not self._could(lead, chosen, free[:end]):
                continue
            if not self._reached(chosen) and more:
                self.around(lead, chosen, free[:end])

    def _first_that_could(self, lead: str, held: tuple[Step, ...], free: Sequence[Step]) -> int:
        """Position of the step without which neither it nor cheaper ones could do, all of them together."""
        low, high = 0, sum(self._affordable((*held, step)) for step in free)
        if not high or not self._could(lead, held, free[:high]):
            return len(free)
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._could(lead, held, free[:middle]) else (middle, high)
        return high - 1

    def _affordable(self, steps: Sequence[Step]) -> bool:
        return cost_of(steps) < self.budget

    def _could(self, lead: str, held: tuple[Step, ...], more: Sequence[Step]) -> bool:
        taken = {step.target for step in held}
        others = [step for step in more if step.target not in taken and self._affordable((*held, step))]
        return self.goal.bench.could(self.goal.meets, strongest([*held, *others]), lead)

    def _reached(self, chosen: tuple[Step, ...]) -> bool:
        plan = self.goal.by(chosen)
        if plan is not None:
            self.found.append(plan)
            self.budget = plan.cost
        return plan is not None


def cost_of(steps: Sequence[Step]) -> float:
    """What steps cost together."""
    return round(sum(step.cost for step in steps), DIGITS)


def over_all_leads(found: Search, item: Opportunity, goal: Reached, *, most: int) -> Search:
    """What was found around today's lead, with what any lead could do for less, and what bounds say of the rest."""
    bench, profile, config = goal.bench, goal.bench.profile, goal.bench.config
    hunt = Hunt(goal, most, found.plans[0].cost if found.plans else float("inf"))
    today = item.competence.lead if item.competence else None
    around = {}
    for name in (actor.id for section in (profile.clusters, profile.institutions) for actor in section):
        there_are = {*steps_around(name, item.id, profile, config)}
        if name == today:
            there_are |= {*possible_steps(item, profile, config)}
        around[name] = sorted(there_are, key=lambda step: step.order)
    best = {lead: bench.bare(strongest(steps), lead) for lead, steps in around.items()}
    hopeful = [lead for lead, steps in around.items() if bench.could(goal.meets, strongest(steps), lead)]
    for lead in sorted(hopeful, key=lambda lead: (lead != today, -round(best[lead].fit, DIGITS), lead)):
        hunt.around(lead, (), around[lead])
    total = sum(map(len, around.values()))
    return replace(
        found, plans=_cheapest([*hunt.found, *found.plans]), tried=total, steps=total, leads=len(around), cut=True,
        best=max([found.best, *best.values()], key=lambda standing: standing.fit),
        near=goal.near if hopeful else None,
        at_least=min(hunt.open_from, hunt.budget),
        ceilings=tuple(bench.ceiling(strongest(steps), lead) for lead, steps in around.items()),
    )  # fmt: skip


def _cheapest(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The cheapest plan and others of nearly its cost, none of which holds all steps of another."""
    kept: list[Plan] = []
    for plan in sorted(plans, key=lambda plan: (plan.cost, len(plan.steps), [step.order for step in plan.steps])):
        nearly = not kept or round(plan.cost - kept[0].cost * NEARLY, DIGITS) <= 0
        if nearly and not any(set(other.steps) <= set(plan.steps) for other in kept):
            kept.append(plan)
    return tuple(kept[:MOST_PLANS])
