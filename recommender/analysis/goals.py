"""What would need to be true? The cheapest changes under which a path gets where it should (METHODS A22)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import numpy as np

from ..measures.competence.coalition import preferred_coalitions
from ..model.config import Config
from ..model.profile import Institution, PartnerActor, Profile
from ..model.recommendation import Opportunity
from .changes import link_strength
from .ground import Ground, ground
from .landscape import Landscape
from .luck import Luck
from .scoring import DIGITS
from .standing import Standing

Aim = Literal["eligible", "fit", "band", "rank"]
LINKS = (0.5, 0.9)
"""Strengths to which a link may be brought: a working relation, and a close one (ours)."""
MOST_CANDIDATES = 20
NEARLY = 1.25
"""Plans that cost up to so much more than the cheapest are told as alternatives (ours)."""
MOST_PLANS = 4
HERE = "_here"
"""Ends the id of a partner's actor that was brought into the region."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change: a level raised, a link made or strengthened, or a partner's actor brought in."""

    change: Literal["raise_competence", "strengthen_link", "add_link", "bring_in_partner"]
    actor: str
    other: str | None
    competence: str | None
    level_from: float | None
    level_to: float
    cost: float

    @property
    def target(self) -> tuple[str, ...]:
        """What it changes: two steps with the same target exclude each other."""
        return tuple(sorted((self.actor, self.other or self.competence or "")))

    @property
    def order(self) -> tuple[float, str, str, float]:
        return (round(self.cost, DIGITS), self.actor, self.other or self.competence or "", self.level_to)


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

    `tried` are the steps considered, out of `steps` that there are; `best` is where the path comes with
    all of these at once, `near` the best within the number of changes. No set of steps, considered or
    not, costs less than `at_least`; None where that cannot be told. `cut`: there may be more plans.
    """

    plans: tuple[Plan, ...]
    tried: int
    steps: int
    best: Standing
    near: Plan | None
    at_least: float | None = None
    cut: bool = False

    @property
    def complete(self) -> bool:
        return self.tried == self.steps

    @property
    def proved(self) -> bool:
        """Whether the first plan is the cheapest of all sets of steps that there are."""
        if self.complete or self.at_least is None or not self.plans:
            return self.complete
        return round(self.plans[0].cost - self.at_least, DIGITS) <= 0


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
    together = bench.standing(_strongest(steps))
    if not could(together):
        return Search((), len(steps), len(steps), together, None)
    kept = _considered(steps, bench, meets)
    needed = _indispensable(kept, bench, meets) if monotone else frozenset()
    plans, near, cut = _plans(kept, bench, meets, most, needed)
    at_least = cost_at_least(steps, bench, meets, could) if luck is None else None
    return Search(plans, len(kept), len(steps), together, near, at_least, cut)


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


def cost_at_least(steps: Sequence[Step], bench: Bench, meets: Meets, could: Meets) -> float:
    """A cost below which no set of steps meets a goal on the fit, however many of them are combined.

    If not even all steps of at most some cost could meet it together, every set that does holds a dearer
    one; and if that does not do alone, one more. `steps` are sorted by cost, and could meet it all together.
    """
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        dearest = round(steps[middle].cost, DIGITS)
        low, high = (low, middle) if could(bench.standing(_up_to(dearest, steps))) else (middle + 1, high)
    dearest = round(steps[low].cost, DIGITS)
    two = dearest + round(steps[0].cost, DIGITS)
    alone = (
        step.cost for step in steps if dearest <= round(step.cost, DIGITS) < two and meets(bench.standing((step,)))
    )
    return round(min(next(alone, two), two), DIGITS)


def within_members(wanted: float, config: Config) -> Meets:
    """Whether a fit of `wanted` could be reached with fewer steps, where it is reached or not with more.

    More steps never lower the fit less the cost of its members, by which coalitions are chosen; the fit
    itself may fall by as much as the members cost.
    """
    least = wanted - config.coalition.cost * (config.coalition.size - 1)
    return lambda standing: standing.eligible and round(standing.fit - least, DIGITS) >= 0


def _up_to(cost: float, steps: Sequence[Step]) -> tuple[Step, ...]:
    return _strongest([step for step in steps if round(step.cost, DIGITS) <= cost])


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
        return _strongest([step for step in steps if step.target != target])

    return frozenset(target for target in {s.target for s in steps} if not meets(bench.standing(without(target))))


def _by_cost(steps: Sequence[Step], most: int, needed: Targets) -> list[tuple[Step, ...]]:
    """Sets of steps that change each thing once, and what is needed, the cheapest first."""
    groups = (group for size in range(1, most + 1) for group in combinations(steps, size))
    chosen = [group for group in groups if len(it := {step.target for step in group}) == len(group) and needed <= it]
    return sorted(chosen, key=lambda group: (round(sum(step.cost for step in group), DIGITS), len(group)))


def _strongest(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Of steps that exclude each other the one that goes farthest."""
    best: dict[tuple[str, ...], Step] = {}
    for step in steps:
        held = best.get(step.target)
        if held is None or step.level_to > held.level_to:
            best[step.target] = step
    return tuple(best.values())


def _most_useful(steps: list[Step], bench: Bench) -> list[Step]:
    """At most `MOST_CANDIDATES` steps: those whose absence, or presence alone, changes the fit most."""
    if len(steps) <= MOST_CANDIDATES:
        return steps
    nothing, everything = bench.standing(()).fit, bench.standing(_strongest(steps)).fit
    use = {}
    for step in steps:
        alone = bench.standing((step,)).fit - nothing
        without = everything - bench.standing(_strongest([other for other in steps if other.target != step.target])).fit
        use[step] = max(alone, without)
    kept = sorted(steps, key=lambda step: (-round(use[step], DIGITS), step.order))[:MOST_CANDIDATES]
    return sorted(kept, key=lambda step: step.order)


def possible_steps(item: Opportunity, profile: Profile, config: Config) -> Iterator[Step]:
    """Raises of what is missing, links of the lead to who has it, and partners who could be brought in."""
    evidence = item.competence
    if evidence is None:
        return
    levels = {actor.id: actor.competences for actor in profile.actors()}
    costs, lead, linked, brought = config.costs, evidence.lead, set[str](), set[str]()
    for gap in item.gaps:
        held = levels[lead].get(gap.competence)
        start = held.value if held else 0.0
        for level in sorted({round((start + gap.level) / 2, 2), gap.level}):
            if level > start:
                cost = (level - start) * costs.competence
                yield Step("raise_competence", lead, None, gap.competence, held.value if held else None, level, cost)
        for source in gap.sources:
            (brought if source.kind == "partner" else linked).add(source.id)
    linked |= {member for member in evidence.coalition if member != lead} | {asset.id for asset in evidence.unconnected}
    for other in sorted(linked):
        now = link_strength(profile, lead, other)
        for level in LINKS:
            if level > now:
                change: Literal["strengthen_link", "add_link"] = "strengthen_link" if now else "add_link"
                yield Step(change, lead, other, None, now, level, (level - now) * costs.link)
    for other in sorted(brought):
        yield Step("bring_in_partner", other, lead, None, None, LINKS[0], costs.partner)


class Bench:
    """One path of a region, tried under many sets of steps without building a profile for each."""

    def __init__(self, path: str, profile: Profile, config: Config, luck: Luck | None = None) -> None:
        self._config, self._luck = config, luck
        self._guests = {actor.id: actor for partner in profile.partners for actor in partner.actors}
        guests = tuple(as_guest(actor) for actor in self._guests.values())
        self._here: Ground = ground(replace(profile, institutions=(*profile.institutions, *guests)), config)
        self._needs = self._here.land.needs(profile.library.paths[path])

    def standing(self, steps: Sequence[Step]) -> Standing:
        """Where the path stands under `steps`; the null percentile is 0 where nobody asked for it."""
        here = self._here
        land = self._land(steps)
        region = land.capabilities(self._config)
        [found] = preferred_coalitions(region, [self._needs], here.bar, here.rules)
        percentile = 0.0
        if self._luck is not None:
            fits = np.array([found.fit])
            [percentile] = self._luck.percentiles(region, land, self._config, here.rules, [self._needs], fits)
        return Standing(found.fit, percentile, found.fit, here.land.actors[found.lead], found.clears(here.bar))

    def _land(self, steps: Sequence[Step]) -> Landscape:
        land = self._here.land
        row = {actor: place for place, actor in enumerate(land.actors)}
        levels, strength = land.levels.copy(), land.strength.copy()
        absent = {row[name + HERE] for name in self._guests}
        for step in steps:
            a = row[step.actor + HERE if step.change == "bring_in_partner" else step.actor]
            if step.change == "raise_competence":
                levels[a, land.competences.index(step.competence or "")] = step.level_to
            else:
                b = row[step.other or ""]
                strength[a, b] = strength[b, a] = max(float(strength[a, b]), step.level_to)
                absent.discard(a)
        levels[sorted(absent)] = np.nan
        leads = np.array([lead for lead in land.leads.tolist() if lead not in absent], dtype=np.int64)
        return replace(land, levels=levels, strength=strength, leads=leads)


def as_guest(actor: PartnerActor) -> Institution:
    """A partner's actor as one of the region, once it has been brought in."""
    return Institution(actor.id + HERE, actor.name, "other", actor.competences)
