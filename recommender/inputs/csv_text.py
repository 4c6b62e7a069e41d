"""Strict CSV: cells with their places, and nothing that a spreadsheet and a program would read differently."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..model.problem import Code, InputErrors, Place, input_error
from .nodes import Scalar
from .text import SourceText

DELIMITERS = {",": ",", ";": ";", "|": "|", "\t": "\t", "\\t": "\t", "tab": "\t", "comma": ",", "semicolon": ";"}
DECIMALS = (".", ",")
MOST_CELLS = 200_000
LONGEST_CELL = 100_000

# A text that a spreadsheet would run as a formula stands behind an apostrophe; so does one that
# already looks as if it did, or it would not come back as it was.
_GUARDED = re.compile(r"'+[=+\-@\t]")


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How the user's CSV files are written."""

    delimiter: str = ","
    decimal: str = "."


def csv_style(delimiter: str | None, decimal: str) -> CsvStyle:
    """The style that two options name; without a delimiter, that of CSV.

    Raises
    ------
    InputErrors
        If one of them cannot be meant.
    """
    if delimiter is not None and delimiter not in DELIMITERS:
        raise input_error(Code.USAGE, f"'{delimiter}' cannot stand between cells", hint="one of , ; | or tab")
    if decimal not in DECIMALS:
        raise input_error(Code.USAGE, f"'{decimal}' is not a decimal mark", hint="a point or a comma")
    return CsvStyle(DELIMITERS[delimiter or "comma"], decimal)


def parse_csv(source: SourceText, style: CsvStyle) -> list[list[Scalar]]:
    """The rows of a CSV text as cells; lines without any content are left out.

    Raises
    ------
    InputErrors
        For an open quote, a quote where none can be, and a text that is too large.
    """
    return _Scanner(source, style).rows()


class _Scanner:
    def __init__(self, source: SourceText, style: CsvStyle) -> None:
        self._source, self._text, self._style = source, source.text, style
        self._plain = re.compile(rf'[^"\n{re.escape(style.delimiter)}]*')
        self._quoted = re.compile(r'"([^"]*(?:""[^"]*)*)"')
        self._position, self._line, self._line_start, self._cells = 0, 1, 0, 0

    def rows(self) -> list[list[Scalar]]:
        rows: list[list[Scalar]] = []
        while self._position < len(self._text):
            row = self._row()
            if any(cell.text.strip() for cell in row):
                rows.append(row)
        return rows

    def _row(self) -> list[Scalar]:
        row = [self._cell()]
        while self._text.startswith(self._style.delimiter, self._position):
            self._position += 1
            row.append(self._cell())
        if self._position < len(self._text) and self._text[self._position] != "\n":
            raise self._error(Code.TABLE_ROW, "a quote stands where none can be", self._here(),
                              "put the whole cell in quotes, and double the quotes inside")  # fmt: skip
        self._position += 1
        self._line, self._line_start = self._line + 1, self._position
        return row

    def _cell(self) -> Scalar:
        at = self._here()
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise self._error(Code.TABLE_SIZE, f"more than {MOST_CELLS:,} cells", at)
        text = self._quoted_text(at) if self._text.startswith('"', self._position) else self._plain_text()
        if len(text) > LONGEST_CELL:
            raise self._error(Code.TABLE_SIZE, f"a cell of more than {LONGEST_CELL:,} characters", at)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return Scalar(text[1:] if _GUARDED.match(text) else text, at, quoted=True, decimal=self._style.decimal)

    def _plain_text(self) -> str:
        found = self._plain.match(self._text, self._position)
        assert found is not None
        self._position = found.end()
        return found[0]

    def _quoted_text(self, at: Place) -> str:
        found = self._quoted.match(self._text, self._position)
        if found is None:
            raise self._error(Code.TABLE_ROW, "this quote is never closed", at, "close it, or double it if it is text")
        self._position = found.end()
        breaks = found[0].count("\n")
        if breaks:
            self._line += breaks
            self._line_start = found.start() + found[0].rindex("\n") + 1
        return found[1].replace('""', '"')

    def _here(self) -> Place:
        return Place(self._source.name, self._line, self._position - self._line_start + 1)

    def _error(self, code: Code, message: str, at: Place, hint: str | None = None) -> InputErrors:
        return input_error(code, message, at, line=self._source.line(at.line or 1), hint=hint)
