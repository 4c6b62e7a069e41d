"""How the answer was made, from data of which year, and what limits it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.report import Report
from ..blocks import Block, Bullets, Heading, Pairs
from ..summary import summary
from ..views._words import Words
from ..views.recommendation import ABOVE, HEADER
from . import chapter
from ._parts import told

STEPS = ("fit", "luck", "bands", "score", "roads")


@chapter("method", 110)
def method(report: Report, words: Words) -> Iterator[Block]:
    answer = report.recommendation
    steps = words.labels(f"method_{answer.subject}")
    settings = {name.replace(".", "_"): _shown(name, value, words) for name, value in answer.settings.items()}
    yield Bullets(tuple(text.format(**settings) for text in steps.values()))
    known = [*summary(answer), *answer.warnings]
    rests = [(kind, finding) for kind in HEADER for finding in known if finding.kind == kind]
    yield Heading(words.label("report", "rests_on"), level=3)
    yield Pairs(tuple((words.label("header", kind), words.sentence(finding)) for kind, finding in rests))
    limits = [finding for finding in answer.warnings if finding.kind not in (*HEADER, *ABOVE)]
    if limits:
        yield Heading(words.heading("limits"), level=3)
        yield from told(limits, words)


def _shown(name: str, value: object, words: Words) -> str:
    if name.startswith("bands."):
        return words.hundred(value if isinstance(value, float) else None)
    return words.number(value) if isinstance(value, float) else str(value)
