"""Which links would open most: between clusters, and from clusters to institutions (METHODS A8, A9)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from ..model.finding import Finding
from .ground import Ground
from .pairs import Lift, Pairs
from .reasons import WEAK_LINK, linked_pairs, links_between

MOST_COMPETENCES = 3


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two actors, their direct link and the paths that a full one would lift, largest gain first.

    `today` counts the eligible paths that they lift with today's link. `brings_a` and `brings_b` are the
    competences in which one is ahead of the other for the first of the paths, its `essentials` first.
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
    essentials: tuple[str, ...]

    @property
    def weak(self) -> bool:
        return self.strength < WEAK_LINK


def bridges(here: Ground, pairs: Pairs) -> tuple[Bridge, ...]:
    """Every pair with a cluster in it, those first whose link would open most (METHODS A9).

    A path counts where the two lift it by `NOTABLE_GAIN` over the better of them alone, are then over the
    bar, and where as much of that is missing today. Ordered by how far the two would be ahead of everybody in
    the region today, summed over the paths: any two clusters could do something together, and what others
    do better already is no reason for a bridge.
    """
    linked = linked_pairs(here.profile)
    worth = _Worth.of(here, pairs)
    found = []
    for i, j in combinations(range(len(pairs.actors)), 2):
        a, b = pairs.actors[i], pairs.actors[j]
        if {a, b} & pairs.clusters:
            mine = tuple(sorted(pairs.lifts.get((i, j), ()), key=_order_of_lifts))
            strength = float(here.land.strength[pairs.rows[i], pairs.rows[j]])
            passive = strength == 0 and frozenset((a, b)) in linked
            found.append(Bridge(a, b, strength, passive, int(pairs.today[i, j]), mine, *worth.between(i, j, mine)))
    return tuple(sorted(found, key=_order))


def _order_of_lifts(lift: Lift) -> tuple[float, float, str]:
    return (-round(lift.ahead, 9), -round(lift.fit_to - lift.fit_from, 9), lift.path)


def _order(bridge: Bridge) -> tuple[float, int, str, str]:
    ahead = math.fsum(lift.ahead for lift in bridge.lifts)
    return (-round(ahead, 9), -len(bridge.lifts), bridge.a, bridge.b)


@dataclass(frozen=True, slots=True)
class _Worth:
    """What each of the actors holds of each path: (actors, needs) level up to the one needed, by weight.

    `competences` are those that a path needs, `essential` says of which it cannot do without.
    """

    competences: Mapping[str, tuple[str, ...]]
    essential: Mapping[str, np.ndarray]
    held: Mapping[str, np.ndarray]

    @classmethod
    def of(cls, here: Ground, pairs: Pairs) -> _Worth:
        competences, essential, held = {}, {}, {}
        for name in {lift.path for lifts in pairs.lifts.values() for lift in lifts}:
            needs = here.land.needs(here.profile.library.paths[name])
            capped = np.minimum(here.today.held[np.ix_(pairs.rows, needs.competence)], needs.level)
            competences[name] = tuple(here.land.competences[column] for column in needs.competence.tolist())
            essential[name], held[name] = needs.essential, capped * here.today.weight(needs) / needs.level
        return cls(competences, essential, held)

    def between(
        self, a: int, b: int, lifts: Sequence[Lift]
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """What either side brings to the first of the paths, and which of it is essential there."""
        if not lifts:
            return (), (), ()
        path = lifts[0].path
        mine, theirs = self._brings(a, b, path), self._brings(b, a, path)
        names = self.competences[path]
        essentials = tuple(names[need] for need in (*mine, *theirs) if self.essential[path][need])
        return tuple(names[need] for need in mine), tuple(names[need] for need in theirs), essentials

    def _brings(self, giver: int, taker: int, path: str) -> list[int]:
        """The needs in which one is ahead of the other: the essential ones first, then by what that is worth."""
        ahead = np.round(np.maximum(self.held[path][giver] - self.held[path][taker], 0), 9)
        order = np.lexsort((-ahead, ~self.essential[path])).tolist()
        return [need for need in order if ahead[need] > 0][:MOST_COMPETENCES]


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
        "essentials": list(bridge.essentials),
    }
    return Finding("bridge", bridge.a, facts, bridge_lines(here, bridge))


def bridge_lines(here: Ground, bridge: Bridge) -> tuple[str, ...]:
    """The lines of the link and of the levels that the two bring."""
    levels = [
        f"actors.{actor}.competences.{competence}"
        for actor, brings in ((bridge.a, bridge.brings_a), (bridge.b, bridge.brings_b))
        for competence in brings
    ]
    return (*links_between(here.profile, bridge.a, bridge.b), *levels)


def bridges_to_build(found: Sequence[Bridge], pairs: Pairs) -> tuple[Bridge, ...]:
    """The weak links between two clusters that are worth building, the best first."""
    return tuple(item for item in _worth_building(found) if {item.a, item.b} <= pairs.clusters)


def institutions_to_link(found: Sequence[Bridge], pairs: Pairs) -> tuple[Bridge, ...]:
    """The best weak link of each institution with a cluster, the institution in `b`."""
    best: dict[str, Bridge] = {}
    for item in _worth_building(found):
        if not {item.a, item.b} <= pairs.clusters:
            turned = item if item.a in pairs.clusters else _turned(item)
            best.setdefault(turned.b, turned)
    return tuple(best.values())


def _worth_building(found: Sequence[Bridge]) -> Iterator[Bridge]:
    return (item for item in found if item.weak and any(lift.ahead for lift in item.lifts))


def _turned(item: Bridge) -> Bridge:
    return replace(item, a=item.b, b=item.a, brings_a=item.brings_b, brings_b=item.brings_a)


def unused_institutions(here: Ground, pairs: Pairs, found: Sequence[Bridge]) -> tuple[Finding, ...]:
    """Institutions without a link to a cluster or its association, the most useful first; ask what the others hold."""
    ends = {association.id for association in here.profile.associations} | pairs.clusters
    linked = {end for link in here.profile.links if {link.a, link.b} & ends for end in (link.a, link.b)}
    members = {member for association in here.profile.associations for member in association.members}
    rows = []
    for row, actor in zip(pairs.rows.tolist(), pairs.actors, strict=True):
        held = here.today.held[row]
        if actor in pairs.clusters or actor in linked | members:
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
    return Finding("unused_institution", actor, facts, at or (f"actors.{actor}",))
