"""What if the judgements were a little off? Fits, bands and scores under many draws at once.

Each judged level and link is moved by a random amount within a width that depends on what it rests
on; the coalition of each path and the made-up paths that it is compared with stay those of today.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Flags, Floats
from ..measures.competence.fit import coverage, gate, met, weakest_essential
from ..measures.competence.supply import TECHNOLOGICAL, Needs
from ..model.config import Config, Criterion
from ..model.evidence import Evidence, Graded
from ..model.profile import Profile
from ..model.recommendation import CompetenceEvidence, Opportunity
from .ground import Ground, ground
from .luck import Luck
from .scoring import DIGITS

WIDTHS: Mapping[Evidence, float] = {"judged": 1.0, "surveyed": 2 / 3, "proxy": 2 / 3, "measured": 1 / 3}
"""How far a number may be off by what it rests on, as a share of the spread of a judged one (ours)."""
GRID = (-0.3, -0.2, -0.1, -0.05, 0.0, 0.05, 0.1, 0.2, 0.3)
"""Distances from today's fit at which a path's null percentile is worked out; between them it is interpolated."""


def width(number: Graded, spread: float) -> float:
    """Half the range within which a number may lie; a stated confidence of 1 leaves nothing open, 0 doubles it."""
    trust = 1.0 if number.confidence is None else 2 * (1 - number.confidence)
    return spread * WIDTHS[number.evidence] * trust


@dataclass(frozen=True, slots=True)
class Draws:
    """What comes out for the ranked opportunities, in today's order.

    criteria : criterion -> (draws, options); percentile : (draws, options), NaN without competence evidence
    eligible : (draws, options)
    """

    criteria: Mapping[Criterion, Floats]
    percentile: Floats
    eligible: Flags


@dataclass(slots=True)
class _Noise:
    """The same draw of a number wherever it is asked for."""

    draws: int
    generator: np.random.Generator
    known: dict[object, Floats]

    def around(self, key: object, value: float, half: float) -> Floats:
        """(draws,) values within `half` of `value`, kept in [0, 1]."""
        if key not in self.known:
            shift = (2 * self.generator.random(self.draws) - 1) * half
            self.known[key] = np.clip(value + shift, 0.0, 1.0)
        return self.known[key]


def drawn(
    items: Sequence[Opportunity], profile: Profile | None, config: Config, *, draws: int, spread: float, seed: int,
    luck: Luck | None = None,
) -> Draws:  # fmt: skip
    """Criteria, percentiles and eligibility of opportunities under draws of what was judged.

    Parameters
    ----------
    spread : half the range of a judged number, in [0, 1]
    seed : the same seed gives the same draws on every machine
    """
    noise = _Noise(draws, np.random.Generator(np.random.PCG64(seed)), {})
    count = len(items)
    percentile, eligible = np.full((draws, count), np.nan), np.ones((draws, count), dtype=bool)
    fits: dict[str, Floats] = {}
    if profile is not None:
        here = ground(profile, config)
        needs = [here.land.needs(profile.library.paths[item.id]) for item in items]
        for column, item in enumerate(items):
            assert item.competence is not None
            fit, weakest = _fit(here, noise, profile, item.competence, needs[column], spread)
            fits[item.id] = fit
            eligible[:, column] = (np.round(weakest, DIGITS) >= here.bar.essential) & (
                np.round(fit, DIGITS) >= here.bar.fit
            )
        percentile = _null_percentiles(here, items, needs, luck or Luck(), np.column_stack(list(fits.values())))
    names = [name for name in items[0].criteria if all(item.criteria.get(name) is not None for item in items)]
    columns = {
        name: np.column_stack([_criterion(name, item, percentile[:, row], fits.get(item.id), noise, spread, draws)
                               for row, item in enumerate(items)])
        for name in names
    }  # fmt: skip
    return Draws(columns, percentile, eligible)


def _criterion(
    name: Criterion, item: Opportunity, percentile: Floats, fit: Floats | None, noise: _Noise, spread: float, draws: int
) -> Floats:
    value = item.criteria[name] or 0.0
    if name == "relatedness" and fit is not None:
        colocation = item.colocation.percentile if item.colocation else None
        return percentile if colocation is None else (percentile + colocation) / 2
    if name == "connectivity" and fit is not None and item.competence is not None:
        return np.minimum(fit + item.competence.partner_gain, 1.0)
    status = item.basis.get(name)
    if status in WIDTHS:
        return noise.around((item.id, name), value, spread * WIDTHS[status])  # type: ignore[index]
    return np.full(draws, value)


def _null_percentiles(
    here: Ground, items: Sequence[Opportunity], needs: Sequence[Needs], luck: Luck, drawn: Floats
) -> Floats:
    """(draws, options) null percentiles at the (draws, options) fits that were `drawn`, between points of the grid."""
    grid = np.array([[_today(item) + step for step in GRID] for item in items]).clip(0.0, 1.0)
    known = np.full(grid.shape, np.nan)
    asked = np.array([_around(points, fits) for points, fits in zip(grid, drawn.T, strict=True)])
    for step, rows in enumerate(asked.T):
        some = np.flatnonzero(rows)
        if len(some):
            paths = [needs[row] for row in some.tolist()]
            known[some, step] = luck.percentiles(
                here.today, here.land, here.config, here.rules, paths, grid[some, step]
            )
    found = np.empty_like(drawn)
    for row, (points, told, which) in enumerate(zip(grid, known, asked, strict=True)):
        found[:, row] = np.interp(drawn[:, row], points[which], np.maximum.accumulate(told[which]))
    return found


def _around(points: Floats, fits: Floats) -> Flags:
    """(points,) those of ascending `points` between which the `fits` lie."""
    place = np.arange(len(points))
    first = points.searchsorted(fits.min(), side="right") - 1
    last = points.searchsorted(fits.max(), side="left")
    found: Flags = (place >= first) & (place <= last)
    return found


def _today(item: Opportunity) -> float:
    return item.competence.fit.low if item.competence else 0.0


def _fit(
    here: Ground, noise: _Noise, profile: Profile, evidence: CompetenceEvidence, needs: Needs, spread: float
) -> tuple[Floats, Floats]:
    """(draws,) fit of today's coalition and share met of its weakest essential."""
    held = {actor.id: actor.competences for actor in profile.actors()}
    lead = here.land.position(evidence.lead)
    rows = []
    for row, column in enumerate(needs.competence.tolist()):
        available = np.zeros(noise.draws)
        for member in evidence.coalition:
            reach = _access(here, noise, lead, member, column, spread)
            for other, share in _offers(here, column, essential=bool(needs.essential[row])):
                level = held[member].get(here.land.competences[other])
                if level is not None:
                    drawn = noise.around((member, other), level.value, width(level, spread))
                    np.maximum(available, reach * share * drawn, out=available)
        rows.append(met(available, needs.level[row]))
    share_met = np.array(rows)
    weakest = weakest_essential(share_met, needs.essential)
    fit = coverage(share_met, here.today.weight(needs)) * gate(weakest, here.rules.gate_exponent)
    return fit, weakest


def _access(here: Ground, noise: _Noise, lead: int, member: str, column: int, spread: float) -> Floats:
    other = here.land.position(member)
    if other == lead:
        return np.ones(noise.draws)
    technological = here.land.kinds[column] == TECHNOLOGICAL
    access = here.today.access.technological if technological else here.today.access.embedded
    value = float(access[lead, other])
    if value == 0:
        return np.zeros(noise.draws)
    key = ("link", min(lead, other), max(lead, other), bool(technological))
    return noise.around(key, value, spread)


def _offers(here: Ground, column: int, *, essential: bool) -> list[tuple[int, float]]:
    """Competences that serve a need: itself, and those nearby where they may stand in, each with its share."""
    own = [(column, 1.0)]
    substitution = here.config.nearby.substitution if here.config.nearby.enabled else 0.0
    if essential or here.land.kinds[column] != TECHNOLOGICAL or substitution == 0:
        return own
    near = here.land.nearness[:, column]
    return own + [(int(other), substitution * float(near[other])) for other in np.flatnonzero(near)]
