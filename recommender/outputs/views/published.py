"""What was recognised in a file, and its first cells; all of them are for a file."""

from __future__ import annotations

from typing import Any

from ...model.listing import Listing
from ...model.published import PublishedTable
from ..blocks import View
from ..published import first_rows
from ..render import Options
from . import VIEWS
from .listing import listing_view

SHOWN = 10


@VIEWS.add(PublishedTable)
def published_view(result: PublishedTable, options: Options) -> View:
    """The facts one below the other, then ten rows."""
    facts = Listing("", result.source.name, ("fact", "value"), tuple((k, _told(v)) for k, v in result.facts.items()))
    total = len(result.values)
    notes = (f"{SHOWN} of {total:,} cells are shown: '-o FILE.csv' writes all of them",) if total > SHOWN else ()
    cells = Listing("", "Cells", result.heads, tuple(first_rows(result, SHOWN)), notes=notes)
    return (*listing_view(facts, options), *listing_view(cells, options))


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return ", ".join(f"{count:,} {name}" for name, count in value.items()) or None
    if isinstance(value, int):
        return f"{value:,}"
    return value
