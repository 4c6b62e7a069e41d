"""The two kinds of evidence, each alone and side by side (METHODS A12)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.config import Config, Lens
from ..model.evidence import LocalText
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

MOST_TOLD = 6


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
    criteria, basis = criteria_of(path, None, profile, lens, statistics)
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
    """Every path under both views, and all on which they disagree, in both directions, with what explains each."""
    apart = list(disagreements(profile, answer, config))
    by_competences = [finding for finding in apart if finding.facts["competences_ahead"]]
    by_statistics = [finding for finding in apart if not finding.facts["competences_ahead"]]
    grid, compared = _side_by_side(answer)
    outcome = Finding("views_compared", region_id(profile), {
        "count": compared,
        "of": len(grid.rows),
        "limit": config.views.disagreement,
        "ahead_by_competences": [finding.subject for finding in by_competences],
        "ahead_by_statistics": [finding.subject for finding in by_statistics],
    }, ("region",))  # fmt: skip
    parts = (
        Part(findings=(outcome,), listed=False, grid=grid, legend="evidence"),
        Part("competences_say_more", findings=tuple(by_competences), most=MOST_TOLD, empty="competences_say_more"),
        Part("statistics_say_more", findings=tuple(by_statistics), most=MOST_TOLD, empty="statistics_say_more"),
    )
    return Study(answer, "evidence", tuple(part for part in parts if part.says_something))


def _side_by_side(answer: Recommendation) -> tuple[Grid, int]:
    """Every path, those first on which the views differ most; and how many both speak of."""
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("band", "band"),
        GridColumn("view_competences", "hundred"),
        GridColumn("competence_rank", "count"),
        GridColumn("view_statistics", "hundred"),
        GridColumn("statistics_rank", "count"),
        GridColumn("counted_under", "activities", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    items = (*answer.opportunities, *answer.not_recommended)
    competences = {item.id: item.competence.null_percentile for item in items if item.competence and is_assessed(item)}
    statistics = {
        item.id: item.colocation.percentile
        for item in items
        if item.colocation and item.colocation.percentile is not None
    }
    both = {name: round(competences[name] - statistics[name], DIGITS) for name in competences if name in statistics}
    first, second = _ranks(competences), _ranks(statistics)
    order = sorted(items, key=lambda item: (item.id not in both, -abs(both.get(item.id, 0.0)), item.id))
    rows = tuple(
        (item.id, item.band, competences.get(item.id), first.get(item.id), statistics.get(item.id),
         second.get(item.id), _candidates(item), (f"library.paths.{item.id}.activities",))
        for item in order
    )  # fmt: skip
    return Grid("evidence", columns, rows, toned="band"), len(both)


def _ranks(percentiles: Mapping[str, float]) -> dict[str, int]:
    """The place of each, ties sharing the best one."""
    known = sorted((round(value, DIGITS) for value in percentiles.values()), reverse=True)
    return {name: known.index(round(value, DIGITS)) + 1 for name, value in percentiles.items()}


def _candidates(item: Opportunity) -> tuple[str, ...]:
    parts = item.colocation.activities if item.colocation else ()
    return tuple(each.code for each in parts if each.status == "candidate")


def is_assessed(item: Opportunity) -> bool:
    """Whether enough is assessed for a verdict by competences."""
    return item.competence is not None and item.band != "not_assessed"


def disagreements(profile: Profile, answer: Recommendation, config: Config) -> Iterator[Finding]:
    """Every path on which competences and statistics differ by more than the limit, the largest first.

    A path that nobody has assessed has no view by competences; and where nobody brings anything, competences cannot
    say more than statistics: the percentile is then that of a tie.
    """
    rows = []
    for item in (*answer.opportunities, *answer.not_recommended):
        known = item.colocation.percentile if item.colocation else None
        if item.competence is not None and known is not None and is_assessed(item):
            apart = round(item.competence.null_percentile - known, DIGITS)
            if abs(apart) > config.views.disagreement and (apart < 0 or item.competence.fit.low > 0):
                rows.append((-abs(apart), item.id, item))
    for _, _, item in sorted(rows, key=lambda row: row[:2]):
        yield _apart(profile, item)


def _apart(profile: Profile, item: Opportunity) -> Finding:
    """What explains it: where the lead is counted today, or what the actors lack that the statistics cannot see."""
    evidence, statistics = item.competence, item.colocation
    assert evidence is not None
    assert statistics is not None
    cluster = next((each for each in profile.clusters if each.id == evidence.lead), None)
    competences_ahead = evidence.null_percentile > (statistics.percentile or 0.0)
    shares = profile.library.paths[item.id].activities
    present = [each.code for each in statistics.activities if each.status == "present"]
    lacking: LocalText | Sequence[str] = [gap.competence for gap in item.gaps][:3]
    facts = {
        "path": item.id,
        "competence_percentile": evidence.null_percentile,
        "colocation_percentile": statistics.percentile,
        "competences_ahead": competences_ahead,
        "activities": list(_candidates(item)),
        "lead": evidence.lead if evidence.fit.low > 0 else None,
        "lead_activities": list(cluster.activities) if cluster else [],
        "competences": lacking,
        "activities_present": present,
        "share_present": round(math.fsum(shares.get(code, 0.0) for code in present), DIGITS),
    }
    at = (f"actors.{evidence.lead}.activities", f"actors.{evidence.lead}", f"library.paths.{item.id}.activities")
    return Finding("views_apart", item.id, facts, at)
