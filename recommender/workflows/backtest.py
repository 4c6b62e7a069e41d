"""How good forecasts from earlier years of a table would have been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from ..analysis.prediction.backtest import backtests, steps
from ..analysis.prediction.rivals import METHODS
from ..model.backtest import VARIANTS, Backtest
from ..model.problem import Code, input_error, pick
from .table_form import AS_IT_IS, TableForm, read_in_form

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class BacktestRequest:
    """Which forecasts to try, on which table, held against which questions and methods, and how its file is written.

    The plain question and our method are always among them; without names all there are.
    """

    table: str | Any
    horizon: int
    origins: tuple[int, ...]
    cut: float = 0.5
    variants: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    indicator: str | None = None
    form: TableForm = AS_IT_IS
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."


def backtest(request: BacktestRequest, tell: Tell = lambda done, of, name: None) -> Backtest:
    """Every method at every origin. `tell` hears how many of how many steps are done, and what comes next.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the table, or if it lacks one of the years.
    """
    _check(request)
    table, notes = read_in_form(
        request.table, request.form, indicator=request.indicator,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip
    file = request.table if isinstance(request.table, str) else None
    for origin in request.origins:
        table.year_index(origin, file)
        table.year_index(origin + request.horizon, file)
    chosen = request.variants or VARIANTS
    of, done = steps(chosen, len(request.origins)), count()
    questions, together, not_asked = backtests(
        table, request.origins, request.horizon, request.cut, chosen=chosen, methods=request.methods or METHODS,
        tell=lambda name: tell(next(done), of, name),
    )  # fmt: skip
    return Backtest(
        table.source.name, table.source.sha256, request.horizon, request.cut, request.origins, tuple(questions),
        tuple(together), tuple(not_asked), tuple(notes),
    )  # fmt: skip


def _check(request: BacktestRequest) -> None:
    """Refuse what cannot be asked before a large table is read."""
    if not 0 < request.cut <= 1:
        raise input_error(Code.USAGE, f"--cut {request.cut:g} is not between 0 and 1", hint="0.5 is usual")
    for names, known, kind in ((request.variants, VARIANTS, "variant"), (request.methods, METHODS, "method")):
        for name in names:
            pick(name, dict.fromkeys(known), kind, code=Code.USAGE)
