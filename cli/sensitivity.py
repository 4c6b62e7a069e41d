"""Say how sure the order is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._exit import ExitCode
from ._options import Basis, Draws, Output, Reading, Source, Spread, asked
from ._progress import Steps, progress

Sheets = Annotated[
    str | None,
    typer.Option("--weights", metavar="FILE", help="A CSV of several people's weights: who, relatedness, ..."),
]


@command(
    Panel.DECIDE,
    30,
    examples=(
        "ris3 sensitivity my-region/profile.yaml --draws 2000",
        "ris3 sensitivity ITH5 --draws 1000 --format json",
    ),
)
def sensitivity(
    basis: Basis, output: Output, reading: Reading, source: Source = None, draws: Draws = None,
    spread: Spread = None, weights: Sheets = None, part: PartName = None,
) -> ExitCode:  # fmt: skip
    """Say how much of the order holds if judgements, weights or methods were others.

    Judged levels, links and criteria are drawn within --spread (surveyed and proxy numbers within two
    thirds of it, measured ones within a third; a stated confidence narrows it), weights evenly from all
    there are; methods are changed one at a time. Statistics are drawn again with other regions counting
    more or less, and read otherwise: other cuts, years and measures of relatedness.
    """
    from recommender.workflows.request import Request
    from recommender.workflows.sensitivity import DRAWS, SPREAD, sensitivity

    request = Request(source, **asdict(basis), **asdict(reading))
    steps = Steps("drawing")
    with progress(steps.what, quiet=output.quiet, share=steps.share):
        answer = sensitivity(
            request, draws=draws or DRAWS, spread=SPREAD if spread is None else spread, sheets=weights,
            tell=lambda done, of: steps.tell(done, of, ""),
        )  # fmt: skip
    return emit_part(answer, output, asked=asked(source, basis, reading), part=part)
