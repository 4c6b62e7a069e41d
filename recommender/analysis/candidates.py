"""Ranked activities for a region of a reference model, from statistics alone (METHODS A12, A24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.config import ActivityRule, Bands, Config, Criterion, Lens
from ..model.finding import Finding
from ..model.recommendation import ActivityEvidence, Band, ColocationEvidence, Opportunity, Recommendation
from ..model.reference import ReferenceModel
from ..model.taxonomy import Activity
from .colocation import DENSITY, Candidate, Colocation, drivers
from .opportunities import in_order

SCORED: tuple[Criterion, ...] = ("relatedness", "complexity", "transition")
"""Criteria that a table can say something about."""


def rank_activities(
    model: ReferenceModel, view: Colocation, name: Mapping[str, str], activities: Mapping[str, Activity],
    rules: ActivityRule, config: Config, lens: Lens, warnings: tuple[Finding, ...],
) -> Recommendation:  # fmt: skip
    """The activities that a region is not yet specialised in, ranked; with those left out and why."""
    excluded = {code: reason for code, reason in rules.excluded.items() if code not in config.statistics.include}
    weights = {name: lens.criteria.get(name, 0.0) for name in SCORED}
    items = [_opportunity(model, view, candidate, activities, config, lens) for candidate in view.candidates]
    ranked = [
        item for item in items if item.id not in excluded and item.colocation and item.colocation.percentile is not None
    ]
    return Recommendation(
        region_code=view.region,
        region_name=name,
        subject="activities",
        settings={},
        opportunities=tuple(
            in_order(ranked, config, lens.criteria | weights | dict.fromkeys(set(lens.criteria) - set(SCORED), 0.0))
        ),
        not_recommended=tuple(_left_out(items, excluded, model, view)),
        warnings=(*warnings, *_cells(view, model)),
        strengths=_strengths(model, view),
    )


def _opportunity(
    model: ReferenceModel, view: Colocation, candidate: Candidate, activities: Mapping[str, Activity],
    config: Config, lens: Lens,
) -> Opportunity:  # fmt: skip
    code = candidate.activity
    known = activities.get(code)
    transitions = {key: known.transitions.get(key, 0.0) for key in ("digital", "green", "social")} if known else {}
    density = candidate.measures[DENSITY].value
    evidence = ColocationEvidence(
        candidate.percentile, density, candidate.measures,
        (ActivityEvidence(code, 1.0, "candidate", candidate.location_quotient, density, candidate.percentile, candidate.complexity.percentile),),
    )  # fmt: skip
    related = drivers(model, view.region, code)
    criteria: dict[Criterion, float | None] = {
        "relatedness": candidate.percentile,
        "complexity": candidate.complexity.percentile,
        "transition": round(sum(lens.transitions.get(key, 0.0) * value for key, value in transitions.items()), 9) if known else None,
    }  # type: ignore[arg-type]  # fmt: skip
    facts = {
        "path": code,
        "related": [{"activity": item.id, "contribution": item.contribution} for item in related],
        "density": density,
        "percentile": candidate.percentile,
    }
    return Opportunity(
        id=code,
        name=candidate.label,
        band=_band(candidate.percentile, config.bands),
        criteria=criteria,
        basis={"relatedness": "colocation", "complexity": "measured", "transition": "judged"},
        colocation=evidence,
        transitions=transitions,
        tags=tuple(known.tags) if known else (),
        drivers=related,
        reasons=(Finding("colocated", code, facts),),
    )


def _band(percentile: float | None, bands: Bands) -> Band:
    if percentile is None:
        return "not_assessed"
    return "high" if percentile >= bands.high else "medium" if percentile >= bands.medium else "low"


def _left_out(
    items: list[Opportunity], excluded: Mapping[str, Mapping[str, str]], model: ReferenceModel, view: Colocation
) -> Iterator[Opportunity]:
    from dataclasses import replace

    for item in sorted(items, key=lambda item: item.id):
        if item.id in excluded:
            reason = Finding("excluded_activity", item.id, {"activity": item.id, "reason": dict(excluded[item.id])})
            yield replace(item, band="not_yet", reasons=(reason,))
    for code in sorted(view.unknown):
        label = model.activity_labels[model.activity_index(code)]
        yield Opportunity(
            id=code, name=label, band="not_assessed", reasons=(Finding("no_data", code, {"activity": code}),)
        )


def _strengths(model: ReferenceModel, view: Colocation) -> tuple[ActivityEvidence, ...]:
    row = model.region_index(view.region)
    rows = [
        ActivityEvidence(
            code, 1.0, "present", round(float(model.location_quotient[row, model.activity_index(code)]), 9)
        )
        for code in view.present
    ]
    return tuple(sorted(rows, key=lambda item: (-(item.location_quotient or 0.0), item.code)))


def _cells(view: Colocation, model: ReferenceModel) -> Iterator[Finding]:
    if view.unknown:
        facts = {"count": len(view.unknown), "of": len(model.activities), "activities": sorted(view.unknown)}
        yield Finding("suppressed_cells", view.region, facts)
