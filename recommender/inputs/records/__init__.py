"""Records (patents, firms, vacancies, projects) aggregated to a region x activity x period table.

Through Ibis, so that the same expression runs on DuckDB, on Spark or on any engine that Ibis speaks.
Weights are cast to DECIMAL(38,12) before they are added up: the order in which an engine adds does not
matter then, and all engines give the same table, cell for cell. Records are never held in memory.
"""

from __future__ import annotations

import contextlib
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ...model.problem import Code, InputErrors, Place, input_error, nearest
from .spec import RecordSpec

if TYPE_CHECKING:
    import ibis.expr.types as ir

DUCKDB = "duckdb"
DECIMAL = "decimal(38, 12)"
MEMORY_LIMIT = "2GB"
KEYS = ("region", "activity", "year")

Row = tuple[str, str, str | None, Decimal, int]


@dataclass(frozen=True, slots=True)
class Aggregated:
    """Cells by region, activity and year, in that order, and the records that no cell could be found for.

    A row is (region, activity, year or None, value, records). `left_out` counts the records without a
    region, an activity, a year or a weight.
    """

    rows: tuple[Row, ...]
    records: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Engine:
    """A connection of Ibis, and how far it is with what it does: a share in [0, 1], None where it cannot tell."""

    connection: Any
    done: Callable[[], float | None]


def connect(engine: str, *, threads: int | None = None, spill: str | None = None) -> Engine:
    """The engine of that name: `duckdb`, `spark`, `spark://…`, or a connection string of Ibis.

    Raises
    ------
    InputErrors
        If what it takes is not installed, or the engine does not answer.
    """
    try:
        import ibis
    except ImportError:
        raise input_error(Code.USAGE, "aggregating records needs the package ibis-framework",
                          hint="pip install 'ris3[warehouse]'") from None  # fmt: skip
    try:
        if engine == DUCKDB:
            return _duckdb(ibis, threads, spill)
        if engine == "spark" or engine.startswith("spark://"):
            from pyspark.sql import SparkSession

            master = "local[*]" if engine == "spark" else engine
            session = SparkSession.builder.master(master).appName("ris3").getOrCreate()
            return Engine(ibis.pyspark.connect(session), lambda: None)
        return Engine(ibis.connect(engine), lambda: None)
    except ImportError as error:
        message = f"the engine '{engine}' needs a package that is not installed: {error.name or error}"
        raise input_error(Code.USAGE, message, hint="pip install 'ris3[spark]', or leave out --engine") from None
    except (ValueError, RuntimeError, OSError) as error:
        message = f"the engine '{engine}' does not answer: {str(error).splitlines()[0][:200]}"
        raise input_error(Code.USAGE, message, hint="duckdb, spark, or a connection string of Ibis") from None


def _duckdb(ibis: Any, threads: int | None, spill: str | None) -> Engine:
    connection = ibis.duckdb.connect()
    settings = {
        "memory_limit": f"'{MEMORY_LIMIT}'", "preserve_insertion_order": "false", "enable_progress_bar": "true",
        "enable_progress_bar_print": "false", "autoinstall_known_extensions": "false",
        "temp_directory": f"'{spill or tempfile.gettempdir()}'", **({"threads": str(threads)} if threads else {}),
    }  # fmt: skip
    for name, value in settings.items():
        connection.raw_sql(f"SET {name} = {value}")

    def done() -> float | None:
        percent = connection.con.query_progress()
        return percent / 100 if percent >= 0 else None

    return Engine(connection, done)


def aggregate(spec: RecordSpec, engine: Engine) -> Aggregated:
    """Add up the records of a specification.

    Raises
    ------
    InputErrors
        If a file or a column is not there, or a weight is below zero.
    """
    with _without_warnings():
        table = _records(spec, engine.connection)
        query = _expression(spec, table)
        try:
            found = engine.connection.to_pyarrow(query).to_pylist()
        except Exception as error:
            raise _told(spec, error) from error
    return _aggregated(spec, found)


@contextlib.contextmanager
def _without_warnings() -> Iterator[None]:
    """Ibis calls what newer engines call by another name: that is between the two."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def _records(spec: RecordSpec, connection: Any) -> ir.Table:
    try:
        if spec.sql is not None:
            return connection.sql(spec.sql)
        if spec.table is not None:
            return connection.table(spec.table)
        return _files(spec, connection)
    except Exception as error:
        raise _told(spec, error) from error


def _files(spec: RecordSpec, connection: Any) -> ir.Table:
    """All files as one table: DuckDB takes them at once, the others one by one."""
    options = {} if spec.is_parquet else _csv_options(spec, connection)
    read = connection.read_parquet if spec.is_parquet else connection.read_csv
    if connection.name == DUCKDB:
        return read(list(spec.files), **options)
    first, *others = (read(file, **options) for file in spec.files)
    return first.union(*others) if others else first


def _csv_options(spec: RecordSpec, connection: Any) -> dict[str, Any]:
    """Every column as text: types come from the specification, not from a guess."""
    if connection.name == DUCKDB:
        return {"all_varchar": True, "delim": spec.delimiter, "header": True}
    return {"header": True, "sep": spec.delimiter, "inferSchema": False}


def _told(spec: RecordSpec, error: Exception) -> InputErrors:
    lines = str(error).splitlines()
    message = f"the engine cannot read the records: {lines[0][:300] if lines else type(error).__name__}"
    return input_error(Code.TABLE_CONTENT, message, Place(spec.name), hint=f"it was asked for {spec.shown}")


def _expression(spec: RecordSpec, table: ir.Table) -> ir.Table:
    """Count, weighted or fractional count by region, activity and year."""
    _refuse_columns(spec, table.columns)
    for column, text in spec.filters.items():
        table = table.filter(table[column].cast("string") == text)
    keys = {key: _code(table, spec, key) for key in KEYS if key in spec.columns}
    if spec.weight is not None:
        weight = table[spec.weight].cast("float64")
    elif spec.fractional_by is not None:
        import ibis

        weight = 1.0 / table.count().over(ibis.window(group_by=table[spec.fractional_by])).cast("float64")
    else:
        weight = None
    made = {f"ris3_{key}": code for key, code in keys.items()}
    named = table.mutate(**made, **({} if weight is None else {"ris3_weight": weight.cast(DECIMAL)}))
    groups = [f"ris3_{key}" for key in keys]
    measures: dict[str, Any] = {"records": named.count()}
    if weight is not None:
        measures |= {"value": named.ris3_weight.sum().cast(DECIMAL), "weighed": named.ris3_weight.count(),
                     "least": named.ris3_weight.min()}  # fmt: skip
    return named.group_by(groups).aggregate(**measures)


def _code(table: ir.Table, spec: RecordSpec, key: str) -> Any:
    code = table[spec.columns[key]].cast("string").strip()
    first = spec.first.get(key)
    return code.left(int(first)) if first else code


def _refuse_columns(spec: RecordSpec, columns: tuple[str, ...]) -> None:
    wanted = [*spec.columns.values(), *spec.filters, *filter(None, (spec.weight, spec.fractional_by))]
    missing = sorted(set(wanted) - set(columns))
    if missing:
        raise InputErrors(
            input_error(
                Code.TABLE_HEADER, f"the records have no column '{name}'", spec.place(name),
                hint=nearest(name, columns, what="there are"),
            ).problems[0]
            for name in missing
        )  # fmt: skip


def _aggregated(spec: RecordSpec, found: list[dict[str, Any]]) -> Aggregated:
    rows: list[Row] = []
    left_out = 0
    for row in found:
        keys = [row.get(f"ris3_{key}") for key in KEYS]
        lacks = any(not keys[place] for place, key in enumerate(KEYS) if key in spec.columns)
        value = Decimal(row["records"]) if "value" not in row else row["value"]
        left_out += row["records"] if lacks else row["records"] - row.get("weighed", row["records"])
        if not lacks and value is not None:
            if row.get("least", 0) < 0:
                raise input_error(Code.TABLE_NUMBER, f"a weight of {keys[0]}, {keys[1]} is below zero",
                                  spec.place("weight"))  # fmt: skip
            rows.append((str(keys[0]), str(keys[1]), keys[2], value, row["records"]))
    rows.sort(key=lambda row: (row[0], row[1], row[2] or ""))
    return Aggregated(tuple(rows), sum(row["records"] for row in found), left_out)
