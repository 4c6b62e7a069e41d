"""How every figure looks: one place. Colours are those of Okabe and Ito (2008), told apart by the colour-blind;
a shape or a number always says the same as the colour.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK = "#1b2733"
QUIET = "#5b6770"
RULE = "#d5dade"
BAND_COLOURS: Mapping[str, str] = {
    "high": "#0072b2", "medium": "#d55e00", "low": "#6b6f73", "not_assessed": "#009e73", "not_yet": "#9aa0a6",
}  # fmt: skip
BAND_SHAPES: Mapping[str, str] = {
    "high": "circle", "medium": "square", "low": "triangle-up", "not_assessed": "diamond", "not_yet": "cross",
}  # fmt: skip
CRITERION_COLOURS: Mapping[str, str] = {
    "relatedness": "#0072b2", "complexity": "#e69f00", "transition": "#009e73",
    "demand": "#cc79a7", "connectivity": "#56b4e9", "governance": "#6b6f73",
}  # fmt: skip
ACTOR_COLOURS: Mapping[str, str] = {
    "cluster": "#0072b2", "institution": "#e69f00", "association": "#009e73", "user": "#cc79a7",
}  # fmt: skip
ACTOR_SHAPES: Mapping[str, str] = {
    "cluster": "circle", "institution": "square", "association": "diamond", "user": "triangle-up",
}  # fmt: skip
STATE_COLOURS: Mapping[str, str] = {
    "held": "#0072b2", "partly": "#e69f00", "absent": "#d55e00", "unknown": "#6b6f73",
    "specialised": "#0072b2", "candidate": "#e69f00", "other": "#9aa0a6",
}  # fmt: skip
STATE_SHAPES: Mapping[str, str] = {
    "held": "circle", "partly": "square", "absent": "triangle-up", "unknown": "cross",
    "specialised": "circle", "candidate": "square", "other": "cross",
}  # fmt: skip
LEVELS = ("#f2f6fa", "#0a4a78")

CONFIG: Mapping[str, Any] = {
    "background": "white",
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "labelFontSize": 11, "titleFontSize": 12, "titleFontWeight": "normal",
        "gridColor": "#eceff1", "domainColor": RULE, "tickColor": RULE, "labelLimit": 400,
    },
    "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 11, "titleFontSize": 11, "labelLimit": 300},
    "text": {"color": INK, "fontSize": 11},
}  # fmt: skip
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"


def chart(**parts: Any) -> dict[str, Any]:
    """A Vega-Lite chart in our style."""
    return {"$schema": SCHEMA, "config": CONFIG, "padding": 6, **parts}


def field(name: str, kind: str, **more: Any) -> dict[str, Any]:
    """An encoding: a field and what kind of values it holds."""
    return {"field": name, "type": kind, **more}


def axis(title: str | None, **more: Any) -> dict[str, Any]:
    return {"title": title, **more}


def short(text: str, most: int = 52) -> str:
    """A label that leaves room for the drawing; the whole name stands in the tables."""
    return text if len(text) <= most else text[: most - 1].rstrip(" (,") + "…"


def scale_of(keys: Mapping[str, str], labels: Mapping[Any, str], present: Collection[str]) -> dict[str, list[str]]:
    """Which label is drawn how, for the keys that occur."""
    shown: list[str] = [key for key in keys if key in present]
    return {"domain": [labels[key] for key in shown], "range": [keys[key] for key in shown]}
