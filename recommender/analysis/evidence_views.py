"""The paths of a profile ordered by one kind of evidence, and both kinds side by side (METHODS A12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..model.config import Config, Lens
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .criteria import criteria_of
from .opportunities import rank_paths
from .ranking import band_at, in_order
from .region_remarks import region_id
from .scoring import DIGITS
from .statistics import Statistics
from .views_apart import compared, disagreements, is_assessed, seen

MOST_AGREED = 8
"""Of paths on which the views agree, or of which only one speaks, a screen shows so many."""


def rank_by_competences(profile: Profile, config: Config, lens: Lens) -> Recommendation:
    """The paths as the profile alone orders them."""
    answer = rank_paths(profile, config, lens, None)
    rest = tuple(finding for finding in answer.warnings if finding.kind != "single_evidence")
    return replace(answer, warnings=(*rest, _alone(profile, "colocation")))


def rank_by_statistics(profile: Profile, config: Config, lens: Lens, statistics: Statistics) -> Recommendation:
    """The paths as the statistics alone order them: what the region's actors can do is not asked.

    The band is that of the co-location percentile; a path whose activities are all present, unknown or absent
    from the table gets no verdict.
    """
    paths = sorted(profile.library.paths.values(), key=lambda path: path.id)
    items = [_by_statistics(path, profile, config, lens, statistics) for path in paths]
    known = [item for item in items if item.band != "not_assessed"]
    return Recommendation(
        region_code=profile.region.code,
        region_name=profile.region.name,
        subject="paths",
        settings={},
        opportunities=tuple(in_order(known, config, lens.criteria)),
        not_recommended=tuple(item for item in items if item.band == "not_assessed"),
        warnings=(*statistics.warnings, _alone(profile, "competence")),
    )


def _by_statistics(path: Path, profile: Profile, config: Config, lens: Lens, statistics: Statistics) -> Opportunity:
    found = statistics.evidence.get(path.id)
    percentile = found.percentile if found else None
    criteria, basis = criteria_of(path, None, profile, config, lens, statistics)
    place = tuple(f"library.paths.{path.id}.activities.{code}" for code in path.activities)
    facts = {
        "path": path.id,
        "activities": [each.code for each in found.activities if each.status == "candidate"] if found else [],
        "present": [each.code for each in found.activities if each.status == "present"] if found else [],
        "percentile": percentile,
    }
    return Opportunity(
        id=path.id,
        name=path.name,
        band="not_assessed" if percentile is None else band_at(percentile, config.bands),
        criteria=criteria,
        basis=basis,
        colocation=found,
        declared_kind=path.kind,
        transitions={name: value.value for name, value in sorted(path.transitions.items())},
        challenges=path.challenges,
        summary=path.summary,
        reasons=(Finding("counted_under", path.id, facts, place),),
        sources=path.sources,
    )


def _alone(profile: Profile, missing: str) -> Finding:
    facts = {"missing": missing, "why": "not_asked_for", "opportunities": []}
    return Finding("single_evidence", region_id(profile), facts, ("region",))


def evidence_study(profile: Profile, answer: Recommendation, config: Config) -> Study:
    """Every path under both views; first all on which they disagree, in both directions, with what explains each."""
    apart = {finding.subject: finding for finding in disagreements(profile, answer, config)}
    parts = (
        Part(findings=(compared(profile, answer, config),), listed=False, grid=_side_by_side(answer, apart),
             legend="evidence"),
        *(Part(name, findings=tuple(item for item in apart.values() if item.facts["competences_ahead"] == ahead),
               aside=True) for name, ahead in (("competences_say_more", True), ("statistics_say_more", False))),
    )  # fmt: skip
    return Study(answer, "evidence", tuple(part for part in parts if part.says_something))


def _side_by_side(answer: Recommendation, apart: Mapping[str, Finding]) -> Grid:
    """Every path: those on which the views disagree first, by direction and the largest difference."""
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("band", "band"),
        GridColumn("view_competences", "hundred"),
        GridColumn("view_statistics", "hundred"),
        GridColumn("says_more", "word"),
        GridColumn("share_seen", "percent"),
        GridColumn("competence_rank", "count", aside=True),
        GridColumn("statistics_rank", "count", aside=True),
        GridColumn("explained_by", "briefs", wraps=True, folds=True),
        GridColumn("divisions_judged", "of", folds=True),
        GridColumn("counted_under", "activities", wraps=True, folds=True),
        GridColumn("share_present", "percent", aside=True),
        GridColumn("at", "at", folds=True),
    )
    items = (*answer.opportunities, *answer.not_recommended)
    competences = {item.id: item.competence.null_percentile for item in items if item.competence and is_assessed(item)}
    statistics = {
        item.id: item.colocation.percentile
        for item in items
        if item.colocation and item.colocation.percentile is not None
    }
    first, second = _ranks(competences), _ranks(statistics)

    def row(item: Opportunity) -> tuple[Any, ...]:
        told, eye = apart.get(item.id), seen(item)
        return (
            item.id, item.band, competences.get(item.id), statistics.get(item.id),
            _says_more(item.id, told, first, second), eye.share, first.get(item.id), second.get(item.id),
            (told,) if told else None, (len(eye.activities), eye.of), eye.activities or None,
            eye.share_present, told.at if told else (f"library.paths.{item.id}.activities",),
        )  # fmt: skip

    def order(item: Opportunity) -> tuple[Any, ...]:
        told = apart.get(item.id)
        direction = 2 if told is None else 0 if told.facts["competences_ahead"] else 1
        both = item.id in competences and item.id in statistics
        difference = competences[item.id] - statistics[item.id] if both else 0.0
        return direction, not both, -abs(round(difference, DIGITS)), item.id

    rows = tuple(row(item) for item in sorted(items, key=order))
    return Grid("evidence", columns, rows, most=len(apart) + MOST_AGREED, toned="band")


def _says_more(
    path: str, told: Finding | None, competences: Mapping[str, int], statistics: Mapping[str, int]
) -> str | None:
    """Which view says more of a path, `neither` where they agree; None where only one speaks."""
    if told is not None and "nobody_brings_any" in told.facts["apart_because"] and told.facts["competences_ahead"]:
        return "tie"
    if told is not None:
        return "competences" if told.facts["competences_ahead"] else "statistics"
    return "neither" if path in competences and path in statistics else None


def _ranks(percentiles: Mapping[str, float]) -> dict[str, int]:
    """The place of each, ties sharing the best one."""
    known = sorted((round(value, DIGITS) for value in percentiles.values()), reverse=True)
    return {name: known.index(round(value, DIGITS)) + 1 for name, value in percentiles.items()}
