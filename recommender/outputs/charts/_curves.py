"""The drawings of a backtest: facts -> Vega-Lite. On a page that may be dark, so without a ground of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ._style import QUIET, axis, chart, field

OURS, RIVAL, GUIDE = "#0072b2", "#d55e00", QUIET
WIDTH, HEIGHT = 380, 270


@dataclass(frozen=True, slots=True)
class Line:
    """A named line with its ends; x and y in the units of the axes."""

    name: str
    points: tuple[tuple[float, float, float | None, float | None], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows; `kind` is a scale of Vega-Lite, `ticks` are set where the usual ones do not fit."""

    title: str
    kind: str = "linear"
    ticks: tuple[float, ...] = ()
    domain: tuple[float, float] | None = None

    def of(self, name: str) -> dict[str, Any]:
        scale: dict[str, Any] = {"type": self.kind, "nice": False}
        if self.domain:
            scale["domain"] = list(self.domain)
        ticks = {"values": list(self.ticks)} if self.ticks else {}
        return field(name, "quantitative", scale=scale, axis=axis(self.title, format="~r", **ticks))


def _bare(**parts: Any) -> dict[str, Any]:
    return {**chart(**parts), "background": None}


def dots(rows: Sequence[dict[str, Any]], x: str, chance: float, told: str) -> dict[str, Any]:
    """A dot and the line of its interval for each row {name, kind, value, low, high}; a rule where chance is."""
    names = [row["name"] for row in rows]
    y = field("name", "nominal", sort=names, axis=axis(None, labelPadding=8, ticks=False, domain=False, grid=True))
    kinds = {"domain": ["ours", "learned", "simple"], "range": [OURS, RIVAL, GUIDE]}
    colour = field("kind", "nominal", scale=kinds, legend=None)
    shape = field("kind", "nominal", legend=None,
                  scale={"domain": kinds["domain"], "range": ["circle", "square", "diamond"]})  # fmt: skip
    ends = {"y": y, "x": field("low", "quantitative", axis=axis(x)), "x2": {"field": "high"}, "color": colour}
    point = {"y": y, "x": field("value", "quantitative"), "color": colour, "shape": shape}
    at = [{"at": chance, "told": told}]
    return _bare(
        width=WIDTH - 90, height={"step": 23},
        layer=[
            {"data": {"values": at}, "mark": {"type": "rule", "strokeDash": [4, 4], "color": GUIDE},
             "encoding": {"x": field("at", "quantitative")}},
            {"data": {"values": list(rows)}, "mark": {"type": "rule", "strokeWidth": 2}, "encoding": ends},
            {"data": {"values": list(rows)}, "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
             "encoding": point},
        ],
    )  # fmt: skip


def reliability(bins: Sequence[dict[str, Any]], x: str, y: str) -> dict[str, Any]:
    """Promised and come true of each bin {promised, realised, low, high}, beside the line where both are the same.

    Both axes are drawn by square roots, which spreads the rare cells where most candidates lie.
    """
    top = max(max(row["promised"], row["high"]) for row in bins) * 1.05
    along, up = Axis(x, "sqrt", domain=(0, top)), Axis(y, "sqrt", domain=(0, top))
    same = [{"promised": 0, "realised": 0}, {"promised": top, "realised": top}]
    values = {"data": {"values": list(bins)}}
    guide = {"type": "line", "strokeDash": [4, 4], "color": GUIDE, "strokeWidth": 1.5}
    return _bare(
        width=WIDTH, height=HEIGHT + 40,
        layer=[
            {"data": {"values": same}, "mark": guide,
             "encoding": {"x": along.of("promised"), "y": up.of("realised")}},
            {**values, "mark": {"type": "rule", "strokeWidth": 2, "color": OURS},
             "encoding": {"x": along.of("promised"), "y": up.of("low"), "y2": {"field": "high"}}},
            {**values, "mark": {"type": "point", "filled": True, "size": 80, "opacity": 1, "color": OURS},
             "encoding": {"x": along.of("promised"), "y": up.of("realised")}},
        ],
    )  # fmt: skip


def lines(ours: Line, others: Sequence[Line], x: Axis, y: Axis, chance: float) -> dict[str, Any]:
    """Our line with a band for its interval, the others broken, and a rule where chance is."""
    band = [{"x": at, "low": low, "high": high} for at, _, low, high in ours.points if low is not None]
    drawn = [{"x": at, "y": value, "name": line.name} for line in (ours, *others) for at, value, *_ in line.points]
    names = [line.name for line in (ours, *others)]
    colours = {"domain": names, "range": [OURS, RIVAL, "#009e73"][: len(names)]}
    dashes = {"domain": names, "range": [[1, 0], [6, 3], [2, 2]][: len(names)]}
    symbol = {"symbolType": "stroke", "symbolSize": 350, "symbolStrokeWidth": 2.5}
    legend = {"title": None, "orient": "top", "labelLimit": 170, **symbol}
    return _bare(
        width=WIDTH, height=HEIGHT,
        layer=[
            {"data": {"values": band}, "mark": {"type": "area", "color": OURS, "opacity": 0.18},
             "encoding": {"x": x.of("x"), "y": y.of("low"), "y2": {"field": "high"}}},
            {"data": {"values": [{"at": chance}]}, "mark": {"type": "rule", "strokeDash": [4, 4], "color": GUIDE},
             "encoding": {"y": field("at", "quantitative")}},
            {"data": {"values": drawn}, "mark": {"type": "line", "point": {"size": 30}, "strokeWidth": 2},
             "encoding": {"x": x.of("x"), "y": y.of("y"),
                          "color": field("name", "nominal", scale=colours, legend=legend, sort=names),
                          "strokeDash": field("name", "nominal", scale=dashes, legend=legend, sort=names)}},
        ],
    )  # fmt: skip
