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
from .table_form import AS_IT_IS, ESTIMATE, TableForm


@dataclass(frozen=True, slots=True)
class TableRequest:
    """Which file, how it is written, and what to make of it."""

    file: str
    indicator: str | None = None
    year: int | None = None
    form: TableForm = AS_IT_IS
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."

    @property
    def is_ready(self) -> bool:
        """Whether one series at one level is wanted, instead of everything as published."""
        return self.form.is_chosen or any((self.indicator, self.year))


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
    form = request.form
    opened = read_long(
        request.file, as_format=form.as_format, mapping=form.mapping, sheet=form.sheet,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip
    if not request.is_ready:
        return as_published(opened, nuts())
    made, notes = table_of(
        opened, nuts=nuts(), indicator=request.indicator, year=request.year,
        region_level=form.region_level, activity_level=form.activity_level,
        edition=form.nuts, crosswalk=form.crosswalk,
        estimate=estimate_suppressed if form.suppressed == ESTIMATE else None,
    )  # fmt: skip
    return as_used(opened, made, notes, nuts())
