"""What the clusters can do: a map for each kind of competence."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ...model.vocabulary import COMPETENCE_KINDS
from ..blocks import Block, Paragraph
from ..views._words import Words
from . import chapter
from ._parts import drawn


@chapter("competences", 70, ("team", "authority", "workshop"))
def competences(report: Report, words: Words) -> Iterator[Block]:
    found = [
        block for kind in COMPETENCE_KINDS for block in drawn(f"competences-{kind.replace('_', '-')}", report, words)
    ]
    if found:
        yield Paragraph(words.label("report", "how_to_read_map"), quiet=True)
    yield from found
