"""The tables of a study, the first where none is asked for; a cell that holds several values becomes several columns.

Its statements are a table as well, with the lines on which they rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...model.recommendation import Recommendation
from ...model.study import Grid, GridColumn, Study
from ...wording import brief, sentence
from ..places import places
from . import PARTS, TABLES, Rows
from ._findings import findings_table

MOVES = ("rank_move", "band_move", "number_move", "fine_move", "span", "names_move")
STATED = ("year", "evidence", "note")


@TABLES.add(Study)
def study_table(result: Study, language: str) -> Rows:
    return next(iter(parts_of_study(result, language).values()))


@PARTS.add(Study)
def parts_of_study(result: Study, language: str) -> Mapping[str, Rows]:
    """Every table by its name, parts without one as their statements, and `findings`: all statements and warnings."""
    told = (*(finding for part in result.parts for finding in part.findings), *result.recommendation.warnings)
    listed = {
        part.name: findings_table(part.findings, result.recommendation, language)
        for part in result.parts
        if part.grid is None and part.name
    }
    return {**tables_of(result, language), **listed, "findings": findings_table(told, result.recommendation, language)}


def tables_of(result: Study, language: str) -> Mapping[str, Rows]:
    """All tables of a study, by their names."""
    return {
        part.grid.name: _flat(part.grid, result.recommendation, language)
        for part in result.parts
        if part.grid is not None
    }


def _flat(grid: Grid, answer: Recommendation, language: str) -> Rows:
    heads = [head for column in grid.columns for head in _heads(column)]

    def values(row: Sequence[Any]) -> list[Any]:
        cells = zip(grid.columns, row, strict=True)
        return [value for column, cell in cells for value in _values(column, cell, answer, language)]

    return heads, list(map(values, grid.rows))


def _heads(column: GridColumn) -> Sequence[str]:
    if column.kind in MOVES:
        return f"{column.name}_from", f"{column.name}_to"
    if column.kind == "place":
        return f"{column.name}_rank", f"{column.name}_band", f"{column.name}_gained"
    if column.kind == "link":
        return column.name, "passive"
    if column.kind == "of":
        return column.name, f"{column.name}_of"
    if column.kind == "stated":
        return column.name, *(f"{column.name}_{of}" for of in STATED)
    return (column.name,)


def _values(column: GridColumn, value: Any, answer: Recommendation, language: str) -> Sequence[Any]:
    if column.kind in (*MOVES, "place", "link"):
        return tuple(value) if value is not None else (None,) * len(_heads(column))
    if column.kind == "stated":
        return (value.value, *(getattr(value, of) for of in STATED)) if value else (None,) * (1 + len(STATED))
    if column.kind == "finding":
        return (sentence(value, answer.names, language),)
    if column.kind == "briefs":
        return ([brief(item, answer.names, language) for item in value or ()],)
    if column.kind == "of":
        return tuple(value)
    if column.kind == "at":
        return (places(value, answer),)
    if column.kind == "local" and isinstance(value, Mapping):
        return (value.get("en"),)
    if column.kind == "locals":
        return ([text.get("en") for text in value],)
    return (value,)
