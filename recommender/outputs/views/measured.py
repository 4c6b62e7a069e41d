"""The first rows of measures of a table; all of them are for a file."""

from __future__ import annotations

from math import prod

from ...model.listing import Listing
from ...model.measured import MeasureTable
from ..blocks import View
from ..measured import first_rows
from ..render import Options
from . import VIEWS
from .listing import listing_view

SHOWN = 40


@VIEWS.add(MeasureTable)
def measured_view(result: MeasureTable, options: Options) -> View:
    """Forty rows in the long form, and how many there are."""
    total = len(result.years) * prod(len(result.codes(axis)) for axis in result.axes)
    notes = [f"{column.name}: {column.summary}. {column.source}" for column in result.columns]
    if total > SHOWN:
        notes.append(f"{SHOWN} of {total:,} rows are shown: '-o FILE.csv' writes all of them")
    title = f"{', '.join(column.name for column in result.columns)} of {result.source.name}"
    listing = Listing("", title, result.heads, tuple(first_rows(result, SHOWN)), notes=tuple(notes))
    return listing_view(listing, options)
