"""Tables of regions x activities as publishers ship them, and as users write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import numpy as np

from ...model.long_table import LongTable
from ...model.problem import Code, Problem, input_error
from ...model.table import PublishedTotals, Status, Table
from ..nuts import Nuts
from .cells import Problems, side_by_side
from .formats import format_named, recognise
from .joins import join_codes
from .layout import Options, head_of
from .levels import ACTIVITY_LEVELS, REGION_LEVELS, one_level
from .levels import region_level as level_of
from .lines import TableFile, open_table
from .margins import published_totals
from .nace import edition_of
from .reading import long_table
from .recode import read_crosswalk, recode
from .series import one_series
from .source import Source
from .years import known_by, one_year

DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";"}
DECIMALS = (".", ",")
Estimate: TypeAlias = Callable[[Table, Sequence[PublishedTotals]], Table]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, with what it takes to speak of its lines."""

    cells: LongTable
    source: Source

    def lines(self, rows: Sequence[int]) -> list[int]:
        """The lines of data rows."""
        at = self.source.at(rows)
        return [at[row][0] for row in rows]


def read_long(
    path: str | Path | TableFile, *, as_format: str | None = None, mapping: str | None = None, sheet: str | None = None,
    delimiter: str | None = None, decimal: str = ".", encoding: str = "utf-8",
) -> Opened:  # fmt: skip
    """Every cell of a file, with its flags, in the classifications and vintages that it has.

    Parameters
    ----------
    path : file name, `-` for standard input, or a file that was opened already
    as_format : str
        One of `formats()`; by default what the first lines look like.
    mapping : str
        A file that says which columns hold what, for everything else.
    sheet : str
        Which sheet of a workbook, or which member of a ZIP file.
    delimiter, decimal : str
        Of a file in the plain long form; `tab` may be spelled out.

    Raises
    ------
    InputErrors
        With everything that is wrong, each with its file, line and column.
    """
    _check("--decimal", decimal, DECIMALS)
    mark = DELIMITERS.get(delimiter or "", delimiter)
    if mark is not None and (len(mark) != 1 or mark.isalnum() or mark in "\"'\r\n"):
        raise input_error(Code.USAGE, f"'{delimiter}' is not a delimiter", hint="one character, or tab")
    file = path if isinstance(path, TableFile) else open_table(path, encoding=encoding, sheet=sheet)
    problems = Problems(file.name)
    head = head_of(file)
    if mapping is not None:
        from .mapping import read_mapping  # what reads YAML is not needed for anything else here

        format = read_mapping(mapping)
    else:
        format = format_named(as_format, problems) if as_format else recognise(head)
    file = replace(file, lenient=not format.users)
    if format.encoding and file.encoding == "utf-8-sig" and not file.is_utf8():
        file = replace(file, encoding=format.encoding)
    if format.rewrite is not None:
        rewritten = format.rewrite(((n, line) for n, line in file.lines() if line.strip(" ")), problems)
        head = replace(head, lines=(next(rewritten)[1],))
    source = Source(file, format, format.layout(head, Options(mark, decimal, sheet), problems), problems)
    return Opened(long_table(source), source)


def read_table(
    path: str | Path | TableFile,
    *,
    nuts: Nuts,
    indicator: str | None = None,
    year: int | None = None,
    until: int | None = None,
    region_level: str | None = None,
    activity_level: str | None = None,
    as_format: str | None = None,
    mapping: str | None = None,
    sheet: str | None = None,
    delimiter: str | None = None,
    decimal: str = ".",
    encoding: str = "utf-8",
    edition: str | None = None,
    crosswalk: str | None = None,
    estimate: Estimate | None = None,
) -> tuple[Table, list[Problem]]:
    """A table at one level of regions and activities, and what deserves a look about it.

    Parameters
    ----------
    path, as_format, mapping, sheet, delimiter, decimal : as for `read_long`
    nuts : Nuts
        Which codes are regions of which level, and what became of them (`recommender.inputs.nuts.read_nuts`).
    indicator : str
        Which series, where the file holds several (`V16110`).
    year : int
        Only this year.
    until : int
        Only what was known by this year: rows of later years change nothing, not even which codes there are.
    region_level, activity_level : str
        `nuts0` … `nuts3`, and `section`, `division`, `group`, `class`, where codes are nested. By
        default NUTS-2 and divisions if the table has them.
    edition : str
        The edition of NUTS that region codes are recoded to (`2024`); by default they stay.
    crosswalk : str
        A file of weights by which divided regions are shared out; see `recode`.
    estimate : function of a table and its published totals
        What fills suppressed cells; by default they are left out.

    Raises
    ------
    InputErrors
        With everything that is wrong, each with its file, line and column.
    """
    _check("--region-level", region_level, REGION_LEVELS)
    _check("--activity-level", activity_level, ACTIVITY_LEVELS)
    opened = read_long(
        path, as_format=as_format, mapping=mapping, sheet=sheet, delimiter=delimiter, decimal=decimal, encoding=encoding
    )  # fmt: skip
    return table_of(
        opened, nuts=nuts, indicator=indicator, year=year, until=until, region_level=region_level,
        activity_level=activity_level, edition=edition, crosswalk=crosswalk, estimate=estimate,
    )  # fmt: skip


def table_of(
    opened: Opened, *, nuts: Nuts, indicator: str | None = None, year: int | None = None, until: int | None = None,
    region_level: str | None = None, activity_level: str | None = None,
    edition: str | None = None, crosswalk: str | None = None, estimate: Estimate | None = None,
) -> tuple[Table, list[Problem]]:  # fmt: skip
    """One series of a file that was read, side by side; parameters and errors as for `read_table`."""
    problems, name = opened.source.problems, opened.source.file.name
    _refuse_unfit(opened)
    cells = _without_negative(one_series(opened.cells, problems, indicator, opened.lines), problems)
    table = side_by_side(cells, problems, absent=opened.source.layout.absent, lines_of=opened.lines)
    table = known_by(one_year(table, year, name), until, name)
    table = _with_edition(table, problems)
    whole = table
    table = one_level(whole, nuts, problems, regions=region_level, activities=activity_level)
    if estimate is not None:
        table = _estimated(table, estimate(table, published_totals(whole, table, nuts)), problems)
    table = join_codes(table, nuts, problems)
    if edition is not None:
        weights = read_crosswalk(crosswalk) if crosswalk is not None else None
        table = recode(table, edition, nuts, weights, problems)
    _refuse_too_small(table, problems)
    _note_empty(table, problems)
    return named(table, nuts), problems.notes


def _refuse_unfit(opened: Opened) -> None:
    """Refuse a file without rows, regions or activities."""
    cells, source = opened.cells, opened.source
    number, line = next(source.lines(), (1, ""))
    names = ", ".join(name for name in source.layout.names if name)[:200]
    for column, what in ((cells.activity, "activity (nace_r2 …)"), (cells.region, "region (geo)")):
        if column is None:
            message = f"this dataset has no dimension for the {what}, only {names}"
            hint = "choose one by region and activity"
            source.problems.add(Code.TABLE_HEADER, message, number, 1, text=line, hint=hint)
    if not len(cells.values):
        source.problems.add(Code.TABLE_CONTENT, "there are no rows below the header", number)
    source.problems.finish()


def _without_negative(cells: LongTable, problems: Problems) -> LongTable:
    """Figures below zero as missing: publishers print them (balances), location quotients have no use for them."""
    below = cells.values < 0
    if not below.any():
        return cells
    first = int(np.argmax(below))
    columns = (cells.region, cells.activity, cells.year)
    names = ", ".join(column.names[column.numbers[first]] for column in columns if column is not None)
    message = f"{int(below.sum()):,} figures below zero are left out, such as {cells.values[first]:g} of {names}"
    problems.note(Code.TABLE_NUMBER, message, hint="location quotients need figures of at least 0")
    status = np.where(below, Status.MISSING, cells.status).astype(np.uint8)
    return replace(cells, values=np.where(below, np.nan, cells.values), status=status)


def _check(option: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise input_error(Code.USAGE, f"{option} cannot be '{value}'", hint=f"one of: {' '.join(known)}")


def _with_edition(table: Table, problems: Problems) -> Table:
    """The table with the edition of NACE that its codes are of; two editions in one table cannot be compared."""
    edition, old, new = edition_of(table.activities)
    if edition == "mixed":
        message = f"codes of two editions of NACE: {', '.join(old[:5])} of Rev. 2 and {', '.join(new[:5])} of Rev. 2.1"
        problems.add(Code.TABLE_CONTENT, message, hint="keep the years before the change apart from those after it")
        problems.finish()
    if edition != "nace_rev2_1":
        return table
    message = f"the activities are of NACE Rev. 2.1 ({', '.join(new[:5])} …); paths and labels of ris3 are of Rev. 2"
    problems.note(Code.TABLE_LEVEL, message, hint="recode the table before it is compared with them")
    return replace(table, source=replace(table.source, activity_classification=edition))


def _estimated(before: Table, after: Table, problems: Problems) -> Table:
    """Say how many of the suppressed cells were estimated."""
    suppressed = int((before.status == Status.SUPPRESSED).sum())
    filled = int((after.status == Status.ESTIMATED).sum() - (before.status == Status.ESTIMATED).sum())
    message = f"{filled:,} of {suppressed:,} suppressed cells are estimated from the published totals"
    if suppressed and not filled:
        message = "no suppressed cell can be estimated: the table does not hold the totals that it takes"
    if suppressed:
        hint = "iterative proportional fitting; they are marked as estimated"
        problems.note(Code.TABLE_ESTIMATED, message, hint=hint if filled else None)
    return after


def _refuse_too_small(table: Table, problems: Problems) -> None:
    for count, what in ((len(table.regions), "region"), (len(table.activities), "activity")):
        if count < 2:
            problems.add(Code.TABLE_SIZE, f"the table has {count} {what}: relatedness needs two or more",
                         hint=f"add the rows of other {'regions' if what == 'region' else 'activities'}")  # fmt: skip
    problems.finish()


def _note_empty(table: Table, problems: Problems) -> None:
    """Regions, activities and years that add up to zero: nothing can be said about them."""
    zero, known = table.values == 0, table.known()
    nothing = (zero | ~known).all
    years = tuple(str(year) for year in table.years)
    sides = (((0, 2), table.regions, "region"), ((0, 1), table.activities, "activity"), ((1, 2), years, "year"))
    for axes, codes, what in sides:
        empty = nothing(axis=axes) & known.any(axis=axes)
        names = [code for code, is_empty in zip(codes, empty, strict=True) if is_empty]
        if names:
            shown = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
            problems.note(Code.TABLE_EMPTY, f"nothing but zero in the {what} {shown}",
                          hint="its location quotients are not defined")  # fmt: skip


def named(table: Table, known: Nuts) -> Table:
    """The table with the names of its NUTS regions and the vintages that have their codes."""
    levels = {level_of(code, known) for code in table.regions}
    if not levels <= set(REGION_LEVELS):
        return table
    found = {code: known.regions[code] for code in table.regions if code in known.regions}
    return replace(
        table,
        source=replace(table.source, region_classification="nuts"),
        region_names={**{code: region.name for code, region in found.items()}, **table.region_names},
        region_vintages={code: region.vintages for code, region in found.items()},
    )
