"""A blank sheet on which a workshop judges the first paths with its own eyes."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block, Paragraph
from ..views._words import Words
from . import chapter
from ._parts import table

MOST = 15


@chapter("scoring-sheet", 100, ("workshop",))
def scoring_sheet(report: Report, words: Words) -> Iterator[Block]:
    shown = report.recommendation.opportunities[:MOST]
    columns = [words.column("path" if report.recommendation.subject == "paths" else "activity", wraps=True)]
    columns += [words.column(f"judge_{name}") for name in ("will", "can", "who", "first_step")]
    if shown:
        yield Paragraph(words.label("report", "how_to_judge"))
    yield from table(
        words.label("table", "scoring"), columns, ((words.title_of(item), "", "", "", "") for item in shown)
    )
