"""The organisational competences of the clusters."""

from __future__ import annotations

from ...model.report import Report
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._heat import heat_map


@CHARTS.add("competences-organisational")
def organisational(report: Report, words: Words) -> Figure | None:
    return heat_map("organisational", report, words)
