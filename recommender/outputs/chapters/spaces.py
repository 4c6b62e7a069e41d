"""What is related to what, and how much of it the region has."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report, Space
from ..blocks import Block
from ..views._words import Words
from . import chapter
from ._parts import drawn, table


@chapter("spaces", 72, ("team", "authority", "workshop"))
def spaces(report: Report, words: Words) -> Iterator[Block]:
    for kind, figure in (("competences", "competence-space"), ("activities", "activity-space")):
        yield from drawn(figure, report, words)
        if kind in report.spaces:
            yield from _numbers(report.spaces[kind], kind, words)


def _numbers(space: Space, kind: str, words: Words) -> Iterator[Block]:
    """What the numbers of the drawing stand for."""
    of_competences = kind == "competences"
    columns = (
        words.column("rank", number=True),
        words.column("competence" if of_competences else "activity", wraps=True),
        *([words.column("paths_needing", number=True)] if of_competences else []),
        words.column("best_here" if of_competences else "location_quotient", number=True),
        words.column("state_here"),
    )
    rows = [
        (str(number), words.name(dot.id), *([words.number(dot.weight, 0)] if of_competences else []),
         words.number(dot.value), words.label("space_state", dot.state))
        for number, dot in enumerate(space.dots, start=1)
    ]  # fmt: skip
    yield from table(words.label("report", f"space_of_{kind}"), columns, rows)
