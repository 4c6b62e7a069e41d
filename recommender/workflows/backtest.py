"""How good forecasts from earlier years of a table would have been."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from ..analysis.prediction.backtest import OURS, Result, backtest
from ..analysis.prediction.rivals import ABROAD, FOREST
from ..analysis.prediction.variants import ENTRY
from ..model.listing import Listing
from ..model.problem import Code, input_error
from .table_form import AS_IT_IS, TableForm, read_in_form

NOTES = (
    "average_precision: mean precision at each entry; a perfect order has 1, a random one the share of entries.",
    "Beside each figure, and each lead of ris3 over a method: the middle 90 % of 200 draws of whole regions.",
    "entry: a location quotient of 1 or more at the end. lasting: also in the two observations that follow. fresh: "
    "never specialised before. lagging: the third of the regions with the fewest specialisations.",
    "ris3-other-countries: ours, learned without a third of the countries, the region's own among them.",
    "The best F1 of csv and json chooses its threshold on the cells it is measured on: an upper bound.",
)


STANDINGS = {
    "validated": "validated",
    "no_proven_gain": "without proven gain",
    "refused": "refused",
    "not_validated": "not validated",
}
LEARNED = (OURS, FOREST, ABROAD)
BRIEF = ("origin", "variant", "method", "average_precision", "ris3_ahead_by")


@dataclass(frozen=True, slots=True)
class BacktestRequest:
    """Which forecasts to try, on which table, and how its file is written. `brief` fits a page."""

    table: str | Any
    horizon: int
    origins: tuple[int, ...]
    cut: float = 0.5
    brief: bool = False
    indicator: str | None = None
    form: TableForm = AS_IT_IS
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."


def run_backtest(request: BacktestRequest) -> Listing:
    """Every method at every origin, and a plain verdict.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the table, or if it lacks one of the years.
    """
    if not 0 < request.cut <= 1:
        raise input_error(Code.USAGE, f"--cut {request.cut:g} is not between 0 and 1", hint="0.5 is usual")
    table, notes = read_in_form(
        request.table, request.form, indicator=request.indicator,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip
    file = request.table if isinstance(request.table, str) else None
    for origin in request.origins:
        table.year_index(origin, file)
        table.year_index(origin + request.horizon, file)
    results = [item for origin in request.origins for item in backtest(table, origin, request.horizon, request.cut)]
    columns = BRIEF if request.brief else tuple(item.name for item in fields(Result))
    rows = tuple(map(_brief, _worth_a_line(results)) if request.brief else (_whole(item) for item in results))
    facts = {"horizon": request.horizon, "cut": request.cut, "origins": list(request.origins)}
    title = f"{table.source.name}: forecasts {request.horizon} years ahead against what came"
    verdicts = tuple(_verdict(results, origin) for origin in request.origins)
    return Listing("ris3/backtest/1", title, columns, rows, facts, (*verdicts, *NOTES), tuple(notes))


def _verdict(results: list[Result], origin: int) -> str:
    asked = [item for item in results if item.origin == origin and item.variant == ENTRY]
    ours = next(item for item in asked if item.method == OURS)
    best = next(item for item in asked if item.method not in LEARNED)
    if ours.entries == 0:
        return f"From {origin}: nobody entered, so nothing can be compared."
    ahead = best.difference_low is not None and best.difference_low > 0
    behind = best.difference_high is not None and best.difference_high < 0
    word = "better than" if ahead else "worse than" if behind else "not told apart from"
    return (
        f"From {origin}: average precision {ours.average_precision:.3f}, {word} the best simple method "
        f"({best.method}, {best.average_precision:.3f}), where {ours.entries:,} of {ours.candidates:,} candidates "
        f"entered; the forecast called itself {STANDINGS[ours.standing or 'not_validated']}."
    )


def _worth_a_line(results: list[Result]) -> Iterator[Result]:
    """Every method on the plain question; on the others ours and the best simple one."""
    told: set[tuple[int, str]] = set()
    for item in results:
        key = item.origin, item.variant
        simple = item.method not in LEARNED and key not in told
        if item.variant == ENTRY or item.method == OURS or simple:
            yield item
        if simple:
            told.add(key)


def _whole(result: Result) -> tuple[Any, ...]:
    return tuple(_cell(getattr(result, item.name)) for item in fields(Result))


def _brief(result: Result) -> tuple[Any, ...]:
    gap = result.difference, result.difference_low, result.difference_high
    point = result.average_precision, result.low, result.high
    return str(result.origin), result.variant, result.method, _ranged(*point), _ranged(*gap)


def _ranged(value: float | None, low: float | None, high: float | None) -> str | None:
    if value is None or math.isnan(value):
        return None
    return f"{value:.3f} ({low:.3f} to {high:.3f})"


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 4)
    return value
