"""What regions will enter."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._errors import say, warn
from ._exit import ExitCode
from ._form import Form, Indicator
from ._options import Output, Reading, whole_number
from ._progress import progress
from ._text import printable

TableFile = Annotated[
    str, typer.Argument(metavar="TABLE", show_default=False, help="Regions x activities by year, in any known format.")
]
Horizon = Annotated[
    int, typer.Option("--horizon", metavar="YEARS", parser=whole_number(1), show_default=False, help="How far ahead.")
]
Origin = Annotated[
    int | None,
    typer.Option("--origin", metavar="YEAR", parser=whole_number(1), help="The last year known; default: the newest."),
]


@command(
    Panel.MEASURE,
    31,
    examples=(
        "ris3 predict employment.csv --horizon 3 -o predictions.csv",
        "ris3 predict employment.csv --horizon 1 --origin 2014",
    ),
)
def predict(
    table: TableFile,
    horizon: Horizon,
    output: Output,
    form: Form,
    reading: Reading,
    origin: Origin = None,
    cut: Annotated[float, typer.Option("--cut", help="Candidates have a location quotient below this.")] = 0.5,
    indicator: Indicator = None,
) -> ExitCode:
    """Predict which activities regions will enter, and say how good such predictions were.

    Learned from windows inside the table that end by the origin, and checked on regions and activities
    that were held out. Where the table cannot bear that, it says so and gives no probability.
    """
    from recommender.workflows.predict import PredictRequest
    from recommender.workflows.predict import predict as predicted

    request = PredictRequest(table, horizon, origin, cut, indicator, form.asked(), **asdict(reading))
    with progress("learning from the table", quiet=output.quiet):
        result = predicted(request)
    if not output.quiet and output.chosen != "json":
        from recommender.outputs.views.forecast import verdict

        warn(result.warnings)
        if output.chosen == "csv":
            say(printable(verdict(result, output.lang)))
    return emit(result, output)
