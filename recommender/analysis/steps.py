"""Changes that could be made for a path: what each of them is, and what it costs (METHODS A22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.config import Config
from ..model.profile import Institution, Levels, PartnerActor, Profile
from ..model.recommendation import Opportunity
from .changes import link_strength
from .scoring import DIGITS

LINKS = (0.5, 0.9)
"""Strengths to which a link may be brought: a working relation, and a close one (ours)."""
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


def strongest(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Of steps that exclude each other the one that goes farthest."""
    best: dict[tuple[str, ...], Step] = {}
    for step in steps:
        held = best.get(step.target)
        if held is None or step.level_to > held.level_to:
            best[step.target] = step
    return tuple(best.values())


def possible_steps(item: Opportunity, profile: Profile, config: Config) -> Iterator[Step]:
    """Raises of what is missing, links of the lead to who has it, and partners who could be brought in."""
    evidence = item.competence
    if evidence is None:
        return
    levels = {actor.id: actor.competences for actor in profile.actors()}
    lead, linked, brought = evidence.lead, set[str](), set[str]()
    for gap in item.gaps:
        held = levels[lead].get(gap.competence)
        yield from raises(lead, gap.competence, held.value if held else None, gap.level, config)
        for source in gap.sources:
            (brought if source.kind == "partner" else linked).add(source.id)
    linked |= {member for member in evidence.coalition if member != lead} | {asset.id for asset in evidence.unconnected}
    for other in sorted(linked):
        yield from closer(lead, other, profile, config)
    for other in sorted(brought):
        yield Step("bring_in_partner", other, lead, None, None, LINKS[0], config.costs.partner)


def raises(actor: str, competence: str, held: float | None, level: float, config: Config) -> Iterator[Step]:
    """A level raised to `level`, and halfway there."""
    start = held or 0.0
    for wanted in sorted({round((start + level) / 2, 2), level}):
        if wanted > start:
            cost = (wanted - start) * config.costs.competence
            yield Step("raise_competence", actor, None, competence, held, wanted, cost)


def closer(lead: str, other: str, profile: Profile, config: Config) -> Iterator[Step]:
    """A link made or strengthened, to each of `LINKS` that is more than it is now."""
    now = link_strength(profile, lead, other)
    change: Literal["strengthen_link", "add_link"] = "strengthen_link" if now else "add_link"
    for level in LINKS:
        if level > now:
            yield Step(change, lead, other, None, now, level, (level - now) * config.costs.link)


def steps_around(lead: str, path: str, profile: Profile, config: Config) -> Iterator[Step]:
    """Raises of what a lead lacks, its links to whoever has more of that, and partners who have."""
    own = {actor.id: actor.competences for actor in profile.actors()}[lead]
    missing = {name: need.level for name, need in profile.library.paths[path].needs.items()
               if _level(own, name) < need.level}  # fmt: skip
    for name, level in sorted(missing.items()):
        yield from raises(lead, name, own[name].value if name in own else None, level, config)
    for actor in profile.actors():
        if actor.id != lead and _has_more(actor.competences, own, missing):
            yield from closer(lead, actor.id, profile, config)
    for partner in profile.partners:
        for guest in partner.actors:
            if _has_more(guest.competences, own, missing):
                yield Step("bring_in_partner", guest.id, lead, None, None, LINKS[0], config.costs.partner)


def _has_more(theirs: Levels, own: Levels, names: Mapping[str, float]) -> bool:
    return any(_level(theirs, name) > _level(own, name) for name in names)


def _level(levels: Levels, name: str) -> float:
    return levels[name].value if name in levels else 0.0


def as_guest(actor: PartnerActor) -> Institution:
    """A partner's actor as one of the region, once it has been brought in."""
    return Institution(actor.id + HERE, actor.name, "other", actor.competences)
