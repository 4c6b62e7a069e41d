"""Where paths stand, without the story: what a score needs and no more, for many profiles in a row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from ..measures.competence.coalition import Coalition, best_coalitions, preferred_coalitions
from ..measures.competence.supply import Needs
from ..model.config import CRITERIA, Config, Criterion, Lens
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from .criteria import criteria_of
from .ground import Ground, ground
from .luck import Luck
from .scoring import Criteria, score, shared_criteria
from .statistics import Statistics


@dataclass(frozen=True, slots=True)
class Standing:
    """Of `CompetenceEvidence` what criteria are made of, and whether the path is eligible.

    `eligible_if_unknown_met` : whether it would be if all that nobody was assessed for were there, as far as
    that was asked
    """

    fit: float
    null_percentile: float
    with_partners: float
    lead: str
    eligible: bool
    eligible_if_unknown_met: bool = True


def standings(
    profile: Profile, config: Config, wanted: Collection[str], luck: Luck | None = None, *, hopes: bool = False,
    compared: Collection[str] | None = None, eligible_only: bool = False,
) -> dict[str, Standing]:  # fmt: skip
    """The standing of the `wanted` paths that the profile has; empty where nobody could lead one.

    The numbers are those of `fit_paths`; `luck` where other states were tried before. `hopes` asks for
    `eligible_if_unknown_met`. Null percentiles, which cost most, are worked out for the `compared` paths only, where
    that is given, and with `eligible_only` for those among them that are eligible; elsewhere they are NaN.
    """
    here = ground(profile, config)
    paths = [profile.library.paths[name] for name in sorted(wanted) if name in profile.library.paths]
    if not paths or not len(here.land.leads):
        return {}
    needs = [here.land.needs(path) for path in paths]
    best = preferred_coalitions(here.today, needs, here.bar, here.rules)
    partnered = best_coalitions(here.partnered, needs, here.rules) if here.partner_of else best
    asked = [
        row for row, path in enumerate(paths)
        if (compared is None or path.id in compared) and (best[row].clears(here.bar) or not eligible_only)
    ]  # fmt: skip
    percentiles = dict.fromkeys(range(len(paths)), float("nan"))
    if asked:
        fits = np.array([best[row].fit for row in asked])
        lucky = (luck or Luck()).percentiles(
            here.today, here.land, config, here.rules, [needs[row] for row in asked], fits
        )
        percentiles |= dict(zip(asked, lucky, strict=True))
    hopeful = _if_unknown_met(here, needs, best) if hopes else [True] * len(best)
    return {
        path.id: Standing(
            found.fit, percentile, max(found.fit, wide.fit), here.land.actors[found.lead],
            found.clears(here.bar), possible,
        )
        for path, found, wide, percentile, possible in zip(
            paths, best, partnered, percentiles.values(), hopeful, strict=True
        )
    }  # fmt: skip


def fit_of(profile: Profile, config: Config, path: str) -> float:
    """The fit of one path, 0 where nobody could lead one: no more of its standing."""
    here = ground(profile, config)
    if not len(here.land.leads):
        return 0.0
    needs = [here.land.needs(profile.library.paths[path])]
    return preferred_coalitions(here.today, needs, here.bar, here.rules)[0].fit


def _if_unknown_met(here: Ground, needs: Sequence[Needs], best: Sequence[Coalition]) -> list[bool]:
    """Which paths are eligible today, or would be if all that nobody was assessed for were there."""
    possible = [found.clears(here.bar) for found in best]
    closed = [row for row, eligible in enumerate(possible) if not eligible]
    hopeful = preferred_coalitions(here.hopeful, [needs[row] for row in closed], here.bar, here.rules)
    for row, found in zip(closed, hopeful, strict=True):
        possible[row] = found.clears(here.bar)
    return possible


class Standings:
    """Standings in one state of a profile after another; in equal states each path is looked at once."""

    def __init__(self, luck: Luck) -> None:
        self._luck = luck
        self._known: list[tuple[Profile, tuple[object, ...], dict[str, Standing]]] = []

    def of(
        self, profile: Profile, config: Config, wanted: Collection[str], compared: Collection[str] | None = None
    ) -> dict[str, Standing]:
        """The `standings` of the `wanted` paths, without hopes; `compared` as there."""
        known, needed = self._of_equal(profile, config), wanted if compared is None else compared
        missing = [
            name for name in wanted
            if name not in known or (name in needed and isnan(known[name].null_percentile))
        ]  # fmt: skip
        known |= standings(profile, config, missing, self._luck, compared=needed)
        return {name: known[name] for name in wanted if name in known}

    def keep(self, profile: Profile, config: Config, found: Mapping[str, Standing]) -> None:
        """Remember standings that came out elsewhere."""
        self._of_equal(profile, config).update(found)

    def _of_equal(self, profile: Profile, config: Config) -> dict[str, Standing]:
        rules = config.access, config.nearby, config.coalition, config.eligibility, config.luck
        for other, others_rules, found in self._known:
            if rules == others_rules and (profile is other or profile == other):
                return found
        self._known.append((profile, rules, {}))
        return self._known[-1][-1]


def standing_of(item: Opportunity) -> Standing | None:
    """The standing that an opportunity rests on."""
    found = item.competence
    if found is None:
        return None
    eligible = not item.band.startswith("not")
    return Standing(
        found.fit.low, found.null_percentile, found.with_partners, found.lead, eligible, item.band != "not_yet"
    )


def criteria_with_values(answer: Recommendation) -> tuple[Criterion, ...]:
    """The criteria that every ranked opportunity has a value for, whatever their weight."""
    return tuple(name for name in CRITERIA if all(item.criteria.get(name) is not None for item in answer.opportunities))


@dataclass(frozen=True, slots=True)
class Scores:
    """Score and fit of paths in one state of the profile and the settings; 0 for a path that is not there.

    `shared` are criteria that enter every score; None: those that all eligible paths have.
    """

    profile: Profile
    config: Config
    lens: Lens
    statistics: Statistics | None
    shared: tuple[Criterion, ...] | None

    def of(self, standing: Mapping[str, Standing], paths: Collection[str]) -> list[tuple[float, float]]:
        """(score, fit) of each of `paths`."""
        criteria = {name: self._criteria(name, standing.get(name)) for name in {*standing, *paths}}
        eligible = [criteria[name] or {} for name, known in standing.items() if known.eligible]
        weights = self.lens.criteria
        if self.shared is None:
            shared = shared_criteria(eligible, weights)
        else:
            shared = tuple(name for name in self.shared if weights.get(name, 0) > 0)
        return [
            (self._score(criteria[name], shared), standing[name].fit if name in standing else 0.0) for name in paths
        ]

    def _score(self, known: Criteria | None, shared: tuple[Criterion, ...]) -> float:
        if known is None or any(known.get(name) is None for name in shared):
            return 0.0
        return score(known, shared, self.lens.criteria, self.config.aggregation).score

    def _criteria(self, name: str, standing: Standing | None) -> Criteria | None:
        path = self.profile.library.paths.get(name)
        if path is None or standing is None:
            return None
        return criteria_of(path, standing, self.profile, self.config, self.lens, self.statistics)[0]
