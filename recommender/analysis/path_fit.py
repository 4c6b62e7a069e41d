"""Each path against the region: the coalition that fits best, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..measures.competence.arrays import Floats
from ..measures.competence.coalition import Coalition, best_coalitions, preferred_coalitions
from ..measures.competence.connection import potential, unconnected_assets
from ..measures.competence.interval import high_fit, share_assessed
from ..measures.competence.shapley import shapley_values
from ..measures.competence.supply import Needs
from ..model.config import Config
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import (
    Asset,
    CompetenceEvidence,
    Driver,
    Gap,
    Interval,
    NeedState,
    Novelty,
    Transformation,
)
from .ground import Ground, ground
from .luck import Luck
from .needs import Coverage, covered_by, gaps, nearest, unsupplied
from .newness import novelty_of, transformation
from .reasons import levels_used

MOST_ASSETS = 3


@dataclass(frozen=True, slots=True)
class PathFit:
    """What competence evidence says about a path; `evidence` is None where nobody could lead it.

    `nearest` names for each need the actor that holds most of it, and its level.
    """

    needs: tuple[NeedState, ...]
    evidence: CompetenceEvidence | None = None
    eligible: bool = False
    eligible_if_unknown_met: bool = True
    novelty: Novelty | None = None
    transformation: Transformation | None = None
    rule: str = ""
    drivers: tuple[Driver, ...] = ()
    gaps: tuple[Gap, ...] = ()
    nearest: dict[str, tuple[str | None, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """The coalitions chosen for a path under each assumption of the ground, and its null percentile."""

    needs: Needs
    today: Coalition
    hopeful: Coalition
    introduced: Coalition
    partnered: Coalition
    percentile: float


def fit_paths(profile: Profile, config: Config, luck: Luck | None = None) -> dict[str, PathFit]:
    """Competence evidence for every path of the library, by id; `luck` where other states were tried before."""
    here = ground(profile, config)
    paths = [profile.library.paths[name] for name in sorted(profile.library.paths)]
    needs = [here.land.needs(path) for path in paths]
    if not len(here.land.leads):
        return {path.id: PathFit(unsupplied(here, asked)) for path, asked in zip(paths, needs, strict=True)}
    return {
        path.id: _fit(here, path, answer)
        for path, answer in zip(paths, _answers(here, needs, luck or Luck()), strict=True)
    }


def _answers(here: Ground, needs: Sequence[Needs], luck: Luck) -> list[Answer]:
    today = preferred_coalitions(here.today, needs, here.bar, here.rules)
    hopeful = preferred_coalitions(here.hopeful, needs, here.bar, here.rules)
    introduced = best_coalitions(here.introduced, needs, here.rules)
    partnered = best_coalitions(here.partnered, needs, here.rules) if here.partner_of else today
    fits = np.array([found.fit for found in today])
    percentiles = luck.percentiles(here.today, here.land, here.config, here.rules, needs, fits)
    return [Answer(*each) for each in zip(needs, today, hopeful, introduced, partnered, percentiles, strict=True)]


def _fit(here: Ground, path: Path, answer: Answer) -> PathFit:
    needs, found = answer.needs, answer.today
    covered = covered_by(here, needs, found)
    shares = shapley_values(here.today, needs, found.members, here.rules)
    novelty = novelty_of(here, needs, found.lead)
    lead_share = shares[found.members.index(found.lead)] / shares.sum() if shares.any() else 0.0
    kind, rule = transformation(path, here.profile, here.land.actors[found.lead], float(lead_share), novelty.label)
    return PathFit(
        needs=covered.states,
        evidence=_evidence(here, answer, covered),
        eligible=found.clears(here.bar),
        eligible_if_unknown_met=answer.hopeful.clears(here.bar),
        novelty=novelty,
        transformation=kind,
        rule=rule,
        drivers=_drivers(here, found, covered, shares),
        gaps=gaps(here, covered),
        nearest=nearest(here, needs),
    )


def _evidence(here: Ground, answer: Answer, covered: Coverage) -> CompetenceEvidence:
    needs, found = answer.needs, answer.today
    linked = max(found.fit, potential(here.today, needs, here.rules))
    partnered = max(found.fit, answer.partnered.fit)
    order = sorted(found.members, key=lambda member: (member != found.lead, member))
    return CompetenceEvidence(
        fit=Interval(found.fit, high_fit(here.hopeful, needs, found, answer.hopeful, here.rules)),
        net_fit=found.net,
        coverage=found.coverage,
        gate=found.gate,
        null_percentile=answer.percentile,
        draws=here.config.luck.draws,
        lead=here.land.actors[found.lead],
        coalition=tuple(here.land.actors[member] for member in order),
        assessed_share=share_assessed(here.today, needs),
        needs_assessed=int(here.today.assessed[needs.competence].sum()),
        potential=linked,
        connection_gap=linked - found.fit,
        with_introduction=max(found.fit, answer.introduced.fit),
        with_partners=partnered,
        partner_gain=partnered - found.fit,
        exact=found.exact,
        upper_bound=found.upper_bound,
        needs=covered.states,
        unconnected=_assets(here, needs, found),
        weakest_link=_weakest_link(here, found),
    )


def _assets(here: Ground, needs: Needs, found: Coalition) -> tuple[Asset, ...]:
    """Actors outside the coalition whose full link to the lead would add most."""
    gain = unconnected_assets(here.today, needs, found, here.rules)
    access = here.today.access.technological[found.lead]
    assets = [
        Asset(here.land.actors[actor], float(gain[actor]), float(access[actor]))
        for actor in np.flatnonzero(np.round(gain, 9) > 0)
    ]
    return tuple(sorted(assets, key=lambda asset: (-round(asset.gain, 9), asset.id))[:MOST_ASSETS])


def _weakest_link(here: Ground, found: Coalition) -> tuple[str, str, float] | None:
    """The weakest direct link between the lead and another member."""
    actors, strength = here.land.actors, here.land.strength[found.lead]
    links = [(float(strength[member]), actors[member]) for member in found.members if member != found.lead]
    if not links:
        return None
    weakest, other = min(links)
    return actors[found.lead], other, weakest


def _drivers(here: Ground, found: Coalition, covered: Coverage, shares: Floats) -> tuple[Driver, ...]:
    """The members of the coalition with what each contributes, most first."""
    rows = []
    for member, value in zip(found.members, shares.tolist(), strict=True):
        actor = here.land.actors[member]
        mine = [need for need in covered.states if need.supplier == actor]
        role: Any = here.land.roles[member]
        rows.append(Driver(role, actor, value, tuple(levels_used(mine, here.profile))))
    return tuple(sorted(rows, key=lambda driver: (-round(driver.contribution, 9), driver.id)))
