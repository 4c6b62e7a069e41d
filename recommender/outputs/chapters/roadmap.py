"""Steps to what is not possible yet, in order, with years and owners."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._study import study_blocks


@chapter("roadmap", 58)
def roadmap(report: Report, words: Words) -> Iterator[Block]:
    yield from study_blocks("roadmap", report, words)
