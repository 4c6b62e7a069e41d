"""What records are, and what to count: the file that `ris3 ingest` takes."""

from __future__ import annotations

import glob
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...model.problem import Code, Place, nearest
from ..library import read_node, read_record
from ..library_shape import VERSION
from ..reading import Reading
from ..shapes import Text
from ..structures import Field, ListOf, MapOf, Record

NAME = Text("a text", r"[^\r\n]{1,2000}")
KEYS = ("region", "activity", "year")


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """What a specification says; the names are its keys. `origins` says where each stands."""

    schema_version: str = "1"
    files: tuple[str, ...] = ()
    table: str | None = None
    sql: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    weight: str | None = None
    fractional_by: str | None = None
    delimiter: str = ","
    unit: str | None = None
    publisher: str | None = None
    dataset: str | None = None
    licence: str | None = None
    name: str = ""
    origins: Mapping[str, Place] = field(default_factory=dict)

    @property
    def is_parquet(self) -> bool:
        return all(name.endswith((".parquet", ".pq")) for name in self.files)

    @property
    def shown(self) -> str:
        """What is read, in a word."""
        return self.sql or self.table or f"{len(self.files)} files, such as {Path(self.files[0]).name}"

    def place(self, name: str) -> Place:
        """Where the specification speaks of a column or a key."""
        spoken = {text: place for path, place in self.origins.items() for text in (path.rpartition(".")[2],)}
        values = {**self.columns, "weight": self.weight, "fractional_by": self.fractional_by}
        key = next((key for key, value in values.items() if value == name), name)
        return spoken.get(key, Place(self.name))


SPEC = Record(
    RecordSpec,
    (
        VERSION,
        Field("files", ListOf(NAME, lenient=True), "CSV or Parquet files of records; * stands for anything"),
        Field("table", NAME, "a table of the engine instead"),
        Field("sql", NAME, "a query of the engine instead"),
        Field("columns", MapOf(NAME, NAME), "the columns of region, activity and perhaps year", required=True),
        Field("first", MapOf(NAME, Text("a number", r"[1-9]")), "how many letters of a code are used: region: 4"),
        Field("filters", MapOf(NAME, NAME), "column -> the only text of it that counts"),
        Field("weight", NAME, "the column of weights to add up; without one, records are counted"),
        Field("fractional_by", NAME, "each record counts 1 / the records with the same text here (a patent's number)"),
        Field("delimiter", NAME, "what stands between the cells of a CSV file"),
        Field("unit", Text(), "what is counted"),
        Field("publisher", Text(), "who published the records"),
        Field("dataset", Text(), "the name of the dataset"),
        Field("licence", Text(), "the terms"),
    ),
)  # fmt: skip


def read_spec(path: str) -> RecordSpec:
    """The specification in a YAML file; its files are those that are there now, relative to its folder.

    Raises
    ------
    InputErrors
        With everything that is wrong with it.
    """
    reading = Reading()
    spec: Any = read_record(read_node(Path(path), reading), SPEC, reading)
    reading.finish()
    for name in sorted(set(spec.columns) - set(KEYS)):
        at = reading.place_of(f"columns.{name}")
        reading.add(Code.SCHEMA_UNKNOWN, f"a table has no '{name}'", at, hint=nearest(name, KEYS))
    for name in sorted({"region", "activity"} - set(spec.columns)):
        reading.add(Code.SCHEMA_MISSING, f"the column of the {name} is missing", reading.place_of("columns"))
    if sum(map(bool, (spec.files, spec.table, spec.sql))) != 1:
        message = "the specification must name one of files, table and sql"
        reading.add(Code.SCHEMA_MISSING, message, Place(path))
    if spec.weight and spec.fractional_by:
        message = "records have either a weight or are counted in fractions"
        reading.add(Code.NAME_RULE, message, reading.place_of("weight"))
    files = _files(spec, Path(path).parent, reading)
    reading.finish()
    whole: RecordSpec = replace(spec, files=files, name=path, origins=dict(reading.origins))
    return whole


def _files(spec: RecordSpec, folder: Path, reading: Reading) -> tuple[str, ...]:
    found: list[str] = []
    for number, pattern in enumerate(spec.files):
        here = sorted(glob.glob(str(folder / pattern), recursive=True))  # noqa: PTH207 (absolute patterns as well)
        if not here:
            at = reading.place_of(f"files.{number}") or reading.place_of("files")
            reading.add(Code.FILE_MISSING, f"no file is called '{pattern}'", at)
        found += here
    kinds = {Path(name).suffix in (".parquet", ".pq") for name in found}
    if len(kinds) > 1:
        reading.add(Code.FILE_FORMAT, "files of records must be all CSV or all Parquet", reading.place_of("files"))
    return tuple(found)
