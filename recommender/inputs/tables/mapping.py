"""A mapping file: the user says which columns of a CSV hold what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...model.problem import Code, nearest
from ...model.table import Status
from ..library import read_node, read_record
from ..library_shape import VERSION
from ..reading import Reading
from ..shapes import Choice, Text
from ..structures import Field, ListOf, MapOf, Record
from .cells import Problems
from .layout import Format, Head, Layout, Options, Role, roles_of

NAME = Text("a text", r"[^\r\n]{0,200}")
COLUMN_ROLES = ("region", "activity", "year", "value", "region_label", "activity_label", "flags")


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a mapping file says; the names are its keys."""

    schema_version: str = "1"
    columns: Mapping[str, str] = field(default_factory=dict)
    wide: Mapping[str, str] = field(default_factory=dict)
    wide_holds: Role = "year"
    filters: Mapping[str, str] = field(default_factory=dict)
    series: tuple[str, ...] = ()
    sum_over: tuple[str, ...] = ()
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    absent: str = "zero"
    delimiter: str = ","
    decimal: str = "."
    thousands: str = ""
    unit: str | None = None
    publisher: str | None = None
    dataset: str | None = None
    licence: str | None = None
    classification: str | None = None


MAPPING = Record(
    TableMapping,
    (
        VERSION,
        Field("columns", MapOf(NAME, NAME), "what each column holds: region, activity, year, value, region_label, "
              "activity_label, flags -> its name in the file", required=True),
        Field("wide", MapOf(NAME, NAME), "columns of figures -> the year, activity or region that each is of"),
        Field("wide_holds", Choice(("year", "activity", "region")), "what the names of `wide` are"),
        Field("filters", MapOf(NAME, NAME), "column -> the only text of it that is wanted"),
        Field("series", ListOf(NAME), "further columns that tell series apart (unit, sex …)"),
        Field("sum_over", ListOf(NAME), "columns of parts of a year, whose figures are added up"),
        Field("codes", MapOf(NAME, MapOf(NAME, NAME)), "column -> code in the file -> code to use"),
        Field("missing", ListOf(NAME), "texts in place of a figure that is not available"),
        Field("suppressed", ListOf(NAME), "texts in place of a figure that is confidential"),
        Field("absent", Choice(("zero", "missing")), "what a cell without a row is"),
        Field("delimiter", NAME, "what stands between the cells"),
        Field("decimal", Choice((".", ",")), "the decimal mark"),
        Field("thousands", Choice((",", ".", "'")), "the mark between thousands"),
        Field("unit", Text(), "what is counted"),
        Field("publisher", Text(), "who published it"),
        Field("dataset", Text(), "the name of the dataset"),
        Field("licence", Text(), "the terms"),
        Field("classification", Text(), "the classification of the activities"),
    ),
)  # fmt: skip


def read_mapping(path: str) -> Format:
    """The format that a mapping file describes.

    Raises
    ------
    InputErrors
        With everything that is wrong with the mapping file; once a table is read, with the columns
        that it does not have.
    """
    reading = Reading()
    mapping: Any = read_record(read_node(Path(path), reading), MAPPING, reading)
    reading.finish()
    for name in sorted(set(mapping.columns) - set(COLUMN_ROLES)):
        at = reading.place_of(f"columns.{name}")
        reading.add(Code.SCHEMA_UNKNOWN, f"a table has no '{name}'", at, hint=nearest(name, COLUMN_ROLES))
    reading.finish()
    return Format(
        "mapping", f"described by {Path(path).name}", lambda head: True,
        lambda head, options, problems: _layout(mapping, head, options, problems), users=True,
    )  # fmt: skip


def _layout(mapping: TableMapping, head: Head, options: Options, problems: Problems) -> Layout:
    mark = "\t" if mapping.delimiter == "tab" else mapping.delimiter
    names = head.split(mark)
    known = {name: place for place, name in enumerate(names)}

    def place(name: str) -> int:
        if name not in known:
            problems.add(Code.TABLE_HEADER, f"there is no column '{name}'", head.number, 1, text=head.first,
                         hint=nearest(name, known, what="there are"))  # fmt: skip
        return known.get(name, 0)

    columns = {kind: place(name) for kind, name in mapping.columns.items()}
    if ("value" in columns) == bool(mapping.wide):
        problems.add(
            Code.TABLE_HEADER, "the mapping must name either a column `value` or several under `wide`", head.number
        )
    labels = {columns[role]: columns[f"{role}_label"] for role in ("region", "activity")
              if role in columns and f"{role}_label" in columns}  # fmt: skip
    layout = Layout(
        "mapping", names, roles_of(**{role: columns.get(role) for role in ("region", "activity", "year")}),
        value=columns.get("value"), wide={place(name): text for name, text in mapping.wide.items()},
        wide_role=mapping.wide_holds, flags=(columns["flags"],) if "flags" in columns else (), labels=labels,
        series={name: place(name) for name in mapping.series}, sum_over=tuple(map(place, mapping.sum_over)),
        filters={place(name): text for name, text in mapping.filters.items()},
        recodes={place(name): codes for name, codes in mapping.codes.items()},
        missing=frozenset(text.strip() for text in mapping.missing),
        suppressed=frozenset(mapping.suppressed), delimiter=mark, decimal=mapping.decimal,
        thousands=mapping.thousands, strict=True,
        absent=Status.ZERO_BY_ABSENCE if mapping.absent == "zero" else Status.MISSING,
        publisher=mapping.publisher, dataset=mapping.dataset, unit=mapping.unit, licence=mapping.licence,
        activity_classification=mapping.classification,
    )  # fmt: skip
    problems.finish()
    return layout
