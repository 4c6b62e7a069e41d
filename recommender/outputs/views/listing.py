"""A plain table with a title and notes."""

from __future__ import annotations

from typing import Any

from ...model.listing import Listing
from ..blocks import Block, Bullets, Column, Table, Title, View
from ..plain import plain
from ..render import Options
from . import VIEWS


@VIEWS.add(Listing)
def listing_view(result: Listing, options: Options) -> View:
    """The rows as they are; a column of numbers stands to the right."""
    numeric = [_numeric([row[place] for row in result.rows]) for place in range(len(result.columns))]
    columns = tuple(
        Column(head, "right" if is_number else "left", wraps=not is_number)
        for head, is_number in zip(result.columns, numeric, strict=True)
    )
    blocks: list[Block] = [Title(result.title)]
    if result.rows:
        blocks.append(Table(columns, tuple(tuple(_cell(value) for value in row) for row in result.rows)))
    if result.notes:
        blocks.append(Bullets(result.notes))
    return tuple(blocks)


def _numeric(values: list[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in known)


def _cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    return str(value)
