"""Everything about one opportunity, as answers to the questions that people ask in public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model.config import Config
from ..model.evidence import EVIDENCE
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import CompetenceEvidence, Explanation, Gap, Opportunity, Recommendation, Section
from .changes import changes
from .readiness import ASKED, readiness
from .reasons import levels_used, to_ask

MOST_COMPETENCES = 3

OF_THE_WHOLE = (
    "reference_vintage",
    "not_validated",
    "forecast_checked",
    "weak_complexity",
    "region_recoded",
    "illustrative",
)
"""Warnings about the whole answer that limit each part of it."""


def explain_opportunity(
    answer: Recommendation, opportunity: Opportunity, profile: Profile | None, config: Config, *, what_if: bool = True
) -> Explanation:
    """Why, with what, what is missing and from whom, what would change it, how sure, and from which source.

    `profile` is None when the opportunity is an activity of a table. Without `what_if` nobody asks what
    would change it, which takes as long as everything else together.
    """
    raises, lowers = changes(opportunity, profile, config) if profile and what_if else ([], [])
    sections = (
        Section("why", tuple(_why(answer, opportunity))),
        Section("with_what", (*_with_what(opportunity), *_governed(opportunity, profile, config))),
        Section("missing", tuple(_missing(opportunity, profile))),
        Section("from_whom", tuple(_from_whom(answer, opportunity, config))),
        Section("change", (*raises, *lowers)),
        Section("certainty", tuple(_certainty(answer, opportunity, profile))),
        Section("source", tuple(_sources(answer, opportunity, profile))),
    )
    return Explanation(answer, opportunity, tuple(section for section in sections if section.answers))


def _why(answer: Recommendation, item: Opportunity) -> Iterator[Finding]:
    facts = {"path": item.id, "rank": item.rank, "of": len(answer.opportunities), "band": item.band}
    yield Finding("rank", item.id, facts, _path_of(item))
    yield from item.reasons
    if item.score is not None:
        yield Finding(
            "score",
            item.id,
            {
                "path": item.id,
                "score": item.score,
                "low": item.score_range.low if item.score_range else None,
                "high": item.score_range.high if item.score_range else None,
                "criteria": {name: item.criteria[name] for name in item.criteria if item.criteria[name] is not None},
                "weights": dict(item.weights),
                "basis": dict(item.basis),
            },
            _criteria_of(item),
        )


def _with_what(item: Opportunity) -> Iterator[Finding]:
    evidence = item.competence
    if evidence is None or not evidence.coalition:
        return
    total = sum(driver.contribution for driver in item.drivers)
    for driver in item.drivers:
        supplied = [need for need in evidence.needs if need.supplier == driver.id]
        strongest = sorted(supplied, key=lambda need: (-need.weight * need.specificity * need.share, need.competence))
        facts = {
            "path": item.id,
            "actor": driver.id,
            "contribution": driver.contribution,
            "share": driver.contribution / total if total > 0 else 0.0,
            "competences": [need.nearby or need.competence for need in strongest[:MOST_COMPETENCES]],
        }
        yield Finding("contribution", driver.id, facts, driver.at)
    if item.novelty:
        facts = {
            "path": item.id,
            "label": item.novelty.label,
            "new_to_lead": dict(item.novelty.new_to_lead),
            "new_to_region": dict(item.novelty.new_to_region),
        }
        yield Finding("novelty", item.id, facts, (f"library.paths.{item.id}.needs", *_lead_of(item, "competences")))
    if item.transformation:
        facts = {
            "path": item.id,
            "found": item.transformation,
            "rule": item.transformation_rule,
            "declared": item.declared_kind,
        }
        at = (f"library.paths.{item.id}.kind", *_lead_of(item, "activities"), *_lead_of(item, "maturity"))
        yield Finding("transformation", item.id, facts, at)


def _governed(item: Opportunity, profile: Profile | None, config: Config) -> Iterator[Finding]:
    """Whose cluster organisation the lead belongs to: who would have to carry the path."""
    if profile is None or item.competence is None or item.rank is None:
        return
    lead = item.competence.lead
    if lead not in {cluster.id for cluster in profile.clusters}:
        return
    own = next((each for each in profile.associations if lead in each.members), None)
    facts = {
        "path": item.id,
        "lead": lead,
        "organisation": own.id if own else None,
        "readiness": readiness(own, profile.as_of, config.readiness) if own else None,
        "ask": [name for name in ASKED if getattr(own, name) is None] if own else [],
    }
    yield Finding("lead_organisation", item.id, facts, (f"associations.{own.id}",) if own else (f"actors.{lead}",))


def _missing(item: Opportunity, profile: Profile | None) -> Iterator[Finding]:
    if profile is None:
        yield Finding("only_statistics", item.id, {"activity": item.id})
    for gap in item.gaps:
        facts: dict[str, Any] = {
            "path": item.id,
            "competence": gap.competence,
            "level": gap.level,
            "available": gap.available,
            "essential": gap.essential,
            "assessed": gap.assessed,
        }
        if gap.sources:
            yield Finding("gap_source", gap.competence, facts | {"sources": plain_sources(gap)}, _places(item, gap))
        else:
            yield Finding("gap_nowhere", gap.competence, facts, _places(item, gap))


def plain_sources(gap: Gap) -> list[dict[str, Any]]:
    return [
        {
            "kind": source.kind,
            "id": source.id,
            "supply": source.supply,
            "access": source.access,
            "partner": source.partner,
            "role": source.role,
        }
        for source in gap.sources
    ]


def _places(item: Opportunity, gap: Gap) -> tuple[str, ...]:
    held = (f"actors.{source.id}.competences.{gap.competence}" for source in gap.sources)
    return (*held, f"library.paths.{item.id}.needs.{gap.competence}")


def _path_of(item: Opportunity) -> tuple[str, ...]:
    return (f"library.paths.{item.id}",) if item.competence else ()


def _lead_of(item: Opportunity, field: str) -> tuple[str, ...]:
    return (f"actors.{item.competence.lead}.{field}",) if item.competence else ()


def _criteria_of(item: Opportunity) -> tuple[str, ...]:
    """Where the judged criteria of a path stand, and what its lead holds."""
    own = (f"library.paths.{item.id}.{name}" for name in ("complexity", "transitions", "demand"))
    return (*own, *_lead_of(item, "competences")) if item.competence else ()


def _coalition_of(evidence: CompetenceEvidence) -> tuple[str, ...]:
    return tuple(f"actors.{member}" for member in evidence.coalition)


def _from_whom(answer: Recommendation, item: Opportunity, config: Config) -> Iterator[Finding]:
    evidence = item.competence
    if evidence is None:
        return
    for finding in answer.findings:
        if finding.kind == "unconnected_asset" and item.id in finding.facts["paths"]:
            yield finding
    if evidence.connection_gap > 0.005:
        facts: dict[str, Any] = {"path": item.id, "fit": evidence.fit.low, "potential": evidence.potential}
        yield Finding("connection_gap", item.id, facts, (*_coalition_of(evidence), *_path_of(item)))
    if evidence.with_introduction - evidence.fit.low > 0.005:
        facts = {
            "path": item.id,
            "fit": evidence.fit.low,
            "with_introduction": evidence.with_introduction,
            "assumed": config.access.introduction,
        }
        yield Finding("introduction", item.id, facts, (*_coalition_of(evidence), *_path_of(item)))
    if evidence.partner_gain > 0.005:
        facts = {"path": item.id, "fit": evidence.fit.low, "with_partners": evidence.with_partners}
        yield Finding("with_partners", item.id, facts, ("partners", *_path_of(item)))


def _certainty(answer: Recommendation, item: Opportunity, profile: Profile | None) -> Iterator[Finding]:
    evidence = item.competence
    if evidence is not None:
        unknown = [need for need in evidence.needs if not need.assessed]
        facts: dict[str, Any] = {
            "path": item.id,
            "low": evidence.fit.low,
            "high": evidence.fit.high,
            "competences": to_ask(unknown, most=len(unknown)),
        }
        yield Finding("interval", item.id, facts, (f"library.paths.{item.id}.needs",))
        if profile is not None:
            used = tuple(levels_used(evidence.needs, profile))
            yield Finding("evidence_share", item.id, {"path": item.id} | _evidence(evidence, profile), used)
    # The declared kind of transformation stands with "with what" already.
    yield from (warning for warning in item.warnings if warning.kind != "disagrees_with_declared_kind")
    for warning in answer.warnings:
        if warning.kind in OF_THE_WHOLE:
            yield warning
        elif item.id in warning.facts.get("opportunities", ()):
            own = {"opportunities": [item.id]} if warning.kind == "single_evidence" else {}
            yield replace(warning, facts={**warning.facts, **own})


def _evidence(evidence: CompetenceEvidence, profile: Profile) -> dict[str, int]:
    """On what the levels rest that the coalition supplies."""
    levels = {actor.id: actor.competences for actor in profile.actors()}
    used = [
        levels[need.supplier][need.nearby or need.competence].evidence
        for need in evidence.needs
        if need.supplier in levels and (need.nearby or need.competence) in levels[need.supplier]
    ]
    counts = Counter(used)
    return {kind: counts[kind] for kind in EVIDENCE}


def _sources(answer: Recommendation, item: Opportunity, profile: Profile | None) -> Iterator[Finding]:
    named: list[str] = list(item.sources)
    if profile is not None and item.competence is not None:
        named += _sources_of_levels(item.competence, profile)
    for name in dict.fromkeys(named):
        source = answer.sources[name]
        facts = {"id": name} | {key: source[key] for key in ("title", "publisher", "year", "url")}
        yield Finding("source", name, facts, (f"sources.{name}", f"library.sources.{name}"))


def _sources_of_levels(evidence: CompetenceEvidence, profile: Profile) -> Sequence[str]:
    used = set(levels_used(evidence.needs, profile))
    return [
        source
        for actor in profile.actors()
        for competence, level in actor.competences.items()
        if f"actors.{actor.id}.competences.{competence}" in used
        for source in level.sources
    ]
