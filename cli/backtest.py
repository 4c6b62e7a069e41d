"""How good forecasts would have been."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._errors import say, warn
from ._exit import ExitCode
from ._form import Form, Indicator
from ._options import Reading, whole_number
from ._page import PAGE, PageOutput, emit_page
from ._progress import Steps, progress
from ._text import printable
from .predict import Horizon, TableFile

Origins = Annotated[
    list[int],
    typer.Option("--origin", metavar="YEAR", parser=whole_number(1), show_default=False, help="May be repeated."),
]
Variants = Annotated[
    list[str] | None,
    typer.Option(
        "--variant",
        metavar="NAME",
        show_default=False,
        help="Only entry and this question: lasting, fresh, lagging, other-countries; may be repeated. Else all.",
    ),
]
Methods = Annotated[
    list[str] | None,
    typer.Option(
        "--method",
        metavar="NAME",
        show_default=False,
        help="Only ris3 and this method, such as persistence or random-forest; may be repeated. Else all.",
    ),
]


@command(
    Panel.MEASURE,
    32,
    examples=(
        "ris3 backtest jobs.csv --origin 2012 --horizon 2",
        "ris3 backtest jobs.csv --origin 2011 --origin 2012 --horizon 2 -o backtest.html",
    ),
)
def backtest(
    table: TableFile,
    horizon: Horizon,
    origin: Origins,
    output: PageOutput,
    form: Form,
    reading: Reading,
    cut: Annotated[float, typer.Option("--cut", help="Candidates have a location quotient below this.")] = 0.5,
    variant: Variants = None,
    method: Methods = None,
    indicator: Indicator = None,
    part: PartName = None,
) -> ExitCode:
    """Set forecasts from earlier years against what came, beside the simple methods.

    Each origin is forecast from the years up to it alone. The verdict says whether the forecast was better than the
    best simple method, by a bootstrap of regions. The same forecasts are also held against who stayed, who was new,
    the regions that lag behind, and what a learner says that did not see the region's country.
    """
    from recommender.workflows.backtest import BacktestRequest
    from recommender.workflows.backtest import backtest as tried

    request = BacktestRequest(
        table, horizon, tuple(dict.fromkeys(origin)), cut, tuple(variant or ()), tuple(method or ()), indicator,
        form.asked(), **asdict(reading),
    )  # fmt: skip
    steps = Steps("backtest:")
    with progress(steps.what, quiet=output.quiet, share=steps.share):
        result = tried(request, steps.tell)
    if not output.quiet and output.chosen != "json":
        warn(result.warnings)
        if output.chosen in ("csv", PAGE):
            from recommender.outputs.views.backtest import verdicts

            say(*map(printable, verdicts(result, output.lang)))
    if output.chosen == PAGE:
        return emit_page(result, output, part=part)
    return emit_part(result, output, asked=None, part=part)
