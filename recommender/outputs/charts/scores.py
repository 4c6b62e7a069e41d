"""What the score of the first opportunities is made of."""

from __future__ import annotations

from typing import Any

from ...model.config import CRITERIA
from ...model.recommendation import Opportunity
from ...model.report import Report
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._style import CRITERION_COLOURS, axis, chart, field, scale_of, short

MOST = 15


@CHARTS.add("scores")
def scores(report: Report, words: Words) -> Figure | None:
    shown = [item for item in report.recommendation.opportunities if item.score is not None][:MOST]
    if not shown:
        return None
    title = words.label("figure", "scores").format(count=len(shown))
    return Figure("scores", title, _bars(shown, words), _alternative(shown, words))


def _alternative(shown: list[Opportunity], words: Words) -> str:
    """The bars at both ends, in words."""
    told = words.label("figure_text", "scores")
    ends = shown if len(shown) == 1 else [shown[0], shown[-1]]
    return " ".join(
        told.format(rank=item.rank, path=words.title_of(item), score=words.score(item), parts=_told(item, words))
        for item in ends
    )


def _told(item: Opportunity, words: Words) -> str:
    return ", ".join(f"{part['criterion'].lower()} {words.number(part['part'])}" for part in _parts(item, words))


def _bars(shown: list[Opportunity], words: Words) -> dict[str, Any]:
    labels = {name: words.criterion(name) for name in CRITERIA}
    values = [row for item in shown for row in _parts(item, words)]
    order = [_row(item, words) for item in shown]
    y = field("path", "nominal", sort=order, axis=axis(None, labelPadding=6, ticks=False, domain=False))
    present = {name for item in shown for name in item.weights}
    colour = field(
        "criterion", "nominal", scale=scale_of(CRITERION_COLOURS, labels, present),
        legend={"title": None, "orient": "top"}, sort=[labels[name] for name in CRITERIA],
    )  # fmt: skip
    totals = [{"path": _row(item, words), "score": item.score, "text": words.score(item)} for item in shown]
    x = field("part", "quantitative", stack="zero", axis=axis(words.label("column", "score")), scale={"domain": [0, 1]})
    return chart(
        width=420, height={"step": 22},
        layer=[
            {"data": {"values": values}, "mark": {"type": "bar", "stroke": "white", "strokeWidth": 1},
             "encoding": {"y": y, "x": x, "color": colour, "order": field("place", "quantitative")}},
            {"data": {"values": totals}, "mark": {"type": "text", "align": "left", "dx": 5},
             "encoding": {"y": y, "x": field("score", "quantitative"), "text": field("text", "nominal")}},
        ],
    )  # fmt: skip


def _row(item: Opportunity, words: Words) -> str:
    return short(f"{item.rank}. {words.title_of(item)}", 58)


def _parts(item: Opportunity, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "path": _row(item, words),
            "criterion": words.criterion(name),
            "place": place,
            "part": weight * (item.criteria[name] or 0.0),
        }
        for place, name in enumerate(CRITERIA)
        if (weight := item.weights.get(name, 0.0))
    ]
