"""Is a fit more than luck? How many made-up paths of the same shape fit the region less (METHODS A6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Floats, Indices, Kinds, rounded
from .cases import Library, Partners, cases, library, partners
from .fit import Rules, gate, gross, met
from .search import Stakes, search
from .supply import Capabilities, Needs
from .survey import TOLERANCE

AT_ONCE = 1 << 21
"""Numbers kept about open made-up paths before they are settled (16 MB)."""

CASES = 1 << 13
"""Cases searched before what they found is used to leave out others."""


def relabellings(kinds: Kinds, draws: int, seed: int) -> Indices:
    """Which competence each competence is taken for in each draw: a permutation within its kind.

    Parameters
    ----------
    kinds : (competences,) int8
    draws : number of made-up libraries
    seed : any integer >= 0

    Returns
    -------
    (draws, competences) int. It depends on nothing else, so neither does a path's percentile; the
    first draws are the same however many follow.
    """
    labels = np.empty((draws, len(kinds)), dtype=np.int64)
    for kind in np.unique(kinds):
        alike = np.flatnonzero(kinds == kind)
        generator = np.random.Generator(np.random.PCG64([seed, int(kind)]))
        labels[:, alike] = alike[generator.random((draws, len(alike))).argsort(axis=1, kind="stable")]
    return labels


def null_percentiles(
    region: Capabilities, paths: Sequence[Needs], fits: Floats, labels: Indices, rules: Rules
) -> Floats:
    """Mid-rank of each path's fit among the same path with its competences relabelled.

    Parameters
    ----------
    region : who can supply what to whom
    paths : the needs of each path
    fits : (paths,) fit of the best coalition for each path, as `best_coalition` gives it
    labels : (draws, competences) int, from `relabellings`
    rules : those that gave `fits`, without a bar

    Returns
    -------
    (paths,) float in [0, 1]: (number of made-up paths that fit less + half of those that fit
    alike) / draws. The fit of a made-up path is that of its own best coalition.

    Notes
    -----
    Our rule (A6). The result is that of solving every made-up path, but most need no solution:
    only the rank matters, so one is settled as soon as a bound clears the observed fit.
    """
    reach, table, fits = partners(region), library(paths), rounded(fits)
    behind = np.zeros(len(paths))
    for race in _races(region, reach, table, fits, labels, rules, behind):
        _settle(race, region, reach, table, labels, rules)
        fit = gross(race.net, race.size, rules)
        np.add.at(behind, race.path, (fit < race.observed) + 0.5 * (fit == race.observed))
    return behind / len(labels)


@dataclass(frozen=True, slots=True)
class Race:
    """Made-up paths that may fit better or worse than the real one; arrays are updated in place.

    path, draw, observed : (made-up,) which path, which draw, the real path's fit
    net, size : (made-up,) the best coalition known so far
    ceiling : (made-up, leads) what the fit with this lead does not exceed; -inf once looked at
    left : (made-up, leads) what the net fit of coalitions not looked at does not exceed
    """

    path: Indices
    draw: Indices
    observed: Floats
    net: Floats
    size: Indices
    ceiling: Floats
    left: Floats


def _races(
    region: Capabilities, reach: Partners, table: Library, fits: Floats, labels: Indices, rules: Rules,
    behind: Floats,
) -> Iterator[Race]:  # fmt: skip
    """Made-up paths that bounds do not settle, a bounded number at a time; adds the others to `behind`."""
    own, widest = _levels(reach)
    draws = max(1, AT_ONCE // len(reach.lead))
    waiting: list[Race] = []
    for path in range(len(fits)):
        for start in range(0, len(labels), draws):
            some = labels[start : start + draws]
            alone, ceiling = (
                _fit_with(levels, region, table, path, some, rules) for levels in (own, widest)
            )
            best, most = alone.max(axis=1), ceiling.max(axis=1)
            behind[path] += np.count_nonzero(most < fits[path] - TOLERANCE)
            still = np.flatnonzero((most >= fits[path] - TOLERANCE) & (best <= fits[path] + TOLERANCE))
            waiting.append(Race(
                np.full(len(still), path), start + still, np.full(len(still), fits[path]),
                rounded(best[still]), np.ones(len(still), dtype=np.int64),
                ceiling[still], ceiling[still] - rules.cost,
            ))  # fmt: skip
            if sum(race.left.size for race in waiting) >= AT_ONCE:
                yield _together(waiting)
                waiting = []
    if waiting:
        yield _together(waiting)


def _together(races: list[Race]) -> Race:
    return Race(*(np.concatenate([getattr(race, name) for race in races]) for name in Race.__slots__))


def _levels(reach: Partners) -> tuple[Floats, Floats]:
    """(2 * competences, leads) what each lead has itself, and the best it and its partners have."""
    own = reach.stock[:, reach.lead]
    widest = own.copy()
    travels = np.tile(reach.travels, 2)[:, None]
    for actor, technological, embedded in zip(
        reach.actor, reach.technological, reach.embedded, strict=True
    ):
        np.maximum(widest, np.where(travels, technological, embedded) * reach.stock[:, actor], out=widest)
    return own, widest


def _fit_with(
    levels: Floats, region: Capabilities, table: Library, path: int, labels: Indices, rules: Rules
) -> Floats:
    """(draws, leads) fit of the made-up paths if each lead had these (2 * competences, leads) levels."""
    shape = len(labels), levels.shape[1]
    covered, weakest, buffer, total = np.zeros(shape), np.ones(shape), np.empty(shape), np.zeros(shape[0])
    lent, held = np.split(levels, 2)
    for need in np.flatnonzero(table.weight[:, path]):
        label = labels[:, table.competence[need, path]]
        weight = region.specificity * table.weight[need, path]
        share = met(held if table.essential[need, path] else lent, table.level[need, path])
        total += weight.take(label)
        covered += (share * weight[:, None]).take(label, axis=0, out=buffer, mode="clip")
        if table.essential[need, path]:
            np.minimum(weakest, share.take(label, axis=0, out=buffer, mode="clip"), out=weakest)
    covered /= total[:, None]
    covered *= gate(weakest, rules.gate_exponent)
    return covered


def _settle(
    race: Race, region: Capabilities, reach: Partners, table: Library, labels: Indices, rules: Rules
) -> None:
    """Search until every made-up path is known to fit better or worse than the real one, or alike.

    Only coalitions that fit as well as the real path can lift a made-up path above it: first those
    around the most promising lead, then those around every lead. Where one of them is the best so
    far, but not for certain, a coalition with less fit and fewer members may still win.
    """

    def ask(made_up: Indices, lead: Indices, least: float) -> None:
        for start in range(0, len(made_up), CASES):
            some = slice(start, start + CASES)
            _ask(race, made_up[some], lead[some], least, region, reach, table, labels, rules)

    everyone = np.arange(len(race.net))
    ask(everyone, race.ceiling.argmax(axis=1), 0.0)
    ask(*np.nonzero(race.ceiling >= race.observed[:, None] - TOLERANCE), 0.0)
    fit = gross(race.net, race.size, rules)
    ahead = (fit >= race.observed - TOLERANCE) & (race.net <= race.observed + TOLERANCE)
    ask(*np.nonzero(ahead[:, None] & (race.left >= race.net[:, None] - TOLERANCE)), -np.inf)


def _ask(
    race: Race, made_up: Indices, lead: Indices, least: float,
    region: Capabilities, reach: Partners, table: Library, labels: Indices, rules: Rules,
) -> None:  # fmt: skip
    """Look at some leads of some made-up paths, unless what is known by now makes it pointless."""
    open_still = (race.net[made_up] <= race.observed[made_up] + TOLERANCE) & (
        race.left[made_up, lead] >= race.net[made_up] - TOLERANCE
    )
    made_up, lead = made_up[open_still], lead[open_still]
    if not len(made_up):
        return
    observed = race.observed[made_up]
    asked = cases(region, table, race.path[made_up], lead, labels[race.draw[made_up]])
    found = search(
        reach, asked, rules, Stakes(race.net[made_up], observed - TOLERANCE + least, observed + TOLERANCE)
    )
    race.ceiling[made_up, lead] = -np.inf
    race.left[made_up, lead] = found.left
    order = np.lexsort((found.size, -found.net, made_up))
    first = order[np.diff(made_up[order], prepend=-1) > 0]
    winner = made_up[first]
    better = (found.net[first] > race.net[winner]) | (
        (found.net[first] == race.net[winner]) & (found.size[first] < race.size[winner])
    )
    race.net[winner[better]] = found.net[first[better]]
    race.size[winner[better]] = found.size[first[better]]
