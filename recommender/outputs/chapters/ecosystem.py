"""The clusters beside each other: bridges worth building, institutions nobody uses, weak points."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._study import study_blocks


@chapter("ecosystem", 62, ("team", "authority", "workshop"))
def ecosystem(report: Report, words: Words) -> Iterator[Block]:
    yield from study_blocks("ecosystem", report, words)
