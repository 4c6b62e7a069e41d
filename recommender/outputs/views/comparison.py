"""Two opportunities side by side."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.config import CRITERIA
from ...model.recommendation import Comparison, Opportunity
from ..blocks import Block, Bullets, Column, Heading, Table, Title, View
from ..render import Options
from . import VIEWS
from ._words import Words


@VIEWS.add(Comparison)
def comparison_view(result: Comparison, options: Options) -> View:
    words = Words(result.recommendation, options.language)
    names = {"first": words.title_of(result.first), "second": words.title_of(result.second)}
    blocks: list[Block] = [Title(words.label("title", "comparison").format(region=words.region(), **names))]
    blocks.append(_side_by_side(result, words))
    told = tuple(words.sentence(finding) for finding in result.differences)
    if told:
        blocks += [Heading(words.heading("differences")), Bullets(told)]
    return tuple(blocks)


def _side_by_side(result: Comparison, words: Words) -> Table:
    columns = (
        Column(""),
        Column(words.title_of(result.first), wraps=True),
        Column(words.title_of(result.second), wraps=True),
    )
    pairs = zip(_rows(result.first, words), _rows(result.second, words), strict=True)
    rows = ((head, one, other) for (head, one), (_, other) in pairs)
    return Table(columns, tuple(row for row in rows if set(row[1:]) != {words.number(None)}))


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
        if criterion in item.criteria or words.answer.subject == "paths":
            yield f"{words.label('criterion', criterion)} 0–1", words.number(item.criteria.get(criterion))
