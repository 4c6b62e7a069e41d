"""Everything about one opportunity, question by question."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.recommendation import Explanation, NeedState, Opportunity, Section
from ..blocks import Block, Bullets, Heading, Paragraph, Table, Title, View
from ..render import Options
from . import VIEWS
from ._words import Words


@VIEWS.add(Explanation)
def explanation_view(result: Explanation, options: Options) -> View:
    words = Words(result.recommendation, options.language)
    item = result.opportunity
    title = words.label("title", "explanation").format(region=words.region(), path=words.title_of(item))
    blocks: list[Block] = [Title(title)]
    if item.summary:
        blocks.append(Paragraph(words.local(item.summary), quiet=True))
    for section in result.sections:
        blocks += _section(section, item, words)
    return tuple(blocks)


def _section(section: Section, item: Opportunity, words: Words) -> Iterator[Block]:
    yield Heading(words.label("question", section.question))
    if section.question == "with_what" and item.competence and item.competence.needs:
        yield needs_table(item.competence.needs, words)
    yield Bullets(tuple(dict.fromkeys(words.told(finding) for finding in section.answers)))


def needs_table(needs: tuple[NeedState, ...], words: Words) -> Table:
    """What the path needs and who brings it, the weightiest first."""
    columns = (
        words.column("competence", wraps=True),
        words.column("weight", number=True),
        words.column("needs", number=True),
        words.column("has", number=True),
        words.column("met", number=True),
        words.column("from", wraps=True, folds=True),
    )
    order = sorted(needs, key=lambda need: (not need.essential, -need.weight, need.competence))
    return Table(columns, tuple(_need(need, words) for need in order))


def _need(need: NeedState, words: Words) -> tuple[str, ...]:
    essential = f" ({words.label('cell', 'essential')})" if need.essential else ""
    return (
        words.name(need.competence) + essential,
        words.number(need.weight),
        words.number(need.level),
        words.number(need.available) if need.assessed or need.available else "?",
        words.percent(need.share) if need.assessed or need.available else "?",
        _supplier(need, words),
    )


def _supplier(need: NeedState, words: Words) -> str:
    if need.supplier is None:
        return words.label("cell", "nobody" if need.assessed else "not_assessed")
    if need.nearby is None:
        return words.name(need.supplier)
    return words.label("cell", "near").format(words.name(need.supplier), words.name(need.nearby))
