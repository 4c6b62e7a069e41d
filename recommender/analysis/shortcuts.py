"""Where what others have is sooner than building: partners, links, and a competence supplied once to several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.config import Config
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Opportunity
from .bench import Bench
from .roadmap import Target, Timed, years_of
from .scoring import DIGITS
from .steps import Step, possible_steps


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A step that could be taken instead of another one towards a path, and is sooner."""

    path: str
    instead_of: Step
    step: Step


@dataclass(frozen=True, slots=True)
class Sooner:
    """The shortcuts that were found, and how many links and partners were tried."""

    found: tuple[Shortcut, ...]
    tried: int


def shortcuts(item: Opportunity, target: Target, profile: Profile, config: Config) -> Sooner:
    """For each step of a target the soonest link or partner with which the path becomes possible as well."""
    bench = Bench(item.id, profile, config)
    borrowed = sorted(
        (step for step in possible_steps(item, profile, config) if step.change != "raise_competence"),
        key=lambda step: (years_of(step, config.pace), step.order),
    )
    found, tried = [], 0
    for instead_of in target.steps:
        rest = [step for step in target.steps if step is not instead_of]
        taken, years = {step.target for step in rest}, years_of(instead_of, config.pace)
        for step in borrowed:
            if step.target not in taken and years_of(step, config.pace) < years:
                tried += 1
                if bench.bare((*rest, step)).eligible:
                    found.append(Shortcut(target.path, instead_of, step))
                    break
    return Sooner(tuple(found), tried)


def sooner_findings(
    all_sooner: Sequence[Sooner], steps: Sequence[Timed], config: Config, subject: str
) -> Iterator[Finding]:
    """Shortcuts with the number of the step that each replaces, and what could be pooled; or that there are none."""
    number = {item.step.target: row for row, item in enumerate(steps, start=1)}
    told = [_told(cut, number[cut.instead_of.target], config) for sooner in all_sooner for cut in sooner.found]
    tried = sum(sooner.tried for sooner in all_sooner)
    yield from told
    if tried and not told:
        yield Finding("roadmap_not_sooner", subject, {"count": tried})
    yield from pooled_findings(steps, config)


def _told(cut: Shortcut, number: int, config: Config) -> Finding:
    facts = {
        "step": number, "path": cut.path, "change": cut.step.change,
        "actor": cut.step.actor, "other": cut.step.other, "level_to": cut.step.level_to,
        "years_from": years_of(cut.instead_of, config.pace), "years_to": years_of(cut.step, config.pace),
        "cost_from": round(cut.instead_of.cost, DIGITS), "cost_to": round(cut.step.cost, DIGITS),
    }  # fmt: skip
    return Finding("roadmap_shortcut", cut.path, facts)


def pooled_findings(steps: Sequence[Timed], config: Config) -> Iterator[Finding]:
    """Competences that several steps build at different actors: supplied once to all, they take the longest only."""
    building: dict[str, list[tuple[int, Timed]]] = {}
    for number, item in enumerate(steps, start=1):
        if item.step.change == "raise_competence" and item.step.competence:
            building.setdefault(item.step.competence, []).append((number, item))
    for competence, rows in building.items():
        if len(rows) > 1:
            years = [years_of(item.step, config.pace) for _, item in rows]
            owners = set.intersection(*(set(item.owners) for _, item in rows))
            facts = {
                "competence": competence, "steps_shared": [number for number, _ in rows],
                "years_saved": round(sum(years) - max(years), DIGITS), "actor": min(owners, default=None),
            }  # fmt: skip
            yield Finding("roadmap_pooled", competence, facts)
