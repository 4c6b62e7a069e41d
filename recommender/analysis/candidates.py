"""Ranked activities for a region of a reference model, from statistics alone (METHODS A12, A24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..model.config import CRITERIA, ActivityRule, Config, Criterion, Lens
from ..model.finding import Finding
from ..model.outlook import SILENT, Outlook
from ..model.recommendation import ActivityEvidence, ColocationEvidence, Opportunity, Recommendation
from ..model.reference import ReferenceModel
from ..model.taxonomy import Activity
from ..model.vocabulary import TRANSITIONS
from .colocation import DENSITY, Candidate, Colocation, drivers
from .outlook import band_by_lift, prospect_finding
from .ranking import band_at, in_order
from .scoring import DIGITS

SCORED: tuple[Criterion, ...] = ("relatedness", "complexity", "transition")
"""Criteria that a table can say something about."""
PERSONS = "persons employed"


def rank_activities(
    model: ReferenceModel, view: Colocation, name: Mapping[str, str], activities: Mapping[str, Activity],
    rules: ActivityRule, config: Config, lens: Lens, warnings: tuple[Finding, ...], outlook: Outlook = SILENT,
) -> Recommendation:  # fmt: skip
    """The activities that a region is not yet specialised in, ranked; with those left out and why.

    Where the table's own forecast was validated, its lift decides who is eligible and in which band; else
    the co-location percentile does (METHODS A12). The order is that of the criteria in both cases.
    """
    excluded = {code: reason for code, reason in rules.excluded.items() if code not in config.statistics.include}
    items = [
        _foreseen(_opportunity(model, view, candidate, activities, config, lens), outlook, config)
        for candidate in view.candidates
    ]
    ranked = [
        item for item in items
        if item.id not in excluded and item.criteria["relatedness"] is not None and item.band != "not_yet"
    ]  # fmt: skip
    weights: dict[Criterion, float] = {
        name: lens.criteria.get(name, 0.0) if name in SCORED else 0.0 for name in CRITERIA
    }
    return Recommendation(
        region_code=view.region,
        region_name=name,
        subject="activities",
        settings={},
        opportunities=tuple(in_order(ranked, config, weights)),
        not_recommended=tuple(_left_out(items, excluded, model, view, activities)),
        warnings=(*warnings, *_cells(view, model), *_one_plant(view, model, config.statistics.plant)),
        strengths=_strengths(model, view),
    )


def _opportunity(
    model: ReferenceModel, view: Colocation, candidate: Candidate, activities: Mapping[str, Activity],
    config: Config, lens: Lens,
) -> Opportunity:  # fmt: skip
    code, percentile, complexity = candidate.activity, candidate.percentile, candidate.complexity.percentile
    known = activities.get(code)
    density = candidate.measures[DENSITY].value
    itself = ActivityEvidence(code, 1.0, "candidate", candidate.location_quotient, density, percentile, complexity)
    related = drivers(model, view.region, code)
    criteria: dict[Criterion, float | None] = {
        "relatedness": percentile,
        "complexity": complexity,
        "transition": _transition(known, lens) if known else None,
    }
    facts = {
        "path": code,
        "related": [{"activity": item.id, "contribution": item.contribution} for item in related],
        "density": density,
        "percentile": percentile,
    }
    return Opportunity(
        id=code,
        name=known.name if known else candidate.label,
        band="not_assessed" if percentile is None else band_at(percentile, config.bands),
        criteria=criteria,
        basis={"relatedness": "colocation", "complexity": "measured", "transition": "judged"},
        colocation=ColocationEvidence(percentile, density, candidate.measures, (itself,)),
        transitions={key: known.transitions.get(key, 0.0) for key in sorted(TRANSITIONS)} if known else {},
        tags=tuple(known.tags) if known else (),
        drivers=related,
        reasons=(Finding("colocated", code, facts),),
    )


def _foreseen(item: Opportunity, outlook: Outlook, config: Config) -> Opportunity:
    """With what the table's own forecast says, and the band that follows."""
    known = outlook.prospects.get(item.id)
    if known is None:
        return item
    band = band_by_lift(known.lift, config.statistics)
    told = prospect_finding(item.id, known, outlook.base_rate)
    if band != "not_yet":
        return replace(item, prospect=known, band=band, reasons=(told, *item.reasons))
    dropped = ("activities", "lasting_probability", "origin_year")
    facts = {name: value for name, value in told.facts.items() if name not in dropped}
    reason = Finding("below_lift", item.id, {**facts, "lift_bar": config.statistics.lift_bar})
    return replace(item, prospect=known, band=band, reasons=(reason,))


def _transition(activity: Activity, lens: Lens) -> float:
    weights = lens.transitions
    return round(sum(weights.get(key, 0.0) * activity.transitions.get(key, 0.0) for key in TRANSITIONS), DIGITS)


def _left_out(
    items: list[Opportunity], excluded: Mapping[str, Mapping[str, str]], model: ReferenceModel, view: Colocation,
    activities: Mapping[str, Activity],
) -> Iterator[Opportunity]:  # fmt: skip
    for item in sorted(items, key=lambda item: item.id):
        if item.id in excluded:
            reason = Finding("excluded_activity", item.id, {"activity": item.id, "reason": dict(excluded[item.id])})
            yield replace(item, band="not_yet", reasons=(reason,))
        elif item.band == "not_yet":
            yield item
    for code in sorted(view.unknown):
        label = activities[code].name if code in activities else model.activity_labels[model.activity_index(code)]
        missing = Finding("no_data", code, {"activity": code})
        yield Opportunity(id=code, name=label, band="not_assessed", reasons=(missing,))


def _strengths(model: ReferenceModel, view: Colocation) -> tuple[ActivityEvidence, ...]:
    quotients = model.location_quotient[model.region_index(view.region)]
    rows = [
        ActivityEvidence(code, 1.0, "present", round(float(quotients[model.activity_index(code)]), DIGITS))
        for code in view.present
    ]
    return tuple(sorted(rows, key=lambda item: (-(item.location_quotient or 0.0), item.code)))


def _cells(view: Colocation, model: ReferenceModel) -> Iterator[Finding]:
    if view.unknown:
        facts = {"count": len(view.unknown), "of": len(model.activities), "activities": sorted(view.unknown)}
        yield Finding("suppressed_cells", view.region, facts)


def _one_plant(view: Colocation, model: ReferenceModel, plant: int) -> Iterator[Finding]:
    """Specialisations in which less than one large plant is more than average; where persons are counted only."""
    if plant == 0 or model.provenance.unit != PERSONS:
        return
    row = model.region_index(view.region)
    fragile = []
    for code in sorted(view.present):
        column = model.activity_index(code)
        jobs = float(model.values[row, column])
        if jobs - plant < jobs / float(model.location_quotient[row, column]):
            fragile.append(code)
    if fragile:
        yield Finding("one_plant", view.region, {"plant": plant, "activities": fragile, "of": len(view.present)})
