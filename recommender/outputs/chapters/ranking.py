"""The order: every possible step, the roads they are on, and what their scores are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.report import Report
from ..blocks import Block, Table
from ..views._ranking import ranking
from ..views._words import Words
from . import chapter
from ._parts import drawn

NAME = "ranking"


@chapter(NAME, 20)
def ranking_chapter(report: Report, words: Words) -> Iterator[Block]:
    items = report.recommendation.opportunities
    yield from drawn("quadrant", report, words)
    for block in ranking(words):
        if isinstance(block, Table):
            title = words.label("table", "ranking").format(count=len(items))
            yield replace(block, title=title, ids=tuple(item.id for item in items))
        else:
            yield block
    yield from drawn("scores", report, words)
