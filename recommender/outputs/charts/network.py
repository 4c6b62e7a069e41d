"""Who works with whom."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from ...model.finding import Finding
from ...model.profile import Link, Profile
from ...model.report import Report
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from . import CHARTS
from ._style import ACTOR_COLOURS, ACTOR_SHAPES, chart, field, scale_of, short

SIZE = 780
SIDE = 1.95
"""Half of the drawing's width, in radii of the circle: room for the names."""


@CHARTS.add("network")
def network(report: Report, words: Words) -> Figure | None:
    if report.profile is None or len(report.positions) < 2:
        return None
    title = words.label("figure", "network")
    return Figure(
        "network", title, _drawing(report, report.profile, words), words.sentence(_told(report, report.profile))
    )


def _told(report: Report, profile: Profile) -> Finding:
    ends = Counter(end for link in profile.links for end in (link.a, link.b))
    most = max(ends, key=lambda name: (ends[name], name))
    actors = [actor.id for actor in profile.actors()]
    facts = {
        "actors": len(actors),
        "links": len(profile.links),
        "actor": most,
        "links_of_actor": ends[most],
        "unlinked": [name for name in actors if name not in ends],
        "drawn": len(report.positions),
    }
    return Finding("actor_network", subject_of(report.recommendation), facts)


def _drawing(report: Report, profile: Profile, words: Words) -> dict[str, Any]:
    kinds = {actor.id: type(actor).__name__.lower() for actor in profile.actors()}
    labels = {kind: words.label("actor_kind", kind) for kind in ACTOR_COLOURS}
    nodes = [_node(name, share, labels[kinds[name]], words) for name, share in report.positions.items()]
    drawn = report.positions.keys()
    lines = [_line(link, report) for link in profile.links if {link.a, link.b} <= drawn]
    x = field("x", "quantitative", axis=None, scale={"domain": [-SIDE, SIDE]})
    y = field("y", "quantitative", axis=None, scale={"domain": [-SIDE, SIDE]})
    present = {kinds[name] for name in report.positions}
    legend = {"title": None, "orient": "top-left", "offset": -30}
    looks = {
        "color": field("kind", "nominal", scale=scale_of(ACTOR_COLOURS, labels, present), legend=legend),
        "shape": field("kind", "nominal", scale=scale_of(ACTOR_SHAPES, labels, present), legend=legend),
    }
    ends = {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}}
    strength = {name: field("strength", "quantitative", legend=None, scale={"domain": [0, 1], "range": span})
                for name, span in (("strokeWidth", [0.4, 4]), ("opacity", [0.25, 0.8]))}  # fmt: skip
    point = {"type": "point", "filled": True, "size": 90, "opacity": 1, "stroke": "white"}
    return chart(
        width=SIZE, height=SIZE,
        layer=[
            {"data": {"values": lines}, "mark": {"type": "rule", "color": "#6b7780"}, "encoding": {**ends, **strength}},
            {"data": {"values": nodes}, "mark": point, "encoding": {"x": x, "y": y, **looks}},
            *(_names([node for node in nodes if node["left"] is left], x, y, left=left) for left in (True, False)),
        ],
    )  # fmt: skip


def _node(name: str, share: float, kind: str, words: Words) -> dict[str, Any]:
    """A point of the circle; its name runs outwards and is never upside down."""
    turn = 2 * math.pi * share
    x, y = _at(share)
    left = x < 0
    angle = -math.degrees(turn) + (180 if left else 0)
    return {"x": x, "y": y, "kind": kind, "name": short(words.name(name)), "angle": round(angle % 360, 2), "left": left}


def _at(share: float) -> tuple[float, float]:
    return round(math.cos(2 * math.pi * share), 4), round(math.sin(2 * math.pi * share), 4)


def _line(link: Link, report: Report) -> dict[str, float]:
    (x, y), (x2, y2) = _at(report.positions[link.a]), _at(report.positions[link.b])
    return {"x": x, "y": y, "x2": x2, "y2": y2, "strength": link.strength.value}


def _names(nodes: list[dict[str, Any]], x: dict[str, Any], y: dict[str, Any], *, left: bool) -> dict[str, Any]:
    mark = {"type": "text", "align": "right" if left else "left", "dx": -9 if left else 9, "fontSize": 10}
    angle = field("angle", "quantitative", scale=None)
    return {"data": {"values": nodes}, "mark": mark,
            "encoding": {"x": x, "y": y, "angle": angle, "text": field("name", "nominal")}}  # fmt: skip
