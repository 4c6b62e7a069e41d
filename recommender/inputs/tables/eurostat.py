r"""Eurostat's bulk download: one row a series, one column a year, newest or oldest first.

The first cell of the header names the dimensions, `nace_r2,indic_sb,geo\time` before 2022 and
`freq,indic_sb,nace_r2,geo\TIME_PERIOD` since. Flags follow the figure: `123 b`, `: c`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model.problem import Code, nearest
from ...model.table import Status, Table, TableSource
from .cells import LONGEST_CODE, Cells, Problems
from .figures import NotAFigure, read_figure
from .lines import TableFile

PUBLISHER = "Eurostat"
LICENCE = "Eurostat: re-use authorised with acknowledgement of the source (Commission Decision 2011/833/EU)"
ACTIVITY_DIMENSIONS = ("nace", "isic", "sitc", "cpa", "cpc", "ipc", "isco", "product")

# Those that we are sure of; the name and unit of others are the indicator's code.
UNITS = {
    "V11210": "local units",
    "V13320": "wages and salaries, million euro",
    "V16110": "persons employed",
}

_HEADER = re.compile(r"[a-zA-Z0-9_]+(,[a-zA-Z0-9_]+)*\\(time|TIME_PERIOD)\t", re.ASCII)
_YEAR = re.compile(r"[12][0-9]{3}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which dimension is which, and the years of the columns."""

    dimensions: tuple[str, ...]
    region: int
    activity: int
    years: tuple[str, ...]

    def others(self, key: list[str]) -> tuple[str, ...]:
        """What a series is beside its region and activity, which one table holds one of."""
        return tuple(part for place, part in enumerate(key) if place not in (self.region, self.activity))


@dataclass(slots=True)
class Series:
    """The cells of the wanted series, and every other series that was met."""

    layout: Layout
    problems: Problems
    wanted: frozenset[str]
    cells: Cells = field(default_factory=Cells)
    taken: dict[tuple[str, ...], int] = field(default_factory=dict)
    met: dict[tuple[str, ...], int] = field(default_factory=dict)

    def take(self, number: int, line: str) -> None:
        """Read one row."""
        first, *texts = line.split("\t")
        key = [part.strip(" ") for part in first.split(",")]
        if len(key) != len(self.layout.dimensions) or len(texts) != len(self.layout.years):
            message = (f"{len(key)} dimensions and {len(texts)} figures; the header has "
                       f"{len(self.layout.dimensions)} and {len(self.layout.years)}")  # fmt: skip
            self.problems.add(Code.TABLE_ROW, message, number, text=line)
            return
        others = self.layout.others(key)
        self.met.setdefault(others, number)
        if not self.wanted <= set(others):
            return
        self.taken.setdefault(others, number)
        # Of several series only the first is read: what is wrong with the others does not matter.
        if others != next(iter(self.taken)):
            return
        region, activity = key[self.layout.region], key[self.layout.activity]
        if not (0 < len(region) <= LONGEST_CODE and 0 < len(activity) <= LONGEST_CODE):
            message = f"the row names no region or no activity of up to {LONGEST_CODE} characters"
            self.problems.add(Code.TABLE_ROW, message, number, 1, text=line[:LONGEST_CODE])
            return
        self._take_cells(region, activity, texts, number, line)

    def _take_cells(self, region: str, activity: str, texts: list[str], number: int, line: str) -> None:
        for place, (year, text) in enumerate(zip(self.layout.years, texts, strict=True)):
            try:
                self.cells.add(region, activity, year, read_figure(text), number)
            except NotAFigure as error:
                column = sum(len(part) + 1 for part in line.split("\t")[: place + 1]) + 1
                self.problems.add(Code.TABLE_NUMBER, str(error), number, column, text=line, hint=error.hint)


def is_eurostat(first_line: str) -> bool:
    """Whether a file that begins like this is a Eurostat bulk file."""
    return _HEADER.match(first_line) is not None


def read_eurostat(file: TableFile, problems: Problems, *, indicator: str | None) -> Table:
    """The table of one indicator; rows that are not there are missing, for Eurostat prints zeros.

    Raises
    ------
    InputErrors
        With everything that is wrong with the file, and where it holds several indicators and
        none is chosen.
    """
    lines = file.lines()
    layout = read_header(lines, problems)
    series = Series(layout, problems, frozenset(indicator.split(",") if indicator else ()))
    for number, line in lines:
        if line:
            series.take(number, line)
    _refuse_none_or_several(series, indicator)
    (others,) = series.taken
    unit = next((UNITS[part] for part in others if part in UNITS), None)
    dimension = layout.dimensions[layout.activity]
    source = TableSource(
        file.base_name, file.sha256, PUBLISHER, file.stem, indicator or ",".join(others), unit, LICENCE,
        activity_classification="nace_rev2" if dimension == "nace_r2" else dimension,
    )  # fmt: skip
    return series.cells.table(source, problems, absent=Status.MISSING)


def read_header(lines: Iterator[tuple[int, str]], problems: Problems) -> Layout:
    """The dimensions and years that the first line names."""
    number, line = next(lines)
    first, *columns = line.split("\t")
    dimensions = tuple(first.partition("\\")[0].lower().split(","))
    years = tuple(column.strip(" ") for column in columns)
    activity = next((name for name in dimensions if name.startswith(ACTIVITY_DIMENSIONS)), None)
    if activity is None or "geo" not in dimensions:
        what = "activity (nace_r2 …)" if activity is None else "region (geo)"
        message = f"this dataset has no dimension for the {what}, only {', '.join(dimensions)}"
        problems.add(Code.TABLE_HEADER, message, number, 1, text=line, hint="choose one by region and activity")
    wrong = next((year for year in years if not _YEAR.match(year)), None)
    if wrong is not None or len(set(years)) < len(years):
        message = f"'{wrong}' is not a year" if wrong is not None else "a year is there twice"
        problems.add(Code.TABLE_HEADER, message, number, text=line, hint="annual data are read")
    problems.finish()
    return Layout(dimensions, dimensions.index("geo"), dimensions.index(activity or "geo"), years)


def _refuse_none_or_several(series: Series, indicator: str | None) -> None:
    if not series.met:
        series.problems.add(Code.TABLE_CONTENT, "there are no rows below the header", 1)
    known = sorted({part for others in series.met for part in others})
    if series.met and not series.taken:
        series.problems.add(Code.TABLE_CONTENT, f"no row belongs to '{indicator}'",
                            hint=nearest(indicator or "", known))  # fmt: skip
    if len(series.taken) > 1:
        shown = ", ".join(sorted(",".join(others) for others in series.taken)[:8])
        series.problems.add(Code.TABLE_CONTENT, f"the file holds several indicators: {shown}",
                            sorted(series.taken.values())[1], hint="choose one with --indicator")  # fmt: skip
    series.problems.finish()
