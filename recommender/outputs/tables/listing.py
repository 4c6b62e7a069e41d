"""The rows of a listing as they are."""

from __future__ import annotations

from ...model.listing import Listing
from . import TABLES, Rows


@TABLES.add(Listing)
def listing_table(result: Listing, language: str) -> Rows:
    return result.columns, result.rows
