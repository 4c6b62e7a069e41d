"""Measures of a table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Literal

import typer

from ._commands import Panel, command
from ._emit import emit, emit_bulk
from ._errors import warn
from ._exit import ExitCode
from ._form import Form, Indicator, TableYear
from ._options import Output, Reading

Name = Annotated[
    str | None,
    typer.Argument(metavar="[NAME[,NAME ...]]", show_default=False, help="Measures; without any, the list of them."),
]
TableFile = Annotated[
    str | None,
    typer.Argument(metavar="[TABLE]", show_default=False, help="Regions x activities, perhaps by year."),
]


@dataclass(frozen=True, slots=True)
class Beside:
    """Files that some measures need beside the table."""

    groups: Annotated[
        str | None, typer.Option("--groups", metavar="FILE", help="CSV activity,group: for related variety.")
    ] = None
    population: Annotated[
        str | None, typer.Option("--population", metavar="FILE", help="CSV region,value: for quotients per inhabitant.")
    ] = None
    region_scores: Annotated[
        str | None,
        typer.Option("--region-scores", metavar="FILE", help="CSV region,value: income, inequality, emissions."),
    ] = None
    scores: Annotated[
        str | None, typer.Option("--scores", metavar="FILE", help="CSV activity,value: complexity from elsewhere.")
    ] = None
    links: Annotated[
        str | None, typer.Option("--links", metavar="FILE", help="CSV from,to,value: links between regions.")
    ] = None


@command(Panel.MEASURE, 0, examples=("ris3 measure lq,density employment.csv", "ris3 measure relatedness-density"))
def measure(
    output: Output,
    reading: Reading,
    beside: Beside,
    form: Form,
    name: Name = None,
    table: TableFile = None,
    year: TableYear = None,
    indicator: Indicator = None,
    relatedness: Annotated[
        str | None, typer.Option("--relatedness", metavar="NAME|FILE", help="Instead of the usual; CSV from,to,value.")
    ] = None,
    horizon: Annotated[
        int | None, typer.Option("--horizon", metavar="YEARS", help="For entry, assist, effort.")
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="OPTION=VALUE", help="An option of a measure: cut=0.75 ...")
    ] = None,
    shape: Annotated[
        Literal["long", "matrix"], typer.Option("--shape", help="A row for each cell, or a column for each activity.")
    ] = "long",
) -> ExitCode:
    """Compute any measure of a region x activity table: quotients, relatedness, density, complexity ...

    All years of a table are measured in one go. Cells without a row are measured as well: what a
    region does not do yet is what it could grow into. Without TABLE the measure is described.
    """
    from recommender.workflows import measures

    if name is None:
        return emit(measures.list_measures(), output)
    if table is None:
        return emit(measures.describe_measure(name), output)
    request = measures.MeasureRequest(
        name, table, year, indicator, relatedness, tuple(set_ or ()), horizon, shape,
        measures.Sides(**asdict(beside)), form.asked(), **asdict(reading),
    )  # fmt: skip
    result = measures.measure(request)
    if not output.quiet and output.chosen != "json":
        warn(result.warnings)
    if output.chosen != "csv":
        return emit(result, output)
    from recommender.outputs.measured import write_measures

    return emit_bulk(lambda path: write_measures(result, path), output)
