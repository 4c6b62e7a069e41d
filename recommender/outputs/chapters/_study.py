"""What another command answers, as part of a chapter: its statements and tables, without title and next steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.report import Report
from ..blocks import Block, Heading, Paragraph, Steps, Table, Title
from ..render import Options
from ..views import view_of
from ..views._words import Words
from ..views.study import ABOVE

MOST_ROWS, WHOLE = 12, 20
"""Of a table of more than `WHOLE` rows, so many are shown."""


def study_blocks(name: str, report: Report, words: Words) -> Iterator[Block]:
    """The blocks of the question `name`; none if nobody asked it."""
    study = report.further.get(name)
    if study is None:
        return
    above = {words.sentence(told) for told in words.answer.warnings if told.kind in ABOVE}
    for block in view_of(study, Options(words.language)):
        if isinstance(block, Title | Steps) or getattr(block, "text", None) in above:
            continue
        if isinstance(block, Heading):
            yield replace(block, level=3)
        elif isinstance(block, Table):
            yield from _first_rows(block, words)
        else:
            yield block


def _first_rows(table: Table, words: Words) -> Iterator[Block]:
    """What somebody reads of a long table; whoever needs the rest is told where it is."""
    most = len(table.rows) if len(table.rows) <= WHOLE else MOST_ROWS
    rows, left = table.rows[:most], len(table.rows) - most
    yield replace(table, rows=rows, tones=table.tones[:most], most=None, more="")
    if left > 0:
        yield Paragraph(words.label("report", "more_rows").format(count=left), quiet=True)
