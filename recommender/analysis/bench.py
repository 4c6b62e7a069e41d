"""One path of a region under many sets of steps, tried on arrays."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from ..measures.competence.coalition import Coalition, best_coalitions, preferred_coalitions
from ..model.config import Config
from ..model.profile import Profile
from .ground import Ground, beside, ground
from .landscape import Landscape
from .luck import Luck
from .scoring import DIGITS
from .standing import Standing
from .steps import HERE, Step, as_guest

Meets = Callable[[Standing], bool]

A_PERCENTILE = 4
"""How many coalitions are looked for in the time that a null percentile takes."""
GRID = 40
"""Fits, in equal steps up to 1, at which the null percentile of a path is worked out for its bound."""

MOST_WIDE = 40
"""Sets of steps of which it is remembered what partners could add at most."""


class Bench:
    """One path of a region, tried under many sets of steps without building a profile for each.

    `work` counts what was asked of it, in coalitions looked for. Its standings have a null percentile if there is
    `luck`, else 0, and the fit with actors of partner regions if `partners` are asked for, else that without them.
    """

    def __init__(
        self, path: str, profile: Profile, config: Config, luck: Luck | None = None, *, partners: bool = False
    ) -> None:
        self.work = 0
        self.path, self.profile, self.config = path, profile, config
        self._luck, self._partners = luck, partners
        self._wide: deque[tuple[Mapping[tuple[str, ...], float], float]] = deque(maxlen=MOST_WIDE)
        self._guests = {actor.id: actor for partner in profile.partners for actor in partner.actors}
        guests = tuple(as_guest(actor) for actor in self._guests.values())
        self._here = ground(replace(profile, institutions=(*profile.institutions, *guests), partners=()), config)
        self._needs = self._here.land.needs(profile.library.paths[path])
        self._slack = config.coalition.cost * (config.coalition.size - 1)

    def trial(self, meets: Meets, steps: Sequence[Step]) -> tuple[Standing, bool]:
        """Where the path stands under `steps`, and whether that meets what is asked for.

        What costs more is asked only while bounds leave that open; the fit and who leads are there in any case.
        """
        here = self._under(steps)
        found = self._coalition(here)
        bare = self._standing(here, found)
        hope = replace(bare, null_percentile=self._percentile_at_most(found.fit), with_partners=1.0)
        if not meets(hope):
            return bare, False
        if self._partners:
            bare = replace(bare, with_partners=max(found.fit, self._beside_partners(here).fit))
            if not meets(replace(bare, null_percentile=hope.null_percentile)):
                return bare, False
        if self._luck is not None:
            self.work += A_PERCENTILE
            fits = np.array([found.fit])
            [lucky] = self._luck.percentiles(here.today, here.land, self.config, here.rules, [self._needs], fits)
            bare = replace(bare, null_percentile=lucky)
        return bare, meets(bare)

    def standing(self, steps: Sequence[Step]) -> Standing:
        """Where the path stands under `steps`."""
        return self.trial(lambda _: True, steps)[0]

    def bare(self, steps: Sequence[Step], lead: str | None = None) -> Standing:
        """Where it stands, or would if `lead` led it, as far as its own coalition goes: that is known at once."""
        here = self._under(steps) if lead is None else _led_by(lead, self._under(steps))
        return self._standing(here, self._coalition(here))

    def could(self, meets: Meets, steps: Sequence[Step], lead: str) -> bool:
        """Whether some of `steps` could bring what `meets` asks for, `lead` in the lead, as far as bounds say."""
        here = self._under(steps)
        bound = self._ceiling(_led_by(lead, here))
        if not self._partners:
            return meets(bound)
        known = min((wide for known, wide in self._wide if _are_among(steps, known)), default=1.0)
        if not meets(replace(bound, with_partners=max(bound.fit, known))):
            return False
        wide = min(1.0, self._beside_partners(here).net + self._slack)
        self._wide.append(({step.target: step.level_to for step in steps}, wide))
        return meets(replace(bound, with_partners=max(bound.fit, wide)))

    def ceiling(self, steps: Sequence[Step], lead: str | None = None) -> Standing:
        """How the path could stand at most with some of `steps`; with partners it is not looked at, and 1.

        Notes
        -----
        Steps lower the net fit of no coalition, and its fit is more by at most what its members cost. So some of
        the steps reach no fit above the net fit with all of them and that cost. A made-up path falls by no more
        either: so its null percentile is at most today's of a fit that is so much better.
        """
        here = self._under(steps)
        return self._ceiling(here if lead is None else _led_by(lead, here))

    def _ceiling(self, here: Ground) -> Standing:
        found = self._coalition(here)
        fit = min(1.0, found.net + self._slack)
        percentile, wide = self._percentile_at_most(fit), 1.0 if self._partners else fit
        return replace(self._standing(here, found), fit=fit, null_percentile=percentile, with_partners=wide)

    def _beside_partners(self, here: Ground) -> Coalition:
        self.work += 1
        partnered = beside(here, self.profile.partners).partnered
        return best_coalitions(partnered, [self._needs], here.rules)[0]

    def _percentile_at_most(self, fit: float) -> float:
        """What the null percentile of a fit cannot exceed, whatever steps are taken."""
        if self._luck is None:
            return 0.0
        point = int(np.ceil(round((fit + self._slack) * GRID, DIGITS)))
        return self._curve[point] if point < len(self._curve) else 1.0

    @cached_property
    def _curve(self) -> list[float]:
        """Today's null percentiles at fits of 1 / GRID, 2 / GRID ..., just above each of them."""
        here, luck = self._under(()), self._luck or Luck()
        fits = np.arange(GRID + 1) / GRID + 1e-6
        needs = [self._needs] * len(fits)
        return luck.percentiles(here.today, here.land, self.config, here.rules, needs, fits)

    def _coalition(self, here: Ground) -> Coalition:
        self.work += 1
        return preferred_coalitions(here.today, [self._needs], here.bar, here.rules)[0]

    def _standing(self, here: Ground, found: Coalition) -> Standing:
        return Standing(found.fit, 0.0, found.fit, here.land.actors[found.lead], found.clears(here.bar))

    def _under(self, steps: Sequence[Step]) -> Ground:
        """The region under `steps`, without its partners."""
        land = self._land(steps)
        today = land.capabilities(self.config)
        return replace(self._here, land=land, wider=land, today=today, partnered=today)

    def _land(self, steps: Sequence[Step]) -> Landscape:
        land = self._here.land
        row = {actor: place for place, actor in enumerate(land.actors)}
        levels, strength = land.levels.copy(), land.strength.copy()
        absent = {row[name + HERE] for name in self._guests}
        for step in steps:
            a = row[step.actor + HERE if step.change == "bring_in_partner" else step.actor]
            if step.change == "raise_competence":
                levels[a, land.competences.index(step.competence or "")] = step.level_to
            else:
                b = row[step.other or ""]
                strength[a, b] = strength[b, a] = max(float(strength[a, b]), step.level_to)
                absent.discard(a)
        levels[sorted(absent)] = np.nan
        leads = np.array([lead for lead in land.leads.tolist() if lead not in absent], dtype=np.int64)
        return replace(land, levels=levels, strength=strength, leads=leads)


def _led_by(lead: str, here: Ground) -> Ground:
    """The region if `lead` were the only one that may lead."""
    leads = np.array([here.land.position(lead)])
    return replace(here, land=replace(here.land, leads=leads), today=replace(here.today, leads=leads))


def _are_among(steps: Sequence[Step], known: Mapping[tuple[str, ...], float]) -> bool:
    """Whether what is `known` to be changed goes at least as far as all of `steps`."""
    return all(known.get(step.target, -1.0) >= step.level_to for step in steps)
