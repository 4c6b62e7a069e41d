"""How good forecasts would have been."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._form import Form, Indicator
from ._options import Output, Reading, whole_number
from ._progress import progress
from .predict import Horizon, TableFile


@command(
    Panel.MEASURE,
    32,
    examples=(
        "ris3 backtest jobs.csv --origin 2012 --horizon 2",
        "ris3 backtest jobs.csv --origin 2011 --origin 2012 --horizon 2 -o backtest.csv",
    ),
)
def backtest(
    table: TableFile,
    horizon: Horizon,
    origin: Annotated[
        list[int],
        typer.Option("--origin", metavar="YEAR", parser=whole_number(1), show_default=False, help="May be repeated."),
    ],
    output: Output,
    form: Form,
    reading: Reading,
    cut: Annotated[float, typer.Option("--cut", help="Candidates have a location quotient below this.")] = 0.5,
    indicator: Indicator = None,
) -> ExitCode:
    """Set forecasts from earlier years against what came, beside the simple methods.

    Each origin is forecast from the years up to it alone. The verdict says whether the forecast was
    better than the best simple method, by a bootstrap of regions. The same forecasts are also held against who
    stayed, who was new and the regions that lag behind.
    """
    from recommender.workflows.backtest import BacktestRequest, run_backtest

    brief = output.chosen in ("table", "md")
    origins = tuple(dict.fromkeys(origin))
    request = BacktestRequest(table, horizon, origins, cut, brief, indicator, form.asked(), **asdict(reading))
    with progress("forecasting from earlier years", quiet=output.quiet):
        result = run_backtest(request)
    return emit(result, output)
