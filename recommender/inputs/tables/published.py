"""A file that was read as a result: what was recognised in it, and its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ...model.long_table import Coded, LongTable
from ...model.problem import Problem
from ...model.published import PublishedTable
from ...model.table import Status, Table
from ..nuts import Nuts
from . import Opened
from .levels import activity_level, region_level
from .nace import edition_of
from .nesting import is_nested
from .vintages import vintages_of

MOST_NAMED = 8
ORDER = ("region", "region_level", "activity", "activity_level", "year", "status", "flags")


def as_published(opened: Opened, nuts: Nuts) -> PublishedTable:
    """Every cell of a file, with the level of each code beside it."""
    cells = opened.cells
    columns = cells.columns()
    if cells.region is not None:
        columns["region_level"] = _levels(cells.region, lambda code: region_level(code, nuts))
    if cells.activity is not None:
        columns["activity_level"] = _levels(cells.activity, activity_level)
    columns |= {"status": _statuses(cells.status), "flags": cells.flags}
    found = {name: columns[name] for name in (*cells.series, *ORDER) if name in columns}
    plain = {name: (column.numbers, column.names) for name, column in found.items()}
    facts = dict(_facts(opened, nuts))
    return PublishedTable(cells.source, facts, plain, cells.values, tuple(opened.source.problems.notes))


def as_used(opened: Opened, made: Table, notes: Sequence[Problem], nuts: Nuts) -> PublishedTable:
    """One series of a file at one level, one row a cell, oldest year first."""
    years = [str(year) if year is not None else "" for year in made.years]
    indices: Any = np.indices(made.values.shape)
    place = [index[::-1].ravel() for index in indices]
    columns: dict[str, tuple[Any, tuple[str, ...]]] = {
        "region": (place[1], made.regions), "activity": (place[2], made.activities)
    }  # fmt: skip
    if made.years != (None,):
        columns["year"] = (place[0], tuple(years))
    status = _statuses(made.status[::-1].ravel())
    columns["status"] = (status.numbers, status.names)
    if made.flags is not None:
        names, numbers = np.unique(made.flags[::-1].ravel(), return_inverse=True)
        columns["flags"] = (numbers, tuple(names.tolist()))
    facts = {**dict(_facts(opened, nuts)), **_facts_of(made)}
    return PublishedTable(made.source, facts, columns, made.values[::-1].ravel(), tuple(notes))


def _levels(column: Coded, level: Callable[[str], str | None]) -> Coded:
    names = [level(name) or "" for name in column.names]
    places = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return Coded(np.array([places[name] for name in names])[column.numbers], tuple(places))


def _statuses(status: Any) -> Coded:
    return Coded(status.astype(np.intp), tuple(item.name.lower() for item in Status))


def _facts(opened: Opened, nuts: Nuts) -> Iterator[tuple[str, Any]]:
    """What was recognised in a file, before anything is chosen."""
    cells, source = opened.cells, opened.source
    yield "format", source.format.title
    for name in ("publisher", "dataset", "licence", "unit"):
        if getattr(cells.source, name):
            yield name, getattr(cells.source, name)
    yield "cells", len(cells.values)
    counts = np.bincount(cells.status, minlength=len(Status))
    yield "of them", {item.name.lower().replace("_", " "): int(counts[item]) for item in Status if counts[item]}
    yield "flags", _counted(cells.flags)
    yield from _codes(cells, nuts)
    for name, column in cells.series.items():
        yield name, _named(column.used())


def _codes(cells: LongTable, nuts: Nuts) -> Iterator[tuple[str, Any]]:
    if cells.year is not None and len(cells.year.numbers):
        years = cells.year.used()
        yield "years", f"{years[0]} to {years[-1]}" if len(years) > 1 else years[0]
    if cells.region is not None:
        regions = cells.region.used()
        yield "regions", dict(Counter(region_level(code, nuts) or "other codes" for code in regions))
        yield "NUTS", vintages_of(regions, nuts)
    if cells.activity is not None:
        activities = cells.activity.used()
        yield "activities", dict(Counter(activity_level(code) or "other codes" for code in activities))
        edition, _, _ = edition_of(activities)
        yield "classification", edition or cells.source.activity_classification
        yield "nested", "yes, one level must be chosen" if is_nested(activities) else None


def _counted(column: Coded) -> Mapping[str, int]:
    counts = np.bincount(column.numbers, minlength=len(column.names))
    found = {name: int(count) for name, count in zip(column.names, counts, strict=True) if name and count}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _named(names: tuple[str, ...]) -> str:
    shown = ", ".join(name or "(nothing)" for name in names[:MOST_NAMED])
    return f"{shown} … ({len(names)})" if len(names) > MOST_NAMED else shown


def _facts_of(made: Table) -> dict[str, Any]:
    """What was chosen."""
    counts = np.bincount(made.status.ravel(), minlength=len(Status))
    return {
        "series": made.source.indicator,
        "unit": made.source.unit,
        "used": f"{len(made.regions)} regions x {len(made.activities)} activities x {len(made.years)} years",
        "cells used": {item.name.lower().replace("_", " "): int(counts[item]) for item in Status if counts[item]},
    }
