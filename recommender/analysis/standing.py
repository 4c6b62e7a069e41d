"""Where paths stand, without the story: what a score needs and no more, for many profiles in a row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.coalition import best_coalitions, preferred_coalitions
from ..measures.competence.luck import null_percentiles
from ..measures.competence.made_up import relabellings
from ..model.config import CRITERIA, Config, Criterion, Lens
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from .criteria import criteria_of
from .ground import ground
from .scoring import Criteria, score, shared_criteria
from .statistics import Statistics


@dataclass(frozen=True, slots=True)
class Standing:
    """Of `CompetenceEvidence` what criteria are made of, and whether the path is eligible."""

    fit: float
    null_percentile: float
    with_partners: float
    lead: str
    eligible: bool


def standings(profile: Profile, config: Config, wanted: Collection[str]) -> dict[str, Standing]:
    """The standing of the `wanted` paths that the profile has; empty where nobody could lead one.

    The numbers are those of `fit_paths`.
    """
    here = ground(profile, config)
    paths = [profile.library.paths[name] for name in sorted(wanted) if name in profile.library.paths]
    if not paths or not len(here.land.leads):
        return {}
    needs = [here.land.needs(path) for path in paths]
    best = preferred_coalitions(here.today, needs, here.bar, here.rules)
    partnered = best_coalitions(here.partnered, needs, here.rules) if here.partner_of else best
    labels = relabellings(here.land.kinds, config.luck.draws, config.luck.seed)
    lucky = null_percentiles(here.today, needs, np.array([found.fit for found in best]), labels, here.rules)
    return {
        path.id: Standing(
            found.fit, float(percentile), max(found.fit, wide.fit), here.land.actors[found.lead],
            found.clears(here.bar),
        )
        for path, found, wide, percentile in zip(paths, best, partnered, lucky, strict=True)
    }  # fmt: skip


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
        return criteria_of(path, standing, self.profile, self.lens, self.statistics)[0]


def score_of(item: Opportunity | None, shared: tuple[Criterion, ...], config: Config, lens: Lens) -> float:
    """The score of an opportunity, or the one it would have if it were eligible; 0 where that is not known."""
    if item is None:
        return 0.0
    if item.score is not None:
        return item.score
    weighted = tuple(name for name in shared if lens.criteria.get(name, 0) > 0)
    if any(item.criteria.get(name) is None for name in weighted):
        return 0.0
    return score(item.criteria, weighted, lens.criteria, config.aggregation).score
