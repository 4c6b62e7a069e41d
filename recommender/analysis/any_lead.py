"""Does another lead get there for less? Sets of steps around all who may lead, where bounds leave them open (A22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..model.config import Config
from ..model.profile import Profile
from ..model.recommendation import Opportunity
from .bench import Bench
from .goals import MOST_PLANS, NEARLY, Meets, Plan, Search
from .ground import Ground, ground
from .luck import Luck
from .scoring import DIGITS
from .standing import Standing
from .steps import Step, possible_steps, steps_around, strongest

MOST_TRIES = 2000
"""Sets of steps that are tried before the rest is told as open; each takes about a millisecond."""
GRID = 20
"""Fits, in equal steps up to 1, at which the null percentile of a path is worked out for its bound."""


@dataclass(slots=True)
class Hunt:
    """Sets of at most `most` steps that cost less than the cheapest known, the `budget`.

    `proves` says of a plan whether it reaches the goal, which counts as `a_proof` of the `tries`; `could` holds of a
    standing with more steps, under the same lead, wherever it does. Every set that costs less than `open_from` was
    tried, or ruled out by a bound.
    """

    bench: Bench
    proves: Callable[[Plan], bool]
    could: Meets
    most: int
    budget: float
    found: list[Plan] = field(default_factory=list)
    near: Plan | None = None
    a_proof: int = 1
    tries: int = 0
    open_from: float = float("inf")

    def around(self, lead: str, held: tuple[Step, ...], rest: Sequence[Step]) -> None:
        """Sets of `held` and some of `rest`, which are sorted by cost, if `lead` leads."""
        taken = {step.target for step in held}
        free = [step for step in rest if step.target not in taken]
        for end in range(self._first_that_could(lead, held, free), len(free)):
            chosen = (*held, free[end])
            if not self._affordable(chosen):
                return
            if self.tries >= MOST_TRIES:
                self.open_from = min(self.open_from, cost_of(chosen))
                return
            more = len(chosen) < self.most
            if more and not self._could(lead, chosen, free[:end]):
                continue
            if not self._reached(lead, chosen) and more:
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
        self.tries += 1
        return self.could(self.bench.standing(strongest([*held, *others]), lead=lead))

    def _reached(self, lead: str, chosen: tuple[Step, ...]) -> bool:
        if not self._could(lead, chosen, ()):
            return False
        self.tries += self.a_proof
        plan = Plan(tuple(sorted(chosen, key=lambda step: step.order)), self.bench.standing(chosen))
        if not self.proves(plan):
            if self.near is None or plan.standing.fit > self.near.standing.fit:
                self.near = plan
            return False
        self.found.append(plan)
        self.budget = plan.cost
        return True


def cost_of(steps: Sequence[Step]) -> float:
    """What steps cost together."""
    return round(sum(step.cost for step in steps), DIGITS)


def over_all_leads(
    found: Search, item: Opportunity, profile: Profile, config: Config, proves: Callable[[Plan], bool], could: Meets,
    *, most: int, luck: Luck | None, a_proof: int = 1,
) -> Search:  # fmt: skip
    """What was found around today's lead, with what any lead could do for less, and what bounds say of the rest."""
    bench = Bench(item.id, profile, config, luck)
    hunt = Hunt(bench, proves, could, most, found.plans[0].cost if found.plans else float("inf"),
                a_proof=a_proof)  # fmt: skip
    today = item.competence.lead if item.competence else None
    around = {}
    for name in (actor.id for section in (profile.clusters, profile.institutions) for actor in section):
        there_are = {*steps_around(name, item.id, profile, config)}
        if name == today:
            there_are |= {*possible_steps(item, profile, config)}
        around[name] = sorted(there_are, key=lambda step: step.order)
    best = {lead: bench.standing(strongest(steps), lead=lead) for lead, steps in around.items()}
    for lead in sorted(around, key=lambda lead: (lead != today, -round(best[lead].fit, DIGITS), lead)):
        if could(best[lead]):
            hunt.around(lead, (), around[lead])
    total = sum(map(len, around.values()))
    return replace(
        found, plans=_cheapest([*hunt.found, *found.plans]), tried=total, steps=total, leads=len(around), cut=True,
        best=max([found.best, *best.values()], key=lambda standing: standing.fit),
        near=found.near or hunt.near if any(map(could, best.values())) else None,
        at_least=min(hunt.open_from, hunt.budget),
    )  # fmt: skip


def _cheapest(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The cheapest plan and others of nearly its cost, none of which holds all steps of another."""
    kept: list[Plan] = []
    for plan in sorted(plans, key=lambda plan: (plan.cost, len(plan.steps), [step.order for step in plan.steps])):
        nearly = not kept or round(plan.cost - kept[0].cost * NEARLY, DIGITS) <= 0
        if nearly and not any(set(other.steps) <= set(plan.steps) for other in kept):
            kept.append(plan)
    return tuple(kept[:MOST_PLANS])


def at_best(profile: Profile, config: Config, path: str, luck: Luck) -> Callable[[Standing], Standing]:
    """How a path could stand at most with some of the steps under which it stands as given.

    Notes
    -----
    Steps lower the net fit of no coalition, so neither do they of a made-up path; its fit falls at most by what its
    members cost. So with any steps the null percentile of a fit is no higher than today's of a fit so much better.
    """
    here = ground(profile, config)
    slack = config.coalition.cost * (config.coalition.size - 1)
    grid = _curve(here, profile, path, luck)

    def best(standing: Standing) -> Standing:
        fit = min(1.0, standing.fit + slack)
        point = int(np.ceil(round((fit + slack) * GRID, DIGITS)))
        percentile = grid[point] if point < len(grid) else 1.0
        return replace(standing, fit=fit, null_percentile=percentile, with_partners=1.0)

    return best


def _curve(here: Ground, profile: Profile, path: str, luck: Luck) -> list[float]:
    """Today's null percentiles at fits of 1 / GRID, 2 / GRID ..., just above each of them."""
    needs = here.land.needs(profile.library.paths[path])
    fits = [point / GRID + 1e-6 for point in range(GRID + 1)]
    return [
        luck.percentiles(here.today, here.land, here.config, here.rules, [needs], np.array([fit]))[0] for fit in fits
    ]
