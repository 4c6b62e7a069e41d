"""Competences that the same paths need, and how far the region has them."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from ...model.report import CompetenceState, Report, Space, State
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._space import space_figure


@CHARTS.add("competence-space")
def competence_space(report: Report, words: Words) -> Figure | None:
    return space_figure("competence", _told, report, words)


def _told(space: Space, found: Counter[State]) -> dict[str, Any]:
    return {
        "competence_states": {state: found[state] for state in get_args(CompetenceState)},
        "competences": [dot.id for dot in space.dots if dot.state != "held"],
    }
