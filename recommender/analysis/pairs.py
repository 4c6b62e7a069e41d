"""What two actors could do together, for every pair with a cluster in it, path by path (METHODS A9, A19).

The arrays of a path are large (actors x actors) and are let go before the next path is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Flags, Floats, rounded
from ..measures.competence.connection import share_if_linked
from ..measures.competence.pairs import PairFits, pair_fits
from ..measures.competence.supply import TECHNOLOGICAL, Needs
from ..model.recommendation import Opportunity, Recommendation
from .ground import Ground
from .ranking import ELIGIBLE
from .reasons import NOTABLE_GAIN
from .scoring import DIGITS


@dataclass(frozen=True, slots=True)
class Lift:
    """What a full link between two actors would do to a path that they can then carry.

    `fit_from` is theirs with today's link, `fit_to` with a full one. `ahead` is by how much the two would
    then be better than the best coalition of the region today, in net fit; 0 where they would not be.
    `new` says that nobody of the region is over the bar today.
    """

    path: str
    fit_from: float
    fit_to: float
    ahead: float
    new: bool


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
class Pairs:
    """All clusters and institutions in pairs.

    actors, rows : who, and where they stand in the landscape; clusters : those that are clusters
    lifts : (place, higher place) in `actors` -> the paths that a full link lifts
    today : (actors, actors) count of the eligible paths that today's link lifts
    openings : cluster -> every path that one link would open to it, with the best other
    """

    actors: tuple[str, ...]
    rows: np.ndarray
    clusters: frozenset[str]
    lifts: Mapping[tuple[int, int], list[Lift]]
    today: np.ndarray
    openings: Mapping[str, list[Step]]


def pairs_of(here: Ground, answer: Recommendation) -> Pairs:
    """Every pair, for every path of the ranking."""
    rows = here.land.leads
    actors = tuple(here.land.actors[row] for row in rows)
    is_cluster = np.array([here.land.roles[row] == "cluster" for row in rows], dtype=np.bool_)
    clusters = [place for place, yes in enumerate(is_cluster.tolist()) if yes]
    wanted = is_cluster[:, None] | is_cluster[None, :]
    today = np.zeros((len(rows),) * 2, dtype=np.int64)
    lifts: dict[tuple[int, int], list[Lift]] = {}
    openings: dict[str, list[Step]] = {actors[place]: [] for place in clusters}
    for item in sorted((*answer.opportunities, *answer.not_recommended), key=lambda item: item.id):
        needs = here.land.needs(here.profile.library.paths[item.id])
        fits = pair_fits(here.today, needs, rows, here.bar, here.rules)
        today += (fits.lift_today >= NOTABLE_GAIN) & fits.eligible_today
        _add_lifts(lifts, here, item, fits, wanted)
        _add_openings(openings, here, item, fits, needs, actors, clusters)
    return Pairs(actors, rows, frozenset(actors[place] for place in clusters), lifts, today, openings)


def _add_lifts(
    lifts: dict[tuple[int, int], list[Lift]], here: Ground, item: Opportunity, fits: PairFits, wanted: Flags
) -> None:
    missing = (fits.linked - fits.today >= NOTABLE_GAIN) | ~fits.eligible_today
    known = _net_fit(item)
    first, second = np.nonzero(np.triu(wanted & (fits.lift >= NOTABLE_GAIN) & fits.eligible_linked & missing, k=1))
    before, after = fits.today[first, second].tolist(), fits.linked[first, second].tolist()
    for i, j, low, high in zip(first.tolist(), second.tolist(), before, after, strict=True):
        ahead = max(0.0, round(high - here.rules.cost - known, DIGITS))
        lifts.setdefault((i, j), []).append(Lift(item.id, low, high, ahead, item.band not in ELIGIBLE))


def _add_openings(
    openings: dict[str, list[Step]], here: Ground, item: Opportunity, fits: PairFits, needs: Needs,
    actors: tuple[str, ...], clusters: list[int],
) -> None:  # fmt: skip
    """Where a cluster and one other, fully linked, would be ahead of everybody, and the cluster carries the path."""
    opened = fits.eligible_linked & (fits.lift >= NOTABLE_GAIN)
    opened &= rounded(fits.linked - here.rules.cost) > round(_net_fit(item), DIGITS)
    opened &= rounded(fits.linked - fits.today) > 0
    share = share_if_linked(here.today, needs)[:, here.land.leads]
    held = needs.essential[:, None] & (rounded(share) >= here.bar.essential)
    for me in clusters:
        if not opened[me].any():
            continue
        alone_in_it = (held[:, me][:, None] & ~held).any(axis=0)
        of_weight = rounded(_part(fits, me)) >= here.config.renewal.share
        mine = opened[me] & (alone_in_it | of_weight & (rounded(_technology(here, needs, share, me)) >= NOTABLE_GAIN))
        if mine.any():
            other = int(np.where(mine, fits.linked[me], -1.0).argmax())
            openings[actors[me]].append(Step(item.id, actors[other], float(fits.linked[me, other])))


def _part(fits: PairFits, me: int) -> Floats:
    """(actors,) the part that one would have in the fit of each pair, fully linked: its Shapley value over it."""
    value: Floats = (fits.alone[me] + fits.linked[me] - fits.alone) / 2
    return np.asarray(np.divide(value, fits.linked[me], out=np.zeros_like(value), where=fits.linked[me] > 0))


def _technology(here: Ground, needs: Needs, share: Floats, me: int) -> Floats:
    """(actors,) the coverage by technologies in which one is ahead of each other: the rest anybody could bring."""
    weight = here.today.weight(needs)
    counts = np.where(here.today.kinds[needs.competence] == TECHNOLOGICAL, weight, 0.0) / weight.sum()
    return np.asarray(counts @ np.maximum(share[:, me][:, None] - share, 0.0))


def _net_fit(item: Opportunity) -> float:
    return item.competence.net_fit if item.competence else 0.0


def essentials_held(here: Ground, needs: Needs, share: np.ndarray) -> Flags:
    """(needs,) the essentials that an actor itself holds as far as the bar asks; all, where there are none.

    share : (needs,) of each need that the actor meets by itself
    """
    if not needs.essential.any():
        return np.asarray(~needs.essential)
    return np.asarray(needs.essential & (rounded(share) >= here.bar.essential))
