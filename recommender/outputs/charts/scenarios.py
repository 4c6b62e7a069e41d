"""Ranks today and under each scenario, joined by a line a path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.report import Report
from ...model.study import Grid, Study
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._style import QUIET, axis, chart, field, short

STEP, HEIGHT_OF_RANK = 150, 15
MOVED, STAYED = "#d55e00", "#b4bcc2"


@CHARTS.add("scenarios")
def scenarios(report: Report, words: Words) -> Figure | None:
    study = report.further.get("scenarios")
    grid = _places(study) if isinstance(study, Study) else None
    if grid is None or not grid.rows:
        return None
    told = [words.sentence(finding) for finding in study.parts[0].findings]  # type: ignore[union-attr]
    return Figure("scenarios", words.label("figure", "scenarios"), _slopes(grid, words), " ".join(told))


def _places(study: Study) -> Grid | None:
    grids = (part.grid for part in study.parts if part.grid is not None)
    return next((grid for grid in grids if any(column.kind == "place" for column in grid.columns)), None)


def _slopes(grid: Grid, words: Words) -> dict[str, Any]:
    at = [number for number, column in enumerate(grid.columns) if column.kind == "place"]
    heads = [short(_head(grid, number, words)) for number in at]
    points = list(_points(grid, at, heads, words))
    last = max((point["rank"] for point in points), default=1)
    rank = field("rank", "quantitative", scale={"domain": [last + 0.5, 0.5], "nice": False},
                 axis=axis(None, grid=False, ticks=False, domain=False, labels=False))  # fmt: skip
    across = field("when", "nominal", sort=heads, scale={"domain": heads, "padding": 0.1},
                   axis=axis(None, orient="top", labelAngle=0, labelLimit=STEP, ticks=False, domain=False))  # fmt: skip
    colour = {"condition": {"test": "datum.moved", "value": MOVED}, "value": STAYED}
    ink = {"condition": {"test": "datum.moved", "value": "#1b2733"}, "value": QUIET}
    place = {"x": across, "y": rank}
    names = {"type": "text", "align": "right", "dx": -12, "fontSize": 10}
    return chart(
        width={"step": STEP}, height=max(last * HEIGHT_OF_RANK, 120), data={"values": points},
        layer=[
            {"mark": {"type": "line", "strokeWidth": 2},
             "encoding": {**place, "detail": field("path", "nominal"), "color": colour}},
            {"mark": {"type": "point", "filled": True, "size": 160, "color": "white", "opacity": 1}, "encoding": place},
            {"mark": {"type": "text", "fontSize": 9.5},
             "encoding": {**place, "text": field("shown", "nominal"), "color": ink}},
            {"transform": [{"filter": "datum.first"}], "mark": names,
             "encoding": {**place, "text": field("path", "nominal"), "color": ink}},
        ],
    )  # fmt: skip


def _head(grid: Grid, number: int, words: Words) -> str:
    column = grid.columns[number]
    return words.local(column.title) if column.title is not None else words.label("column", column.name)


def _points(grid: Grid, at: list[int], heads: list[str], words: Words) -> Iterator[dict[str, Any]]:
    """Where a path stands; one that is not ranked stands below those that are."""
    ranks = {row[0]: [row[number][0] if row[number] is not None else None for number in at] for row in grid.rows}
    shown = {path: places for path, places in ranks.items() if any(place is not None for place in places)}
    last = max(place for places in shown.values() for place in places if place is not None)
    below = [0] * len(at)
    for path, places in shown.items():
        for number, (place, head) in enumerate(zip(places, heads, strict=True)):
            below[number] += place is None
            yield {"path": short(words.name(path)), "when": head, "first": number == 0,
                   "rank": last + below[number] if place is None else place,
                   "shown": words.number(None) if place is None else str(place),
                   "moved": any(other != places[0] for other in places)}  # fmt: skip
