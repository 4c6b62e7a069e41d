"""The page of a backtest: the verdict on top, then the methods, the curves with their figures, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model.backtest import ENTRY, FOREST, LASTING, OURS, Backtest, CurvePoint, Estimate, MethodResult, Question
from ...wording import labels
from ..blocks import Block, Bullets, Column, Figure, Group, Pairs, Paragraph, Table
from ..charts._curves import Axis, Line, dots, lines, reliability
from ..tool import TOOL
from ..views._backtest import FIGURES, Telling
from ..views.backtest import cases, headed, method_table, question_table, verdict_blocks
from . import PAGES, Part, WebPage

SHOWN_LIFT, SHOWN_RECALL = 0.1, 0.5
"""The point of each curve that its words tell."""


@PAGES.add(Backtest)
def backtest_page(result: Backtest, language: str) -> WebPage:
    """Everything, for somebody who opens the file without having run the command."""
    tell = Telling(result, language)
    parts = (*_parts(tell), Part("how", tell.say("how"), tuple(_how(tell))))
    made = tell.say("made_by").format(tool=f"{TOOL['name']} {TOOL['version']}")
    return WebPage(
        tell.title(), tell.say("subtitle").format(origins=tell.origins()), language, tell.say("contents"),
        tell.say("skip"), made, tuple(part for part in parts if part.blocks),
    )  # fmt: skip


def _parts(tell: Telling) -> Iterator[Part]:
    result = tell.result
    yield Part("verdict", tell.say("verdict"), tuple(verdict_blocks(tell)))
    main = [item for item in (result.at(None), *map(result.at, result.origins)) if item]
    for asked in main:
        name = f"methods-{asked.origin or 'together'}"
        yield Part(name, headed("methods", asked, tell), tuple(_methods(asked, name, tell)))
        if asked.origin is not None and asked.entries:
            yield Part(f"curves-{asked.origin}", headed("curves", asked, tell), tuple(_curves(asked, tell)))
    others = [item for item in (*result.together, *result.questions) if item.variant != ENTRY]
    missing = tuple(map(tell.not_asked, result.not_asked))
    tables = (question_table(others, tell, named=True),) if others else ()
    asked_not = (Bullets(missing, tell.say("not_asked")),) if missing else ()
    yield Part("questions", tell.say("questions"), (*tables, *asked_not))
    everything = (*result.together, *result.questions)
    leads = [_every_lead(item, tell) for item in everything if item.variant == ENTRY and item.entries]
    yield Part("figures", tell.say("all_methods"), (*(_every_figure(item, tell) for item in everything), *leads))


def _methods(asked: Question, name: str, tell: Telling) -> Iterator[Block]:
    yield Paragraph(cases(asked, tell))
    if asked.entries:
        drawing, table = _dots(asked, name, tell), method_table(asked, tell)
        rows = tuple(tuple(map(_together, row)) for row in table.rows)
        yield _beside(drawing.name, drawing.title, drawing, replace(table, rows=rows))


def _dots(asked: Question, name: str, tell: Telling) -> Figure:
    base = asked.entries / asked.candidates
    rows = [
        {"name": tell.method(item.method), "value": found.value, "low": found.low, "high": found.high,
         "kind": {OURS: "ours", FOREST: "learned"}.get(item.method, "simple")}
        for item in asked.methods if (found := item.figures["average_precision"])
    ]  # fmt: skip
    drawing = dots(rows, tell.say("precision_mean_axis", "backtest_chart"), base, tell.say("chance", "backtest_chart"))
    best, first = asked.best_simple or asked.ours, asked.methods[0]
    told = tell.say("methods_text", "backtest_chart").format(
        first=tell.method(first.method), value=tell.number(first.value("average_precision")),
        simple=tell.method(best.method), simple_value=tell.number(best.value("average_precision")),
        base=tell.number(base),
    )  # fmt: skip
    return Figure(name.replace("methods", "precision"), tell.say("methods", "backtest_chart"), drawing, told)


def _curves(asked: Question, tell: Telling) -> Iterator[Block]:
    stays = tell.result.at(asked.origin, LASTING)
    for question in (asked, stays):
        if question is not None and question.ours.reliability:
            yield from _reliability(question, tell)
    yield from _lift(asked, tell)
    yield from _recall(asked, tell)


def _reliability(asked: Question, tell: Telling) -> Iterator[Block]:
    bins = asked.ours.reliability
    rows = [
        {"promised": 100 * item.promised, "realised": 100 * (item.realised.value or 0.0),
         "low": 100 * _low(item.realised), "high": 100 * _high(item.realised)}
        for item in bins
    ]  # fmt: skip
    last = bins[-1]
    told = tell.say("reliability_text", "backtest_chart").format(
        cells=tell.count(bins[0].count), bins=len(bins), promised=tell.hundred(last.promised),
        realised=tell.hundred(last.realised.value), low=tell.hundred(last.realised.low),
        high=tell.hundred(last.realised.high),
        inside=sum(_low(item.realised) <= item.promised <= _high(item.realised) for item in bins),
    )  # fmt: skip
    axes = (tell.say(key, "backtest_chart") for key in ("promised_axis", "realised_axis"))
    title = tell.say(f"reliability_{asked.variant}", "backtest_chart")
    name = f"reliability-{asked.variant}-{asked.origin}"
    drawing = Figure(name, title, reliability(rows, *axes), told)
    heads = tuple(tell.head(key, number=True) for key in ("cells", "promised", "realised"))
    cells = ((tell.count(item.count), tell.hundred(item.promised), _hundreds(item.realised, tell)) for item in bins)
    yield _beside(name, title, drawing, Table(heads, tuple(cells), title=tell.say("table_of")))


def _beside(name: str, title: str, drawing: Figure, table: Table) -> Group:
    """A curve with its figures."""
    return Group("curve", title, f"curve-{name}", (drawing, table))


def _lift(asked: Question, tell: Telling) -> Iterator[Block]:
    ours, best = asked.ours, asked.best_simple
    at = next(point for point in ours.lift_curve if point.at == SHOWN_LIFT)
    simple = next((point for point in best.lift_curve if point.at == SHOWN_LIFT), None) if best else None
    told = tell.say("lift_text", "backtest_chart").format(
        share=tell.number(100 * SHOWN_LIFT, 0), ours=tell.number(at.value.value, 1), low=tell.number(at.value.low, 1),
        high=tell.number(at.value.high, 1), simple=tell.method(best.method) if best else "–",
        simple_value=tell.number(simple.value.value if simple else None, 1),
    )  # fmt: skip
    along = Axis(tell.say("share_axis", "backtest_chart"), "log", (1, 2, 5, 10, 20, 50, 100), (1, 100))
    drawn = [_line(item, item.lift_curve, 100, 1, tell) for item in (ours, best) if item]
    drawing = lines(drawn[0], drawn[1:], along, Axis(tell.say("lift_axis", "backtest_chart")), 1)
    title = tell.say("lift", "backtest_chart")
    table = _points("share", [item.lift_curve for item in (ours, best) if item], asked, tell, 1)
    yield _beside(f"lift-{asked.origin}", title, Figure(f"lift-{asked.origin}", title, drawing, told), table)


def _recall(asked: Question, tell: Telling) -> Iterator[Block]:
    ours, best, base = asked.ours, asked.best_simple, asked.entries / asked.candidates
    shown = [item for item in (ours, best) if item]
    at = {item.method: next(point for point in item.precision_recall if point.at == SHOWN_RECALL) for item in shown}

    def one_in(estimate: Estimate | float) -> str:
        value = estimate if isinstance(estimate, float) else estimate.value
        return tell.number(1 / value, 1) if value else "–"

    told = tell.say("recall_text", "backtest_chart").format(
        recall=tell.number(100 * SHOWN_RECALL, 0), ours=one_in(at[OURS].value), base=one_in(base),
        simple=tell.method(best.method) if best else "–", simple_value=one_in(at[best.method].value) if best else "–",
    )  # fmt: skip
    along = Axis(tell.say("recall_axis", "backtest_chart"), domain=(0, 100))
    drawn = [_line(item, item.precision_recall, 100, 100, tell) for item in shown]
    drawing = lines(drawn[0], drawn[1:], along, Axis(tell.say("precision_axis", "backtest_chart")), 100 * base)
    title = tell.say("recall", "backtest_chart")
    table = _points("recall", [item.precision_recall for item in shown], asked, tell, 100)
    yield _beside(f"recall-{asked.origin}", title, Figure(f"recall-{asked.origin}", title, drawing, told), table)


def _line(method: MethodResult, points: tuple[CurvePoint, ...], x: float, y: float, tell: Telling) -> Line:
    def scaled(value: float | None) -> float | None:
        return None if value is None else value * y

    found = (
        (point.at * x, point.value.value * y, scaled(point.value.low), scaled(point.value.high))
        for point in points
        if point.value.value is not None
    )
    return Line(tell.method(method.method), tuple(found))


def _points(key: str, curves: list[tuple[CurvePoint, ...]], asked: Question, tell: Telling, scale: int) -> Table:
    """A curve in figures; `scale` 100 for shares."""
    names = [item.method for item in (asked.ours, asked.best_simple) if item]
    heads = (tell.head(key, number=True), *map(tell.named, names))
    rows = []
    for points in zip(*curves, strict=True):
        cells = (_hundreds(point.value, tell) if scale == 100 else tell.ranged(point.value, 1) for point in points)
        rows.append((tell.number(100 * points[0].at, 0), *map(_together, cells)))
    return Table(heads, tuple(rows), title=tell.say("table_of"))


def _every_figure(asked: Question, tell: Telling) -> Table:
    """All methods x all figures of one question."""
    shown = [name for name in FIGURES if any(name in item.figures for item in asked.methods)]
    heads = [tell.head("method"), *(Column(tell.say(name, "backtest_figure"), "right") for name in shown)]
    rows = [
        [tell.method(item.method), *(_together(tell.ranged(item.figures.get(name))) for name in shown)]
        for item in asked.methods
    ]
    if any(item.perfect_calibration_error for item in asked.methods):
        heads.append(Column(tell.say("if_perfect", "backtest_figure"), "right"))
        for row, item in zip(rows, asked.methods, strict=True):
            row.append(_together(tell.ranged(item.perfect_calibration_error)))
    bounds = {"by_chance": asked.chance, "of_an_oracle": asked.oracle} if "precision_at_10" in shown else {}
    for key, bound in bounds.items():
        cells = (_together(tell.ranged(bound)) if name == "precision_at_10" else "" for name in shown)
        rows.append([tell.say(key, "backtest_figure"), *cells, *[""] * (len(heads) - 1 - len(shown))])
    title = f"{tell.origin(asked.origin)}: {tell.say(asked.variant, 'backtest_variant')}"
    return Table(tuple(heads), tuple(map(tuple, rows)), title=f"{title[0].upper()}{title[1:]}. {cases(asked, tell)}")


def _every_lead(asked: Question, tell: Telling) -> Table:
    """What ours has more than each method, figure by figure; a smaller calibration error is the better one."""
    shown = [name for name in FIGURES if any(name in item.lead for item in asked.methods)]
    heads = (tell.head("method"), *(Column(tell.say(name, "backtest_figure"), "right") for name in shown))
    rows = tuple(
        (tell.method(item.method), *(_together(tell.ranged(item.lead.get(name))) for name in shown))
        for item in asked.methods
        if item.lead
    )
    return Table(heads, rows, title=tell.say("leads").format(origin=tell.origin(asked.origin)))


def _how(tell: Telling) -> Iterator[Block]:
    """The terms one below the other, then what is said of all."""
    known = labels(tell.language)["backtest_help"]
    yield Pairs(tuple((tell.say(name, "backtest_term"), text) for name, text in known.items()))
    yield Paragraph(tell.say("read").format(cut=tell.number(tell.result.cut, 2)), quiet=True)


def _together(text: str) -> str:
    """The brackets of a cell stay on one line."""
    value, mark, ends = text.partition(" (")
    return f"{value}{mark}{ends.replace(' ', chr(0xA0))}" if mark else text


def _hundreds(estimate: Estimate, tell: Telling) -> str:
    low, high = (None if part is None else 100 * part for part in (estimate.low, estimate.high))
    return tell.ranged(Estimate(None if estimate.value is None else 100 * estimate.value, low, high), 1)


def _low(estimate: Estimate) -> float:
    return (estimate.value or 0.0) if estimate.low is None else estimate.low


def _high(estimate: Estimate) -> float:
    return (estimate.value or 0.0) if estimate.high is None else estimate.high
