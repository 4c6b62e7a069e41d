"""Is a fit more than luck? How many made-up paths of the same shape fit the region less (METHODS A6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import product

import numpy as np

from .arrays import Flags, Floats, Indices, rounded
from .cases import cases, library, partners
from .fit import RULES, Rules, gross
from .made_up import Asked, MadeUp, Tables, made_up
from .memory import Bounds
from .search import Stakes, search
from .supply import Capabilities, Needs
from .survey import TOLERANCE

AT_ONCE = 1 << 21
"""Numbers kept about undecided made-up paths before they are settled (16 MB)."""

CASES = 1 << 13
"""Cases searched together, before what they found leaves out others."""

PROMISING = 4
"""Leads asked one after another, most promising first; most made-up paths are settled by then."""

FEW = 1 << 9
"""Cases that are sooner searched all together than left out one by one."""


def null_percentiles(
    region: Capabilities, paths: Sequence[Needs], fits: Floats, labels: Indices, rules: Rules = RULES,
    known: Sequence[Bounds] | None = None,
) -> Floats:  # fmt: skip
    """Mid-rank of each path's fit among the same path with its competences relabelled.

    Parameters
    ----------
    region : who can supply what to whom
    paths : the needs of each path
    fits : (paths,) fit of the best coalition for each path, as `best_coalition` gives it
    labels : (draws, competences) int, from `relabellings`
    rules : those that gave `fits`, without a bar
    known : what is known of each path's made-up likes already; what is found out is written into it

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
    only the rank matters, so one is settled as soon as a bound clears the observed fit. Where a lead has
    so many partners that its search is greedy, what is `known` may include a better coalition.

    With n draws the standard error of a percentile p is sqrt(p (1 - p) / n): with 1,000 it is .0095 at
    the border of the band "high" (.9) and .0155 at that of "medium" (.6), so that a path more than two
    hundredths above .9 is not high by the luck of the draws. A quarter of it would take 16,000.
    """
    if len(fits) != len(paths) or not len(labels):
        raise ValueError(f"{len(paths)} paths, {len(fits)} fits and {len(labels)} draws do not go together")
    trial = Trial(region, paths, rounded(fits), labels, rules, known or [Bounds.none(len(labels)) for _ in paths])
    behind = np.zeros(len(paths))
    for race in _races(trial, behind):
        _run(race, trial)
        _note(race, trial)
        fit = gross(race.net, race.size, rules)
        np.add.at(behind, race.path, (fit < race.observed) + 0.5 * (fit == race.observed))
    return behind / len(labels)


class Trial:
    """Paths side by side, their observed fits, what each competence is taken for, and what leads can draw on."""

    def __init__(
        self, region: Capabilities, paths: Sequence[Needs], observed: Floats, labels: Indices, rules: Rules,
        known: Sequence[Bounds],
    ) -> None:  # fmt: skip
        self.region, self.observed, self.labels, self.rules, self.known = region, observed, labels, rules, known
        self.partners, self.paths = partners(region), library(paths)
        self._wanted = labels.T.copy()
        widest = self.partners.widest.astype(np.float32)
        self.best, self.widest, self.alone = (
            Tables(levels) for levels in (widest.max(axis=1, keepdims=True), widest, self.partners.alone)
        )

    def made_up(self, path: int, draws: Indices) -> MadeUp:
        """A path's made-up likes in some draws."""
        paths = self.paths
        needs = np.flatnonzero(paths.weight[:, path])
        rows = (each[needs, path].tolist() for each in (paths.weight, paths.level, paths.essential))
        asked = tuple(Asked(*row) for row in zip(*rows, strict=True))
        wanted = self._wanted[paths.competence[needs, path, None], draws]
        return made_up(asked, wanted, self.region.specificity)

    def raised(self, path: int, draws: Indices) -> Flags:
        """(draws, leads) that may draw on more of what a made-up like needs than in the region before."""
        known, paths = self.known[path], self.paths
        raised = np.full((len(draws), len(self.partners.lead)), known.before is None)
        if known.before is not None:
            for need in np.flatnonzero(paths.weight[:, path]).tolist():
                column = self._wanted[paths.competence[need, path], draws]
                raised |= known.before.raised[column + paths.essential[need, path] * len(self._wanted)]
        return raised


@dataclass(frozen=True, slots=True)
class Race:
    """Made-up paths whose rank bounds leave open; `net` to `left` are updated in place.

    path, draw : (made-up,) int; observed : (made-up,) the real path's fit
    net, size : (made-up,) net fit and members of the best coalition known so far
    ceiling : (made-up, leads) fit that no coalition of the lead exceeds; -inf once it need not be asked
    left : (made-up, leads) net fit that no coalition exceeds which was not looked at
    most : (made-up,) fit that no coalition exceeds of the leads that were asked, or need not be
    solved : (made-up,) bool, True where the best coalition known is the best there is
    """

    path: Indices
    draw: Indices
    observed: Floats
    net: Floats
    size: Indices
    ceiling: Floats
    left: Floats
    most: Floats
    solved: Flags

    def undecided(self) -> Indices:
        """Those that no known coalition lifts above the real path."""
        return np.flatnonzero(self.net <= self.observed + TOLERANCE)

    def promising(self) -> tuple[Indices, Indices]:
        """Those, and each lead of which a coalition might fit as well as the real path."""
        made_up = self.undecided()
        row, lead = np.nonzero(self.ceiling[made_up] >= self.observed[made_up, None] - TOLERANCE)
        return made_up[row], lead


def _races(trial: Trial, behind: Floats) -> Iterator[Race]:
    """What bounds leave open, a bounded number at a time; what is surely lower counts in `behind`."""
    step = max(1, AT_ONCE // len(trial.partners.lead))
    waiting: list[Race] = []
    for path, start in product(range(len(trial.observed)), range(0, len(trial.labels), step)):
        draws = np.arange(start, min(start + step, len(trial.labels)))
        lower, draws = _settled(trial.known[path], trial.observed[path], draws, trial.rules)
        behind[path] += lower
        if len(draws):
            lower, race = _screened(trial, path, draws)
            behind[path] += lower
            waiting.append(race)
        if sum(each.left.size for each in waiting) >= AT_ONCE:
            yield _together(waiting)
            waiting = []
    if waiting:
        yield _together(waiting)


def _screened(trial: Trial, path: int, draws: Indices) -> tuple[int, Race]:
    """How many draws of a path fit less for sure, and those that are neither below nor above.

    Bounds from coarse to fine: as if one lead had the best of all leads, then each lead with all its partners.
    """
    observed, rules, known = trial.observed[path], trial.rules, trial.known[path]
    below = 0
    likes = trial.made_up(path, draws)
    for tables in (trial.best, trial.widest):
        ceiling = tables.fits(likes, rules).astype(np.float64) + likes.noise
        known.ruled_out(draws, ceiling.max(axis=1))
        still = np.flatnonzero(known.most[draws] >= observed - TOLERANCE)
        below += len(draws) - len(still)
        likes, draws, ceiling = likes.among(still), draws[still], ceiling[still]
    lone = rounded(trial.alone.fits(likes, rules).max(axis=1))
    known.found(draws, lone, np.ones(len(lone), dtype=np.int64))
    still = np.flatnonzero(known.net[draws] <= observed + TOLERANCE)
    draws, ceiling = draws[still], ceiling[still]
    raised = trial.raised(path, draws)
    won, less = (known.unless_raised(to, TOLERANCE)[draws, None] for to in (None, observed))
    hopeful = (raised | ~(won | less)) & (ceiling >= observed - TOLERANCE)
    race = Race(
        path=np.full(len(draws), path),
        draw=draws,
        observed=np.full(len(draws), observed),
        net=known.net[draws],
        size=known.size[draws],
        ceiling=np.where(hopeful, ceiling, -np.inf),
        left=np.where(raised | ~won, ceiling - rules.cost, -np.inf),
        most=np.where(hopeful, -np.inf, ceiling).max(axis=1, initial=-np.inf),
        solved=np.zeros(len(draws), dtype=bool),
    )
    return below, race


def _settled(known: Bounds, observed: float, draws: Indices, rules: Rules) -> tuple[float, Indices]:
    """How many of some draws are known to fit less, those alike counting half, and the draws that are open."""
    lower = known.surely_less(observed, TOLERANCE)
    more = known.net > observed + TOLERANCE
    fit = np.where(known.solved, gross(known.net, known.size, rules), np.nan)
    lower, alike, more = lower | (fit < observed), fit == observed, more | (fit > observed)
    less = np.count_nonzero(lower[draws]) + 0.5 * np.count_nonzero(alike[draws])
    return less, draws[~(lower | alike | more)[draws]]


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
        made_up, lead = race.promising()
        if len(made_up) <= FEW:
            break
        made_up = race.undecided()
        _ask(race, trial, made_up, race.ceiling[made_up].argmax(axis=1), as_good=True)
    _ask(race, trial, *race.promising(), as_good=True)
    made_up = race.undecided()
    fit = gross(race.net[made_up], race.size[made_up], trial.rules)
    made_up = made_up[fit >= race.observed[made_up] - TOLERANCE]
    row, lead = np.nonzero(race.left[made_up] >= race.net[made_up, None] - TOLERANCE)
    _ask(race, trial, made_up[row], lead, as_good=False)
    race.solved[made_up] = race.net[made_up] <= race.observed[made_up] + TOLERANCE


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
        np.maximum.at(race.most, some, found.most)
        race.left[some, leads] = found.left
        _record(race, some, found.net, found.size)


def _note(race: Race, trial: Trial) -> None:
    """Keep what was found out about each path's likes."""
    most = np.maximum(race.ceiling.max(axis=1, initial=-np.inf), race.most)
    less = gross(race.net, race.size, trial.rules) < race.observed - TOLERANCE
    for path in sorted(set(race.path.tolist())):
        known, observed = trial.known[path], float(trial.observed[path])
        of = np.flatnonzero(race.path == path)
        known.found(race.draw[of], race.net[of], race.size[of])
        known.ruled_out(race.draw[of], most[of])
        best = of[race.solved[of]]
        known.is_best(race.draw[best], race.net[best], race.size[best])
        of = of[less[of]]
        known.outdone(race.draw[of], race.net[of], race.size[of], observed)


def _record(race: Race, made_up: Indices, net: Floats, size: Indices) -> None:
    """Keep what beats the best known so far; of equal net fits the one with fewer members."""
    order = np.lexsort((size, -net, made_up))
    first = order[np.diff(made_up[order], prepend=-1) > 0]
    made_up, net, size = made_up[first], net[first], size[first]
    level, fewer = net == race.net[made_up], size < race.size[made_up]
    better = (net > race.net[made_up]) | (level & fewer)
    race.net[made_up[better]], race.size[made_up[better]] = net[better], size[better]
