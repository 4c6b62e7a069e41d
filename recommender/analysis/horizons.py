"""What a cluster can reach: now, after one link, after one competence is built (METHODS A19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import rounded
from ..measures.competence.connection import share_if_linked
from ..measures.competence.fit import fit
from ..measures.competence.supply import share_met
from ..model.recommendation import Recommendation
from .ground import Ground
from .pairs import Pairs, Step, essentials_held
from .scoring import DIGITS

MOST = 3
NEARLY = 0.5
"""Share of what the bar asks of an essential from which it can be built (judged, ours)."""


@dataclass(frozen=True, slots=True)
class Horizons:
    """Three horizons of a cluster. `now` are ranked paths whose coalition it is in, by rank."""

    now: tuple[str, ...]
    leads: int
    link: tuple[Step, ...]
    build: tuple[Step, ...]


def horizons_of(here: Ground, pairs: Pairs, answer: Recommendation, cluster: str) -> Horizons:
    """The paths that a cluster is in today, those that one link would open, those that one build would.

    A path counts once, at the nearest horizon; at the second and the third only where the cluster would then
    be ahead of everybody in the region today, in net fit. What nobody assessed is not built but asked about,
    and nothing is built from scratch: the essential that is lacking must be there to `NEARLY` of what the bar
    asks. The cluster must be no passenger: it holds an essential itself, or adds `MUCH` to what the other can.
    """
    everything = (*answer.opportunities, *answer.not_recommended)
    best = {item.id: item.competence.net_fit if item.competence else 0.0 for item in everything}
    mine = [item for item in answer.opportunities if item.competence and cluster in item.competence.coalition]
    now = tuple(item.id for item in mine)
    links = _by_fit([step for step in pairs.openings[cluster] if step.path not in now])
    left = {name: value for name, value in best.items() if name not in {*now, *(step.path for step in links)}}
    leads = sum(item.competence is not None and item.competence.lead == cluster for item in mine)
    return Horizons(now, leads, tuple(links[:MOST]), tuple(_builds(here, cluster, left)[:MOST]))


def _builds(here: Ground, cluster: str, best: Mapping[str, float]) -> list[Step]:
    """Paths in which the cluster, with everybody it reaches, lacks a single essential and nearly has that."""
    lead = here.land.position(cluster)
    everybody = list(range(len(here.land.actors)))
    steps = []
    for path, known in best.items():
        needs = here.land.needs(here.profile.library.paths[path])
        share = share_met(here.today, needs, lead, everybody)
        lacking = np.flatnonzero(needs.essential & (rounded(share) < here.bar.essential))
        if len(lacking) != 1 or rounded(share[lacking])[0] < NEARLY * here.bar.essential:
            continue
        if not essentials_held(here, needs, share_if_linked(here.today, needs)[:, lead]).any():
            continue
        reached = float((share * needs.level)[lacking][0])
        share[lacking] = 1.0
        then = float(rounded(fit(share, here.today.weight(needs), needs.essential, here.rules.gate_exponent)))
        if then >= here.bar.fit and then > known:
            steps.append(Step(path, here.land.competences[needs.competence[lacking[0]]], then, reached))
    return _by_fit(steps)


def _by_fit(steps: list[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (-round(step.fit, DIGITS), step.path))
