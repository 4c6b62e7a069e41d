"""A table of a publisher as one clean long CSV, by the million cells: formatted and written by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..model.published import PublishedTable
from .escape import spreadsheet_text
from .plain import number


def write_published(result: PublishedTable, path: Path) -> None:
    """Write all cells to `path`: UTF-8, LF, comma, decimal point, nothing where there is no figure."""
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        query = _query(result, connection)
        kind = "FORMAT parquet" if path.name.endswith(".parquet") else "FORMAT csv, HEADER true"
        connection.execute(f"COPY ({query}) TO '{_quoted(str(path), chr(39))}' ({kind})")


def _query(result: PublishedTable, connection: Any) -> str:
    import numpy as np

    cells: dict[str, Any] = {"value": result.values}
    chosen = {"value": 'CASE WHEN isnan("value") THEN NULL ELSE "value" END'}
    for place, (name, (numbers, texts)) in enumerate(result.columns.items()):
        cells[f"n{place}"] = np.ascontiguousarray(numbers, dtype=np.int32)
        connection.execute(f"SET VARIABLE texts{place} = ?", [[spreadsheet_text(text) for text in texts]])
        chosen[name] = f"nullif(list_extract(getvariable('texts{place}'), n{place} + 1), '')"
    connection.register("cells", cells)
    named = (f'{chosen[name]} AS "{_quoted(spreadsheet_text(name), chr(34))}"' for name in result.heads)
    return f"SELECT {', '.join(named)} FROM cells"


def _quoted(text: str, mark: str) -> str:
    return text.replace(mark, mark * 2)


def first_rows(result: PublishedTable, most: int | None = None) -> Iterator[tuple[Any, ...]]:
    """The first `most` rows as values of Python."""
    for row in range(len(result.values) if most is None else min(most, len(result.values))):
        texts = {name: texts[numbers[row]] for name, (numbers, texts) in result.columns.items()}
        yield tuple(number(float(result.values[row])) if name == "value" else texts[name] for name in result.heads)
