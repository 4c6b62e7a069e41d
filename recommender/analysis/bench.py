"""One path of a region under many sets of steps, tried on arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..measures.competence.coalition import preferred_coalitions
from ..model.config import Config
from ..model.profile import Profile
from .ground import Ground, ground
from .landscape import Landscape
from .luck import Luck
from .standing import Standing
from .steps import HERE, Step, as_guest


class Bench:
    """One path of a region, tried under many sets of steps without building a profile for each."""

    def __init__(self, path: str, profile: Profile, config: Config, luck: Luck | None = None) -> None:
        self._config, self._luck = config, luck
        self._guests = {actor.id: actor for partner in profile.partners for actor in partner.actors}
        guests = tuple(as_guest(actor) for actor in self._guests.values())
        self._here: Ground = ground(replace(profile, institutions=(*profile.institutions, *guests)), config)
        self._needs = self._here.land.needs(profile.library.paths[path])

    def standing(self, steps: Sequence[Step], lead: str | None = None) -> Standing:
        """Where the path stands under `steps`, or would if `lead` led it.

        The null percentile is 0 where nobody asked for it, and if a lead is given.
        """
        here = self._here
        land = self._land(steps)
        if lead is not None:
            land = replace(land, leads=np.array([land.position(lead)]))
        region = land.capabilities(self._config)
        [found] = preferred_coalitions(region, [self._needs], here.bar, here.rules)
        percentile = 0.0
        if self._luck is not None and lead is None:
            fits = np.array([found.fit])
            [percentile] = self._luck.percentiles(region, land, self._config, here.rules, [self._needs], fits)
        return Standing(found.fit, percentile, found.fit, here.land.actors[found.lead], found.clears(here.bar))

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
