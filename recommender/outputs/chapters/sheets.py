"""A sheet for each possible step: need, have, where, gap, from whom, and what the score is made of."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.config import CRITERIA
from ...model.recommendation import Explanation, Opportunity, Section
from ...model.report import Report
from ..blocks import Block, Group, Heading, Pairs, Paragraph
from ..views._words import Words
from ..views.explanation import needs_table
from . import chapter
from ._parts import sheet_mark, table, told

TOLD_ELSEWHERE = (
    "rank", "score", "reference_vintage", "not_validated", "forecast_checked", "weak_complexity", "region_recoded",
    "illustrative", "missing_criterion",
)  # fmt: skip
"""In the table of the sheet, or once for all in the chapter on the method."""


@chapter("sheets", 30, ("team", "authority", "workshop"))
def ranked_sheets(report: Report, words: Words) -> Iterator[Block]:
    yield from (sheet(found, words) for found in report.explanations if found.opportunity.rank is not None)


def sheet(found: Explanation, words: Words) -> Group:
    """Everything about one opportunity."""
    item = found.opportunity
    title = f"{item.rank}. {words.title_of(item)}" if item.rank else words.title_of(item)
    blocks = (*_head(item, words), *_score(item, words), *_answers(found, words))
    return Group("sheet", title, sheet_mark(item.id), blocks, words.label("band", item.band))


def _head(item: Opportunity, words: Words) -> Iterator[Block]:
    if item.summary:
        yield Paragraph(words.local(item.summary))
    facts = [("band", words.label("band", item.band))]
    if item.score is not None:
        facts.append(("score", words.score(item)))
    if item.quadrant:
        facts.append(("road", words.label("quadrant", item.quadrant)))
    if item.competence and item.competence.coalition:
        facts.append(("coalition", words.together(item)))
    served = [
        f"{words.label('transition', key)} {words.number(value)}" for key, value in item.transitions.items() if value
    ]
    if served:
        facts.append(("serves", ", ".join(served)))
    yield Pairs(tuple((words.label("sheet", key), text) for key, text in facts))


def _score(item: Opportunity, words: Words) -> Iterator[Block]:
    """What the score is made of, criterion by criterion."""
    if item.score is None:
        return
    columns = (
        words.column("criterion"),
        words.column("value", number=True),
        words.column("weight_share", number=True),
        words.column("adds", number=True),
        words.column("rests_on"),
    )
    rows = [_criterion(item, name, words) for name in CRITERIA if name in item.criteria]
    yield from table(words.label("table", "score"), columns, rows)


def _criterion(item: Opportunity, name: str, words: Words) -> tuple[str, ...]:
    value, weight = item.criteria[name], item.weights.get(name)  # type: ignore[index,call-overload]
    adds = value * weight if value is not None and weight else None
    basis = item.basis.get(name, "missing")  # type: ignore[call-overload]
    return (
        words.criterion(name),
        words.number(value),
        words.percent(weight) if weight else words.label("cell", "left_out"),
        words.number(adds),
        words.label("basis", basis),
    )


def _answers(found: Explanation, words: Words) -> Iterator[Block]:
    for section in found.sections:
        blocks = tuple(_section(section, found.opportunity, words))
        if blocks:
            yield Heading(words.label("question", section.question), level=4)
            yield from blocks


def _section(section: Section, item: Opportunity, words: Words) -> Iterator[Block]:
    if section.question == "with_what" and item.competence and item.competence.needs:
        yield needs_table(item.competence.needs, words)
    yield from told((answer for answer in section.answers if answer.kind not in TOLD_ELSEWHERE), words)
