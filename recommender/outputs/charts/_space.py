"""A drawing of what is related to what: dots that carry a number, the largest also their name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from ...model.finding import Finding
from ...model.report import Dot, Report, Space, State
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from ._style import STATE_COLOURS, STATE_SHAPES, chart, field, scale_of, short

PLURALS = {"competence": "competences", "activity": "activities"}
SIZE = 700
ROOM = 0.05
LONGEST = 34
LETTER, LINE = 4.9, 12
"""About how wide a letter and how high a line of a name is, in pixels."""


def space_figure(
    kind: str, told: Callable[[Space, Counter[State]], dict[str, Any]], report: Report, words: Words
) -> Figure | None:
    """The drawing of `kind`, "competence" or "activity", with what its facts say; None where there is none."""
    space = report.spaces.get(PLURALS[kind])
    if space is None:
        return None
    facts = {"count": len(space.dots)} | told(space, Counter(dot.state for dot in space.dots))
    finding = Finding(f"{kind}_space", subject_of(report.recommendation), facts)
    return Figure(
        f"{kind}-space", words.label("figure", f"{kind}_space"), drawing(space, words), words.sentence(finding)
    )


def drawing(space: Space, words: Words) -> dict[str, Any]:
    """The dots of a space, their links below them, the numbers and the first names above."""
    states = {dot.state for dot in space.dots}
    labels = {state: words.label("space_state", state) for state in STATE_COLOURS}
    x, y = (_axis(name, [getattr(dot, name) for dot in space.dots]) for name in ("x", "y"))
    legend = {"title": None, "orient": "top"}
    looks = {
        "color": field("state", "nominal", scale=scale_of(STATE_COLOURS, labels, states), legend=legend),
        "shape": field("state", "nominal", scale=scale_of(STATE_SHAPES, labels, states), legend=legend),
        "size": field("weight", "quantitative", legend=None, scale={"range": [50, 420]}),
        "description": field("id", "nominal"),
    }
    texts = _labels(space, words)
    dots = [
        {"id": dot.id, "x": dot.x, "y": dot.y, "weight": dot.weight, "state": labels[dot.state], "label": text}
        for dot, text in zip(space.dots, texts, strict=True)
    ]
    lines = [_line(space.dots[one], space.dots[other]) for one, other, _ in space.links]
    point = {"type": "point", "filled": True, "opacity": 0.95, "stroke": "white"}
    return chart(
        width=SIZE, height=SIZE,
        layer=[
            {"data": {"values": lines}, "mark": {"type": "rule", "color": "#b5bdc4", "strokeWidth": 0.8},
             "encoding": {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}}},
            {"data": {"values": dots}, "mark": point, "encoding": {"x": x, "y": y, **looks}},
            {"data": {"values": dots}, "mark": {"type": "text", "dy": -10, "fontSize": 9},
             "encoding": {"x": x, "y": y, "text": field("label", "nominal")}},
        ],
    )  # fmt: skip


def _axis(name: str, values: list[float]) -> dict[str, Any]:
    low, high = _span(values)
    return field(name, "quantitative", axis=None, scale={"domain": [low, high], "nice": False, "zero": False})


def _span(values: list[float]) -> tuple[float, float]:
    room = ROOM * (max(values) - min(values) or 1.0)
    return min(values) - room, max(values) + room


def _labels(space: Space, words: Words) -> list[str]:
    """The number of each dot, and its name where there is room; what the region lacks is named first."""
    places = list(zip(*(_pixels([getattr(dot, name) for dot in space.dots]) for name in ("x", "y")), strict=True))
    taken = [_box(place, str(number)) for number, place in enumerate(places, start=1)]
    labels = [str(number) for number in range(1, len(places) + 1)]
    known = ("held", "specialised", "other")
    for at in sorted(range(len(places)), key=lambda at: (space.dots[at].state in known, at)):
        wanted = f"{at + 1} {short(words.name(space.dots[at].id), LONGEST)}"
        box = _box(places[at], wanted)
        others = (other for number, other in enumerate(taken) if number != at)
        if box[0] > 0 and box[2] < SIZE and not any(_overlap(box, other) for other in others):
            labels[at], taken[at] = wanted, box
    return labels


def _pixels(values: list[float]) -> list[float]:
    low, high = _span(values)
    return [(value - low) / (high - low) * SIZE for value in values]


def _box(place: tuple[float, ...], text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a dot with its label above it."""
    half = max(LINE, LETTER * len(text)) / 2
    return place[0] - half, place[1] - LINE / 2, place[0] + half, place[1] + 1.5 * LINE


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _line(one: Dot, other: Dot) -> dict[str, float]:
    return {"x": one.x, "y": one.y, "x2": other.x, "y2": other.y}
