"""The first table of a study; a cell that holds several values becomes several columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...model.study import Grid, GridColumn, Study
from ...wording import sentence
from . import TABLES, Rows

MOVES = ("rank_move", "band_move", "number_move", "span", "names_move")


@TABLES.add(Study)
def study_table(result: Study, language: str) -> Rows:
    grids = tables_of(result, language)
    if not grids:
        told = [finding for part in result.parts for finding in part.findings]
        names = result.recommendation.names
        rows = [(item.code, item.kind, item.subject, sentence(item, names, language)) for item in told]
        return ("code", "kind", "subject", "text"), rows
    return next(iter(grids.values()))


def tables_of(result: Study, language: str) -> Mapping[str, Rows]:
    """All tables of a study, by their names."""
    names = result.recommendation.names
    return {
        part.grid.name: _flat(part.grid, lambda finding: sentence(finding, names, language))
        for part in result.parts
        if part.grid is not None
    }


def _flat(grid: Grid, say: Callable[[Any], str]) -> Rows:
    heads = [head for column in grid.columns for head in _heads(column)]
    rows = [
        [value for column, cell in zip(grid.columns, row, strict=True) for value in _values(column, cell, say)]
        for row in grid.rows
    ]
    return heads, rows


def _heads(column: GridColumn) -> Sequence[str]:
    if column.kind in MOVES:
        return f"{column.name}_from", f"{column.name}_to"
    if column.kind == "place":
        return f"{column.name}_rank", f"{column.name}_band", f"{column.name}_gained"
    return (column.name,)


def _values(column: GridColumn, value: Any, say: Callable[[Any], str]) -> Sequence[Any]:
    if column.kind in (*MOVES, "place"):
        return tuple(value) if value is not None else (None,) * len(_heads(column))
    if column.kind == "finding":
        return (say(value),)
    if column.kind == "local" and isinstance(value, Mapping):
        return (value.get("en"),)
    if column.kind == "locals":
        return ([text.get("en") for text in value],)
    return (value,)
