"""Is a fit more than luck? How many made-up paths of the same shape fit the region less (METHODS A6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import product

import numpy as np

from .arrays import Floats, Indices, rounded
from .cases import cases, library, partners
from .fit import RULES, Rules, gross
from .made_up import Asked, MadeUp, Tables, made_up
from .search import Stakes, search
from .supply import Capabilities, Needs
from .survey import TOLERANCE

AT_ONCE = 1 << 21
"""Numbers kept about undecided made-up paths before they are settled (16 MB)."""

CASES = 1 << 13
"""Cases searched together, before what they found leaves out others."""

PROMISING = 4
"""Leads asked one after another, most promising first; most made-up paths are settled by then."""


def null_percentiles(
    region: Capabilities, paths: Sequence[Needs], fits: Floats, labels: Indices, rules: Rules = RULES
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

    Raises
    ------
    ValueError
        If the numbers of paths and fits differ, or there are no draws.

    Notes
    -----
    Our rule (A6). The result is that of solving every made-up path, but most need no solution:
    only the rank matters, so one is settled as soon as a bound clears the observed fit.

    With n draws the standard error of a percentile p is sqrt(p (1 - p) / n): with 1,000 it is .0095 at
    the border of the band "high" (.9) and .0155 at that of "medium" (.6), so that a path more than two
    hundredths above .9 is not high by the luck of the draws. A quarter of it would take 16,000.
    """
    if len(fits) != len(paths) or not len(labels):
        raise ValueError(f"{len(paths)} paths, {len(fits)} fits and {len(labels)} draws do not go together")
    trial = Trial(region, paths, rounded(fits), labels, rules)
    behind = np.zeros(len(paths))
    for race in _races(trial, behind):
        _run(race, trial)
        fit = gross(race.net, race.size, rules)
        np.add.at(behind, race.path, (fit < race.observed) + 0.5 * (fit == race.observed))
    return behind / len(labels)


class Trial:
    """Paths side by side, their observed fits, what each competence is taken for, and what leads can draw on."""

    def __init__(
        self, region: Capabilities, paths: Sequence[Needs], observed: Floats, labels: Indices, rules: Rules
    ) -> None:
        self.region, self.observed, self.labels, self.rules = region, observed, labels, rules
        self.partners, self.paths = partners(region), library(paths)
        self._wanted = labels.T.copy()
        widest = self.partners.widest.astype(np.float32)
        self.best, self.widest, self.alone = (
            Tables(levels, region.specificity)
            for levels in (widest.max(axis=1, keepdims=True), widest, self.partners.alone)
        )

    def made_up(self, path: int, draws: slice) -> MadeUp:
        """A path's made-up likes in some draws."""
        paths = self.paths
        needs = np.flatnonzero(paths.weight[:, path])
        rows = (each[needs, path].tolist() for each in (paths.weight, paths.level, paths.essential))
        asked = tuple(Asked(*row) for row in zip(*rows, strict=True))
        return made_up(asked, self._wanted[paths.competence[needs, path], draws], self.region.specificity)


@dataclass(frozen=True, slots=True)
class Race:
    """Made-up paths whose rank bounds leave open; `net` to `left` are updated in place.

    path, draw : (made-up,) int; observed : (made-up,) the real path's fit
    net, size : (made-up,) net fit and members of the best coalition known so far
    ceiling : (made-up, leads) fit that no coalition of the lead exceeds; -inf once asked
    left : (made-up, leads) net fit that no coalition exceeds which was not looked at
    """

    path: Indices
    draw: Indices
    observed: Floats
    net: Floats
    size: Indices
    ceiling: Floats
    left: Floats

    def undecided(self) -> Indices:
        """Those that no known coalition lifts above the real path."""
        return np.flatnonzero(self.net <= self.observed + TOLERANCE)


def _races(trial: Trial, behind: Floats) -> Iterator[Race]:
    """What bounds leave open, a bounded number at a time; what is surely lower counts in `behind`."""
    step = max(1, AT_ONCE // len(trial.partners.lead))
    waiting: list[Race] = []
    for path, start in product(range(len(trial.observed)), range(0, len(trial.labels), step)):
        lower, race = _screened(trial, path, slice(start, min(start + step, len(trial.labels))))
        behind[path] += lower
        waiting.append(race)
        if sum(each.left.size for each in waiting) >= AT_ONCE:
            yield _together(waiting)
            waiting = []
    if waiting:
        yield _together(waiting)


def _screened(trial: Trial, path: int, draws: slice) -> tuple[int, Race]:
    """How many draws of a path fit less for sure, and those that are neither below nor above.

    Bounds from coarse to fine: as if one lead had the best of all leads, then each lead with all its partners.
    """
    observed, rules = trial.observed[path], trial.rules
    likes = trial.made_up(path, draws)
    least = np.float32(observed - TOLERANCE - likes.noise)
    able = np.flatnonzero(trial.best.fits(likes, rules)[:, 0] >= least)
    likes = likes.among(able)
    bound = trial.widest.fits(likes, rules)
    reaching = np.flatnonzero(bound.max(axis=1) >= least)
    best = trial.alone.fits(likes.among(reaching), rules).max(axis=1)
    still = best <= observed + TOLERANCE
    open_ = reaching[still]
    ceiling = bound[open_].astype(np.float64) + likes.noise
    race = Race(
        path=np.full(len(open_), path),
        draw=draws.start + able[open_],
        observed=np.full(len(open_), observed),
        net=rounded(best[still]),
        size=np.ones(len(open_), dtype=np.int64),
        ceiling=ceiling,
        left=ceiling - rules.cost,
    )
    return draws.stop - draws.start - len(reaching), race


def _together(races: list[Race]) -> Race:
    return Race(*(np.concatenate([getattr(race, each.name) for race in races]) for each in fields(Race)))


def _run(race: Race, trial: Trial) -> None:
    """Search until it is certain whether each made-up path fits less than the real one, more or alike.

    Only coalitions that fit as well as the real path can lift a made-up path to its rank, so those
    are looked for first, around the leads that promise most. Where one is found whose net fit does
    not surpass the real fit by itself, a smaller coalition with less fit might still be the best
    one: then every coalition that could be is looked at.
    """
    for _ in range(PROMISING):
        made_up = race.undecided()
        _ask(race, trial, made_up, race.ceiling[made_up].argmax(axis=1), as_good=True)
    made_up = race.undecided()
    row, lead = np.nonzero(race.ceiling[made_up] >= race.observed[made_up, None] - TOLERANCE)
    _ask(race, trial, made_up[row], lead, as_good=True)
    made_up = race.undecided()
    fit = gross(race.net[made_up], race.size[made_up], trial.rules)
    made_up = made_up[fit >= race.observed[made_up] - TOLERANCE]
    row, lead = np.nonzero(race.left[made_up] >= race.net[made_up, None] - TOLERANCE)
    _ask(race, trial, made_up[row], lead, as_good=False)


def _ask(race: Race, trial: Trial, made_up: Indices, lead: Indices, *, as_good: bool) -> None:
    """Find the best coalitions of some leads, those `as_good` as the real path or all that could win."""
    least = race.observed - TOLERANCE if as_good else np.full(len(race.net), -np.inf)
    for start in range(0, len(made_up), CASES):
        some, leads = made_up[start : start + CASES], lead[start : start + CASES]
        worth = (race.net[some] <= race.observed[some] + TOLERANCE) & (
            race.left[some, leads] >= race.net[some] - TOLERANCE
        )
        worth &= race.ceiling[some, leads] >= least[some]
        some, leads = some[worth], leads[worth]
        asked = cases(trial.region, trial.paths, race.path[some], leads, trial.labels[race.draw[some]])
        stakes = Stakes(race.net[some], least[some], race.observed[some] + TOLERANCE)
        found = search(trial.partners, asked, trial.rules, stakes)
        race.ceiling[some, leads] = -np.inf
        race.left[some, leads] = found.left
        _record(race, some, found.net, found.size)


def _record(race: Race, made_up: Indices, net: Floats, size: Indices) -> None:
    """Keep what beats the best known so far; of equal net fits the one with fewer members."""
    order = np.lexsort((size, -net, made_up))
    first = order[np.diff(made_up[order], prepend=-1) > 0]
    made_up, net, size = made_up[first], net[first], size[first]
    level, fewer = net == race.net[made_up], size < race.size[made_up]
    better = (net > race.net[made_up]) | (level & fewer)
    race.net[made_up[better]], race.size[made_up[better]] = net[better], size[better]
