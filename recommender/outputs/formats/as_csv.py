"""CSV: one table, for spreadsheets. UTF-8, LF, comma, decimal point; texts that look like formulas are guarded."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from ..escape import spreadsheet_text
from ..plain import plain
from ..render import FORMATS, Format, Options
from ..tables import table_of

if TYPE_CHECKING:
    from ..render import Result


def write(result: Result, options: Options) -> str:
    heads, rows = table_of(result, options.language, options.part)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([spreadsheet_text(head) for head in heads])
    writer.writerows([[cell(value) for value in row] for row in rows])
    return out.getvalue()


def cell(value: Any) -> str:
    """A number as it is, nothing as nothing, several values with semicolons; a text never acts."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return spreadsheet_text("; ".join(_text(item) for item in value))
    return spreadsheet_text(_text(value))


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_text(item)}" for key, item in value.items())
    if isinstance(value, list):  # a name and its share, among several
        return ": ".join(_text(item) for item in value)
    return "" if value is None else str(value)


FORMATS.add("csv")(Format(write, (".csv",)))
