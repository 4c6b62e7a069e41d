"""The figures of a report. One file a figure: facts -> a Vega-Lite chart and the words that tell the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model.report import Report
from ..blocks import Figure
from ..registry import Registry
from ..views._words import Words

CHARTS: Registry[str, Callable[[Report, Words], Figure | None]] = Registry(__package__)


def figure(name: str, report: Report, words: Words) -> Figure | None:
    """A figure of a report; None where there is nothing to draw."""
    return CHARTS.all()[name](report, words)


def figures_of(report: Report, language: str) -> Mapping[str, Figure]:
    """Every figure that the report has something to draw for, by name."""
    words = Words(report.recommendation, language)
    drawn = {name: draw(report, words) for name, draw in sorted(CHARTS.all().items())}
    return {name: found for name, found in drawn.items() if found is not None}
