"""What a cluster can reach: now, after one link, after one competence is built (METHODS A19)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Flags, rounded
from ..measures.competence.connection import share_if_linked
from ..measures.competence.fit import fit
from ..measures.competence.supply import Needs, share_met
from ..model.recommendation import Recommendation
from .bridges import Pairs
from .ground import Ground
from .reasons import NOTABLE_GAIN
from .scoring import DIGITS

MOST = 3
MUCH = 0.15
"""Fit from which what a cluster adds to another is a part of its own (judged, ours)."""
NEARLY = 0.5
"""Share of what the bar asks of an essential from which it can be built (judged, ours)."""


@dataclass(frozen=True, slots=True)
class Step:
    """A path, what opens it (an actor to link, or a competence to build), and the fit that it then has.

    `reached` is how much of the competence reaches the cluster today; 0 of a link.
    """

    path: str
    opener: str
    fit: float
    reached: float = 0.0


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
    links = _links(here, pairs, cluster, {name: value for name, value in best.items() if name not in now})
    left = {name: value for name, value in best.items() if name not in {*now, *(step.path for step in links)}}
    leads = sum(item.competence is not None and item.competence.lead == cluster for item in mine)
    return Horizons(now, leads, tuple(links[:MOST]), tuple(_builds(here, cluster, left)[:MOST]))


def _links(here: Ground, pairs: Pairs, cluster: str, best: Mapping[str, float]) -> list[Step]:
    """Paths in which the cluster and one other, fully linked, would be ahead."""
    me = pairs.actors.index(cluster)
    steps = []
    for path, known in best.items():
        fits = pairs.fits[path]
        opened = fits.eligible_linked[me] & (fits.lift[me] >= NOTABLE_GAIN)
        opened &= rounded(fits.linked[me] - here.rules.cost) > round(known, DIGITS)
        opened &= rounded(fits.linked[me] - fits.today[me]) > 0
        opened &= _holds_as_well(here, pairs, path, me) | (fits.lift[me] >= MUCH)
        if opened.any():
            other = int(np.where(opened, fits.linked[me], -1.0).argmax())
            steps.append(Step(path, pairs.actors[other], float(fits.linked[me, other])))
    return _by_fit(steps)


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
        if not _holds(here, needs, lead).any():
            continue
        reached = float((share * needs.level)[lacking][0])
        share[lacking] = 1.0
        then = float(rounded(fit(share, here.today.weight(needs), needs.essential, here.rules.gate_exponent)))
        if then >= here.bar.fit and then > known:
            steps.append(Step(path, here.land.competences[needs.competence[lacking[0]]], then, reached))
    return _by_fit(steps)


def _holds(here: Ground, needs: Needs, actor: int) -> Flags:
    """(needs,) the essentials that an actor itself holds as far as the bar asks; all, where there are none."""
    if not needs.essential.any():
        return ~needs.essential
    own = share_if_linked(here.today, needs)[:, actor]
    return np.asarray(needs.essential & (rounded(own) >= here.bar.essential))


def _holds_as_well(here: Ground, pairs: Pairs, path: str, me: int) -> Flags:
    """(actors,) whether the cluster holds some essential at least as well as the other does."""
    needs = here.land.needs(here.profile.library.paths[path])
    share = share_if_linked(here.today, needs)[:, pairs.rows]
    held = _holds(here, needs, int(pairs.rows[me]))
    return np.asarray((share[held, me][:, None] >= share[held]).any(axis=0))


def _by_fit(steps: list[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (-round(step.fit, DIGITS), step.path))
