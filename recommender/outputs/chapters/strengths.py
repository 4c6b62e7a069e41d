"""What a region does more of than others, where statistics are all there is."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._parts import table


@chapter("strengths", 65)
def strengths(report: Report, words: Words) -> Iterator[Block]:
    known = sorted(report.recommendation.strengths, key=lambda item: (-(item.location_quotient or 0.0), item.code))
    columns = (words.column("activity", wraps=True), words.column("location_quotient", number=True))
    rows = [(f"{words.name(item.code)} ({item.code})", words.number(item.location_quotient)) for item in known]
    yield from table(words.label("table", "strengths"), columns, rows)
