"""A delimited file -> a long table, by DuckDB: it parts the fields, turns columns into rows and numbers the texts.

DuckDB because it reads, unpivots and casts in one pass on all cores, reads Parquet as well, and is
what records are aggregated with; nothing of its guessing is used.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...model.problem import Code
from .connection import connected
from .fields import LONGEST_FIELD
from .layout import Layout
from .lines import LINE_LIMIT
from .source import NUMBER, Raw, Source

if TYPE_CHECKING:
    import duckdb


def read_by_duckdb(source: Source) -> Raw:
    """The cells of a file. Rows that are odd are noted and left out, so that the others can be looked at as well.

    Raises
    ------
    InputErrors
        Where a line cannot be read at all.
    """
    with tempfile.TemporaryDirectory(prefix="ris3-") as folder, connected() as connection:
        path = Path(folder) / "table.txt"
        source.write(path)
        if _load(connection, path, source.layout) is not None:
            source.check_rows()
            source.write_in_order(path)
            _load_the_rest(connection, path, source)
        return _numbered(connection, source.layout)


def _load_the_rest(connection: duckdb.DuckDBPyConnection, path: Path, source: Source) -> None:
    reason = _load(connection, path, source.layout)
    if reason:
        source.problems.add(Code.TABLE_ROW, reason)
        source.problems.finish()


def _load(connection: duckdb.DuckDBPyConnection, path: Path, layout: Layout) -> str | None:
    """The table `raw`: one column of text a column of the file, with the parts of a joined key as columns.

    None if every row is in order; else what DuckDB says of it, which is nothing where only a look at
    each row can tell.
    """
    import duckdb

    connection.execute("DROP TABLE IF EXISTS raw")
    width = len(layout.names) - max(0, len(layout.key) - 1)
    quote = "''" if layout.key else "'\"'"
    # An empty last field too many would be dropped, so one column more is read; what is not there is then
    # told from what is empty by a null that no file holds.
    columns = ", ".join(f"'f{place}': 'VARCHAR'" for place in range(width + 1))
    read = (
        f"read_csv(?, auto_detect = false, header = false, skip = 1, delim = ?, quote = {quote}, escape = {quote}, "
        f"strict_mode = true, null_padding = true, nullstr = '\x01', max_line_size = {4 * LINE_LIMIT}, "
        f"columns = {{{columns}}})"
    )
    picked = [f"split_part(f0, ',', {part + 1})" for part in range(len(layout.key))] or ["f0"]
    picked += [f"f{place}" for place in range(1, width)]
    named = ", ".join(f"coalesce({text}, '') AS c{place}" for place, text in enumerate(picked))
    try:
        connection.execute(
            f"CREATE TABLE raw AS SELECT {named}, {_is_odd(layout, width)} AS odd FROM {read}",
            [str(path), layout.delimiter],
        )
    except duckdb.Error as error:
        return str(error).strip().splitlines()[0].removeprefix("Invalid Input Error: ")
    return "" if _one(connection, "SELECT bool_or(odd) FROM raw") else None


def _is_odd(layout: Layout, width: int) -> str:
    """SQL for rows with too few or too many fields, or with a field that may be too long or not well quoted."""
    wrong = [f"f{width - 1} IS NULL", f"f{width} IS NOT NULL"]
    for place in range(width):
        wrong.append(f"strlen(f{place}) > {LONGEST_FIELD}")
        if not layout.key:
            wrong += [f"contains(f{place}, '\"')", f"contains(f{place}, chr(10))"]
    if layout.key:
        wrong.append(f"len(f0) - len(replace(f0, ',', '')) <> {len(layout.key) - 1}")
    return f"coalesce({' OR '.join(wrong)}, true)"


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    found = connection.execute(query).fetchone()
    return found[0] if found else None


def _numbered(connection: duckdb.DuckDBPyConnection, layout: Layout) -> Raw:
    """Texts as numbers, wide columns as rows, plain figures as floats."""
    where = " AND ".join(f"trim(c{place}, ' ') = '{_quoted(text)}'" for place, text in layout.filters.items()) or "true"
    codes = layout.codes
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
    pattern, value = NUMBER, "v"
    if layout.decimal == ",":
        pattern, value = pattern.replace(r"\.", ","), "replace(v, ',', '.')"
    if layout.thousands:
        mark = layout.thousands.replace(".", r"\.")
        pattern = rf"([0-9]{{1,3}}({mark}[0-9]{{3}})+(\.[0-9]{{1,25}})?|{pattern})"
        value = f"replace({value}, '{_quoted(layout.thousands)}', '')"
    return f"regexp_full_match(v, ' *{_quoted(pattern)} *')", value


def _quoted(text: str) -> str:
    return text.replace("'", "''")
