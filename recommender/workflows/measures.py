"""Measures of a table: which there are, what they need, and what they say about the user's own figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from ..analysis.measuring import Wanted, catalogue, closure, find_measures, measure_square, measure_table
from ..inputs.csv_text import CsvStyle, csv_style
from ..inputs.frames import table_of_frame
from ..inputs.reading import Reading
from ..inputs.side_tables import by_code, codes_of, groups_by_code, matrix_of, numbers_of, read_side_table
from ..model.listing import Listing
from ..model.measured import MeasureColumn, MeasureTable
from ..model.problem import Code, Problem, input_error
from ..model.table import Status, Table, TableSource
from ..outputs.measured import measures_frame
from .table_form import AS_IT_IS, TableForm, read_in_form

Shape = Literal["long", "matrix"]

FROM_TO = ("from", "to", "value")
COMPETENCES = ("activity", "competence", "value")


@dataclass(frozen=True, slots=True)
class Sides:
    """Files beside the table; see `recommender.analysis.measuring.NEEDS`."""

    groups: str | None = None
    population: str | None = None
    region_scores: str | None = None
    scores: str | None = None
    links: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureRequest:
    """What to measure, on which table, and how its files are written.

    `relatedness` is the name of a measure, or a file with the columns from, to, value. `settings` are
    options of measures as NAME=VALUE.
    """

    names: str
    table: str
    year: int | None = None
    indicator: str | None = None
    relatedness: str | None = None
    settings: tuple[str, ...] = ()
    horizon: int | None = None
    shape: Shape = "long"
    sides: Sides = Sides()
    form: TableForm = AS_IT_IS
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."


def list_measures() -> Listing:
    """Every measure there is, one line each."""
    ordered = sorted(catalogue().values(), key=lambda item: (item.family, item.name))
    rows = tuple((item.name, f"{item.summary}{_wants(item.needs)}") for item in ordered)
    notes = ("'ris3 measure NAME' tells the formula of a measure, its source, its other names and its options.",)
    families: dict[str, list[str]] = {}
    for item in ordered:
        families.setdefault(item.family, []).append(item.name)
    facts = {"families": families}
    return Listing("ris3/measures/1", "Measures", ("name", "what it says"), rows, facts=facts, notes=notes)


def _wants(needs: tuple[str, ...]) -> str:
    return f" (needs {', '.join(need.replace('_', ' ') for need in needs)})" if needs else ""


def describe_measure(name: str) -> Listing:
    """What a measure computes, from which source, with which options.

    Raises
    ------
    UnknownName
        With the nearest name.
    """
    [item] = find_measures((name,))
    text = " ".join((item.compute.__doc__ or "").split("\n\n")[0].split())
    rest = closure((item,), Wanted(()))
    rows = (
        ("what it says", item.summary),
        ("formula", text),
        ("source", item.source),
        ("other names", ", ".join(item.aliases) or None),
        ("takes", item.takes),
        ("gives one number for each", " x ".join(item.gives)),
        ("computed from", ", ".join(sorted({other.name for other in rest} - {item.name})) or None),
        ("needs besides", ", ".join(item.needs) or None),
        ("options", ", ".join(sorted({option for other in rest for option in other.options})) or None),
    )
    return Listing("ris3/measure-description/1", item.name, ("fact", "value"), rows)


def measure(request: MeasureRequest) -> MeasureTable:
    """One or more measures of a table, for every year of it.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files, or if a measure cannot be computed from them.
    """
    style = csv_style(request.delimiter or ",", request.decimal)
    names = tuple(dict.fromkeys(name.strip() for name in request.names.split(",")))
    found = find_measures(names)
    kinds = {item.takes if item.takes in ("flows", "competences") else "values" for item in found}
    if len(kinds) > 1:
        shown = ", ".join(item.name for item in found)
        raise input_error(Code.USAGE, f"{shown} do not take the same kind of table", hint="ask for one after the other")
    [kind] = kinds
    wanted = Wanted(names, settings=_settings(request.settings), horizon=request.horizon)
    if kind != "values":
        return _measure_square(kind, request, wanted, style)
    table, notes = _table(request)
    reading = Reading()
    extras, instead = _sides(request, table, reading, style)
    measured = measure_table(table, replace(wanted, extras=extras, instead=instead))
    warnings = (*notes, *reading.warnings, *measured.warnings)
    wide = request.shape == "matrix"
    columns = measured.columns if wide else (*measured.columns, *_estimated(measured, table))
    return replace(measured, columns=columns, warnings=warnings, wide=wide)


def _estimated(measured: MeasureTable, table: Table) -> Iterator[MeasureColumn]:
    """A column that marks the cells whose own figure is an estimate, where there are any."""
    years = [table.years.index(year) for year in measured.years]
    marked = table.status[years] == Status.ESTIMATED
    if measured.axes == ("region", "activity") and marked.any():
        summary = "1: the figure of the cell is an estimate, from published totals or the share of a divided region"
        yield MeasureColumn(
            "estimated", "estimated", summary, table.source.name, measured.axes, marked.astype(float), whole=True
        )


def _table(request: MeasureRequest) -> tuple[Table, list[Problem]]:
    return read_in_form(
        request.table, request.form, indicator=request.indicator, year=request.year,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip


def _measure_square(kind: str, request: MeasureRequest, wanted: Wanted, style: CsvStyle) -> MeasureTable:
    reading = Reading()
    columns = FROM_TO if kind == "flows" else COMPETENCES
    side = read_side_table(request.table, columns, reading, style=style, encoding=request.encoding)
    values = numbers_of(side, reading, least=0)
    activities = codes_of(side) if kind == "flows" else codes_of(side, 0)
    array = matrix_of(side, values, activities, activities if kind == "flows" else codes_of(side, 1), reading)
    source = TableSource(Path(request.table).name, side.source.sha256)
    measured = measure_square(kind, array, activities, source, wanted)
    return replace(measured, wide=request.shape == "matrix")


def _sides(
    request: MeasureRequest, table: Table, reading: Reading, style: CsvStyle
) -> tuple[dict[str, Any], dict[str, str]]:
    """Arrays from the files beside the table, and the measures that stand in for a default."""
    sides = request.sides
    extras: dict[str, Any] = {}
    instead: dict[str, str] = {}

    def read(path: str, *columns: str) -> Any:
        return read_side_table(path, columns, reading, style=style, encoding=request.encoding)

    if sides.groups:
        extras["groups"] = groups_by_code(read(sides.groups, "activity", "group"), table.activities, reading)
    if sides.population:
        side = read(sides.population, "region", "value")
        extras["population"] = by_code(side, numbers_of(side, reading, least=0), table.regions, reading)
    if sides.region_scores:
        side = read(sides.region_scores, "region", "value")
        extras["region_scores"] = by_code(side, numbers_of(side, reading), table.regions, reading)
    if sides.scores:
        side = read(sides.scores, "activity", "value")
        extras["external_scores"] = by_code(side, numbers_of(side, reading), table.activities, reading)
    if sides.links:
        side = read(sides.links, *FROM_TO)
        extras["links"] = matrix_of(side, numbers_of(side, reading, least=0), table.regions, table.regions, reading)
    if request.relatedness and Path(request.relatedness).is_file():
        side = read(request.relatedness, *FROM_TO)
        extras["relatedness"] = matrix_of(side, numbers_of(side, reading), table.activities, table.activities, reading)
    elif request.relatedness:
        instead["relatedness"] = _relatedness(request.relatedness)
    return extras, instead


def _relatedness(name: str) -> str:
    [item] = find_measures((name,))
    if item.gives != ("activity", "activity") or item.needs or item.takes not in ("values", "presence"):
        raise input_error(
            Code.USAGE, f"'{item.name}' is no relatedness between activities of the same table",
            hint="name one, such as association or cosine, or a file with the columns from,to,value",
        )  # fmt: skip
    return item.name


def _settings(pairs: tuple[str, ...]) -> Mapping[str, str]:
    out = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise input_error(Code.USAGE, f"'{pair}' does not set anything", hint="write NAME=VALUE, such as cut=0.75")
        out[name.strip().replace("-", "_")] = value.strip()
    return out


def measure_frame(
    frame: Any, names: str | Sequence[str], *, region: str = "region", activity: str = "activity",
    value: str = "value", year: str | None = None, settings: Mapping[str, str] | None = None,
    relatedness: str | None = None, horizon: int | None = None,
) -> Any:  # fmt: skip
    """Measures of the table in a data frame, as a data frame: a row for each cell, absent ones included.

    Parameters
    ----------
    frame : pandas.DataFrame in the long form
    names : one or more measures, as `ris3 measure` lists them
    region, activity, value, year : what the columns are called; without `year` the frame is one table
    settings, relatedness, horizon : as for the command, such as {"cut": "0.75"}

    Returns
    -------
    pandas.DataFrame, oldest year first: codes as categories, NaN where a measure is not defined.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the frame, or if a measure cannot be computed from it.
    """
    table = table_of_frame(frame, region=region, activity=activity, value=value, year=year)
    wanted = tuple(names.replace(" ", "").split(",")) if isinstance(names, str) else tuple(names)
    instead = {"relatedness": _relatedness(relatedness)} if relatedness else {}
    return measures_frame(measure_table(table, Wanted(wanted, instead, {}, dict(settings or {}), horizon)))
