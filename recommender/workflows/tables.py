"""A publisher's table: what was recognised in it, and its cells, as published or made ready to be measured."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.suppression import estimate_suppressed
from ..inputs.tables import read_long, table_of
from ..inputs.tables.formats import formats
from ..inputs.tables.published import as_published, as_used
from ..model.listing import Listing
from ..model.published import PublishedTable
from .shelf import nuts

ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class TableRequest:
    """Which file, how it is written, and what to make of it; see `recommender.inputs.tables.read_table`."""

    file: str
    as_format: str | None = None
    mapping: str | None = None
    sheet: str | None = None
    indicator: str | None = None
    year: int | None = None
    region_level: str | None = None
    activity_level: str | None = None
    nuts: str | None = None
    crosswalk: str | None = None
    suppressed: str = "leave-out"
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."

    @property
    def is_ready(self) -> bool:
        """Whether one series at one level is wanted, instead of everything as published."""
        return any(
            (self.indicator, self.year, self.region_level, self.activity_level, self.nuts, self.suppressed == ESTIMATE)
        )


def list_formats() -> Listing:
    """The formats that are recognised."""
    rows = tuple((item.name, item.title) for item in formats().values())
    notes = ("anything else: describe its columns in a mapping file (--mapping)",)
    return Listing("ris3/table-formats/1", "Formats of tables", ("name", "what it is"), rows, notes=notes)


def table(request: TableRequest) -> PublishedTable:
    """What a file holds, and its cells.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the file.
    """
    opened = read_long(
        request.file, as_format=request.as_format, mapping=request.mapping, sheet=request.sheet,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip
    if not request.is_ready:
        return as_published(opened, nuts())
    made, notes = table_of(
        opened, nuts=nuts(), indicator=request.indicator, year=request.year,
        region_level=request.region_level, activity_level=request.activity_level,
        edition=request.nuts, crosswalk=request.crosswalk,
        estimate=estimate_suppressed if request.suppressed == ESTIMATE else None,
    )  # fmt: skip
    return as_used(opened, made, notes, nuts())
