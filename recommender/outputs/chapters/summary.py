"""The whole on one page: the answer, the first five, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.report import Report
from ..blocks import Block, Pairs, Paragraph, Table
from ..summary import outcome, summary
from ..views._ranking import ranking
from ..views._words import Words
from ..views.recommendation import ABOVE, HEADER, OVERALL
from . import chapter

FIRST = 5


@chapter("summary", 10)
def summary_chapter(report: Report, words: Words) -> Iterator[Block]:
    answer = report.recommendation
    known = [*summary(answer), *answer.warnings]
    yield from (Paragraph(words.sentence(told), quiet=True) for told in known if told.kind in ABOVE)
    overall = [told for told in answer.findings if told.kind in OVERALL]
    yield from (Paragraph(words.sentence(told)) for told in (*overall, outcome(answer)))
    first = replace(answer, opportunities=answer.opportunities[:FIRST])
    title = words.label("table", "first").format(count=len(first.opportunities))
    for block in ranking(Words(first, words.language)):
        yield (
            replace(block, title=title, ids=tuple(item.id for item in first.opportunities))
            if isinstance(block, Table)
            else block
        )
    rests = [(kind, told) for kind in HEADER for told in known if told.kind == kind]
    yield Pairs(tuple((words.label("header", kind), words.sentence(told)) for kind, told in rests))
