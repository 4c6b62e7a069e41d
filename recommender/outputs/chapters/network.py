"""Who works with whom, and who with nobody."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._parts import drawn


@chapter("network", 80, ("team", "authority", "workshop"))
def network(report: Report, words: Words) -> Iterator[Block]:
    yield from drawn("network", report, words)
