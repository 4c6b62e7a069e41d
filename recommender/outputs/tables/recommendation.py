"""One row an opportunity, ranked or not, with the numbers unrounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from ...model.config import CRITERIA
from ...model.evidence import in_language
from ...model.recommendation import Opportunity, Quadrant, Recommendation
from ...wording import sentence
from . import PARTS, TABLES, Rows
from ._findings import findings_table

Cell = Callable[[Opportunity], Any]
Columns = dict[str, Cell]


@TABLES.add(Recommendation)
def recommendation_table(answer: Recommendation, language: str) -> Rows:
    columns = _common(language) | (_paths() if answer.subject == "paths" else _activities())
    if any(item.uncertainty for item in answer.opportunities):
        columns |= _uncertain()
    columns |= _last(answer, language)
    items = (*answer.opportunities, *answer.not_recommended)
    return tuple(columns), [[cell(item) for cell in columns.values()] for item in items]


@PARTS.add(Recommendation)
def parts_of_recommendation(answer: Recommendation, language: str) -> Mapping[str, Rows]:
    """The opportunities, and every statement about them and about the region."""
    items = (*answer.opportunities, *answer.not_recommended)
    each = (finding for item in items for finding in (*item.reasons, *item.warnings))
    told = (*each, *answer.findings, *answer.warnings)
    return {
        "opportunities": recommendation_table(answer, language),
        "findings": findings_table(told, answer, language),
    }


def _common(language: str) -> Columns:
    return {
        "rank": lambda item: item.rank,
        "id": lambda item: item.id,
        "name": lambda item: in_language(item.name, language),
        "band": lambda item: item.band,
        "score": lambda item: item.score,
        "score_low": lambda item: item.score_range.low if item.score_range else None,
        "score_high": lambda item: item.score_range.high if item.score_range else None,
        **{criterion: _criterion(criterion) for criterion in CRITERIA},
    }


def _criterion(name: Any) -> Cell:
    return lambda item: item.criteria.get(name)


def _paths() -> Columns:
    """What the profile says, empty where it says nothing."""
    known: dict[str, Callable[[Any], Any]] = {
        "fit": lambda evidence: evidence.fit.low,
        "fit_if_unknown_met": lambda evidence: evidence.fit.high,
        "better_than_made_up": lambda evidence: evidence.null_percentile,
        "potential": lambda evidence: evidence.potential,
        "lead": lambda evidence: evidence.lead,
        "coalition": lambda evidence: evidence.coalition,
        "needs": lambda evidence: len(evidence.needs),
        "needs_assessed": lambda evidence: evidence.needs_assessed,
    }
    columns = {head: _of_evidence(cell) for head, cell in known.items()}
    return columns | {"gaps": lambda item: [gap.competence for gap in item.gaps], **_statistics()}


def _of_evidence(cell: Callable[[Any], Any]) -> Cell:
    return lambda item: cell(item.competence) if item.competence else None


def _activities() -> Columns:
    return {
        **_statistics(),
        "location_quotient": lambda item: _own(item, "location_quotient"),
        "tags": lambda item: item.tags,
        "related_to": lambda item: [driver.id for driver in item.drivers if driver.kind == "activity"],
    }


def _statistics() -> Columns:
    return {
        "closer_than_candidates": lambda item: item.colocation.percentile if item.colocation else None,
        "density": lambda item: item.colocation.density if item.colocation else None,
    }


def _uncertain() -> Columns:
    """How sure the rank is; empty for what is not ranked."""
    names = ("rank_low", "rank_high", "tie_group", "top_3", "top_5", "top_10", "band_holds", "already_specialised")
    roads: Columns = {f"share_{name}": _road(name) for name in get_args(Quadrant)}
    return {name: _certain(name) for name in names} | roads


def _certain(name: str) -> Cell:
    return lambda item: item.uncertainty.get(name)


def _road(name: str) -> Cell:
    return lambda item: (item.uncertainty.get("quadrants") or {}).get(name)


def _own(item: Opportunity, name: str) -> Any:
    parts = item.colocation.activities if item.colocation else ()
    return next((getattr(part, name) for part in parts if part.code == item.id), None)


def _last(answer: Recommendation, language: str) -> Columns:
    def reasons(item: Opportunity) -> str:
        return " ".join(sentence(finding, answer.names, language) for finding in item.reasons)

    return {
        "quadrant": lambda item: item.quadrant,
        "transformation": lambda item: item.transformation,
        "novelty": lambda item: item.novelty.label if item.novelty else None,
        "reasons": reasons,
    }
