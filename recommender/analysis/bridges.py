"""Which links would open most: between clusters, and from clusters to institutions (METHODS A8, A9)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from ..measures.competence.pairs import PairFits, pair_fits
from ..model.finding import Finding
from ..model.recommendation import Recommendation
from .ground import Ground
from .ranking import ELIGIBLE
from .reasons import NOTABLE_GAIN, WEAK_LINK, links_between

MOST_COMPETENCES = 3


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
class Bridge:
    """Two actors, their direct link and the paths that a full one would lift, largest gain first.

    `today` counts the eligible paths that they lift with today's link. `brings_a` and `brings_b` are the
    competences that one has and the other lacks, over the paths in which they would be ahead (else over all).
    `passive` says that they are linked, but only by governing or brokering, which carries no competences.
    """

    a: str
    b: str
    strength: float
    passive: bool
    today: int
    lifts: tuple[Lift, ...]
    brings_a: tuple[str, ...]
    brings_b: tuple[str, ...]

    @property
    def weak(self) -> bool:
        return self.strength < WEAK_LINK


@dataclass(frozen=True, slots=True)
class Pairs:
    """All clusters and institutions in pairs: `fits` of each path, arrays in the order of `actors`."""

    actors: tuple[str, ...]
    clusters: frozenset[str]
    rows: np.ndarray
    fits: Mapping[str, PairFits]


def pairs_of(here: Ground) -> Pairs:
    """Fits of every pair of clusters and institutions, for every path."""
    rows = here.land.leads
    library = here.profile.library.paths
    fits = {
        name: pair_fits(here.today, here.land.needs(library[name]), rows, here.bar, here.rules)
        for name in sorted(library)
    }
    actors = tuple(here.land.actors[row] for row in rows)
    clusters = frozenset(actor for row, actor in zip(rows, actors, strict=True) if here.land.roles[row] == "cluster")
    return Pairs(actors, clusters, rows, fits)


def bridges(here: Ground, pairs: Pairs, answer: Recommendation) -> tuple[Bridge, ...]:
    """Every pair with a cluster in it, those first whose link would open most (METHODS A9).

    A path counts where the two lift it by `NOTABLE_GAIN` over the better of them alone, are then over the
    bar, and where as much of that is missing today. Ordered by how far the two would be ahead of everybody in
    the region today, summed over the paths: any two clusters could do something together, and what others
    do better already is no reason for a bridge.
    """
    lifts = _lifts_by_pair(here, pairs, answer)
    today = _lifted_today(pairs)
    linked = {frozenset((link.a, link.b)) for link in here.profile.links}
    worth = _Worth.of(here, pairs)
    found = []
    for i, j in combinations(range(len(pairs.actors)), 2):
        a, b = pairs.actors[i], pairs.actors[j]
        if {a, b} & pairs.clusters:
            mine = tuple(sorted(lifts.get((i, j), ()), key=_order_of_lifts))
            telling = [lift.path for lift in mine if lift.ahead] or [lift.path for lift in mine]
            strength = float(here.land.strength[pairs.rows[i], pairs.rows[j]])
            passive = strength == 0 and frozenset((a, b)) in linked
            brings = worth.brings(i, j, telling), worth.brings(j, i, telling)
            found.append(Bridge(a, b, strength, passive, int(today[i, j]), mine, *brings))
    return tuple(sorted(found, key=_order))


def _order_of_lifts(lift: Lift) -> tuple[float, float, str]:
    return (-round(lift.ahead, 9), -round(lift.fit_to - lift.fit_from, 9), lift.path)


def _order(bridge: Bridge) -> tuple[float, int, str, str]:
    ahead = math.fsum(lift.ahead for lift in bridge.lifts)
    return (-round(ahead, 9), -len(bridge.lifts), bridge.a, bridge.b)


def _lifts_by_pair(here: Ground, pairs: Pairs, answer: Recommendation) -> dict[tuple[int, int], list[Lift]]:
    """The paths that each pair of places in `pairs.actors` lifts, path by path."""
    best = {item.id: item for item in (*answer.opportunities, *answer.not_recommended)}
    lifts: dict[tuple[int, int], list[Lift]] = {}
    for name, fits in pairs.fits.items():
        missing = (fits.linked - fits.today >= NOTABLE_GAIN) | ~fits.eligible_today
        item = best[name]
        known = item.competence.net_fit if item.competence else 0.0
        first, second = np.nonzero(np.triu((fits.lift >= NOTABLE_GAIN) & fits.eligible_linked & missing, k=1))
        before, after = fits.today[first, second].tolist(), fits.linked[first, second].tolist()
        for i, j, low, high in zip(first.tolist(), second.tolist(), before, after, strict=True):
            ahead = max(0.0, round(high - here.rules.cost - known, 9))
            lifts.setdefault((i, j), []).append(Lift(name, low, high, ahead, item.band not in ELIGIBLE))
    return lifts


def _lifted_today(pairs: Pairs) -> np.ndarray:
    """(actors, actors) count of the eligible paths that each pair lifts with today's link."""
    count = np.zeros((len(pairs.actors),) * 2, dtype=np.int64)
    for fits in pairs.fits.values():
        count += (fits.lift_today >= NOTABLE_GAIN) & fits.eligible_today
    return count


@dataclass(frozen=True, slots=True)
class _Worth:
    """What each of the actors holds of each path: (actors, needs) level up to the one needed, by weight."""

    competences: tuple[str, ...]
    columns: Mapping[str, np.ndarray]
    held: Mapping[str, np.ndarray]

    @classmethod
    def of(cls, here: Ground, pairs: Pairs) -> _Worth:
        columns, held = {}, {}
        for name in pairs.fits:
            needs = here.land.needs(here.profile.library.paths[name])
            capped = np.minimum(here.today.held[np.ix_(pairs.rows, needs.competence)], needs.level)
            columns[name], held[name] = needs.competence, capped * here.today.weight(needs) / needs.level
        return cls(here.land.competences, columns, held)

    def brings(self, giver: int, taker: int, paths: Sequence[str]) -> tuple[str, ...]:
        """The competences in which one is ahead of the other, by what that is worth to these paths."""
        worth = np.zeros(len(self.competences))
        for path in paths:
            held = self.held[path]
            worth[self.columns[path]] += np.maximum(held[giver] - held[taker], 0)
        order = np.argsort(-np.round(worth, 9), kind="stable")[:MOST_COMPETENCES].tolist()
        return tuple(self.competences[column] for column in order if worth[column] > 0)


def bridge_finding(here: Ground, bridge: Bridge) -> Finding:
    """A bridge to build, with the lines of the link and of the levels that it rests on."""
    first = bridge.lifts[0]
    facts = {
        "a": bridge.a,
        "b": bridge.b,
        "strength": bridge.strength,
        "passive": bridge.passive,
        "paths": [lift.path for lift in bridge.lifts],
        "path": first.path,
        "fit_from": first.fit_from,
        "fit_to": first.fit_to,
        "ahead": sum(lift.ahead > 0 for lift in bridge.lifts),
        "new": [lift.path for lift in bridge.lifts if lift.new],
        "brings_a": list(bridge.brings_a),
        "brings_b": list(bridge.brings_b),
    }
    return Finding("bridge", bridge.a, facts, _lines(here, bridge))


def _lines(here: Ground, bridge: Bridge) -> tuple[str, ...]:
    levels = [
        f"actors.{actor}.competences.{competence}"
        for actor, brings in ((bridge.a, bridge.brings_a), (bridge.b, bridge.brings_b))
        for competence in brings
    ]
    return (*links_between(here.profile, bridge.a, bridge.b), *levels)


def bridges_to_build(found: Sequence[Bridge], pairs: Pairs, most: int) -> tuple[Bridge, ...]:
    """The best weak links between two clusters."""
    return tuple(item for item in _worth_building(found) if {item.a, item.b} <= pairs.clusters)[:most]


def institutions_to_link(found: Sequence[Bridge], pairs: Pairs, most: int) -> tuple[Bridge, ...]:
    """The best weak link of each institution with a cluster, the institution in `b`."""
    best: dict[str, Bridge] = {}
    for item in _worth_building(found):
        if not {item.a, item.b} <= pairs.clusters:
            turned = item if item.a in pairs.clusters else _turned(item)
            best.setdefault(turned.b, turned)
    return tuple(best.values())[:most]


def _worth_building(found: Sequence[Bridge]) -> Iterator[Bridge]:
    return (item for item in found if item.weak and any(lift.ahead for lift in item.lifts))


def _turned(item: Bridge) -> Bridge:
    return replace(item, a=item.b, b=item.a, brings_a=item.brings_b, brings_b=item.brings_a)


def unused_institutions(here: Ground, pairs: Pairs, found: Sequence[Bridge]) -> tuple[Finding, ...]:
    """Institutions that hold competences and have no link to a cluster or its association, the most useful first."""
    ends = {association.id for association in here.profile.associations} | pairs.clusters
    linked = {end for link in here.profile.links if {link.a, link.b} & ends for end in (link.a, link.b)}
    members = {member for association in here.profile.associations for member in association.members}
    rows = []
    for row, actor in zip(pairs.rows.tolist(), pairs.actors, strict=True):
        held = here.today.held[row]
        if actor in pairs.clusters or actor in linked | members or not held.any():
            continue
        best = next((bridge for bridge in found if actor in (bridge.a, bridge.b) and bridge.lifts), None)
        rows.append((-len(best.lifts) if best else 0, actor, best, held))
    return tuple(_unused(here, actor, best, held) for _, actor, best, held in sorted(rows, key=lambda each: each[:2]))


def _unused(here: Ground, actor: str, best: Bridge | None, held: np.ndarray) -> Finding:
    order = sorted(np.flatnonzero(held).tolist(), key=lambda column: (-held[column], column))[:MOST_COMPETENCES]
    competences = [here.land.competences[column] for column in order]
    first = best.lifts[0] if best else None
    facts = {
        "actor": actor,
        "competences": competences,
        "best_actor": (best.b if best.a == actor else best.a) if best else None,
        "paths": [lift.path for lift in best.lifts] if best else [],
        "path": first.path if first else None,
        "reached": first.fit_to if first else None,
    }
    at = tuple(f"actors.{actor}.competences.{name}" for name in competences)
    return Finding("unused_institution", actor, facts, at)
