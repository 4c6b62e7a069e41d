"""Every method beside ours, every figure of ours, and the verdict at the end."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.backtest import ENTRY, Backtest, Question
from ...wording.numbers import NOTHING
from ..blocks import Block, Bullets, Column, Heading, Paragraph, Table, Title, View
from ..render import Options
from . import VIEWS
from ._backtest import FIGURES, Telling, rivals


@VIEWS.add(Backtest)
def backtest_view(result: Backtest, options: Options) -> View:
    """The plain question first, then the others; of several origins their mean and each by itself."""
    tell = Telling(result, options.language)
    main = [item for item in (result.at(None),) if item] or [item for item in map(result.at, result.origins) if item]
    blocks: list[Block] = [Title(tell.title())]
    for question in main:
        blocks += _methods(question, tell)
    if result.together:
        blocks += [Heading(tell.say("origins")), _by_origin([result.at(origin) for origin in result.origins], tell)]
    others = [item for item in (result.together or result.questions) if item.variant != ENTRY]
    if others:
        blocks += [Heading(tell.say("questions")), question_table(others, tell, named=not result.together)]
    for question in main:
        blocks += _figures(question, tell)
    if result.not_asked:
        blocks.append(Bullets(tuple(map(tell.not_asked, result.not_asked)), tell.say("not_asked")))
    blocks.append(Paragraph(tell.say("read").format(cut=tell.number(result.cut, 2)), quiet=True))
    blocks.append(Paragraph(tell.say("whole"), quiet=True))
    blocks += [Heading(tell.say("verdict")), *verdict_blocks(tell)]
    return tuple(blocks)


def verdicts(result: Backtest, language: str) -> tuple[str, ...]:
    """What a reader needs to know who sees nothing else."""
    return tuple(item.sentences[0] for item in Telling(result, language).verdicts())


def verdict_blocks(tell: Telling) -> Iterator[Block]:
    """The main sentence of each verdict, and below it what else must be known."""
    for item in tell.verdicts():
        first, *rest = item.sentences
        yield Paragraph(first)
        if rest:
            yield Bullets(tuple(rest))


def _methods(question: Question, tell: Telling) -> Iterator[Block]:
    yield Heading(headed("methods", question, tell))
    yield Paragraph(cases(question, tell))
    yield method_table(question, tell)


def headed(key: str, question: Question, tell: Telling) -> str:
    if question.origin is None:
        return tell.say(f"{key}_together")
    return tell.say(key).format(origin=question.origin)


def cases(question: Question, tell: Telling) -> str:
    """How many entered, among how many, where."""
    found = {"entries": question.entries, "candidates": question.candidates, "regions": question.regions}
    return tell.say("cases").format(**{name: tell.count(value) for name, value in found.items()})


def method_table(question: Question, tell: Telling) -> Table:
    """The methods by average precision, the best first."""
    heads = (tell.head("method"), *(tell.head(key, number=True) for key in ("average_precision", "lead")))
    rows = tuple(
        (tell.method(item.method), *(tell.ranged(part.get("average_precision")) for part in (item.figures, item.lead)))
        for item in question.methods
    )
    return Table(heads, rows)


def _by_origin(questions: list[Question | None], tell: Telling) -> Table:
    rows = tuple((tell.origin(item.origin), *_beside(item, tell)) for item in questions if item)
    return Table((tell.head("origin"), *_heads(tell)), rows)


def question_table(questions: list[Question], tell: Telling, *, named: bool) -> Table:
    """Ours and the best simple method on each question; `named` with its origin."""
    several = named and len({item.origin for item in questions}) > 1
    rows = (
        (f"{tell.origin(item.origin)}: " * several + tell.say(item.variant, "backtest_variant"), *_beside(item, tell))
        for item in questions
    )
    return Table((tell.head("question"), *_heads(tell)), tuple(rows))


def _heads(tell: Telling) -> tuple[Column, ...]:
    numbers = {"entered": True, "ours": True, "simple": False, "lead": True}
    return tuple(tell.head(key, number=number) for key, number in numbers.items())


def _beside(question: Question, tell: Telling) -> tuple[str, ...]:
    best = question.best_simple
    ours = tell.number(question.ours.value("average_precision"))
    if best is None:
        return tell.entered(question), ours, NOTHING, NOTHING
    simple = f"{tell.method(best.method)} {tell.number(best.value('average_precision'))}"
    return tell.entered(question), ours, simple, tell.ranged(best.lead.get("average_precision"))


def _figures(question: Question, tell: Telling) -> Iterator[Block]:
    shown = rivals(question)
    yield Heading(headed("figures", question, tell))
    heads = (tell.head("figure"), *(tell.named(item.method) for item in shown))
    rows = []
    for name in FIGURES:
        found = [tell.ranged(item.figures.get(name)) for item in shown]
        if set(found) != {NOTHING}:
            rows.append((tell.say(name, "backtest_figure"), *found))
        rows += _bounds(name, question, tell, len(shown))
    yield Table(heads, tuple(rows))


def _bounds(name: str, question: Question, tell: Telling, columns: int) -> Iterator[tuple[str, ...]]:
    """What bounds a figure, in a line of its own."""
    shown = rivals(question)
    if name == "precision_at_10" and question.chance.value is not None:
        for key, bound in (("by_chance", question.chance), ("of_an_oracle", question.oracle)):
            yield (tell.say(key, "backtest_figure"), *[tell.ranged(bound)] * columns)
    perfect = [tell.ranged(item.perfect_calibration_error) for item in shown]
    if name == "calibration_error" and set(perfect) != {NOTHING}:
        yield (tell.say("if_perfect", "backtest_figure"), *perfect)
