"""What changed since an earlier result."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._study import study_blocks


@chapter("changes", 15)
def changes(report: Report, words: Words) -> Iterator[Block]:
    yield from study_blocks("changes", report, words)
