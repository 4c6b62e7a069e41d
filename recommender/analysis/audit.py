"""Declared priorities against what the evidence supports, and the two kinds of evidence side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.config import Config
from ..model.finding import Finding
from ..model.profile import Priority, Profile
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .evidence_views import disagreements, is_assessed
from .ranking import ELIGIBLE
from .region_remarks import cited, region_id

Verdict = Literal["supported", "weak", "unsupported", "copied", "unknown", "overlooked", "quiet"]
STRONG = ("high", "medium")
MOST_ROWS = 20
MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Audited:
    """A path: to which declared priorities the authors of the profile map it, and whether the evidence supports it.

    Regions declare priorities, not paths: which paths a priority covers is the judgement of who wrote the profile.
    Declared is short for: mapped to a declared priority.

    supported : declared, band high or medium; weak : declared, band low; unsupported : declared, not possible;
    copied : that, and a neighbour declares it too; unknown : declared, not assessed; overlooked : not declared,
    band high; quiet : neither declared nor high.
    """

    item: Opportunity
    priorities: tuple[Priority, ...]
    neighbours: tuple[str, ...]
    verdict: Verdict


def audited(profile: Profile, answer: Recommendation, neighbours: Mapping[str, Profile]) -> tuple[Audited, ...]:
    """Every path of the library, in the order of the ranking."""
    declared_there = {
        name: {path for priority in other.region.priorities for path in priority.paths}
        for name, other in neighbours.items()
    }
    rows = []
    for item in (*answer.opportunities, *answer.not_recommended):
        mine = tuple(priority for priority in profile.region.priorities if item.id in priority.paths)
        theirs = tuple(name for name in sorted(declared_there) if item.id in declared_there[name])
        rows.append(Audited(item, mine, theirs, _verdict(item, bool(mine), bool(theirs))))
    return tuple(rows)


def _verdict(item: Opportunity, declared: bool, elsewhere: bool) -> Verdict:
    if not declared:
        return "overlooked" if item.band == "high" else "quiet"
    if item.band in STRONG:
        return "supported"
    if item.band in ELIGIBLE:
        return "weak"
    if item.band == "not_assessed":
        return "unknown"
    return "copied" if elsewhere else "unsupported"


def audit_study(
    profile: Profile, answer: Recommendation, config: Config, found: Sequence[Audited], neighbours: Sequence[str]
) -> Study:
    """The audit and the disagreements of the two views, in both directions."""
    told = [row for row in found if row.verdict != "quiet"]
    declared = any(row.priorities for row in found)
    parts = (
        Part(findings=(_outcome(profile, found),), listed=False, grid=_grid(told), legend="audit"),
        Part("unsupported", findings=tuple(_unsupported(found)), most=MOST_TOLD,
             empty="unsupported" if declared else None),
        Part("overlooked", findings=tuple(_overlooked(found)), most=MOST_TOLD,
             empty=_none_overlooked(found) if declared else None),
        Part("unanswered", findings=tuple(_unanswered(profile))),
        Part("views_side_by_side", findings=tuple(disagreements(profile, answer, config)), legend="views",
             most=MOST_TOLD, empty="views_side_by_side"),
    )  # fmt: skip
    thin = tuple(finding for finding in answer.findings if finding.kind == "thin_profile")
    return Study(
        answer, "audit", tuple(part for part in (Part(findings=thin), *parts) if part.says_something),
        data={"verdicts": {row.item.id: row.verdict for row in found}, "neighbours": list(neighbours)},
    )  # fmt: skip


def _none_overlooked(found: Sequence[Audited]) -> str:
    return "overlooked" if any(row.item.band == "high" for row in found) else "none_high"


def _outcome(profile: Profile, found: Sequence[Audited]) -> Finding:
    counts = {name: sum(row.verdict == name for row in found) for name in ("supported", "weak", "overlooked")}
    against = [row.verdict for row in found if row.verdict in ("unsupported", "copied")]
    facts = {
        "count": len(profile.region.priorities),
        "declared_paths": sum(bool(row.priorities) for row in found),
        **counts,
        "unsupported": len(against),
        "copied": against.count("copied"),
        "unknown": sum(row.verdict == "unknown" for row in found),
        "declared_in": _declared_in(profile),
        "unsourced": sum(not priority.sources for priority in profile.region.priorities),
    }
    places = tuple(f"region.priorities.{priority.id}" for priority in profile.region.priorities)
    return Finding("audit_outcome", region_id(profile), facts, places or ("region",))


def _declared_in(profile: Profile) -> list[str]:
    """The sources in which the region declares its priorities, as they are cited."""
    return cited(profile, (name for priority in profile.region.priorities for name in priority.sources))


def _grid(told: Sequence[Audited]) -> Grid | None:
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("verdict", "verdict"),
        GridColumn("band", "band"),
        GridColumn("fit", "number"),
        GridColumn("percentile", "hundred"),
        GridColumn("complexity", "number"),
        GridColumn("priorities", "locals", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    order = ("unsupported", "copied", "unknown", "weak", "overlooked", "supported")
    rows = tuple(
        (row.item.id, row.verdict, row.item.band,
         row.item.competence.fit.low if row.item.competence and is_assessed(row.item) else None,
         row.item.competence.null_percentile if row.item.competence and is_assessed(row.item) else None,
         row.item.criteria.get("complexity"), tuple(dict(priority.name) for priority in row.priorities),
         _places(row))
        for row in sorted(told, key=lambda row: order.index(row.verdict))
    )  # fmt: skip
    return Grid("audit", columns, rows, most=MOST_ROWS, toned="band") if rows else None


def _places(row: Audited) -> tuple[str, ...]:
    """Where the path is mapped to a priority, and where it is written."""
    return (*(f"region.priorities.{priority.id}" for priority in row.priorities), f"library.paths.{row.item.id}")


def _unsupported(found: Sequence[Audited]) -> Iterator[Finding]:
    for row in found:
        if row.verdict in ("unsupported", "copied"):
            lacking = [reason for reason in row.item.reasons if reason.kind == "missing_essential"]
            facts = {
                "path": row.item.id,
                "texts": [dict(priority.name) for priority in row.priorities],
                "competences": [reason.facts["competence"] for reason in lacking],
                "neighbours": list(row.neighbours),
            }
            at = [f"region.priorities.{priority.id}" for priority in row.priorities]
            yield Finding("declared_unsupported", row.item.id, facts, (*at, *(p for r in lacking for p in r.at)))


def _overlooked(found: Sequence[Audited]) -> Iterator[Finding]:
    for row in [row for row in found if row.verdict == "overlooked"]:
        evidence = row.item.competence
        assert evidence is not None  # a band needs it
        facts = {
            "path": row.item.id,
            "lead": evidence.lead,
            "percentile": evidence.null_percentile,
            "complexity": row.item.criteria.get("complexity"),
        }
        at = (f"actors.{evidence.lead}.competences", f"library.paths.{row.item.id}")
        yield Finding("supported_undeclared", row.item.id, facts, at)


def _unanswered(profile: Profile) -> Iterator[Finding]:
    for priority in profile.region.priorities:
        if not priority.paths:
            place = f"region.priorities.{priority.id}"
            yield Finding("priority_without_path", priority.id, {"texts": [dict(priority.name)]}, (place,))
