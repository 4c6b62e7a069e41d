"""The business-model competences of the clusters."""

from __future__ import annotations

from ...model.report import Report
from ..blocks import Figure
from ..views._words import Words
from . import CHARTS
from ._heat import heat_map


@CHARTS.add("competences-business-model")
def business_model(report: Report, words: Words) -> Figure | None:
    return heat_map("business_model", report, words)
