"""What if: today and the scenarios side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._parts import drawn
from ._study import study_blocks


@chapter("scenarios", 55)
def scenarios(report: Report, words: Words) -> Iterator[Block]:
    blocks = tuple(study_blocks("scenarios", report, words))
    yield from blocks[:1]
    yield from drawn("scenarios", report, words)
    yield from blocks[1:]
