"""Each path against the region: the coalition that fits best, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Floats
from ..measures.competence.attribution import shapley_values
from ..measures.competence.coalition import Coalition, best_coalition
from ..measures.competence.fit import Rules
from ..measures.competence.luck import null_percentiles
from ..measures.competence.novelty import newness
from ..measures.competence.supply import Capabilities, Needs
from ..model.config import Config
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import (
    Asset,
    CompetenceEvidence,
    Driver,
    Gap,
    Interval,
    NeedState,
    Novelty,
    Transformation,
)
from ..model.vocabulary import COMPETENCE_KINDS
from .landscape import Landscape, landscape, with_partners
from .needs import Coverage, fit_of, gaps, need_states
from .newness import novelty_label, transformation
from .reasons import levels_used

MOST_ASSETS = 3


@dataclass(frozen=True, slots=True)
class PathFit:
    """What competence evidence says about a path; `evidence` is None where nobody could lead it."""

    needs: tuple[NeedState, ...]
    evidence: CompetenceEvidence | None = None
    eligible: bool = False
    eligible_if_unknown_met: bool = True
    novelty: Novelty | None = None
    transformation: Transformation | None = None
    rule: str = ""
    drivers: tuple[Driver, ...] = ()
    gaps: tuple[Gap, ...] = ()
    nearest: Mapping[str, tuple[str | None, float]] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything about the region that all paths share, computed once."""

    profile: Profile
    config: Config
    rules: Rules
    land: Landscape
    caps: Capabilities
    wider: Landscape
    wider_caps: Capabilities
    introduced: Capabilities
    partner_of: dict[str, str]


def ground(profile: Profile, config: Config) -> Ground:
    """The region as arrays, alone, with its partners, and as it would be after introductions."""
    land = landscape(profile, config)
    wider = with_partners(land, profile)
    caps = land.capabilities(config)
    return Ground(
        profile=profile,
        config=config,
        rules=Rules(config.coalition.size, config.coalition.cost, config.coalition.gate_exponent),
        land=land,
        caps=caps,
        wider=wider,
        wider_caps=caps if wider is land else wider.capabilities(config),
        introduced=land.capabilities(config, introduction=config.access.introduction),
        partner_of={actor.id: partner.id for partner in profile.partners for actor in partner.actors},
    )


def fit_paths(profile: Profile, config: Config) -> dict[str, PathFit]:
    """Competence evidence for every path of the library, by id."""
    here = ground(profile, config)
    paths = [profile.library.paths[name] for name in sorted(profile.library.paths)]
    needs = [here.land.needs(path) for path in paths]
    if not len(here.land.leads):
        return {path.id: PathFit(_unassessed(here.land, asked)) for path, asked in zip(paths, needs, strict=True)}
    best = [_best(here, asked) for asked in needs]
    lucky = null_percentiles(
        here.caps, needs, [found.fit for found in best], here.rules, draws=config.luck.draws, seed=config.luck.seed
    )
    return {
        path.id: _fit(here, path, asked, found, float(percentile))
        for path, asked, found, percentile in zip(paths, needs, best, lucky, strict=True)
    }


def _best(here: Ground, needs: Needs) -> Coalition:
    """The best coalition; if it lacks an essential, the best one that does not, where there is one."""
    found = best_coalition(here.caps, needs, here.rules)
    if _eligible(here, needs, found):
        return found
    rule = here.config.eligibility
    return best_coalition(here.caps, needs, here.rules, essential_share=rule.essential_share, bar=rule.bar) or found


def _eligible(here: Ground, needs: Needs, found: Coalition) -> bool:
    rule = here.config.eligibility
    return bool(round(found.weakest_essential, 9) >= rule.essential_share and round(found.fit, 9) >= rule.bar)


def _unassessed(land: Landscape, needs: Needs) -> tuple[NeedState, ...]:
    return tuple(
        NeedState(
            land.competences[column], COMPETENCE_KINDS[land.kinds[column]], float(needs.weight[row]),
            float(needs.level[row]), float(land.specificity[column]), bool(needs.essential[row]),
            False, 0.0, 0.0, None, None, 0.0,
        )
        for row, column in enumerate(needs.competence)
    )  # fmt: skip
