"""Which paths to take up on the way to others: strategic diffusion on the network of paths (METHODS A23, B12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Flags, Floats
from ..measures.diffusion import MOST_EXACT, Order, shortest_way
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part
from .ranking import ELIGIBLE
from .scoring import DIGITS

RELATED = 0.1
"""Share of all pairs of paths, those that need most in common, that count as related (ours)."""
MOST_STONES = 10
"""Paths that are considered on the way: those nearest to the targets."""
FARTHEST = 4
"""Stepping stones in a row at most."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A path to take up: how many of its related paths the region is at home in by then, and 1 / that share."""

    path: str
    target: bool
    known: int
    related: int
    rounds: float


@dataclass(frozen=True, slots=True)
class Way:
    """The shortest way to the targets, and how many rounds it takes without stepping stones.

    `at_least` is what no way is shorter than: `rounds` itself where it is the shortest.
    `cut_off` are targets that no related path leads to, `home` those that the region is at home in already.
    """

    stops: tuple[Stop, ...]
    rounds: float
    direct: float
    at_least: float
    considered: int
    cut_off: tuple[str, ...]
    home: tuple[str, ...]


def stepping_stones(profile: Profile, answer: Recommendation, targets: Sequence[str]) -> Way:
    """The order of targets, and of possible paths that shorten the way to them, with the fewest expected rounds.

    The region is at home in paths of the band high. In a round it takes up a path with a probability that is
    the share of the path's related paths that it is at home in, or has taken up before.
    """
    names = sorted(profile.library.paths)
    network = related_paths(profile, names)
    items = {item.id: item for item in (*answer.opportunities, *answer.not_recommended)}
    home = np.array([items[name].band == "high" for name in names])
    wanted = np.array([name in targets for name in names])
    stones = _candidates(network, [items[name] for name in names], home, wanted)
    reached = _reachable(network, home, wanted | stones)
    asked = wanted & ~home & reached
    if asked.sum() <= MOST_EXACT:
        way = shortest_way(network, home, asked, stones)
        direct, least = shortest_way(network, home, asked, np.zeros_like(asked)).steps, way.steps
    else:
        way = _most_related_first(network, home, asked)
        direct, least = way.steps, _at_least(network, home, asked)
    return Way(
        _stops(way, network, home, asked, names), way.steps, direct, least, int(stones.sum()),
        tuple(name for name, lost in zip(names, wanted & ~home & ~reached, strict=True) if lost),
        tuple(name for name, known in zip(names, wanted & home, strict=True) if known),
    )  # fmt: skip


def related_paths(profile: Profile, names: Sequence[str]) -> Floats:
    """(paths, paths) 1 where two paths are related: among the `RELATED` pairs that need most in common.

    Common needs are the smaller weight of both over the larger, summed, each times the competence's
    specificity (a weighted Jaccard index); of equal pairs all count.
    """
    specificity, paths = profile.vocabulary.specificity, profile.library.paths
    competences = sorted({need for name in names for need in paths[name].needs})
    weight = np.array([
        [paths[name].needs[need].weight * specificity[need] if need in paths[name].needs else 0.0
         for need in competences] for name in names
    ])  # fmt: skip
    common = np.array([
        np.minimum(row, weight).sum(axis=1) / np.maximum(row, weight).sum(axis=1) for row in weight
    ]).round(DIGITS)  # fmt: skip
    pairs = common[np.triu_indices(len(names), k=1)]
    least = np.sort(pairs)[-max(1, round(RELATED * len(pairs)))] if len(pairs) else 1.0
    related: Floats = ((common >= least) & (common > 0)).astype(np.float64)
    np.fill_diagonal(related, 0.0)
    return related


def _candidates(network: Floats, items: Sequence[Opportunity], home: Flags, wanted: Flags) -> Flags:
    """Possible paths that the region is not at home in, by how few others lie between them and a target."""
    possible = np.array([item.band in ELIGIBLE for item in items]) & ~home & ~wanted
    near, links = np.zeros(len(home)), wanted.astype(np.float64)
    for distance in range(FARTHEST):
        links = network @ (links * (possible | wanted))
        near += links / (1 + len(items) ** 2) ** distance
    most = min(MOST_STONES, max(0, MOST_EXACT - int((wanted & ~home).sum())))
    order = np.argsort(-np.where(possible & (near > 0), near, 0.0), kind="stable")[:most]
    chosen = np.zeros_like(home)
    chosen[order] = (possible & (near > 0))[order]
    return chosen


def _reachable(network: Floats, home: Flags, open_: Flags) -> Flags:
    active = home.copy()
    while True:
        following = active | (open_ & (network @ active > 0))
        if (following == active).all():
            return active
        active = following


def _most_related_first(network: Floats, home: Flags, asked: Flags) -> Order:
    """Targets only, always the one with the largest share of related paths that are known."""
    active, order, rounds = home.copy(), [], 0.0
    for _ in range(int(asked.sum())):
        share = np.where(asked & ~active, network @ active / np.maximum(network.sum(axis=1), 1), 0.0)
        place = int(share.argmax())
        if share[place] == 0:
            return Order((), float("inf"))
        order.append(place)
        rounds += 1 / float(share[place])
        active[place] = True
    return Order(tuple(order), rounds)


def _at_least(network: Floats, home: Flags, asked: Flags) -> float:
    """Rounds that no order of the targets stays below: each as if all others had been taken up before."""
    share = network @ (home | asked) / np.maximum(network.sum(axis=1), 1)
    return float((1 / share[asked]).sum())


def _stops(way: Order, network: Floats, home: Flags, asked: Flags, names: Sequence[str]) -> tuple[Stop, ...]:
    active, stops = home.copy(), []
    for place in way.activities:
        known, related = int(network[place] @ active), int(network[place].sum())
        stops.append(Stop(names[place], bool(asked[place]), known, related, related / known))
        active[place] = True
    return tuple(stops)


def way_part(way: Way, subject: str) -> Part:
    """The way, told: what it saves, what it rests on, and its stops in order."""
    stones = [stop.path for stop in way.stops if not stop.target]
    facts: Mapping[str, object] = {
        "paths": [stop.path for stop in way.stops if stop.target], "stones": stones,
        "rounds": round(way.rounds, DIGITS) if way.stops else None,
        "direct": round(way.direct, DIGITS) if np.isfinite(way.direct) else None,
        "rounds_at_least": round(way.at_least, DIGITS) if way.at_least < way.rounds else None,
        "stones_considered": way.considered, "related_share": RELATED,
    }  # fmt: skip
    told = [Finding("roadmap_way", subject, facts)] if way.stops else []
    told += [Finding("roadmap_at_home", path, {"path": path}) for path in way.home]
    told += [Finding("roadmap_cut_off", path, {"path": path}) for path in way.cut_off]
    rows = tuple(
        (number, stop.path, stop.known, stop.related, round(stop.rounds, DIGITS))
        for number, stop in enumerate(way.stops, start=1)
    )
    return Part(heading="way", findings=tuple(told), listed=False, grid=Grid("way", _COLUMNS, rows) if rows else None)


_COLUMNS = (
    GridColumn("number", "count"),
    GridColumn("path", "name", wraps=True),
    GridColumn("at_home", "count"),
    GridColumn("of_related", "count"),
    GridColumn("rounds", "number"),
)


def way_data(way: Way) -> dict[str, object]:
    """The way as the documents hold it; steps are null where there is no way without stepping stones."""
    return {
        "rounds": round(way.rounds, DIGITS) if np.isfinite(way.rounds) else None,
        "direct": round(way.direct, DIGITS) if np.isfinite(way.direct) else None,
        "at_least": round(way.at_least, DIGITS) if np.isfinite(way.at_least) else None,
        "considered": way.considered,
        "stops": [
            {"path": stop.path, "target": stop.target, "known": stop.known, "related": stop.related,
             "rounds": round(stop.rounds, DIGITS)}
            for stop in way.stops
        ],
        "cut_off": list(way.cut_off), "at_home": list(way.home),
    }  # fmt: skip
