"""How much of a list holds if the statistics are read otherwise: which stay, which come and go (METHODS C8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..measures.acceptability import mean_rank_shift
from ..model.finding import Finding
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part

FIRST = 10
MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class Reordered:
    """Everything that is ranked when one thing is read otherwise, best first: what, and how."""

    name: str
    value: str
    order: tuple[str, ...]


def readings_parts(answer: Recommendation, readings: Sequence[Reordered]) -> Iterator[Part]:
    """Each reading with what it moves, and each opportunity with how often it stays among the first."""
    if not readings:
        return
    items = answer.opportunities
    yield Part("readings", findings=(_told(answer, readings),), grid=_by_reading(items, readings), listed=False,
               legend="readings")  # fmt: skip
    yield Part("held", grid=_by_opportunity(items, readings), legend="held")


def rank_shift(base: Sequence[str], other: Sequence[str]) -> float | None:
    """Mean rank shift over what both rank, by its place among these; None where that is nothing."""
    kept = [name for name in base if name in set(other)]
    moved = [name for name in other if name in set(base)]
    if not kept:
        return None
    places = {name: place for place, name in enumerate(moved, start=1)}
    return mean_rank_shift(np.arange(1, len(kept) + 1), np.array([places[name] for name in kept]))


def times_first(name: str, readings: Sequence[Reordered]) -> int:
    """Under how many readings it comes among the first."""
    return sum(name in reading.order[:FIRST] for reading in readings)


def _told(answer: Recommendation, readings: Sequence[Reordered]) -> Finding:
    top = [item.id for item in answer.opportunities[:FIRST]]
    times = {name: times_first(name, readings) for name in top}
    facts = {
        "readings": len(readings),
        "among": len(top),
        "always_first": [name for name in top if times[name] == len(readings)],
        "seldom_first": [name for name in top if 2 * times[name] < len(readings)],
    }
    return Finding("other_readings", answer.region_code or "region", facts)


def _by_reading(items: Sequence[Opportunity], readings: Sequence[Reordered]) -> Grid:
    """The largest shift first."""
    columns = (
        GridColumn("changed", "choice", wraps=True),
        GridColumn("rank_shift", "number"),
        GridColumn("first", "name", wraps=True),
        GridColumn("stay_first", "of"),
        GridColumn("ranked_no_more", "names", wraps=True, folds=True),
        GridColumn("ranked_anew", "names", wraps=True, folds=True),
    )
    base = [item.id for item in items]
    rows = [
        ((found.name, found.value), _rounded(rank_shift(base, found.order)),
         found.order[0] if found.order else None,
         (len(set(base[:FIRST]) & set(found.order[:FIRST])), len(base[:FIRST])),
         tuple(name for name in base if name not in found.order),
         tuple(name for name in found.order if name not in base))
        for found in readings
    ]  # fmt: skip
    rows.sort(key=lambda row: (-(row[1] or 0.0), row[0]))
    return Grid("readings", columns, tuple(rows), most=MOST_ROWS)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 9)


def _by_opportunity(items: Sequence[Opportunity], readings: Sequence[Reordered]) -> Grid:
    """In today's order: how often among the first, how often ranked at all, and between which ranks."""
    columns = (
        GridColumn("rank_full", "count"),
        GridColumn("path", "name", wraps=True),
        GridColumn("among_first", "of"),
        GridColumn("still_ranked", "of"),
        GridColumn("rank_between", "span"),
    )
    rows = []
    for item in items:
        ranks = [found.order.index(item.id) + 1 for found in readings if item.id in found.order]
        count = len(readings)
        span = (min(ranks), max(ranks)) if ranks else None
        rows.append((item.rank, item.id, (times_first(item.id, readings), count), (len(ranks), count), span))
    return Grid("held", columns, tuple(rows), most=15)
