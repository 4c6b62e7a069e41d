"""Competences that the same paths need, and how far the region has them."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ...model.finding import Finding
from ...model.report import CompetenceState, Report, Space
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from . import CHARTS
from ._space import drawing


@CHARTS.add("competence-space")
def competence_space(report: Report, words: Words) -> Figure | None:
    space = report.spaces.get("competences")
    if space is None:
        return None
    title = words.label("figure", "competence_space")
    return Figure("competence-space", title, drawing(space, words), words.sentence(_told(space, report)))


def _told(space: Space, report: Report) -> Finding:
    found = Counter(dot.state for dot in space.dots)
    short = [dot for dot in space.dots if dot.state != "held"]
    facts = {
        "count": len(space.dots),
        "competence_states": {state: found[state] for state in get_args(CompetenceState)},
        "competences": [dot.id for dot in short],
    }
    return Finding("competence_space", subject_of(report.recommendation), facts)
