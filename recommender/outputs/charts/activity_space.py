"""Activities in which the same regions are specialised, and which of them this region has."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from ...model.report import ActivityState, Report, Space, State
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._space import space_figure


@CHARTS.add("activity-space")
def activity_space(report: Report, words: Words) -> Figure | None:
    return space_figure("activity", _told, report, words)


def _told(space: Space, found: Counter[State]) -> dict[str, Any]:
    return {
        "activity_states": {state: found[state] for state in get_args(ActivityState)},
        "activities": [dot.id for dot in space.dots if dot.state == "candidate"],
    }
