"""A publisher's table: what it holds, and its cells."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Literal

import typer

from ._commands import Panel, command
from ._emit import emit, emit_bulk
from ._errors import warn
from ._exit import ExitCode
from ._options import Output, Reading


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is written, where it does not say so itself."""

    as_format: Annotated[
        str | None, typer.Option("--as", metavar="FORMAT", help="What the file is; 'ris3 table' lists the formats.")
    ] = None
    mapping: Annotated[
        str | None, typer.Option("--mapping", metavar="FILE", help="Which columns hold what (YAML), for any other CSV.")
    ] = None
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="A sheet of a workbook, a file of a ZIP file.")
    ] = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One series at one level instead of everything as published."""

    indicator: Annotated[
        str | None, typer.Option("--indicator", metavar="NAME", help="Which series: V16110, or unit=EUR.")
    ] = None
    year: Annotated[int | None, typer.Option("--year", metavar="YEAR", help="Only this year.")] = None
    region_level: Annotated[
        str | None, typer.Option("--region-level", metavar="LEVEL", help="nuts0, nuts1, nuts2 or nuts3.")
    ] = None
    activity_level: Annotated[
        str | None,
        typer.Option("--activity-level", metavar="LEVEL", help="section, division, group, class, leaf or digits."),
    ] = None
    nuts: Annotated[
        str | None, typer.Option("--nuts", metavar="EDITION", help="Recode regions to this edition of NUTS: 2024.")
    ] = None
    crosswalk: Annotated[
        str | None,
        typer.Option("--crosswalk", metavar="FILE", help="Weights by which divided regions are shared out (JRC form)."),
    ] = None
    suppressed: Annotated[
        Literal["leave-out", "estimate"],
        typer.Option("--suppressed", help="Confidential cells: left out, or estimated from published totals."),
    ] = "leave-out"


@command(
    Panel.MEASURE,
    1,
    examples=("ris3 table employment.csv", "ris3 table employment.csv --year 2014 -o clean.csv"),
)
def table(
    output: Output,
    shape: Shape,
    choice: Choice,
    reading: Reading,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", show_default=False, help="A table; without one, the formats.")
    ] = None,
) -> ExitCode:
    """Say what a publisher's table holds, and write its cells one below the other, with their flags.

    Eurostat, OECD, ONS, Nomis, ARDECO and HMRC are recognised, packed or not, and Parquet and workbooks.
    Every cell is written as published; with a choice of series, year or level only those that
    'ris3 measure' would use, so that nothing is counted twice.
    """
    from recommender.workflows import tables

    if file is None:
        return emit(tables.list_formats(), output)
    result = tables.table(tables.TableRequest(file, **asdict(shape), **asdict(choice), **asdict(reading)))
    if not output.quiet and output.chosen != "json":
        warn(result.warnings)
    if output.chosen != "csv":
        return emit(result, output)
    from recommender.outputs.published import write_published

    return emit_bulk(lambda path: write_published(result, path), output)
