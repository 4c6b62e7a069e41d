"""A sheet for each path that is not recommended: what would be needed, and where it could come from."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from .sheets import sheet


@chapter("unranked-sheets", 45, ("team", "authority"))
def unranked_sheets(report: Report, words: Words) -> Iterator[Block]:
    if report.recommendation.subject == "paths":
        yield from (sheet(found, words) for found in report.explanations if found.opportunity.rank is None)
