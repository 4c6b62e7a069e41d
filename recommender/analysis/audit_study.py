"""The answer of `ris3 audit`: declared priorities against what the evidence supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..model.config import Config
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .audit import BLOCKED, Audited, AuditedPriority, by_priority
from .region_remarks import cited, region_id
from .views_apart import compared, disagreements, is_assessed, main_holder

MOST_ROWS = 20
MOST_TOLD = 6
WORST_FIRST = (
    "unsupported", "mapped_elsewhere", "unknown", "weak", "supported_thinly", "overlooked", "supported",
)  # fmt: skip


def audit_study(
    profile: Profile, answer: Recommendation, config: Config, found: Sequence[Audited], neighbours: Sequence[str]
) -> Study:
    """Every priority, every path that is declared or overlooked, and where the two kinds of evidence disagree."""
    told = [row for row in found if row.verdict != "quiet"]
    priorities = by_priority(profile, found)
    declared = any(row.priorities for row in found)
    both = compared(profile, answer, config)
    thin = tuple(finding for finding in answer.findings if finding.kind == "thin_profile")
    parts = (
        Part(findings=thin),
        Part(findings=(_outcome(profile, found, config),), listed=False,
             grid=_priorities(priorities) if declared else None, legend="priorities"),
        Part("audited_paths", grid=_paths(told), legend="audit_neighbours" if neighbours else "audit",
             empty="unsupported" if declared else None),
        Part("unsupported", findings=tuple(_unsupported(found)), aside=True),
        Part("overlooked", findings=tuple(_overlooked(found)), most=MOST_TOLD,
             empty=_none_overlooked(found) if declared else None),
        Part("unanswered", findings=tuple(_unanswered(profile))),
        Part("views_side_by_side", findings=(both,), listed=False),
        Part("views_apart", findings=tuple(disagreements(profile, answer, config)), aside=True),
    )  # fmt: skip
    return Study(
        answer, "audit", tuple(part for part in parts if part.says_something),
        data={"verdicts": {row.item.id: row.verdict for row in found}, "neighbours": list(neighbours)},
        steps=(("ris3 recommend SOURCE --evidence both", "evidence"),) if both.facts["count"] else (),
    )  # fmt: skip


def _none_overlooked(found: Sequence[Audited]) -> str:
    return "overlooked" if any(row.item.band == "high" for row in found) else "none_high"


def _outcome(profile: Profile, found: Sequence[Audited], config: Config) -> Finding:
    counted = ("supported", "supported_thinly", "weak", "mapped_elsewhere", "unknown", "overlooked")
    counts = {name: sum(row.verdict == name for row in found) for name in counted}
    facts = {
        "count": len(profile.region.priorities),
        "declared_paths": sum(bool(row.priorities) for row in found),
        **counts,
        "unsupported": sum(row.verdict in BLOCKED for row in found),
        "thin_below": config.novelty.assessed,
        "declared_in": _declared_in(profile),
        "unsourced": sum(not priority.sources for priority in profile.region.priorities),
    }
    places = tuple(f"region.priorities.{priority.id}" for priority in profile.region.priorities)
    return Finding("audit_outcome", region_id(profile), facts, places or ("region",))


def _declared_in(profile: Profile) -> list[str]:
    """The sources in which the region declares its priorities, as they are cited."""
    return cited(profile, (name for priority in profile.region.priorities for name in priority.sources))


def _priorities(found: Sequence[AuditedPriority]) -> Grid:
    columns = (
        GridColumn("priority", "local", wraps=True),
        GridColumn("verdict", "verdict"),
        GridColumn("mapped_paths", "count"),
        GridColumn("supported_paths", "count"),
        GridColumn("assessed", "percent"),
        GridColumn("best_supported", "name", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (dict(row.priority.name), row.verdict, len(row.paths), row.supported, row.assessed,
         row.paths[0].item.id if row.paths else None, (f"region.priorities.{row.priority.id}",))
        for row in found
    )  # fmt: skip
    return Grid("priorities", columns, rows)


def _paths(told: Sequence[Audited]) -> Grid | None:
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("verdict", "verdict", wraps=True),
        GridColumn("band", "band", aside=True),
        GridColumn("fit", "number"),
        GridColumn("percentile", "hundred"),
        GridColumn("complexity", "number"),
        GridColumn("assessed", "percent"),
        GridColumn("blocked_by", "briefs", wraps=True, folds=True),
        GridColumn("ask_about", "names", wraps=True, folds=True),
        GridColumn("also_mapped_by", "names", wraps=True, folds=True),
        GridColumn("priorities", "locals", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(_path(row) for row in sorted(told, key=lambda row: WORST_FIRST.index(row.verdict)))
    return Grid("audit", columns, rows, most=MOST_ROWS) if rows else None


def _path(row: Audited) -> tuple[Any, ...]:
    known = row.item.competence if is_assessed(row.item) else None
    return (
        row.item.id,
        row.verdict,
        row.item.band,
        known.fit.low if known else None,
        known.null_percentile if known else None,
        row.item.criteria.get("complexity"),
        row.assessed,
        row.blocked_by or None,
        row.ask_about or None,
        row.neighbours or None if row.verdict == "mapped_elsewhere" else None,
        tuple(dict(priority.name) for priority in row.priorities),
        (*(f"region.priorities.{priority.id}" for priority in row.priorities), f"library.paths.{row.item.id}"),
    )


def _unsupported(found: Sequence[Audited]) -> Iterator[Finding]:
    for row in found:
        if row.verdict in BLOCKED:
            lacking = [reason for reason in row.blocked_by if reason.kind == "missing_essential"]
            asked = [reason for reason in row.blocked_by if reason.kind == "essential_not_assessed"]
            facts = {
                "path": row.item.id,
                "texts": [dict(priority.name) for priority in row.priorities],
                "competences": [reason.facts["competence"] for reason in lacking],
                "unassessed": [name for reason in asked for name in reason.facts["essentials"]],
                "neighbours": list(row.neighbours),
            }
            at = [f"region.priorities.{priority.id}" for priority in row.priorities]
            yield Finding("declared_unsupported", row.item.id, facts, (*at, *(p for r in row.blocked_by for p in r.at)))


def _overlooked(found: Sequence[Audited]) -> Iterator[Finding]:
    for row in [row for row in found if row.verdict == "overlooked"]:
        evidence = row.item.competence
        assert evidence is not None  # a band needs it
        holder, share = main_holder(row.item)
        facts = {
            "path": row.item.id,
            "lead": evidence.lead,
            "main_holder": holder,
            "main_share": share,
            "percentile": evidence.null_percentile,
            "assessed_share": evidence.assessed_share,
            "complexity": row.item.criteria.get("complexity"),
        }
        at = (f"actors.{evidence.lead}.competences", f"library.paths.{row.item.id}")
        yield Finding("supported_undeclared", row.item.id, facts, at)


def _unanswered(profile: Profile) -> Iterator[Finding]:
    bare = [priority for priority in profile.region.priorities if not priority.paths]
    if bare:
        facts = {"texts": [dict(priority.name) for priority in bare]}
        places = tuple(f"region.priorities.{priority.id}" for priority in bare)
        yield Finding("priorities_without_path", region_id(profile), facts, places)
