"""What would need to be true? The cheapest changes under which a path gets where it should (METHODS A22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf
from typing import Literal

from ..model.recommendation import Opportunity
from .bench import Bench, Meets
from .scoring import DIGITS
from .standing import Standing
from .steps import Step, possible_steps, strongest

Aim = Literal["eligible", "fit", "band", "rank"]
MOST_CANDIDATES = 20
NEARLY = 1.25
"""Plans that cost up to so much more than the cheapest are told as alternatives (ours)."""
MOST_PLANS = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that reach a goal together; none of them can be left out."""

    steps: tuple[Step, ...]
    standing: Standing

    @property
    def cost(self) -> float:
        return round(sum(step.cost for step in self.steps), DIGITS)


@dataclass(frozen=True, slots=True)
class Search:
    """The cheapest plan and others of nearly its cost; none if the goal is out of reach.

    `tried` are the steps considered, out of `steps` that there are, around `leads` actors that may lead; `best` is
    where the path comes with all of these at once, `near` the best that was seen within the number of changes; None
    if not even all at once do. No set of so many steps costs less than `at_least` and reaches the goal; None where
    that was not asked. `cut`: there may be more plans. `ceilings` are what bounds say of all steps around each lead.
    """

    plans: tuple[Plan, ...]
    tried: int
    steps: int
    best: Standing
    near: Plan | None
    at_least: float | None = None
    cut: bool = False
    leads: int = 1
    ceilings: tuple[Standing, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether no set of so many steps costs less than the first plan, or reaches the goal if there is no plan."""
        if self.at_least is None:
            return False
        return self.at_least >= (self.plans[0].cost if self.plans else float("inf"))


Proves = Callable[[Plan], bool]


@dataclass(slots=True)
class Reached:
    """Which sets of steps reach a goal, and of the others the one that comes `near`est; each set is tried once.

    `meets` says of a standing whether it does, all other paths staying where they are; `proves` says of such a plan
    whether it holds with what it does to them.
    """

    bench: Bench
    meets: Meets
    proves: Proves = lambda _: True
    near: Plan | None = None
    known: dict[frozenset[tuple[object, ...]], Plan | None] = field(default_factory=dict)

    def by(self, steps: Sequence[Step]) -> Plan | None:
        """The plan that these steps are, if they reach the goal."""
        key = frozenset((*step.target, step.level_to) for step in steps)
        if key not in self.known:
            self.known[key] = self._try(tuple(sorted(steps, key=lambda step: step.order)))
        return self.known[key]

    def _try(self, steps: tuple[Step, ...]) -> Plan | None:
        standing, met = self.bench.trial(self.meets, steps)
        plan = Plan(steps, standing)
        if met and self.proves(plan):
            return plan
        if self.near is None or standing.fit > self.near.standing.fit:
            self.near = plan
        return None


def search(item: Opportunity, goal: Reached, *, most: int, monotone: bool = False, most_work: float = inf) -> Search:
    """Sets of at most `most` steps, in the order of their cost, until plans are found or it is `most_work`.

    Every set of the steps that are considered is looked at in that order, so the first plan is the cheapest of
    them. `monotone` promises that no further step undoes what the goal asks for, as is so for eligibility: sets
    without a step that all others cannot make up for are left out; `near` knows nothing of them.
    """
    bench = goal.bench
    steps = sorted(possible_steps(item, bench.profile, bench.config), key=lambda step: step.order)
    together = bench.bare(strongest(steps))
    if not goal.meets(bench.ceiling(strongest(steps))):
        return Search((), len(steps), len(steps), together, None)
    kept = _considered(steps, goal)
    needed = _indispensable(kept, bench, goal.meets) if monotone else frozenset()
    plans, near, cut = _plans(kept, goal, most, needed, bench.work + most_work)
    return Search(plans, len(kept), len(steps), together, near, cut=cut)


Targets = frozenset[tuple[str, ...]]


def _plans(
    kept: Sequence[Step], goal: Reached, most: int, needed: Targets, enough: float
) -> tuple[tuple[Plan, ...], Plan | None, bool]:
    """The cheapest plans, of the other sets the one that comes nearest, and whether there may be more plans."""
    found: list[Plan] = []
    for chosen in _by_cost(kept, most, needed):
        cost = sum(step.cost for step in chosen)
        if found and round(cost, DIGITS) > round(found[0].cost * NEARLY, DIGITS):
            break
        if any(set(plan.steps) <= set(chosen) for plan in found):
            continue
        if len(found) == MOST_PLANS or goal.bench.work >= enough:
            return tuple(found), goal.near, True
        plan = goal.by(chosen)
        if plan is not None:
            found.append(plan)
    return tuple(found), goal.near, False


def _considered(steps: list[Step], goal: Reached) -> list[Step]:
    """The steps that are combined: the most useful ones, and the cheapest that does alone."""
    kept = _most_useful(steps, goal.bench)
    if len(kept) == len(steps):
        return kept
    alone = next((step for step in steps if goal.by((step,)) is not None), None)
    return kept if alone is None or alone in kept else sorted([*kept, alone], key=lambda step: step.order)


def _indispensable(steps: Sequence[Step], bench: Bench, meets: Meets) -> Targets:
    """What has to be changed, because all other steps together do not reach the goal."""

    def without(target: tuple[str, ...]) -> tuple[Step, ...]:
        return strongest([step for step in steps if step.target != target])

    return frozenset(target for target in {s.target for s in steps} if not meets(bench.bare(without(target))))


def _by_cost(steps: Sequence[Step], most: int, needed: Targets) -> list[tuple[Step, ...]]:
    """Sets of steps that change each thing once, and what is needed, the cheapest first."""
    groups = (group for size in range(1, most + 1) for group in combinations(steps, size))
    chosen = [group for group in groups if len(it := {step.target for step in group}) == len(group) and needed <= it]
    return sorted(chosen, key=lambda group: (round(sum(step.cost for step in group), DIGITS), len(group)))


def _most_useful(steps: list[Step], bench: Bench) -> list[Step]:
    """At most `MOST_CANDIDATES` steps: those whose absence, or presence alone, changes the fit most."""
    if len(steps) <= MOST_CANDIDATES:
        return steps
    nothing, everything = bench.bare(()).fit, bench.bare(strongest(steps)).fit
    use = {}
    for step in steps:
        alone = bench.bare((step,)).fit - nothing
        without = everything - bench.bare(strongest([other for other in steps if other.target != step.target])).fit
        use[step] = max(alone, without)
    kept = sorted(steps, key=lambda step: (-round(use[step], DIGITS), step.order))[:MOST_CANDIDATES]
    return sorted(kept, key=lambda step: step.order)
