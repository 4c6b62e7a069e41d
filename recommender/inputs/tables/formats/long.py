"""The plain form that users write: one row a cell, with the columns region, activity, value and perhaps year."""

from __future__ import annotations

from ....model.problem import Code, renamed
from ....model.table import Status
from ..cells import Problems
from ..fields import split, starts
from ..layout import Format, Head, Layout, Options, Role

COLUMNS = {
    "region": ("region", "geo", "nuts", "nuts2", "region_code"),
    "activity": ("activity", "nace", "nace_r2", "industry", "product", "activity_code"),
    "value": ("value", "obs_value", "values"),
    "year": ("year", "time", "time_period"),
    "flags": ("flag", "flags", "obs_flag"),
    "status": ("status",),
    "region_label": ("region_label", "region_name"),
    "activity_label": ("activity_label", "activity_name", "label"),
}
ROLES: tuple[Role, ...] = ("region", "activity", "year")
SERIES = ("indicator", "indic_sb", "unit", "measure", "freq")
REQUIRED = ("region", "activity", "value")
MOST_COLUMNS = 1000


def recognise(head: Head) -> bool:
    names = [name.lower() for name in head.names]
    return all(any(known in names for known in COLUMNS[kind]) for kind in REQUIRED)


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """What the first line says about the columns."""
    line, number = head.first, head.number
    mark = options.delimiter or ("\t" if head.file.tabs else ",")
    names = [name.strip(" ").lower() for name in split(line, mark, number, problems) or ()]
    problems.finish()
    _refuse_columns(names, line, mark, number, problems)
    columns = {kind: names.index(name) for kind, known in COLUMNS.items() for name in known[::-1] if name in names}
    _refuse_missing(columns, names, line, number, problems)
    problems.finish()
    used = set(columns.values())
    series = {name: place for place, name in enumerate(names) if name in SERIES and place not in used}
    for place, name in enumerate(names):
        if place not in used and place not in series.values():
            problems.note(Code.TABLE_COLUMN_IGNORED, f"the column '{name}' is not used", number)
    return Layout(
        FORMAT.name, tuple(names), {role: columns[role] for role in ROLES if role in columns}, value=columns["value"],
        flags=tuple(columns[kind] for kind in ("flags",) if kind in columns), status=columns.get("status"),
        labels={columns[role]: columns[f"{role}_label"] for role in ROLES if f"{role}_label" in columns},
        series=series, delimiter=mark, decimal=options.decimal, strict=True, absent=Status.ZERO_BY_ABSENCE,
    )  # fmt: skip


def _refuse_columns(names: list[str], line: str, mark: str, number: int, problems: Problems) -> None:
    if len(names) > MOST_COLUMNS:
        message = f"{len(names):,} columns: a table has one row for each region and activity"
        problems.add(Code.TABLE_SIZE, message, number, hint="turn the columns into rows: region, activity, value")
        problems.finish()
    for place, name in enumerate(names):
        if name in names[:place]:
            at = starts(line, mark)[place]
            problems.add(Code.TABLE_HEADER, f"the column '{name}' is there twice", number, at, text=line,
                         hint="keep one of them, and give the other another name")  # fmt: skip
        if not name:
            at = starts(line, mark)[place]
            problems.add(Code.TABLE_HEADER, "a column without a name", number, at, text=line)


def _refuse_missing(columns: dict[str, int], names: list[str], line: str, number: int, problems: Problems) -> None:
    missing = [kind for kind in REQUIRED if kind not in columns]
    if not missing:
        return
    other = next((mark for mark in (";", "\t", "|", ",") if line.count(mark) >= 2), None)
    if len(names) == 1 and other:
        shown = "tab" if other == "\t" else f"'{other}'"
        hint = f"are the columns separated by {shown}? pass --delimiter {'tab' if other == chr(9) else shown}"
        problems.add(Code.TABLE_HEADER, "the first line is a single column", number, 1, text=line, hint=hint)
    elif not columns:
        problems.add(Code.TABLE_HEADER, "the first line does not name the columns", number, 1, text=line,
                     hint="begin with a line such as region,activity,value or region,activity,year,value")  # fmt: skip
    else:
        unused = [name for place, name in enumerate(names) if place not in columns.values()]
        for kind in missing:
            hint = renamed(kind, unused)
            problems.add(Code.TABLE_HEADER, f"there is no column '{kind}'", number, 1, text=line, hint=hint)


FORMAT = Format("long", "region, activity[, year], value: one row a cell", recognise, layout, users=True)
