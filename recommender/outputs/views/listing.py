"""A plain table with a title and notes."""

from __future__ import annotations

from typing import Any

from ...model.listing import Listing
from ...wording import label
from ..blocks import Block, Bullets, Column, Table, Title, View
from ..plain import plain
from ..render import Options
from . import VIEWS


@VIEWS.add(Listing)
def listing_view(result: Listing, options: Options) -> View:
    """The rows as they are, under heads in the reader's language; a column of numbers stands to the right."""
    numeric = [_numeric([row[place] for row in result.rows]) for place in range(len(result.columns))]
    language = options.language
    columns = tuple(
        Column(label("listing", head, language), "right" if is_number else "left", wraps=not is_number)
        for head, is_number in zip(result.columns, numeric, strict=True)
    )
    blocks: list[Block] = [Title(label("listing", result.title, language))]
    if result.rows:
        rows = ((label("listing", _cell(first), language), *map(_cell, rest)) for first, *rest in result.rows)
        blocks.append(Table(columns, tuple(rows)))
    if result.notes:
        blocks.append(Bullets(tuple(label("listing", note, language) for note in result.notes)))
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
