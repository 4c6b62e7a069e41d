"""Ranked opportunities from a profile: eligible first, scored second (METHODS A7, A12, A13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model.config import Bands, Config, Criterion, Lens
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import (
    Assessed,
    Band,
    ColocationEvidence,
    CompetenceEvidence,
    Opportunity,
    Recommendation,
)
from .path_fit import PathFit, fit_paths
from .readiness import readiness_of_actor
from .reasons import (
    ask_about,
    evidence_counts,
    levels_used,
    mean,
    prerequisites,
    to_ask,
    unconnected_assets,
    why_eligible,
    why_not,
)
from .scoring import DIGITS, Criteria, effective_weights, quadrants, score, shared_criteria

THIN = 0.5
"""Share of all needs that must be assessed before a profile gives verdicts (judged, ours)."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the reference model or a table says about each path (see `colocation`), and about itself."""

    evidence: Mapping[str, ColocationEvidence]
    complexity: Mapping[str, float | None]
    warnings: tuple[Finding, ...] = ()


def rank_paths(profile: Profile, config: Config, lens: Lens, statistics: Statistics | None) -> Recommendation:
    """All paths of the profile's library, ranked under a lens.

    Pure: the same profile, settings and statistics give the same answer.
    """
    fits = fit_paths(profile, config)
    opportunities = [_opportunity(fits[path.id], path, profile, config, lens, statistics) for path in _paths(profile)]
    ordered = in_order(
        [item for item in opportunities if item.band in ("high", "medium", "low")], config, lens.criteria
    )
    closed = sorted(
        (item for item in opportunities if item.rank is None and item.band.startswith("not")), key=_closeness
    )
    return Recommendation(
        region_code=profile.region.code,
        region_name=profile.region.name,
        subject="paths",
        settings={},
        opportunities=tuple(ordered),
        not_recommended=tuple(closed),
        findings=tuple(_findings(profile, config, ordered, closed)),
        warnings=tuple(_warnings(profile, ordered, lens, statistics)),
        assessed=_assessed(profile, [fit for fit in fits.values()]),
    )


def _paths(profile: Profile) -> list[Path]:
    return sorted(profile.library.paths.values(), key=lambda path: path.id)


def _opportunity(
    fit: PathFit, path: Path, profile: Profile, config: Config, lens: Lens, statistics: Statistics | None
) -> Opportunity:
    colocation = statistics.evidence.get(path.id) if statistics else None
    band = band_of(fit, config)
    criteria, basis = _criteria(fit.evidence, colocation, path, profile, lens, statistics)
    return Opportunity(
        id=path.id,
        name=path.name,
        band=band,
        criteria=criteria,
        basis=basis,
        competence=fit.evidence,
        colocation=colocation,
        transformation=fit.transformation,
        transformation_rule=fit.rule or None,
        declared_kind=path.kind,
        novelty=fit.novelty,
        transitions={name: value.value for name, value in sorted(path.transitions.items())},
        challenges=path.challenges,
        summary=path.summary,
        drivers=fit.drivers,
        gaps=fit.gaps,
        reasons=tuple(_reasons(band, fit, path, profile, config)),
        warnings=tuple(_path_warnings(band, fit, path, colocation, config)),
        sources=path.sources,
    )


def band_of(fit: PathFit, config: Config) -> Band:
    """The band of a path: eligibility first, then how its fit compares with made-up paths."""
    evidence = fit.evidence
    if evidence is None:
        return "not_assessed"
    if fit.eligible:
        return _band(evidence.null_percentile, config.bands)
    return "not_assessed" if fit.eligible_if_unknown_met else "not_yet"


def _band(percentile: float, bands: Bands) -> Band:
    if round(percentile, DIGITS) >= bands.high:
        return "high"
    return "medium" if round(percentile, DIGITS) >= bands.medium else "low"


def _criteria(
    evidence: CompetenceEvidence | None,
    colocation: ColocationEvidence | None,
    path: Path,
    profile: Profile,
    lens: Lens,
    statistics: Statistics | None,
) -> tuple[Criteria, dict[Criterion, str]]:
    views = [evidence.null_percentile if evidence else None, colocation.percentile if colocation else None]
    known = [view for view in views if view is not None]
    measured = statistics.complexity.get(path.id) if statistics else None
    complexity = measured if measured is not None else path.complexity.value if path.complexity else None
    readiness = readiness_of_actor(evidence.lead, profile) if evidence else None
    criteria: dict[Criterion, float | None] = {
        "relatedness": round(mean(known), DIGITS) if known else None,
        "complexity": complexity,
        "transition": _transition(path, lens),
        "demand": path.demand.value if path.demand else None,
        "connectivity": evidence.with_partners if evidence else None,
        "governance": readiness,
    }
    basis: dict[Criterion, str] = {
        "relatedness": "both" if len(known) == 2 else "competence" if evidence else "colocation",
        "complexity": "measured"
        if measured is not None
        else path.complexity.evidence
        if path.complexity
        else "missing",
        "transition": "judged" if path.transitions else "missing",
        "demand": path.demand.evidence if path.demand else "missing",
        "connectivity": "profile",
        "governance": "profile" if readiness is not None else "missing",
    }
    return criteria, basis


def _transition(path: Path, lens: Lens) -> float | None:
    if not path.transitions:
        return None
    weights = lens.transitions
    return round(sum(weights.get(name, 0.0) * value.value for name, value in path.transitions.items()), DIGITS)


def _reasons(band: Band, fit: PathFit, path: Path, profile: Profile, config: Config) -> Iterator[Finding]:
    evidence = fit.evidence
    if evidence is None:
        yield ask_about(path, fit.needs, 0.0, 1.0, config.eligibility.bar)
    elif band == "not_assessed":
        yield ask_about(path, evidence.needs, evidence.fit.low, evidence.fit.high, config.eligibility.bar)
    elif band == "not_yet":
        yield from why_not(path, evidence, config, fit.nearest)
    else:
        yield from why_eligible(path, evidence, profile)


def _path_warnings(
    band: Band, fit: PathFit, path: Path, colocation: ColocationEvidence | None, config: Config
) -> Iterator[Finding]:
    evidence = fit.evidence
    if evidence is None or band.startswith("not"):
        return
    if not evidence.exact:
        facts = {"path": path.id, "fit": evidence.fit.low, "upper_bound": evidence.upper_bound}
        yield Finding("greedy_search", path.id, facts)
    if evidence.assessed_share < config.novelty.assessed:
        unknown = [need for need in evidence.needs if not need.assessed]
        facts = {
            "path": path.id,
            "needs": len(evidence.needs),
            "needs_assessed": evidence.needs_assessed,
            "competences": to_ask(unknown),
        }
        yield Finding("poorly_assessed", path.id, facts)
    yield from _disagreement(path, evidence, colocation, config)
    if path.kind and fit.transformation and path.kind != fit.transformation:
        facts = {"path": path.id, "declared": path.kind, "found": fit.transformation, "rule": fit.rule}
        yield Finding("disagrees_with_declared_kind", path.id, facts)


def _disagreement(
    path: Path, evidence: CompetenceEvidence, colocation: ColocationEvidence | None, config: Config
) -> Iterator[Finding]:
    if colocation is None or colocation.percentile is None:
        return
    if abs(round(evidence.null_percentile - colocation.percentile, DIGITS)) > config.views.disagreement:
        facts = {
            "path": path.id,
            "competence_percentile": evidence.null_percentile,
            "colocation_percentile": colocation.percentile,
            "limit": config.views.disagreement,
        }
        at = tuple(f"library.paths.{path.id}.activities.{item.code}" for item in colocation.activities)
        yield Finding("views_disagree", path.id, facts, at)


def in_order(eligible: list[Opportunity], config: Config, criteria: Mapping[Criterion, float]) -> list[Opportunity]:
    """Eligible opportunities in order: by score, rounded before it is compared, ties by id."""
    shared = shared_criteria((item.criteria for item in eligible), criteria)
    weights = effective_weights(shared, criteria)
    scored = {item.id: score(item.criteria, shared, criteria, config.aggregation) for item in eligible}
    points = {item.id: (item.criteria["relatedness"] or 0.0, item.criteria.get("complexity")) for item in eligible}
    where = quadrants(points)
    order = sorted(eligible, key=lambda item: (-scored[item.id].score, item.id))
    return [
        replace(
            item,
            rank=rank,
            score=scored[item.id].score,
            score_range=scored[item.id].range,
            weights=weights,
            quadrant=where[item.id],
        )
        for rank, item in enumerate(order, start=1)
    ]


def _closeness(item: Opportunity) -> tuple[bool, float, str]:
    """Order of what is not recommended: open questions first, then what is nearest to the bar."""
    fit = item.competence.fit.low if item.competence else 0.0
    return (item.band == "not_yet", -round(fit, DIGITS), item.id)


def _findings(
    profile: Profile, config: Config, ranked: Sequence[Opportunity], closed: Sequence[Opportunity]
) -> Iterator[Finding]:
    subject = profile.region.code or "region"
    needs = _all_needs((*ranked, *closed))
    unknown = {name: weight for name, (assessed, weight) in needs.items() if not assessed}
    if needs and len(unknown) > THIN * len(needs):
        ask = sorted(unknown, key=lambda name: (-unknown[name], name))[:10]
        facts = {"needs": len(needs), "needs_assessed": len(needs) - len(unknown), "competences": ask}
        yield Finding("thin_profile", subject, facts)
    not_yet = [item for item in closed if item.band == "not_yet"]
    if not ranked:
        count, unsure = len(closed), len(closed) - len(not_yet)
        yield Finding(
            "nothing_eligible", subject, {"count": count, "not_assessed": unsure, "bar": config.eligibility.bar}
        )
    yield from prerequisites(not_yet, config)
    linked = {end for link in profile.links for end in (link.a, link.b)}
    yield from unconnected_assets(ranked, profile, linked)
    for item in ranked:
        yield from (finding for finding in item.warnings if finding.kind == "views_disagree")


def _all_needs(opportunities: Iterable[Opportunity]) -> dict[str, tuple[bool, float]]:
    """Every competence that some path needs: whether somebody assessed it, and its total weight."""
    needs: dict[str, tuple[bool, float]] = {}
    for item in opportunities:
        for need in item.competence.needs if item.competence else ():
            weight = needs.get(need.competence, (False, 0.0))[1]
            needs[need.competence] = (need.assessed, weight + need.weight * need.specificity)
    return needs


def _warnings(
    profile: Profile, ranked: Sequence[Opportunity], lens: Lens, statistics: Statistics | None
) -> Iterator[Finding]:
    subject = profile.region.code or "region"
    if profile.note:
        yield Finding("illustrative", subject, {"text": dict(profile.note)}, ("note",))
    counts = evidence_counts(profile)
    if sum(counts.values()):
        yield Finding("judged", subject, counts)
    yield from statistics.warnings if statistics else ()
    yield from single_evidence(subject, profile, ranked, statistics)
    for criterion, weight in lens.criteria.items():
        missing = [item.id for item in ranked if item.criteria[criterion] is None]
        if weight > 0 and missing:
            facts = {"criterion": criterion, "opportunities": missing, "of": len(ranked)}
            yield Finding("missing_criterion", criterion, facts)


def single_evidence(
    subject: str, profile: Profile, ranked: Sequence[Opportunity], statistics: Statistics | None
) -> Iterator[Finding]:
    """Where only the profile speaks, because no table does."""
    if not ranked:
        return
    if statistics is None:
        why = "no_region_code" if profile.region.code is None else "region_not_in_reference"
        yield Finding("single_evidence", subject, {"missing": "colocation", "why": why, "opportunities": []})
        return
    alone = [item.id for item in ranked if item.colocation is None or item.colocation.percentile is None]
    if alone:
        facts = {"missing": "colocation", "why": "no_candidate_activity", "opportunities": alone}
        yield Finding("single_evidence", subject, facts)


def _assessed(profile: Profile, fits: Sequence[PathFit]) -> Assessed:
    needs = {need.competence: need.assessed for fit in fits for need in fit.needs}
    per_cluster = mean([float(len(cluster.competences)) for cluster in profile.clusters])
    assessed = sum(needs.values())
    return Assessed(
        clusters=len(profile.clusters),
        competences_per_cluster=round(per_cluster, DIGITS),
        share=round(assessed / len(needs), DIGITS) if needs else 0.0,
        needs=len(needs),
        needs_assessed=assessed,
        evidence=evidence_counts(profile),
    )


__all__ = ["Statistics", "band_of", "levels_used", "rank_paths"]
