"""What nobody can judge yet, and what is not recommended: each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.report import Report
from ..blocks import Block, Heading, Table
from ..views._words import Words
from ..views.recommendation import unranked_blocks
from . import chapter


@chapter("unranked", 40)
def unranked(report: Report, words: Words) -> Iterator[Block]:
    """The tables of the answer, whole; their headings become their titles."""
    title = ""
    for block in unranked_blocks(words):
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            yield replace(block, title=title, most=None, more="")
