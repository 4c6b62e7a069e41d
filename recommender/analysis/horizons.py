"""What a cluster can reach: now, after one link, after one competence is built (METHODS A19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import rounded
from ..measures.competence.connection import share_if_linked
from ..measures.competence.fit import fit
from ..measures.competence.supply import share_met
from ..model.config import Config
from ..model.recommendation import Opportunity, Recommendation
from .ground import Ground
from .pairs import Pairs, Step, essentials_held
from .scoring import DIGITS

MOST = 3
NEARLY = 0.5
"""Share of what the bar asks of an essential from which it can be built (judged, ours)."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A ranked path that a cluster carries: because it leads it, brings essentials, or has a large part of the fit.

    `share` is its Shapley value over the fit, `essentials` are those of which it brings most, as far as the bar asks.
    """

    path: str
    leads: bool
    share: float
    essentials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Horizons:
    """Three horizons of a cluster. `now` are ranked paths that it carries, `joins` those in which it only helps."""

    carries: tuple[Carried, ...]
    joins: tuple[str, ...]
    link: tuple[Step, ...]
    build: tuple[Step, ...]

    @property
    def now(self) -> tuple[str, ...]:
        return tuple(each.path for each in self.carries)

    @property
    def leads(self) -> int:
        return sum(each.leads for each in self.carries)


def horizons_of(here: Ground, pairs: Pairs, answer: Recommendation, cluster: str) -> Horizons:
    """The paths that a cluster carries today, those that one link would open, those that one build would.

    A path counts once, at the nearest horizon; at the second and the third only where the cluster would then
    be ahead of everybody in the region today, in net fit. What nobody assessed is not built but asked about,
    and nothing is built from scratch: the cluster itself must have the essential that is lacking to `NEARLY` of what
    the bar asks. A path renews only who carries it: a cluster that leads it, brings an essential, or has at least
    `renewal.share` of the fit (its Shapley value). With a link, the other must lack the essential, or the cluster must
    have that share of the fit of the two and be ahead in technologies worth `NOTABLE_GAIN` of what is needed:
    organisation and ways to sell, many could bring.
    """
    everything = (*answer.opportunities, *answer.not_recommended)
    best = {item.id: item.competence.net_fit if item.competence else 0.0 for item in everything}
    mine = [item for item in answer.opportunities if item.competence and cluster in item.competence.coalition]
    parts = {item.id: _part(item, cluster, here.bar.essential) for item in mine}
    now = {name: each for name, each in parts.items() if _carries(each, here.config.renewal.share)}
    links = _by_fit([step for step in pairs.openings[cluster] if step.path not in now])
    left = {name: value for name, value in best.items() if name not in {*now, *(step.path for step in links)}}
    joins = tuple(name for name in parts if name not in now)
    builds = _builds(here, cluster, left)
    return Horizons(tuple(now.values()), joins, tuple(links[:MOST]), tuple(builds[:MOST]))


def carriers(item: Opportunity, config: Config) -> frozenset[str]:
    """Those of its coalition who carry a path."""
    members = item.competence.coalition if item.competence else ()
    enough, least = config.eligibility.essential_share, config.renewal.share
    return frozenset(name for name in members if _carries(_part(item, name, enough), least))


def _carries(part: Carried, least: float) -> bool:
    return part.leads or bool(part.essentials) or part.share >= least


def _part(item: Opportunity, cluster: str, enough: float) -> Carried:
    evidence = item.competence
    assert evidence is not None  # it has a coalition
    value = next((driver.contribution for driver in item.drivers if driver.id == cluster), 0.0)
    share = round(value / evidence.fit.low, DIGITS) if evidence.fit.low > 0 else 0.0
    brought = (need for need in evidence.needs if need.essential and need.supplier == cluster)
    essentials = tuple(need.competence for need in brought if round(need.share, DIGITS) >= enough)
    return Carried(item.id, evidence.lead == cluster, share, essentials)


def _builds(here: Ground, cluster: str, best: Mapping[str, float]) -> list[Step]:
    """Paths in which the cluster, with everybody it reaches, lacks a single essential and nearly has that."""
    lead = here.land.position(cluster)
    everybody = list(range(len(here.land.actors)))
    steps = []
    for path, known in best.items():
        needs = here.land.needs(here.profile.library.paths[path])
        share = share_met(here.today, needs, lead, everybody)
        lacking = np.flatnonzero(needs.essential & (rounded(share) < here.bar.essential))
        own = share_if_linked(here.today, needs)[:, lead]
        if len(lacking) != 1 or rounded(own[lacking])[0] < NEARLY * here.bar.essential:
            continue
        if not essentials_held(here, needs, own).any():
            continue
        reached = float((share * needs.level)[lacking][0])
        share[lacking] = 1.0
        then = float(rounded(fit(share, here.today.weight(needs), needs.essential, here.rules.gate_exponent)))
        if then >= here.bar.fit and then > known:
            steps.append(Step(path, here.land.competences[needs.competence[lacking[0]]], then, reached))
    return _by_fit(steps)


def _by_fit(steps: list[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (-round(step.fit, DIGITS), step.path))
