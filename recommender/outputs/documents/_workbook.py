"""Workbooks that are the same bytes every time: codes as text, a head that stays, a filter on every column."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from ..escape import sheet_text
from ..extras import needs
from ._office import MADE
from ._zip import settled

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""
WIDEST, NARROWEST = 60, 8


class Workbook:
    """Sheets of plain values; no text in them is ever taken for a formula or a link."""

    def __init__(self, title: str) -> None:
        with needs("excel"):
            import xlsxwriter  # type: ignore[import-untyped]
        self._out = io.BytesIO()
        still = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(self._out, still)
        self.book.set_properties({"title": title, "created": MADE.replace(tzinfo=None)})
        self._head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF3"})
        self._text = self.book.add_format({"num_format": "@", "valign": "top"})
        self._long = self.book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._number = self.book.add_format({"valign": "top"})

    def add(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Any:
        """One sheet; an empty cell stays empty."""
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, self._head)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                self._write(sheet, number, column, value)
        if heads:
            sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
        for column, head in enumerate(heads):
            longest = max((len(cell_text(row[column])) for row in rows if column < len(row)), default=0)
            sheet.set_column(column, column, min(max(longest + 2, len(head) + 4, NARROWEST), WIDEST))
        return sheet

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None or value == "" or value == []:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self._number)
        else:
            text = cell_text(value)
            sheet.write_string(row, column, text, self._long if len(text) > WIDEST else self._text)

    def bytes(self) -> bytes:
        self.book.close()
        return settled(self._out.getvalue())


def cell_text(value: Any) -> str:
    """What a cell holds as text; of many values all, with semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return sheet_text("; ".join(map(cell_text, value)))[:LONGEST_CELL]
    if isinstance(value, dict):
        return sheet_text("; ".join(f"{key}: {cell_text(inner)}" for key, inner in value.items()))[:LONGEST_CELL]
    return sheet_text(str(value))[:LONGEST_CELL]
