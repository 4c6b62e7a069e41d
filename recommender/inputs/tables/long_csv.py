"""The long form: one row a cell, with the columns region, activity, value and perhaps year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ...model.problem import Code, nearest
from ...model.table import Status, Table, TableSource
from .cells import LONGEST_CODE, Cells, Problems
from .figures import Figure, NotAFigure, read_figure
from .lines import TableFile

COLUMNS = {
    "region": ("region", "geo", "nuts", "nuts2", "region_code"),
    "activity": ("activity", "nace", "nace_r2", "industry", "product", "activity_code"),
    "value": ("value", "obs_value", "values"),
    "year": ("year", "time", "time_period"),
    "flags": ("flag", "flags", "obs_flag"),
    "region_label": ("region_label", "region_name"),
    "activity_label": ("activity_label", "activity_name", "label"),
}
SERIES = ("indicator", "indic_sb", "unit", "measure", "freq")
REQUIRED = ("region", "activity", "value")
MOST_COLUMNS = 1000
LONGEST_FIELD = 10_000

_YEAR = re.compile(r"[12][0-9]{3}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the fields of a row are told apart, and what each column holds."""

    delimiter: str
    decimal: str
    width: int
    columns: dict[str, int]
    series: dict[str, int]


@dataclass(slots=True)
class Rows:
    """The cells of a file and the series that its rows belong to."""

    layout: Layout
    problems: Problems
    indicator: frozenset[str]
    cells: Cells = field(default_factory=Cells)
    series: dict[str, dict[str, int]] = field(default_factory=dict)
    met: int = 0

    def take(self, number: int, line: str) -> None:
        """Read one row."""
        fields = split(line, self.layout.delimiter, number, self.problems)
        if fields is None:
            return
        self.met += 1
        if len(fields) != self.layout.width:
            more = "more" if len(fields) > self.layout.width else "fewer"
            message = f"{len(fields)} fields, {more} than the {self.layout.width} columns"
            self.problems.add(Code.TABLE_ROW, message, number, text=line)
        elif self._wanted(fields, number):
            self._take_cell(fields, number, line)

    def _wanted(self, fields: list[str], number: int) -> bool:
        for column, place in self.layout.series.items():
            self.series.setdefault(column, {}).setdefault(fields[place].strip(" "), number)
        named = {fields[place].strip(" ") for place in self.layout.series.values()}
        return self.indicator <= named

    def _take_cell(self, fields: list[str], number: int, line: str) -> None:
        region = self._code(fields, "region", number, line)
        activity = self._code(fields, "activity", number, line)
        year = self._year(fields, number, line)
        figure = self._figure(fields, number, line)
        if region is None or activity is None or year is None or figure is None:
            return
        self.cells.add(region, activity, year, figure, number)
        place = self.layout.columns
        if "region_label" in place:
            self.cells.region_names.setdefault(region, fields[place["region_label"]].strip(" "))
        if "activity_label" in place:
            self.cells.activity_labels.setdefault(activity, {"en": fields[place["activity_label"]].strip(" ")})

    def _code(self, fields: list[str], column: str, number: int, line: str) -> str | None:
        code = unicodedata.normalize("NFC", fields[self.layout.columns[column]].strip(" "))
        if code and code == code.strip() and len(code) <= LONGEST_CODE:
            return code
        message = f"this {column} is not a code or a name" if code.strip() else f"the {column} is missing"
        self._refuse(Code.TABLE_CONTENT, message, column, number, line)
        return None

    def _year(self, fields: list[str], number: int, line: str) -> str | None:
        if "year" not in self.layout.columns:
            return ""
        year = fields[self.layout.columns["year"]].strip(" ")
        if _YEAR.match(year):
            return year
        self._refuse(Code.TABLE_CONTENT, f"'{year[:40]}' is not a year", "year", number, line, "write 2014")
        return None

    def _figure(self, fields: list[str], number: int, line: str) -> Figure | None:
        place = self.layout.columns
        flags = fields[place["flags"]].strip(" ") if "flags" in place else ""
        try:
            return read_figure(fields[place["value"]], flags, decimal=self.layout.decimal)
        except NotAFigure as error:
            self._refuse(Code.TABLE_NUMBER, str(error), "value", number, line, error.hint)
            return None

    def _refuse(self, code: Code, message: str, column: str, number: int, line: str, hint: str | None = None) -> None:
        at = starts(line, self.layout.delimiter)[self.layout.columns[column]]
        self.problems.add(code, message, number, at, text=line, hint=hint)


def read_long_csv(
    file: TableFile, problems: Problems, *, indicator: str | None, delimiter: str | None, decimal: str
) -> Table:
    """The table of a long CSV; absent rows of a region and an activity that have others are zero.

    `indicator` names the wanted entries of the columns that tell series apart (unit, indicator …).

    Raises
    ------
    InputErrors
        With everything that is wrong with the file, 20 problems at most.
    """
    lines = ((number, line) for number, line in file.lines() if line.strip(" "))
    layout = read_header(file, lines, problems, delimiter, decimal)
    rows = Rows(layout, problems, frozenset(indicator.split(",") if indicator else ()))
    for number, line in lines:
        rows.take(number, line)
    problems.finish()
    _refuse_no_rows(rows, indicator)
    _refuse_several_series(rows, indicator)
    named = {column: ", ".join(names) for column, names in rows.series.items() if len(names) == 1}
    source = TableSource(
        file.base_name, file.sha256, indicator=indicator or named.get("indicator"), unit=named.get("unit")
    )
    return rows.cells.table(source, problems, absent=Status.ZERO_BY_ABSENCE)


def _refuse_no_rows(rows: Rows, indicator: str | None) -> None:
    if rows.cells.line:
        return
    if not rows.met:
        rows.problems.add(Code.TABLE_CONTENT, "there are no rows below the header", 1)
    else:
        known = sorted({name for names in rows.series.values() for name in names})
        hint = nearest(indicator or "", known) if known else "the table has no column that tells series apart"
        rows.problems.add(Code.TABLE_CONTENT, f"no row belongs to '{indicator}'", hint=hint)
    rows.problems.finish()


def _refuse_several_series(rows: Rows, indicator: str | None) -> None:
    if indicator:
        return
    for column, names in rows.series.items():
        if len(names) > 1:
            shown = ", ".join(sorted(names)[:8])
            message = f"the column '{column}' holds several series: {shown}"
            rows.problems.add(Code.TABLE_CONTENT, message, sorted(names.values())[1],
                              hint=f"choose one, for example --indicator {min(names)}")  # fmt: skip
    rows.problems.finish()


def read_header(
    file: TableFile, lines: Iterator[tuple[int, str]], problems: Problems, delimiter: str | None, decimal: str
) -> Layout:
    """What the first line says about the columns."""
    number, line = next(lines, (1, ""))
    mark = delimiter or ("\t" if file.tabs else ",")
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
    return Layout(mark, decimal, len(names), columns, series)


def _refuse_columns(names: list[str], line: str, mark: str, number: int, problems: Problems) -> None:
    if len(names) > MOST_COLUMNS:
        message = f"{len(names):,} columns: a table has one row for each region and activity"
        problems.add(Code.TABLE_SIZE, message, number, hint="turn the columns into rows: region, activity, value")
        problems.finish()
    for place, name in enumerate(names):
        if name in names[:place]:
            at = starts(line, mark)[place]
            problems.add(Code.TABLE_HEADER, f"the column '{name}' is there twice", number, at, text=line)
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
        hint = f"are the columns separated by {shown}? pass --delimiter {'tab' if other == chr(9) else other}"
        problems.add(Code.TABLE_HEADER, "the first line is a single column", number, 1, text=line, hint=hint)
    elif not columns:
        problems.add(Code.TABLE_HEADER, "the first line does not name the columns", number, 1, text=line,
                     hint="begin with a line such as region,activity,value or region,activity,year,value")  # fmt: skip
    else:
        unused = [name for place, name in enumerate(names) if place not in columns.values()]
        for kind in missing:
            hint = nearest(kind, unused, what="there are")
            problems.add(Code.TABLE_HEADER, f"there is no column '{kind}'", number, 1, text=line, hint=hint)


def split(line: str, mark: str, number: int, problems: Problems) -> list[str] | None:
    """The fields of a row; None (and a problem) where its quotes are not in order."""
    fields = line.split(mark) if '"' not in line else _quoted(line, mark, number, problems)
    if fields is not None and len(line) > LONGEST_FIELD and max(map(len, fields)) > LONGEST_FIELD:
        problems.add(Code.TABLE_SIZE, f"a field of more than {LONGEST_FIELD:,} characters", number)
        return None
    return fields


def starts(line: str, mark: str) -> list[int]:
    """The columns, from 1, at which the fields of a row begin."""
    pattern = _field_pattern(mark)
    return [match.start() + 1 for match in pattern.finditer(line)]


def _quoted(line: str, mark: str, number: int, problems: Problems) -> list[str] | None:
    fields = []
    for match in _field_pattern(mark).finditer(line):
        text = match["quoted"]
        if text is not None:
            fields.append(text[1:-1].replace('""', '"'))
        elif '"' in match["plain"]:
            at = match.start() + match["plain"].index('"') + 1
            message = "a quotation mark that is not closed on its line, or stands inside a field"
            problems.add(Code.TABLE_ROW, message, number, at, text=line,
                         hint='write "a ""quoted"" word" inside quotation marks')  # fmt: skip
            return None
        else:
            fields.append(match["plain"])
    return fields


@cache
def _field_pattern(mark: str) -> re.Pattern[str]:
    stop = re.escape(mark)
    return re.compile(rf'(?:^|(?<={stop}))(?:(?P<quoted>"(?:[^"]|"")*")(?={stop}|$)|(?P<plain>[^{stop}]*))')
