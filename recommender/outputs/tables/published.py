"""Every cell of a table of a publisher."""

from __future__ import annotations

from ...model.published import PublishedTable
from ..published import first_rows
from . import TABLES, Rows


@TABLES.add(PublishedTable)
def published_table(result: PublishedTable, language: str) -> Rows:
    return result.heads, list(first_rows(result))
