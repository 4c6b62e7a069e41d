"""Two opportunities side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.config import CRITERIA
from ...model.finding import Facts
from ...model.recommendation import Comparison, Opportunity
from ..blocks import Block, Bullets, Column, Heading, Paragraph, Table, Title, View
from ..render import Options
from . import VIEWS
from ._words import Words


@VIEWS.add(Comparison)
def comparison_view(result: Comparison, options: Options) -> View:
    """What differs most, both in one table, what each needs, and why one of them is not recommended."""
    words = Words(result.recommendation, options.language)
    names = {"first": words.title_of(result.first), "second": words.title_of(result.second)}
    blocks: list[Block] = [Title(words.label("title", "comparison").format(region=words.region(), **names))]
    blocks += [Paragraph(words.sentence(finding)) for finding in result.differences[:1]]
    blocks.append(_side_by_side(result, words))
    blocks += _needs(result, words)
    for item in (result.first, result.second):
        blocks += _why_not(item, words)
    return tuple(blocks)


def _side_by_side(result: Comparison, words: Words) -> Table:
    pairs = zip(_rows(result.first, words), _rows(result.second, words), strict=True)
    rows = ((head, one, other) for (head, one), (_, other) in pairs)
    return _table("", result, tuple(row for row in rows if set(row[1:]) != {words.number(None)}), words)


def _table(head: str, result: Comparison, rows: tuple[tuple[str, ...], ...], words: Words) -> Table:
    both = (Column(words.title_of(item), wraps=True) for item in (result.first, result.second))
    return Table((Column(head, wraps=True), *both), rows)


def _rows(item: Opportunity, words: Words) -> Iterator[tuple[str, str]]:
    """Head and cell, the same heads for every opportunity of an answer."""

    def head(key: str) -> str:
        return words.label("column", key)

    evidence, colocation = item.competence, item.colocation
    yield head("rank_full"), str(item.rank) if item.rank is not None else words.number(None)
    yield head("band"), words.label("band", item.band)
    yield head("score"), words.score(item)
    if words.answer.subject == "paths":
        yield head("fit"), words.number(evidence.fit.low if evidence else None)
        yield head("percentile"), words.hundred(evidence.null_percentile if evidence else None)
        yield head("coalition"), words.together(item)
        yield head("gap"), words.gap(item)
    yield head("by_statistics"), words.hundred(colocation.percentile if colocation else None)
    for criterion in CRITERIA:
        yield f"{words.label('criterion', criterion)} 0–1", words.number(item.criteria.get(criterion))


def _needs(result: Comparison, words: Words) -> Iterator[Block]:
    """How far the needs of each are met, where that differs."""
    found = [finding.facts for finding in result.differences if finding.facts["aspect"] == "need"]
    if found:
        rows = tuple((words.name(need["key"]), *_met(need, words)) for need in found)
        yield Heading(words.heading("needs_met"))
        yield _table(words.label("column", "competence"), result, rows, words)


def _met(need: Facts, words: Words) -> Iterator[str]:
    for key in ("first_value", "second_value"):
        value = need[key]
        yield words.label("cell", "not_needed") if value is None else words.percent(value)


def _why_not(item: Opportunity, words: Words) -> Iterator[Block]:
    if item.rank is None and item.reasons:
        yield Bullets(tuple(map(words.sentence, item.reasons)), words.title_of(item))
