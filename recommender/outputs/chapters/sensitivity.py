"""How much of the order holds if judgements, weights or methods were others."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._study import study_blocks


@chapter("sensitivity", 105)
def sensitivity(report: Report, words: Words) -> Iterator[Block]:
    yield from study_blocks("sensitivity", report, words)
