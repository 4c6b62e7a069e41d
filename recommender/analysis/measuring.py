"""Measures of a table by name, all years of it at once."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..measures.complexity import economic_complexity
from ..measures.evaluate import Evaluation, MissingInput
from ..measures.registry import Measure, measures, names
from ..model.measured import MeasureColumn, MeasureTable
from ..model.problem import Code, Place, Problem, input_error, nearest, pick
from ..model.table import Table, TableSource

Floats = npt.NDArray[np.float64]

# What a user has to give for the arguments that no table holds.
NEEDS = {
    "groups": ("groups of activities", "--groups FILE with the columns activity,group"),
    "region_scores": ("a figure of each region", "--region-scores FILE with the columns region,value: income …"),
    "population": ("the population of the regions", "--population FILE with the columns region,value"),
    "external_scores": ("the complexity of the activities", "--scores FILE with the columns activity,value"),
    "links": ("links between the regions", "--links FILE with the columns from,to,value"),
    "later": ("a later year", "a table with a column year, or a smaller --horizon"),
    "earlier": ("two earlier years as far apart", "a table with three years or more, and --horizon YEARS between them"),
    "values": ("a table of regions and activities", "this measure does not rest on flows or on competences"),
    "flows": ("flows between activities", "a TABLE with the columns from,to,value"),
    "competences": ("competences of activities", "a TABLE with the columns activity,competence,value"),
}
DOUBTS = {
    "disconnected": "the table falls apart into groups without a common activity: only the largest has a complexity",
    "small_spectral_gap": "two axes are nearly as strong as each other: the complexity may be one as well as the other",
    "undefined": "no axis tells the regions apart: their complexity is not defined",
    "sign_by_size": "diversity hardly follows the complexity: its sign makes large regions complex",
    "sign_uncertain": "diversity hardly follows the complexity: which end is the complex one is uncertain",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which measures, and how.

    `names` as the user gives them; `instead` says which measure fills an argument (`relatedness`);
    `extras` are arrays in the table's order, under the names of arguments; `settings` are options as
    they were written; `horizon` is how many years later `later` is.
    """

    names: tuple[str, ...]
    instead: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    horizon: int | None = None


def catalogue() -> Mapping[str, Measure]:
    """Every measure under its full name."""
    return measures()


def find_measures(wanted: tuple[str, ...]) -> tuple[Measure, ...]:
    """The measures of these names or aliases.

    Raises
    ------
    UnknownName
        With the nearest name.
    """
    return tuple(pick(name, names(), "measure", code=Code.USAGE) for name in wanted)


def measure_table(table: Table, wanted: Wanted) -> MeasureTable:
    """Measures of every year of a table; cells without a row are measured as well.

    Raises
    ------
    InputErrors
        If a measure needs what was not given, or cannot be computed with these options.
    """
    found = find_measures(wanted.names)
    options = read_settings(found, wanted)
    order = sorted(range(len(table.years)), key=lambda at: table.years[at] or 0)
    for step, need in ((_later, "later"), (_before, "earlier")):
        if any(need in item.needs for item in closure(found, wanted)):
            order = [at for at in order if step(table, at, wanted.horizon) is not None]
            if not order:
                raise _missing(MissingInput(found[0].name, need), table.source)
    filled: list[Any] = [None] * len(found)
    doubts: dict[str, list[int | None]] = {}
    for place, at in enumerate(order):
        evaluation = Evaluation(_given(table, at, wanted), wanted.instead, options)
        # Put in its place while the processor still holds it: a whole panel of arrays is far more than that.
        filled = [
            _placed(whole, place, len(order), _one(evaluation, item, table.source))
            for whole, item in zip(filled, found, strict=True)
        ]
        complexity = evaluation.shared(economic_complexity)
        for doubt in complexity.warnings if complexity else ():
            doubts.setdefault(doubt, []).append(table.years[at])
    return _assembled(table, found, [table.years[at] for at in order], filled, options, wanted, _told(doubts, table))


def measure_square(
    kind: str, array: Floats, activities: tuple[str, ...], source: TableSource, wanted: Wanted
) -> MeasureTable:
    """Measures of flows between activities, or of their competences (`kind`), which have no regions."""
    found = find_measures(wanted.names)
    options = read_settings(found, wanted)
    evaluation = Evaluation({kind: array, **wanted.extras}, wanted.instead, options)
    columns = tuple(
        _column(name, item, _one(evaluation, item, source)[None])
        for name, item in zip(wanted.names, found, strict=True)
    )
    return MeasureTable(source, (None,), (), activities, columns, options)


def closure(found: tuple[Measure, ...], wanted: Wanted) -> tuple[Measure, ...]:
    """The measures, and those that they are computed from."""
    out: dict[str, Measure] = {}
    stack = list(found)
    while stack:
        item = stack.pop()
        if item.name in out:
            continue
        out[item.name] = item
        used = [wanted.instead.get(argument, source) for argument, source in item.uses.items() if not callable(source)]
        stack += [names()[name] for name in used if name]
        stack += [names()["presence"]] if item.takes == "presence" else []
    return tuple(out.values())


def read_settings(found: tuple[Measure, ...], wanted: Wanted) -> dict[str, Any]:
    """Options with the type that the measures take.

    Raises
    ------
    InputErrors
        If no measure has such an option, or the value is not of its type.
    """
    known: dict[str, Any] = {}
    for item in closure(found, wanted):
        parameters = inspect.signature(item.compute).parameters
        known.update({name: parameters[name].default for name in item.options})
    return {name: _setting(name, text, known) for name, text in wanted.settings.items()}


def _setting(name: str, text: str, known: Mapping[str, Any]) -> Any:
    if name not in known:
        raise input_error(Code.USAGE, f"none of these measures has an option '{name}'", hint=nearest(name, known))
    default = known[name]
    if isinstance(default, str):
        return text
    if isinstance(default, bool):
        if text not in ("true", "false"):
            raise input_error(Code.USAGE, f"{name} is true or false, not '{text}'")
        return text == "true"
    try:
        return int(text) if isinstance(default, int) else float(text)
    except ValueError:
        kind = "a whole number" if isinstance(default, int) else "a number"
        raise input_error(Code.USAGE, f"{name} is {kind}, not '{text}'") from None


def _given(table: Table, at: int, wanted: Wanted) -> dict[str, Any]:
    given = {"values": table.values[at], **wanted.extras}
    if table.region_totals is not None and table.activity_totals is not None:
        totals = table.region_totals[at], table.activity_totals[at]
        if np.isfinite(totals[0]).all() and np.isfinite(totals[1]).all():
            given |= {"region_totals": totals[0], "activity_totals": totals[1]}
    # Where diversity does not tell which end is the complex one, the size of regions does.
    given["sizes"] = given.get("region_totals", np.nansum(table.values[at], axis=1))
    later, before = _later(table, at, wanted.horizon), _before(table, at, wanted.horizon)
    if later is not None:
        given["later"] = table.values[later]
    if before is not None:
        given |= dict(zip(("earlier", "earliest"), table.values[list(before)], strict=True))
    return given


def _later(table: Table, at: int, horizon: int | None) -> int | None:
    """Where the later year stands: the next one, or the one `horizon` years on."""
    year = table.years[at]
    after = [other for other in table.years if other is not None and year is not None and other > year]
    if not after or year is None:
        return None
    target = min(after) if horizon is None else year + horizon
    return table.years.index(target) if target in after else None


def _before(table: Table, at: int, horizon: int | None) -> tuple[int, int] | None:
    """Where the years one and two steps before stand; a step is `horizon` years, or that to the year before."""
    year = table.years[at]
    known = [other for other in table.years if other is not None and year is not None and other < year]
    if not known or year is None:
        return None
    step = year - max(known) if horizon is None else horizon
    wanted = (year - step, year - 2 * step)
    return (table.years.index(wanted[0]), table.years.index(wanted[1])) if {*wanted} <= {*known} else None


def _one(evaluation: Evaluation, item: Measure, source: TableSource) -> Any:
    try:
        found = evaluation(item.name)
    except MissingInput as error:
        raise _missing(error, source) from None
    except ModuleNotFoundError as error:
        hint = f'pip install "ris3[{error.name}]"'
        raise input_error(Code.USAGE, f"'{item.name}' needs the package {error.name}", hint=hint) from None
    except ValueError as error:
        raise input_error(Code.TABLE_CONTENT, f"{item.name}: {error}", Place(source.name)) from None
    # What is not known is neither present nor absent.
    return np.where(np.isnan(evaluation.given["values"]), np.nan, found) if found.dtype == np.bool_ else found


def _missing(error: MissingInput, source: TableSource) -> Exception:
    what, hint = NEEDS[error.need]
    return input_error(Code.USAGE, f"'{error.measure}' needs {what}", Place(source.name), hint=hint)


def _told(doubts: Mapping[str, list[int | None]], table: Table) -> list[Problem]:
    """What the diagnostics of the complexity say, with the years that they say it of."""
    return [
        Problem(Code.MEASURE_DOUBT, f"{_years(years, table)}{DOUBTS[doubt]}", Place(table.source.name))
        for doubt, years in doubts.items()
    ]


def _years(years: list[int | None], table: Table) -> str:
    """The years before a statement; nothing where it holds for the whole table."""
    if len(years) == len(table.years):
        return "" if years == [None] or len(years) == 1 else "in all years, "
    return f"{', '.join(map(str, years))}: "


def _placed(whole: Any, place: int, years: int, found: Any) -> Any:
    """A measure of one year in the array of all of them, which the first one makes."""
    if years == 1:
        return found[None]
    if whole is None:
        whole = np.empty((years, *found.shape))
    whole[place] = found
    return whole


def _assembled(
    table: Table, found: tuple[Measure, ...], years: list[int | None], filled: list[Any],
    options: Mapping[str, Any], wanted: Wanted, warnings: list[Problem],
) -> MeasureTable:  # fmt: skip
    columns = tuple(map(_column, wanted.names, found, filled))
    settings = {**options, **wanted.instead, **({"horizon": wanted.horizon} if wanted.horizon else {})}
    try:
        return MeasureTable(
            table.source, tuple(years), table.regions, table.activities, columns, settings, tuple(warnings)
        )
    except ValueError as error:
        raise input_error(Code.USAGE, str(error), hint="ask for them one after the other") from None


def _column(name: str, item: Measure, values: Any) -> MeasureColumn:
    return MeasureColumn(name, item.name, item.summary, item.source, item.gives, values, item.whole)
