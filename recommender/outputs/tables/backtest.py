"""A backtest as rows: one a figure of a method, and one a point of its curves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...model.backtest import OURS, Backtest, Estimate, MethodResult, Question
from . import PARTS, TABLES, Rows

ASKED = ("origin", "variant", "candidates", "entries", "method")
FIGURES = (*ASKED, "figure", "value", "low", "high", "lead", "lead_low", "lead_high")
NO_LEAD = Estimate(None)


@TABLES.add(Backtest)
def backtest_table(result: Backtest, language: str) -> Rows:
    """Every figure; `lead` is ours less this method's. Means over the origins have none."""
    return FIGURES, list(_rows(result, _figures))


@PARTS.add(Backtest)
def backtest_parts(result: Backtest, language: str) -> Mapping[str, Rows]:
    return {
        "figures": backtest_table(result, language),
        "reliability": (
            (*ASKED, "count", "promised", "realised", "low", "high"), list(_rows(result, _reliability))),
        "lift": ((*ASKED, "share", "lift", "low", "high"), list(_rows(result, _lift))),
        "precision-recall": ((*ASKED, "recall", "precision", "low", "high"), list(_rows(result, _precision))),
    }  # fmt: skip


def _rows(
    result: Backtest, of: Callable[[MethodResult, Question], Iterator[tuple[Any, ...]]]
) -> Iterator[tuple[Any, ...]]:
    for question in (*result.questions, *result.together):
        asked = question.origin, question.variant, question.candidates, question.entries
        for method in question.methods:
            yield from ((*asked, method.method, *row) for row in of(method, question))


def _figures(method: MethodResult, question: Question) -> Iterator[tuple[Any, ...]]:
    for name, estimate in method.figures.items():
        yield name, *_ends(estimate), *_ends(method.lead.get(name, NO_LEAD))
    if method.perfect_calibration_error is not None:
        yield "perfect_calibration_error", *_ends(method.perfect_calibration_error), *_ends(NO_LEAD)
    if method.method == OURS:
        bounds = {"precision_at_10_by_chance": question.chance, "precision_at_10_of_an_oracle": question.oracle}
        for name, bound in bounds.items():
            yield name, *_ends(bound), *_ends(NO_LEAD)


def _reliability(method: MethodResult, question: Question) -> Iterator[tuple[Any, ...]]:
    for group in method.reliability:
        yield group.count, group.promised, *_ends(group.realised)


def _lift(method: MethodResult, question: Question) -> Iterator[tuple[Any, ...]]:
    for point in method.lift_curve:
        yield point.at, *_ends(point.value)


def _precision(method: MethodResult, question: Question) -> Iterator[tuple[Any, ...]]:
    for point in method.precision_recall:
        yield point.at, *_ends(point.value)


def _ends(estimate: Estimate) -> tuple[float | None, float | None, float | None]:
    return estimate.value, estimate.low, estimate.high
