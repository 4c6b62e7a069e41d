"""What would need to be true? The cheapest changes under which a path gets where it should (METHODS A22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..model.config import Config
from ..model.profile import Profile
from ..model.recommendation import Opportunity
from .bench import Bench
from .luck import Luck
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
    that was not asked. `cut`: there may be more plans.
    """

    plans: tuple[Plan, ...]
    tried: int
    steps: int
    best: Standing
    near: Plan | None
    at_least: float | None = None
    cut: bool = False
    leads: int = 1

    @property
    def proved(self) -> bool:
        """Whether no set of so many steps costs less than the first plan, or reaches the goal if there is no plan."""
        if self.at_least is None:
            return False
        return self.at_least >= (self.plans[0].cost if self.plans else float("inf"))


Meets = Callable[[Standing], bool]


def search(
    item: Opportunity, profile: Profile, config: Config, meets: Meets, *, most: int, luck: Luck | None = None,
    could: Meets | None = None, monotone: bool = False,
) -> Search:  # fmt: skip
    """Sets of at most `most` steps, in the order of their cost, until plans are found.

    Every set of the steps that are considered is looked at in that order, so the first plan is the cheapest of
    them. `luck` is there if `meets` asks for the null percentile. `could` holds wherever `meets` holds with some of
    the steps; `meets` itself if None. `monotone` promises that no further step undoes what `meets` asks for, as is so
    for eligibility: sets without a step that all others cannot make up for are left out; `near` knows nothing of them.
    """
    could = could or meets
    bench = Bench(item.id, profile, config, luck)
    steps = sorted(possible_steps(item, profile, config), key=lambda step: step.order)
    together = bench.standing(strongest(steps))
    if not could(together):
        return Search((), len(steps), len(steps), together, None)
    kept = _considered(steps, bench, meets)
    needed = _indispensable(kept, bench, meets) if monotone else frozenset()
    plans, near, cut = _plans(kept, bench, meets, most, needed)
    return Search(plans, len(kept), len(steps), together, near, cut=cut)


Targets = frozenset[tuple[str, ...]]


def _plans(
    kept: Sequence[Step], bench: Bench, meets: Meets, most: int, needed: Targets
) -> tuple[tuple[Plan, ...], Plan | None, bool]:
    """The cheapest plans, of the other sets the one that comes nearest, and whether there may be more plans."""
    found: list[Plan] = []
    near: Plan | None = None
    for chosen in _by_cost(kept, most, needed):
        cost = sum(step.cost for step in chosen)
        if found and round(cost, DIGITS) > round(found[0].cost * NEARLY, DIGITS):
            break
        if any(set(plan.steps) <= set(chosen) for plan in found):
            continue
        if len(found) == MOST_PLANS:
            return tuple(found), near, True
        plan = Plan(chosen, bench.standing(chosen))
        if meets(plan.standing):
            found.append(plan)
        elif near is None or plan.standing.fit > near.standing.fit:
            near = plan
    return tuple(found), near, False


def within_members(wanted: float, config: Config) -> Meets:
    """Whether a fit of `wanted` could be reached with fewer steps, where it is reached or not with more.

    More steps never lower the fit less the cost of its members, by which coalitions are chosen; the fit
    itself may fall by as much as the members cost.
    """
    least = wanted - config.coalition.cost * (config.coalition.size - 1)
    return lambda standing: standing.eligible and round(standing.fit - least, DIGITS) >= 0


def _considered(steps: list[Step], bench: Bench, meets: Meets) -> list[Step]:
    """The steps that are combined: the most useful ones, and the cheapest that does alone."""
    kept = _most_useful(steps, bench)
    if len(kept) == len(steps):
        return kept
    alone = next((step for step in steps if meets(bench.standing((step,)))), None)
    return kept if alone is None or alone in kept else sorted([*kept, alone], key=lambda step: step.order)


def _indispensable(steps: Sequence[Step], bench: Bench, meets: Meets) -> Targets:
    """What has to be changed, because all other steps together do not reach the goal."""

    def without(target: tuple[str, ...]) -> tuple[Step, ...]:
        return strongest([step for step in steps if step.target != target])

    return frozenset(target for target in {s.target for s in steps} if not meets(bench.standing(without(target))))


def _by_cost(steps: Sequence[Step], most: int, needed: Targets) -> list[tuple[Step, ...]]:
    """Sets of steps that change each thing once, and what is needed, the cheapest first."""
    groups = (group for size in range(1, most + 1) for group in combinations(steps, size))
    chosen = [group for group in groups if len(it := {step.target for step in group}) == len(group) and needed <= it]
    return sorted(chosen, key=lambda group: (round(sum(step.cost for step in group), DIGITS), len(group)))


def _most_useful(steps: list[Step], bench: Bench) -> list[Step]:
    """At most `MOST_CANDIDATES` steps: those whose absence, or presence alone, changes the fit most."""
    if len(steps) <= MOST_CANDIDATES:
        return steps
    nothing, everything = bench.standing(()).fit, bench.standing(strongest(steps)).fit
    use = {}
    for step in steps:
        alone = bench.standing((step,)).fit - nothing
        without = everything - bench.standing(strongest([other for other in steps if other.target != step.target])).fit
        use[step] = max(alone, without)
    kept = sorted(steps, key=lambda step: (-round(use[step], DIGITS), step.order))[:MOST_CANDIDATES]
    return sorted(kept, key=lambda step: step.order)
