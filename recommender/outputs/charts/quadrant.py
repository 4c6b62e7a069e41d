"""Relatedness against complexity: which road each opportunity is on."""

from __future__ import annotations

import statistics
from collections import Counter
from typing import Any, get_args

from ...model.finding import Finding
from ...model.recommendation import BANDS, Opportunity, Quadrant
from ...model.report import Report
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from . import CHARTS
from ._style import BAND_COLOURS, BAND_SHAPES, QUIET, axis, chart, field, scale_of

WIDTH, HEIGHT = 620, 430
SURE = 0.9
"""Below this share of the draws a field is borderline (METHODS B17)."""


@CHARTS.add("quadrant")
def quadrant(report: Report, words: Words) -> Figure | None:
    shown = [item for item in report.recommendation.opportunities if item.quadrant is not None]
    if not shown:
        return None
    return Figure(
        "quadrant",
        words.label("figure", "quadrant"),
        chart(width=WIDTH, height=HEIGHT, layer=_layers(shown, words)),
        words.sentence(_told(report, shown)),
    )


def _told(report: Report, shown: list[Opportunity]) -> Finding:
    found = Counter(item.quadrant for item in shown)
    facts = {
        "listed": report.recommendation.subject,
        "count": len(shown),
        "quadrants": {name: found[name] for name in get_args(Quadrant)},
        "path": next((item.id for item in shown if item.quadrant == "high_road"), None),
        "borderline": sum(_is_borderline(item) for item in shown) if any(map(_is_drawn, shown)) else None,
    }
    return Finding("quadrants", subject_of(report.recommendation), facts)


def _is_drawn(item: Opportunity) -> bool:
    """Whether somebody asked how sure its place is."""
    known = item.uncertainty
    return bool(known) and None not in (known["quadrants"], known["relatedness"], known["complexity"])


def _is_borderline(item: Opportunity) -> bool:
    return _is_drawn(item) and round(max(item.uncertainty["quadrants"].values()), 9) < SURE


def _layers(shown: list[Opportunity], words: Words) -> list[dict[str, Any]]:
    points = [_point(item, words) for item in shown]
    across, up = (statistics.median(point[name] for point in points) for name in ("x", "y"))
    reach = {"x": _reach(shown, "relatedness"), "y": _reach(shown, "complexity")}
    x = field(
        "x", "quantitative", axis=axis(words.criterion("relatedness") + " 0–1"), scale=_around(points, "x", reach)
    )
    y = field("y", "quantitative", axis=axis(words.criterion("complexity") + " 0–1"), scale=_around(points, "y", reach))
    labels = {band: words.label("band", band) for band in BANDS}
    present = {item.band for item in shown}
    band = {"title": words.label("column", "band"), "orient": "top"}
    return [
        {"data": {"values": [{"x": across}]}, "mark": _rule(), "encoding": {"x": x}},
        {"data": {"values": [{"y": up}]}, "mark": _rule(), "encoding": {"y": y}},
        *_corners(words),
        *_spans([item for item in shown if _is_drawn(item)], x, y),
        {
            "data": {"values": points},
            "mark": {"type": "point", "filled": True, "size": 110, "opacity": 0.9, "stroke": "white"},
            "encoding": {
                "x": x,
                "y": y,
                "color": field("band", "nominal", scale=scale_of(BAND_COLOURS, labels, present), legend=band),
                "shape": field("band", "nominal", scale=scale_of(BAND_SHAPES, labels, present), legend=band),
                "description": field("id", "nominal"),
            },
        },
        {
            "data": {"values": points},
            "mark": {"type": "text", "dx": 8, "dy": -7, "align": "left", "fontSize": 10.5},
            "encoding": {"x": x, "y": y, "text": field("rank", "nominal"), "description": field("key", "nominal")},
        },
    ]


def _reach(shown: list[Opportunity], name: str) -> list[float]:
    """Both ends of where nine of ten draws lie, of all that were drawn."""
    spans = [item.uncertainty[name] for item in shown if _is_drawn(item)]
    return [end for span in spans for end in (span["low"], span["high"])]


def _spans(drawn: list[Opportunity], x: dict[str, Any], y: dict[str, Any]) -> list[dict[str, Any]]:
    """A cross through each point: where nine of ten draws lie."""
    rows = [_span(item) for item in drawn]
    mark = {"type": "rule", "color": QUIET, "opacity": 0.45, "strokeWidth": 1}
    across = {"x": {**x, "field": "left"}, "x2": {"field": "right"}, "y": y}
    up = {"y": {**y, "field": "below"}, "y2": {"field": "above"}, "x": x}
    told = {"description": field("key", "nominal")}
    return [{"data": {"values": rows}, "mark": mark, "encoding": {**way, **told}} for way in (across, up) if rows]


def _span(item: Opportunity) -> dict[str, Any]:
    across, up = item.uncertainty["relatedness"], item.uncertainty["complexity"]
    return {
        "key": f"range of {item.id}", "x": item.criteria["relatedness"], "y": item.criteria["complexity"],
        "left": across["low"], "right": across["high"], "below": up["low"], "above": up["high"],
    }  # fmt: skip


def _rule() -> dict[str, Any]:
    return {"type": "rule", "color": QUIET, "strokeDash": [4, 3]}


def _point(item: Opportunity, words: Words) -> dict[str, Any]:
    return {
        "id": item.id,
        "key": f"rank of {item.id}",
        "rank": str(item.rank),
        "x": item.criteria["relatedness"],
        "y": item.criteria["complexity"],
        "band": words.label("band", item.band),
    }


def _around(points: list[dict[str, Any]], name: str, reach: dict[str, list[float]]) -> dict[str, Any]:
    """Axes reach as far as the points and their draws, so that these do not crowd in a corner."""
    values = [point[name] for point in points] + reach[name]
    room = 0.06 * ((max(values) - min(values)) or 1.0)
    return {"domain": [min(values) - room, max(values) + room], "nice": False, "zero": False}


def _corners(words: Words) -> list[dict[str, Any]]:
    """The names of the four fields, in their corners."""
    places = {
        "high_road": ("right", WIDTH - 6, 14), "slow_road": ("right", WIDTH - 6, HEIGHT - 8),
        "casino": ("left", 6, 14), "dead_end": ("left", 6, HEIGHT - 8),
    }  # fmt: skip
    return [
        {
            "data": {"values": [{}]},
            "mark": {"type": "text", "align": align, "fontStyle": "italic", "color": QUIET, "x": x, "y": y,
                     "text": words.label("quadrant", name)},
        }
        for name, (align, x, y) in places.items()
    ]  # fmt: skip
