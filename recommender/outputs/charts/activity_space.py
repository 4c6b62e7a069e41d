"""Activities in which the same regions are specialised, and which of them this region has."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ...model.finding import Finding
from ...model.report import ActivityState, Report, Space
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from . import CHARTS
from ._space import drawing


@CHARTS.add("activity-space")
def activity_space(report: Report, words: Words) -> Figure | None:
    space = report.spaces.get("activities")
    if space is None:
        return None
    title = words.label("figure", "activity_space")
    return Figure("activity-space", title, drawing(space, words), words.sentence(_told(space, report)))


def _told(space: Space, report: Report) -> Finding:
    found = Counter(dot.state for dot in space.dots)
    facts = {
        "count": len(space.dots),
        "activity_states": {state: found[state] for state in get_args(ActivityState)},
        "activities": [dot.id for dot in space.dots if dot.state == "candidate"],
    }
    return Finding("activity_space", subject_of(report.recommendation), facts)
