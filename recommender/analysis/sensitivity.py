"""The questions of `ris3 sensitivity`: how sure is the order, whose weights speak for what, what would move it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..measures.acceptability import Ranks, concordance, mean_rank_shift, rank_acceptability, ranks
from ..model.config import Aggregation, Criterion
from ..model.finding import Finding
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .robustness import SUPPORTED, Robustness, confidence, ranks_under, today, uncertainty_of

MOST_ROWS = 15
RARE = 0.005
"""Shares of weights below this are not told."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing changed: what, to which value, and the ranks of today's opportunities under it."""

    name: str
    value: str
    ranks: Ranks


@dataclass(frozen=True, slots=True)
class Sheet:
    """The weights of one person."""

    who: str
    weights: Mapping[Criterion, float]


def ranks_of(ids: Sequence[str], scores: Mapping[str, float | None]) -> Ranks:
    """(options,) ranks by score; those without one come last."""
    known = [scores.get(name) for name in ids]
    values = np.array([[-1.0 if score is None else score for score in known]])
    return np.asarray(ranks(values, np.array([[score is not None for score in known]]))[0])


def sensitivity_study(
    answer: Recommendation, found: Robustness, choices: Sequence[Choice], sheets: Sequence[Sheet],
    *, aggregation: Aggregation, spread: float,
) -> Study:  # fmt: skip
    """How much of a ranking holds."""
    items, known = answer.opportunities, uncertainty_of(found)
    subject = answer.region_code or "region"
    parts = [
        Part(findings=(*_headline(subject, items, known, spread), *_redrawn(answer)), listed=False),
        Part(
            heading="drawn_again" if _redrawn(answer) else "judgements",
            grid=_judgements(items, known),
            legend="judgements",
        ),
        Part(heading="any_weights", grid=_weights(items, known, confidence(found, aggregation)), legend="any_weights"),
        Part(heading="one_at_a_time", grid=_one_at_a_time(items, choices), legend="one_at_a_time"),
    ]
    if sheets:
        parts.insert(1, _sheets(subject, items, sheets, aggregation))
    data = {
        "draws": len(found.ranks), "spread": spread, "supported": SUPPORTED,
        "rank_acceptability": {
            item.id: shares.tolist() for item, shares in zip(items, rank_acceptability(found.ranks_any), strict=True)
        },
    }  # fmt: skip
    return Study(answer, "sensitivity", tuple(parts), data=data)


def _headline(
    subject: str, items: Sequence[Opportunity], known: Sequence[Mapping[str, object]], spread: float
) -> list[Finding]:
    """What is certain, and what is not."""
    first = known[0]
    shaky = [
        item.id for item, row in zip(items, known, strict=True) if item.band == "high" and _below(row["band_holds"])
    ]
    drawn = [row["band_holds"] is not None for row in known]
    high = sum(item.band == "high" and held for item, held in zip(items, drawn, strict=True))
    tied = [item.id for item, row in zip(items, known, strict=True) if row["tie_group"] == first["tie_group"]]
    always = [item.id for item, row in zip(items, known, strict=True) if not _below(row["top_10"])]
    facts = {
        "path": items[0].id, "times": first["draws"], "spread": spread, "tied": tied, "among": min(10, len(items)),
        "certain": always,
    }  # fmt: skip
    told = [Finding("robust_order", subject, facts)]
    if high:
        told.append(Finding("robust_bands", subject, {"count": high, "unsure": shaky, "needed": SUPPORTED}))
    return told


def _redrawn(answer: Recommendation) -> list[Finding]:
    return [finding for finding in answer.warnings if finding.kind == "redrawn_table"]


def _below(share: object) -> bool:
    return isinstance(share, float) and round(share, 9) < SUPPORTED


def _judgements(items: Sequence[Opportunity], known: Sequence[Mapping[str, object]]) -> Grid:
    columns = (
        GridColumn("tie_group", "count"),
        GridColumn("rank_full", "count"),
        GridColumn("path", "name", wraps=True),
        GridColumn("rank_range", "span"),
        *(GridColumn(f"top_{top}", "percent") for top in (3, 5, 10)),
        GridColumn("band", "band"),
        GridColumn("band_holds", "percent"),
        GridColumn("eligible", "percent"),
    )
    rows = tuple(
        (row["tie_group"], item.rank, item.id, (row["rank_low"], row["rank_high"]), row["top_3"], row["top_5"],
         row["top_10"], item.band, row["band_holds"], row["eligible"])
        for item, row in zip(items, known, strict=True)
    )  # fmt: skip
    return Grid("judgements", columns, rows, most=MOST_ROWS, toned="band")


def _weights(items: Sequence[Opportunity], known: Sequence[Mapping[str, object]], sure: Sequence[float | None]) -> Grid:
    """Only opportunities that come first under some weights: the others have no typical ones."""
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("first_under_any_weights", "percent"),
        GridColumn("top_3_under_any_weights", "percent"),
        GridColumn("confidence", "percent"),
        GridColumn("central_weights", "weights", folds=True, wraps=True),
    )
    rows = [
        (item.id, row["first_under_any_weights"], row["top_3_under_any_weights"], share, row["central_weights"])
        for item, row, share in zip(items, known, sure, strict=True)
        if row["central_weights"] is not None and round(row["first_under_any_weights"], 9) >= RARE  # type: ignore[call-overload]
    ]
    rows.sort(key=lambda row: (-round(row[1], 9), row[0]))  # type: ignore[call-overload]
    return Grid("any_weights", columns, tuple(rows), most=MOST_ROWS)


def _one_at_a_time(items: Sequence[Opportunity], choices: Sequence[Choice]) -> Grid:
    """The largest shift first: a tornado in numbers."""
    base = today(items)
    columns = (
        GridColumn("changed", "choice", wraps=True),
        GridColumn("rank_shift", "number"),
        GridColumn("first", "name", wraps=True),
        GridColumn("leaves_top", "names", wraps=True, folds=True),
    )
    rows = []
    for choice in choices:
        shift = round(mean_rank_shift(base, choice.ranks), 9)
        left = tuple(item.id for item, rank in zip(items[:5], choice.ranks, strict=False) if rank > 5)
        rows.append(((choice.name, choice.value), shift, items[int(np.argmin(choice.ranks))].id, left))
    rows.sort(key=lambda row: (-row[1], row[0]))
    return Grid("one_at_a_time", columns, tuple(rows), most=MOST_ROWS)


def _sheets(subject: str, items: Sequence[Opportunity], sheets: Sequence[Sheet], aggregation: Aggregation) -> Part:
    """Everybody's ranking side by side, what they disagree on most first."""
    everybody = np.array([ranks_under(items, sheet.weights, aggregation) for sheet in sheets])
    spread = everybody.max(axis=0) - everybody.min(axis=0)
    order = sorted(range(len(items)), key=lambda column: (-int(spread[column]), column))
    columns = (
        GridColumn("path", "name", wraps=True),
        *(GridColumn(f"sheet_{row + 1}", "count", title={"en": sheet.who}) for row, sheet in enumerate(sheets)),
        GridColumn("disagreement", "count"),
    )
    rows = tuple((items[column].id, *everybody[:, column].tolist(), int(spread[column])) for column in order)
    facts = {
        "people": len(sheets),
        "agreement": round(concordance(everybody), 9),
        "path": items[order[0]].id,
        "best_rank": int(everybody[:, order[0]].min()),
        "worst_rank": int(everybody[:, order[0]].max()),
    }
    told = Finding("weight_sheets", subject, facts)
    return Part(heading="sheets", findings=(told,), grid=Grid("sheets", columns, rows, most=MOST_ROWS), listed=False)
