"""Who manages the strategy, how, and with which evidence."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._study import study_blocks


@chapter("governance", 85)
def governance(report: Report, words: Words) -> Iterator[Block]:
    yield from study_blocks("governance", report, words)
