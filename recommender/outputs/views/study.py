"""Statements and tables of any question, as a person is shown them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...model.study import Grid, GridColumn, Part, Study
from ...wording.numbers import NOTHING
from ..blocks import Block, Bullets, Column, Heading, Paragraph, Steps, Table, Title, View
from ..places import short_places
from ..render import Options
from . import VIEWS
from ._words import Words

NUMBERS = ("count", "number", "change", "percent", "hundred", "rank_move", "span", "link", "of")
"""Kinds of cells that stand to the right."""
ABOVE = ("illustrative", "reference_vintage")
"""Warnings that stand above every answer."""
FIRST_NAMES = 3
PART_DECIMALS = 3
"""Of what an edit adds to a score."""


@VIEWS.add(Study)
def study_view(result: Study, options: Options) -> View:
    """The title, then every part: its heading, its statements, its table and how to read that."""
    words = Words(result.recommendation, options.language)
    about = {name: _text(value, words) for name, value in result.about.items()}
    title = words.label("title", result.subject).format(region=words.region(), **about)
    blocks: list[Block] = [Title(title), *_above(words)]
    for part in result.parts:
        blocks += [] if part.aside else _part(part, words)
    blocks += _steps(result, words, options.source)
    return tuple(blocks)


def _above(words: Words) -> Iterator[Block]:
    """What the authors say about the profile, and of which year the statistics are: before anything is concluded."""
    told = (finding for kind in ABOVE for finding in words.answer.warnings if finding.kind == kind)
    yield from (Paragraph(words.sentence(finding), quiet=True) for finding in told)


def _text(value: Any, words: Words) -> str:
    return words.local(value) if isinstance(value, Mapping) else words.name(str(value))


def _part(part: Part, words: Words) -> Iterator[Block]:
    if part.title is not None:
        yield Heading(words.local(part.title))
    elif part.heading is not None:
        yield Heading(words.heading(part.heading))
    told = tuple(map(words.told, part.findings))
    if told and part.listed:
        more = words.label("cell", "more") if part.most is not None else ""
        yield Bullets(told, most=part.most, more=more, places=tuple(map(words.place, part.findings)))
    else:
        yield from (Paragraph(text, place=words.place(item)) for text, item in zip(told, part.findings, strict=True))
    if part.empty is not None and not told and not (part.grid is not None and part.grid.rows):
        yield Paragraph(words.label("empty", part.empty))
    if part.grid is not None and part.grid.rows:
        yield _table(part.grid, words)
        if part.legend:
            yield Paragraph(words.label("legend", part.legend), quiet=True)


def _table(grid: Grid, words: Words) -> Table:
    shown = [place for place, column in enumerate(grid.columns) if _is_shown(grid, place, column)]
    columns = tuple(_column(grid.columns[place], grid, words) for place in shown)
    rows = tuple(tuple(cell(grid.columns[place], row[place], words) for place in shown) for row in grid.rows)
    at = next((place for place, column in enumerate(grid.columns) if column.name == grid.toned), None)
    tones = tuple(str(row[at]) for row in grid.rows) if at is not None else ()
    return Table(
        columns, rows, tones, most=grid.most, more=words.label("cell", "more") if grid.most is not None else ""
    )


def _is_shown(grid: Grid, place: int, column: GridColumn) -> bool:
    """A detail that no row has is not shown to people; machines always get the same columns."""
    return not column.aside and (not column.folds or any(row[place] is not None for row in grid.rows))


def _column(column: GridColumn, grid: Grid, words: Words) -> Column:
    name = "activity" if column.name == "path" and words.answer.subject == "activities" else column.name
    head = words.local(column.title) if column.title is not None else words.label("column", name)
    align = "right" if column.kind in NUMBERS else "left"
    folded = words.label("folded", column.name) if column.folds else ""
    return Column(head, align, column.wraps, folded, toned=column.name == grid.toned)  # type: ignore[arg-type]


def cell(column: GridColumn, value: Any, words: Words) -> str:
    """A value as its kind of cell is shown."""
    if value is None:
        return NOTHING
    return words.label(column.name, value) if column.kind == "word" else _CELLS[column.kind](value, words)


def _band_move(value: Any, words: Words) -> str:
    before, after = (words.label("band", band) if band else NOTHING for band in value)
    return after if before == after else f"{before} → {after}"


def _rank_move(value: Any, words: Words) -> str:
    before, after = (str(rank) if rank is not None else NOTHING for rank in value)
    return after if before == after else f"{before} → {after}"


def _number_move(value: Any, words: Words, places: int = 2) -> str:
    before, after = (words.number(number, places) if number is not None else NOTHING for number in value)
    return after if before == after else f"{before} → {after}"


def _fine_move(value: Any, words: Words) -> str:
    """With as many decimals as the parts have, so that people see them add up."""
    return _number_move(value, words, PART_DECIMALS)


def _names_move(value: Any, words: Words) -> str:
    before, after = (" + ".join(words.name(name) for name in names) or NOTHING for names in value)
    return after if before == after else f"{before} → {after}"


def _place(value: Any, words: Words) -> str:
    """Rank and band, and how many ranks up (+) or down (−) that is."""
    rank, band, gained = value
    if band is None:
        return NOTHING
    told = words.label("band", band)
    if rank is None:
        return told
    return f"{rank} {told}" + (f" ({_signed(gained)})" if gained else "")


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else f"−{-value}"


def _change(value: float, words: Words) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{words.number(abs(value))}"


def _shares(value: Any, words: Words) -> str:
    """Edits with their part of the change, three decimals; where there is none, the others moved."""
    if not value:
        return words.label("cell", "others_moved")
    return " · ".join(
        f"{label}: {'+' if part > 0 else '−'}{words.number(abs(part), PART_DECIMALS)}" for label, part in value
    )


def _first_names(value: Any, words: Words) -> str:
    told = " + ".join(words.name(item) for item in value[:FIRST_NAMES])
    more = len(value) - FIRST_NAMES
    return words.label("cell", "and_more").format(names=told, count=more) if more > 0 else told


def _span(value: Any, words: Words) -> str:
    low, high = value
    return str(low) if low == high else f"{low}–{high}"


def _weights(value: Any, words: Words) -> str:
    told = sorted(value.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))
    return ", ".join(f"{words.label('criterion', name).lower()} {words.percent(weight)}" for name, weight in told)


def _choice(value: Any, words: Words) -> str:
    name, to = value
    group = {"lens": "lens", "without": "criterion"}.get(name)
    told = words.number(float(to)) if name == "cut" else words.label(group or "choice_value", to)
    return words.label("choice", name).format(value=told)


_CELLS: Mapping[str, Callable[[Any, Words], str]] = {
    "name": lambda value, words: words.name(value),
    "names": lambda value, words: " + ".join(words.name(item) for item in value),
    "first_names": _first_names,
    "activities": lambda value, words: ", ".join(f"{words.name(code)} ({code})" for code in value),
    "at": lambda value, words: short_places(value, words.answer),
    "local": lambda value, words: words.local(value),
    "text": lambda value, words: str(value),
    "whose": lambda value, words: f"{words.name(value[0])} ({words.name(value[1])})",
    "texts": lambda value, words: ", ".join(value),
    "flag": lambda value, words: words.label("cell", "yes" if value else "no"),
    "count": lambda value, words: words.count(value),
    "maturity": lambda value, words: words.label("maturity", value),
    "indicators": lambda value, words: ", ".join(words.label("indicator", name) for name in value),
    "verdict": lambda value, words: words.label("verdict", value),
    "step": lambda value, words: f"{words.name(value[0])} ({words.name(value[1])})",
    "role": lambda value, words: words.label("actor_kind", value),
    "user_kind": lambda value, words: ", ".join(words.label("user_kind", kind) for kind in value),
    "locals": lambda value, words: "; ".join(words.local(text) for text in value),
    "stars": lambda value, words: ", ".join(words.label("star", star) for star in value) or words.label("cell", "none"),
    "number": lambda value, words: words.number(value),
    "change": _change,
    "percent": lambda value, words: words.percent(value),
    "hundred": lambda value, words: words.hundred(value),
    "band": lambda value, words: words.label("band", value),
    "criterion": lambda value, words: words.label("criterion", value),
    "rank_move": _rank_move,
    "band_move": _band_move,
    "number_move": _number_move,
    "fine_move": _fine_move,
    "place": _place,
    "shares": _shares,
    "span": _span,
    "names_move": _names_move,
    "change_kind": lambda value, words: words.label("change_kind", value),
    "weights": _weights,
    "choice": _choice,
    "finding": lambda value, words: words.sentence(value),
    "stated": lambda value, words: words.figure(value),
    "link": lambda value, words: words.label("cell", "passive_link") if value[1] else words.number(value[0]),
    "briefs": lambda value, words: "; ".join(map(words.brief, value)),
    "of": lambda value, words: words.label("cell", "of").format(count=words.count(value[0]), of=words.count(value[1])),
}


def _steps(result: Study, words: Words, source: str | None) -> Iterator[Block]:
    place = source or words.label("word", "source")
    steps = tuple((command.replace("SOURCE", place), words.label("next", about)) for command, about in result.steps)
    if steps:
        yield Steps(words.heading("next"), steps)
