"""A delimited file -> a long table, by DuckDB: it parts the fields, turns columns into rows and numbers the texts.

DuckDB because it reads, unpivots and casts in one pass on all cores, reads Parquet as well, and is
what records are aggregated with; nothing of its guessing is used. Every text that is no plain number
goes, once, through `read_figure`, which also words the problem if there is one.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...model.problem import Code
from .cells import Problems
from .connection import connected
from .fields import LONGEST_FIELD, split
from .layout import Format, Layout
from .lines import LINE_LIMIT, TableFile

if TYPE_CHECKING:
    import duckdb

_NUMBER = r"[0-9]{1,15}(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?"


@dataclass(frozen=True, slots=True)
class Raw:
    """What DuckDB made of a file: numbers for texts, floats for plain figures.

    `columns` are numbers into `names`; `figures` is NaN where `marks` (a place in `texts`) says what
    stands there instead; 0 is a plain number. `origin` says of each cell which wide column it is of.
    """

    rows: Any
    columns: dict[int, Any]
    names: dict[int, list[str]]
    labels: dict[int, dict[str, str]]
    figures: Any
    marks: Any
    texts: list[str]
    origin: Any
    kept: Sequence[int] | None = None


@dataclass(slots=True)
class Source:
    """The rows of a file as its format gives them, with the lines that they came from."""

    file: TableFile
    format: Format
    layout: Layout
    problems: Problems
    skipped: set[int] = field(default_factory=set)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Header and rows; none is blank."""
        plain = ((number, line) for number, line in self.file.lines() if line.strip(" "))
        yield from self.format.rewrite(plain, self.problems) if self.format.rewrite else plain

    def rows(self) -> Iterator[tuple[int, str]]:
        """The rows that were read."""
        lines = self.lines()
        next(lines, None)
        return (item for item in lines if item[0] not in self.skipped)

    def at(self, rows: Sequence[int]) -> dict[int, tuple[int, str]]:
        """Line number and text of data rows."""
        wanted, found = set(rows), {}
        for row, item in enumerate(self.rows()):
            if row in wanted:
                found[row] = item
                if len(found) == len(wanted):
                    break
        return found

    def write(self, target: Path) -> None:
        """The file as DuckDB shall read it."""
        with target.open("wb") as out:
            if self.format.rewrite is None and not self.skipped:
                self.file.write_plain(out)
            else:
                header = [next(self.lines())]
                out.writelines(f"{line}\n".encode() for _, line in itertools.chain(header, self.rows()))

    def check_rows(self) -> None:
        """Note the rows that cannot be told apart into fields, and leave them out from now on."""
        for number, line in self.rows():
            if self._is_odd(number, line):
                self.skipped.add(number)

    def _is_odd(self, number: int, line: str) -> bool:
        layout = self.layout
        if layout.key:
            return self._is_odd_series(number, line)
        fields = split(line, layout.delimiter, number, self.problems)
        if fields is not None and len(fields) != len(layout.names):
            more = "more" if len(fields) > len(layout.names) else "fewer"
            message = f"{len(fields)} fields, {more} than the {len(layout.names)} columns"
            self.problems.add(Code.TABLE_ROW, message, number, text=line)
            return True
        return fields is None

    def _is_odd_series(self, number: int, line: str) -> bool:
        first, *texts = line.split("\t")
        parts, wanted, figures = first.count(",") + 1, len(self.layout.key), len(self.layout.wide)
        if (parts, len(texts)) == (wanted, figures):
            return False
        message = f"{parts} dimensions and {len(texts)} figures; the header has {wanted} and {figures}"
        self.problems.add(Code.TABLE_ROW, message, number, text=line)
        return True


def read_raw(source: Source) -> Raw:
    """The cells of a file. Rows that are odd are noted and left out, so that the others can be looked at as well.

    Raises
    ------
    InputErrors
        Where a line cannot be read at all.
    """
    import duckdb

    with tempfile.TemporaryDirectory(prefix="ris3-") as folder, connected() as connection:
        path = Path(folder) / "table.txt"
        source.write(path)
        try:
            _load(connection, path, source.layout)
            return _numbered(connection, source.layout)
        except (duckdb.InvalidInputException, OddRows) as error:
            source.check_rows()
            if not source.skipped:
                source.problems.add(Code.TABLE_ROW, _first_line(error))
                source.problems.finish()
            source.write(path)
            _load(connection, path, source.layout)
            return _numbered(connection, source.layout)


class OddRows(Exception):
    """Rows that DuckDB reads and that are odd all the same."""


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0].removeprefix("Invalid Input Error: ")


def _load(connection: duckdb.DuckDBPyConnection, path: Path, layout: Layout) -> None:
    """The table `raw`: one column of text a column of the file, with the parts of a joined key as columns."""
    width = len(layout.names) - max(0, len(layout.key) - 1)
    columns = ", ".join(f"'f{place}': 'VARCHAR'" for place in range(width))
    quote = "''" if layout.key else "'\"'"
    if layout.key:
        picked = [f"split_part(f0, ',', {part + 1})" for part in range(len(layout.key))]
        picked += [f"f{place}" for place in range(1, width)]
    else:
        picked = [f"f{place}" for place in range(width)]
    named = ", ".join(f"coalesce({text}, '') AS c{place}" for place, text in enumerate(picked))
    commas = f", len(f0) - len(replace(f0, ',', '')) <> {len(layout.key) - 1} AS odd" if layout.key else ""
    connection.execute("DROP TABLE IF EXISTS raw")
    connection.execute(
        f"CREATE TABLE raw AS SELECT {named}{commas} FROM read_csv(?, auto_detect = false, header = false, skip = 1, "
        f"delim = ?, quote = {quote}, escape = {quote}, strict_mode = true, max_line_size = {4 * LINE_LIMIT}, "
        f"columns = {{{columns}}})",
        [str(path), layout.delimiter],
    )
    if layout.key and _one(connection, "SELECT count(*) FROM raw WHERE odd"):
        raise OddRows


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    found = connection.execute(query).fetchone()
    return found[0] if found else None


def _numbered(connection: duckdb.DuckDBPyConnection, layout: Layout) -> Raw:
    """Texts as numbers, wide columns as rows, plain figures as floats."""
    where = " AND ".join(f"trim(c{place}, ' ') = '{_quoted(text)}'" for place, text in layout.filters.items()) or "true"
    statuses = () if layout.status is None else (layout.status,)
    codes = sorted({*layout.roles.values(), *layout.series.values(), *layout.flags, *layout.sum_over, *statuses})
    names = {place: _enum(connection, f"c{place}", "raw", where) for place in codes}
    numbers = ", ".join(f"enum_code(c{place}::e_c{place}) AS n{place}" for place in codes)
    figures = list(layout.figures)
    texts = ", ".join(_figure_text(place, layout) for place in figures)
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW wide AS SELECT {', '.join(filter(None, (numbers, texts)))}, rowid AS row "
        f"FROM raw WHERE {where}"
    )
    cells = 'SELECT * EXCLUDE ("0"), "0" AS v, 0 AS origin FROM wide'
    if len(figures) > 1:
        columns = ", ".join(f'"{number}"' for number in range(len(figures)))
        cells = f"SELECT * FROM (SELECT * FROM wide) UNPIVOT (v FOR origin IN ({columns}))"
    number, value = _plain_number(layout)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE cells AS SELECT * EXCLUDE (v, plain), "
        f"CASE WHEN plain THEN try_cast({value} AS DOUBLE) END AS figure, CASE WHEN NOT plain THEN v END AS text "
        f"FROM (SELECT *, {number} AS plain FROM ({cells}))"
    )
    marks = _enum(connection, "text", "cells", "text IS NOT NULL")
    picked = ", ".join(["row", "origin::INTEGER AS origin", *(f"n{place}" for place in codes)])
    found = connection.execute(
        f"SELECT {picked}, coalesce(figure, 'nan'::DOUBLE) AS figure, "
        "CASE WHEN text IS NULL THEN 0 ELSE enum_code(text::e_text)::INTEGER + 1 END AS mark FROM cells"
    ).fetchnumpy()
    labels = {code: _labels(connection, code, label, where) for code, label in layout.labels.items()}
    if any(len(name) > LONGEST_FIELD for column in (*names.values(), marks) for name in column):
        raise OddRows
    return Raw(
        found["row"], {place: found[f"n{place}"] for place in codes}, names, labels,
        np.asarray(found["figure"], dtype=np.float64), found["mark"], ["", *marks], found["origin"],
    )  # fmt: skip


def _figure_text(place: int, layout: Layout) -> str:
    number = list(layout.figures).index(place)
    if place in layout.wide_flags:
        return f"rtrim(c{place} || ' ' || c{layout.wide_flags[place]}, ' ') AS \"{number}\""
    return f'c{place} AS "{number}"'


def _enum(connection: duckdb.DuckDBPyConnection, column: str, table: str, where: str) -> list[str]:
    """Number the texts of a column in their order; the type is called after the column."""
    connection.execute(f"DROP TYPE IF EXISTS e_{column}")
    texts = [row[0] for row in connection.execute(
        f"SELECT DISTINCT {column} FROM {table} WHERE {where} ORDER BY 1").fetchall()]  # fmt: skip
    listed = f"SELECT DISTINCT {column} FROM {table} WHERE {where} ORDER BY 1" if texts else "SELECT ''"
    connection.execute(f"CREATE TYPE e_{column} AS ENUM ({listed})")
    return texts or [""]


def _labels(connection: duckdb.DuckDBPyConnection, code: int, label: int, where: str) -> dict[str, str]:
    """What each code is called where the file first says it."""
    query = f"SELECT c{code}, arg_min(c{label}, rowid) FROM raw WHERE {where} GROUP BY 1"
    return dict(connection.execute(query).fetchall())


def _plain_number(layout: Layout) -> tuple[str, str]:
    """SQL for whether the text v is a plain number, and for its digits as SQL reads them."""
    pattern, value = _NUMBER, "v"
    if layout.decimal == ",":
        pattern, value = pattern.replace(r"\.", ","), "replace(v, ',', '.')"
    if layout.thousands:
        mark = layout.thousands.replace(".", r"\.")
        pattern = rf"([0-9]{{1,3}}({mark}[0-9]{{3}})+(\.[0-9]{{1,25}})?|{pattern})"
        value = f"replace({value}, '{_quoted(layout.thousands)}', '')"
    return f"regexp_full_match(v, ' *{_quoted(pattern)} *')", value


def _quoted(text: str) -> str:
    return text.replace("'", "''")
