"""What if the judgements were a little off, and the statistics others? Fits, bands and scores under many draws.

Each judged level and link is moved by a random amount within a width that depends on what it rests
on; the coalition of each path and the made-up paths that it is compared with stay those of today.
What rests on statistics comes from a table drawn again (`redrawing`): the two go together in each draw,
because nothing that moves one moves the other.
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
from .redrawing import RedrawnTable
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

    criteria : criterion that all have -> (draws, options); complexity : (draws, options), NaN where it has none
    percentile : (draws, options) the one that the band is of, NaN where the band is of a forecast
    eligible : (draws, options)
    """

    criteria: Mapping[Criterion, Floats]
    complexity: Floats
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
    luck: Luck | None = None, table: RedrawnTable | None = None,
) -> Draws:  # fmt: skip
    """Criteria, percentiles and eligibility of opportunities under draws of what was judged and of the table.

    Parameters
    ----------
    table : the region's statistics drawn again; those of today in every draw without it
    spread : half the range of a judged number, in [0, 1]
    seed : the same seed gives the same draws on every machine
    """
    noise = _Noise(draws, np.random.Generator(np.random.PCG64(seed)), {})
    told = _Told(noise, spread, table)
    if profile is None:
        fits, percentile, eligible = _by_statistics(items, told)
    else:
        fits, percentile, eligible = _by_competences(items, ground(profile, config), profile, noise, spread, luck)

    def column(name: Criterion) -> Floats:
        return np.column_stack([
            told.criterion(name, item, percentile[:, row], fits.get(item.id)) for row, item in enumerate(items)
        ])  # fmt: skip

    names = [name for name in items[0].criteria if all(item.criteria.get(name) is not None for item in items)]
    criteria = {name: column(name) for name in names}
    complexity = criteria["complexity"] if "complexity" in criteria else column("complexity")
    return Draws(criteria, complexity, percentile, eligible)


def _by_statistics(items: Sequence[Opportunity], told: _Told) -> tuple[dict[str, Floats], Floats, Flags]:
    """No fits; percentiles where the band is theirs; everything stays eligible: a forecast is not drawn again."""
    nothing = np.full(told.noise.draws, np.nan)
    percentile = [nothing if item.prospect is not None else told.colocation(item) for item in items]
    return {}, np.column_stack(percentile), np.ones((told.noise.draws, len(items)), dtype=bool)


def _by_competences(
    items: Sequence[Opportunity], here: Ground, profile: Profile, noise: _Noise, spread: float, luck: Luck | None
) -> tuple[dict[str, Floats], Floats, Flags]:
    """Fit of each path, and (draws, options) null percentiles and eligibility."""
    needs = [here.land.needs(profile.library.paths[item.id]) for item in items]
    fits: dict[str, Floats] = {}
    eligible = []
    for item, needed in zip(items, needs, strict=True):
        assert item.competence is not None
        fit, weakest = _fit(here, noise, profile, item.competence, needed, spread)
        fits[item.id] = fit
        eligible.append((np.round(weakest, DIGITS) >= here.bar.essential) & (np.round(fit, DIGITS) >= here.bar.fit))
    percentile = _null_percentiles(here, items, needs, luck or Luck(), np.column_stack(list(fits.values())))
    return fits, percentile, np.column_stack(eligible)


@dataclass(frozen=True, slots=True)
class _Told:
    """What each opportunity's criteria are in every draw."""

    noise: _Noise
    spread: float
    table: RedrawnTable | None

    def criterion(self, name: Criterion, item: Opportunity, percentile: Floats, fit: Floats | None) -> Floats:
        """(draws,) values, NaN where there is none."""
        value, status = item.criteria.get(name), item.basis.get(name)
        if value is None:
            return np.full(self.noise.draws, np.nan)
        if name == "relatedness":
            return self._relatedness(item, percentile, fit)
        if name == "complexity" and (drawn := self._complexity(item)) is not None:
            return drawn
        if name == "connectivity" and fit is not None and item.competence is not None:
            return np.minimum(fit + item.competence.partner_gain, 1.0)
        if status in WIDTHS:
            return self.noise.around((item.id, name), value, self.spread * WIDTHS[status])  # type: ignore[index]
        return np.full(self.noise.draws, value)

    def colocation(self, item: Opportunity) -> Floats:
        """(draws,) co-location percentile, NaN without any."""
        found = item.colocation
        if found is None or found.percentile is None:
            return np.full(self.noise.draws, np.nan)
        drawn = None if self.table is None else self.table.percentile_of(found.activities)
        return np.full(self.noise.draws, found.percentile) if drawn is None else self._again(drawn)

    def _relatedness(self, item: Opportunity, percentile: Floats, fit: Floats | None) -> Floats:
        by_statistics = self.colocation(item)
        if fit is None:
            return by_statistics
        return percentile if np.isnan(by_statistics).any() else (percentile + by_statistics) / 2

    def _complexity(self, item: Opportunity) -> Floats | None:
        found = item.colocation
        drawn = None if self.table is None or found is None else self.table.complexity_of(found.activities)
        return None if drawn is None else self._again(drawn)

    def _again(self, drawn: Floats) -> Floats:
        """More draws than tables go through them again."""
        return np.resize(drawn, self.noise.draws)


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
