"""What else deserves attention: assets that nobody uses, views that disagree, what to build first."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.finding import Finding
from ...model.report import Report
from ..blocks import Block, Heading, Paragraph
from ..views._words import Words
from ..views.recommendation import OVERALL
from . import chapter
from ._parts import told

MOST_OF_A_KIND = 6
"""So many findings of a kind are told; all of them stand in the workbook."""


@chapter("attention", 50)
def attention(report: Report, words: Words) -> Iterator[Block]:
    by_kind: dict[str, list[Finding]] = {}
    for finding in report.recommendation.findings:
        if finding.kind not in OVERALL:
            by_kind.setdefault(finding.kind, []).append(finding)
    for kind, findings in by_kind.items():
        yield Heading(words.label("attention", kind), level=3)
        yield from told(findings[:MOST_OF_A_KIND], words)
        left = len(findings) - MOST_OF_A_KIND
        if left > 0:
            yield Paragraph(words.label("report", "more_findings").format(count=left), quiet=True)
