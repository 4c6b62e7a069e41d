"""A table in the room there is: side by side, else with columns folded below their rows, else row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...wording.numbers import NOTHING
from ..blocks import Column, Table
from .lines import Line, Span, hanging, plain_lines
from .width import columns, longest_word, padded, wrapped

GAP = 2
SEPARATOR = " · "
WIDEST_HEAD = 30
"""A longer head of a text column is broken; heads of numbers always are."""

EMPTY = ("", NOTHING)
"""Nothing to tell below a row."""

MOST_INDENT = 1 / 3
"""What folds keeps at least two thirds of the line."""

NARROWEST = 18
"""A text column is not squeezed below this: it folds, or the table is told row by row."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which columns stand side by side and how wide, and which are told below the row."""

    beside: tuple[int, ...]
    widths: tuple[int, ...]
    below: tuple[int, ...]


def table_lines(table: Table, width: int) -> list[Line]:
    """The lines of a table; none is wider than `width` unless a single character is."""
    everything = tuple(range(len(table.columns)))
    folding = tuple(place for place in everything if table.columns[place].folded)
    found: list[list[Line]] = []
    for below in dict.fromkeys(((), folding)):
        beside = tuple(place for place in everything if place not in below)
        widths = _widths(table, beside, width)
        if beside and widths is not None:
            found.append(list(_side_by_side(table, _Plan(beside, widths, below), width)))
    return min(found, key=len, default=[]) or list(_row_by_row(table, width))


def _widths(table: Table, beside: Sequence[int], width: int) -> tuple[int, ...] | None:
    """How wide each column is to be; None if there is no room for them."""
    wanted = [_wanted(table, place) for place in beside]
    least = [min(want, _least(table.columns[place], want)) for want, place in zip(wanted, beside, strict=True)]
    room = width - GAP * (len(beside) - 1)
    if sum(least) > room:
        return None
    return tuple(_shared(wanted, least, room))


def _wanted(table: Table, place: int) -> int:
    column = table.columns[place]
    head = min(columns(column.head), WIDEST_HEAD) if column.wraps else 0
    return max([head, longest_word(column.head), *(columns(row[place]) for row in table.rows)])


def _least(column: Column, wanted: int) -> int:
    return max(NARROWEST, longest_word(column.head)) if column.wraps else wanted


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Everybody what they want, up to the same limit, so that it fits; nobody below the least."""
    low, high = 0, max(wanted, default=0)
    while low < high:
        limit = (low + high + 1) // 2
        fits = sum(_limited(wanted, least, limit)) <= room
        low, high = (limit, high) if fits else (low, limit - 1)
    return _limited(wanted, least, low)


def _limited(wanted: Sequence[int], least: Sequence[int], limit: int) -> list[int]:
    return [max(floor, min(want, limit)) for want, floor in zip(wanted, least, strict=True)]


def _side_by_side(table: Table, plan: _Plan, width: int) -> Iterator[Line]:
    heads = tuple(column.head for column in table.columns)
    yield from _cells(table, plan, heads, style="head", last=True)
    yield (Span("─" * (sum(plan.widths) + GAP * (len(plan.widths) - 1)), "muted"),)
    indent = _indent(plan, width)
    for position, row in enumerate(table.rows):
        yield from _cells(table, plan, row, tone=table.tones[position] if table.tones else "")
        told = [f"{table.columns[place].folded}: {row[place]}" for place in plan.below if row[place] not in EMPTY]
        for text in _packed(told, width - indent):
            yield from plain_lines(text, width, indent, "muted")


def _packed(texts: Sequence[str], room: int) -> list[str]:
    """Beside each other, in order, as long as they fit on a line."""
    packed: list[str] = []
    for text in texts:
        joined = SEPARATOR.join((*packed[-1:], text))
        if packed and columns(joined) <= room:
            packed[-1] = joined
        else:
            packed.append(text)
    return packed


def _indent(plan: _Plan, width: int) -> int:
    """Under the second column; where too little room is left of that, a little inside the first."""
    second = plan.widths[0] + GAP if len(plan.beside) > 1 else GAP
    return second if second <= width * MOST_INDENT else 2 * GAP


def _cells(
    table: Table, plan: _Plan, row: Sequence[str], *, style: str = "", tone: str = "", last: bool = False
) -> Iterator[Line]:
    """A row as lines; heads are set on their last line, above what they name."""
    wraps = [wrapped(row[place], size) for place, size in zip(plan.beside, plan.widths, strict=True)]
    height = max(map(len, wraps))
    for level in range(height):
        spans: list[Span] = []
        for place, size, lines in zip(plan.beside, plan.widths, wraps, strict=True):
            at = level - (height - len(lines)) if last else level
            text = lines[at] if 0 <= at < len(lines) else ""
            column = table.columns[place]
            spans += [Span(padded(text, size, column.align), tone if column.toned and tone else style), Span(" " * GAP)]
        yield tuple(spans[:-1])


def _row_by_row(table: Table, width: int) -> Iterator[Line]:
    """For a very narrow place: every cell with its head, one below the other."""
    for position, row in enumerate(table.rows):
        if position:
            yield ()
        for column, cell in zip(table.columns, row, strict=True):
            if cell and not (column.folded and cell in EMPTY):
                tone = table.tones[position] if column.toned and table.tones else ""
                yield from hanging(f"{column.head}: ", cell, width, 0, tone)
