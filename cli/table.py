"""A publisher's table: what it holds, and its cells."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit, emit_bulk
from ._errors import warn
from ._exit import ExitCode
from ._form import Form, Indicator, TableYear
from ._options import Output, Reading


@command(
    Panel.MEASURE,
    1,
    examples=("ris3 table employment.csv", "ris3 table employment.csv --year 2014 -o clean.csv"),
)
def table(
    output: Output,
    form: Form,
    reading: Reading,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", show_default=False, help="A table; without one, the formats.")
    ] = None,
    indicator: Indicator = None,
    year: TableYear = None,
) -> ExitCode:
    """Say what a publisher's table holds, and write its cells one below the other, with their flags.

    Eurostat, OECD, ONS, Nomis, ARDECO and HMRC are recognised, packed or not, and Parquet and workbooks.
    Every cell is written as published; with a choice of series, year or level only those that
    'ris3 measure' would use, so that nothing is counted twice.
    """
    from recommender.workflows import tables

    if file is None:
        return emit(tables.list_formats(), output)
    result = tables.table(tables.TableRequest(file, indicator, year, form.asked(), **asdict(reading)))
    if not output.quiet and output.chosen != "json":
        warn(result.warnings)
    if output.chosen != "csv":
        return emit(result, output)
    from recommender.outputs.published import write_published

    return emit_bulk(lambda path: write_published(result, path), output)
