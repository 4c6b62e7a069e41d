"""Ranked opportunities from a profile: eligible first, scored second (METHODS A7, A12, A13)."""

from __future__ import annotations

from ..model.config import Config, Lens
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import Band, Opportunity, Recommendation
from . import path_remarks, region_remarks
from .criteria import criteria_of
from .luck import Luck
from .outlook import prospect_finding
from .path_fit import PathFit, fit_paths
from .ranking import ELIGIBLE, band_at, in_order
from .scoring import DIGITS
from .standing import Standing, standings
from .statistics import Statistics


def rank_paths(
    profile: Profile, config: Config, lens: Lens, statistics: Statistics | None, luck: Luck | None = None
) -> Recommendation:
    """All paths of the profile's library, ranked under a lens.

    Pure: the same profile, settings and statistics give the same answer, sooner with the `luck` of other states.
    """
    fits = fit_paths(profile, config, luck)
    paths = sorted(profile.library.paths.values(), key=lambda path: path.id)
    everything = [_opportunity(fits[path.id], path, profile, config, lens, statistics) for path in paths]
    ranked = in_order([item for item in everything if item.band in ELIGIBLE], config, lens.criteria)
    closed = sorted((item for item in everything if item.band not in ELIGIBLE), key=_closeness)
    return Recommendation(
        region_code=profile.region.code,
        region_name=profile.region.name,
        subject="paths",
        settings={},
        opportunities=tuple(ranked),
        not_recommended=tuple(closed),
        findings=tuple(region_remarks.findings_of(profile, config, ranked, closed)),
        warnings=tuple(region_remarks.warnings_of(profile, ranked, lens, statistics)),
        assessed=region_remarks.assessed(profile),
    )


def placed_paths(
    profile: Profile, config: Config, lens: Lens, statistics: Statistics | None, luck: Luck
) -> tuple[Recommendation, dict[str, Standing]]:
    """The order of `rank_paths` without the story: ranks, bands and scores; and where each path stands.

    What is not eligible is not compared with made-up paths: it has no score.
    """
    standing = standings(profile, config, list(profile.library.paths), luck, hopes=True, eligible_only=True)
    paths = sorted(profile.library.paths.values(), key=lambda path: path.id)
    everything = [_placed(path, standing.get(path.id), profile, config, lens, statistics) for path in paths]
    ranked = in_order([item for item in everything if item.band in ELIGIBLE], config, lens.criteria)
    answer = Recommendation(
        region_code=profile.region.code,
        region_name=profile.region.name,
        subject="paths",
        settings={},
        opportunities=tuple(ranked),
        not_recommended=tuple(item for item in everything if item.band not in ELIGIBLE),
        warnings=tuple(region_remarks.warnings_of(profile, ranked, lens, statistics)),
        assessed=region_remarks.assessed(profile),
    )
    return answer, standing


def _placed(
    path: Path, here: Standing | None, profile: Profile, config: Config, lens: Lens, statistics: Statistics | None
) -> Opportunity:
    band = _band(here.null_percentile, here, config) if here else "not_assessed"
    criteria, basis = criteria_of(path, here, profile, config, lens, statistics)
    colocation = statistics.evidence.get(path.id) if statistics else None
    return Opportunity(
        path.id, path.name, band, criteria=criteria, basis=basis, colocation=colocation, sources=path.sources
    )


def _opportunity(
    fit: PathFit, path: Path, profile: Profile, config: Config, lens: Lens, statistics: Statistics | None
) -> Opportunity:
    colocation = statistics.evidence.get(path.id) if statistics else None
    prospect = statistics.prospects.get(path.id) if statistics else None
    foreseen: tuple[Finding, ...] = ()
    if statistics is not None and prospect is not None:
        lines = tuple(f"library.paths.{path.id}.activities.{code}" for code in prospect.activities)
        foreseen = (prospect_finding(path.id, prospect, statistics.base_rate, lines),)
    band = band_of(fit, config)
    criteria, basis = criteria_of(path, fit.evidence, profile, config, lens, statistics)
    return Opportunity(
        id=path.id,
        name=path.name,
        band=band,
        criteria=criteria,
        basis=basis,
        competence=fit.evidence,
        colocation=colocation,
        prospect=prospect,
        transformation=fit.transformation,
        transformation_rule=fit.rule or None,
        declared_kind=path.kind,
        novelty=fit.novelty,
        transitions={name: value.value for name, value in sorted(path.transitions.items())},
        challenges=path.challenges,
        summary=path.summary,
        drivers=fit.drivers,
        gaps=fit.gaps,
        reasons=(*path_remarks.reasons_of(band, fit, path, profile, config), *foreseen),
        warnings=tuple(path_remarks.warnings_of(band, fit, path, colocation, config)),
        sources=path.sources,
    )


def band_of(fit: PathFit, config: Config) -> Band:
    """The band of a path: eligibility first, then how its fit compares with made-up paths."""
    if fit.evidence is None:
        return "not_assessed"
    return _band(fit.evidence.null_percentile, fit, config)


def _band(percentile: float, found: PathFit | Standing, config: Config) -> Band:
    if found.eligible:
        return band_at(percentile, config.bands)
    return "not_assessed" if found.eligible_if_unknown_met else "not_yet"


def _closeness(item: Opportunity) -> tuple[bool, float, str]:
    """Order of what is not recommended: open questions first, then what is nearest to the bar."""
    fit = item.competence.fit.low if item.competence else 0.0
    return (item.band == "not_yet", -round(fit, DIGITS), item.id)
