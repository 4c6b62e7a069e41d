"""The rows of a table's file as its format gives them, and what they are read into."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...model.problem import Code
from .cells import Problems
from .fields import LONGEST_FIELD, is_open, split
from .layout import Format, Layout
from .lines import LINE_LIMIT, TableFile

NUMBER = r"[0-9]{1,15}(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?"
"""A plain number; every other text goes, once, through `read_figure`, which also words the problem if there is one."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as numbers: numbers for texts, floats for plain figures.

    `columns` are numbers into `names`; `figures` is NaN where `marks` (a place in `texts`) says what
    stands there instead; 0 is a plain number. `origin` says of each cell which wide column it is of.
    """

    rows: Any
    columns: dict[int, Any]
    names: dict[int, list[str]]
    labels: dict[int, dict[str, str]]
    figures: Any
    marks: Any
    texts: list[str]
    origin: Any
    kept: Sequence[int] | None = None


@dataclass(slots=True)
class Source:
    """The rows of a file as its format gives them, with the lines that they came from."""

    file: TableFile
    format: Format
    layout: Layout
    problems: Problems
    skipped: set[int] = field(default_factory=set)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Header and rows; none is blank. In publishers' files a row may go on where a quoted field goes on."""
        plain = ((number, line) for number, line in self.file.lines() if line.strip(" "))
        rows = self.format.rewrite(plain, self.problems) if self.format.rewrite else plain
        return rows if self.layout.strict or self.layout.key else self._joined(rows)

    def _joined(self, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        for number, line in lines:
            while len(line) < LINE_LIMIT and is_open(line, self.layout.delimiter):
                more = list(_until_a_quote(lines))
                if not more:
                    break
                line = " ".join((line, *more))
            yield number, line

    def rows(self) -> Iterator[tuple[int, str]]:
        """The rows that were read."""
        lines = self.lines()
        next(lines, None)
        return (item for item in lines if item[0] not in self.skipped)

    def at(self, rows: Sequence[int]) -> dict[int, tuple[int, str]]:
        """Line number and text of data rows."""
        wanted, found = set(rows), {}
        for row, item in enumerate(self.rows()):
            if row in wanted:
                found[row] = item
                if len(found) == len(wanted):
                    break
        return found

    def write(self, target: Path) -> None:
        """The file as DuckDB shall read it."""
        with target.open("w+b") as out:
            if self.format.rewrite is None:
                self.file.write_plain(out)
            else:
                out.writelines(f"{line}\n".encode() for _, line in self.lines())
            # DuckDB skips the header, but would look for the end of what is quoted in it among the rows.
            out.seek(0)
            header = out.readline()
            out.seek(0)
            out.write(header.replace(b'"', b" "))

    def write_in_order(self, target: Path) -> None:
        """The rows that are in order, after an empty header, with every quotation mark where it belongs."""
        with target.open("w", encoding="utf-8", newline="") as out:
            out.write("\n")
            if self.layout.key:
                out.writelines(f"{line}\n" for _, line in self.rows())
            else:
                writer = csv.writer(out, delimiter=self.layout.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
                writer.writerows(self.fields())

    def fields(self) -> Iterator[list[str]]:
        """The fields of the rows that were read."""
        for number, line in self.rows():
            if self.layout.key:
                first, *others = line.split("\t")
                yield [*first.split(","), *others]
            else:
                yield self._split(number, line) or []

    def _split(self, number: int, line: str) -> list[str] | None:
        return split(line, self.layout.delimiter, number, self.problems, strict=self.layout.strict)

    def check_rows(self) -> None:
        """Note the rows that cannot be told apart into fields, and leave them out from now on."""
        for number, line in self.rows():
            if self._is_odd(number, line):
                self.skipped.add(number)

    def _is_odd(self, number: int, line: str) -> bool:
        layout = self.layout
        if layout.key:
            return self._is_odd_series(number, line)
        fields = self._split(number, line)
        if fields is not None and len(fields) != len(layout.names):
            more = "more" if len(fields) > len(layout.names) else "fewer"
            message = f"{len(fields)} fields, {more} than the {len(layout.names)} columns"
            self.problems.add(Code.TABLE_ROW, message, number, text=line)
            return True
        return fields is None

    def _is_odd_series(self, number: int, line: str) -> bool:
        first, *texts = line.split("\t")
        parts, wanted, figures = first.count(",") + 1, len(self.layout.key), len(self.layout.wide)
        if (parts, len(texts)) != (wanted, figures):
            message = f"{parts} dimensions and {len(texts)} figures; the header has {wanted} and {figures}"
            self.problems.add(Code.TABLE_ROW, message, number, text=line)
        elif max(map(len, (first, *texts))) > LONGEST_FIELD:
            self.problems.add(Code.TABLE_SIZE, f"a field of more than {LONGEST_FIELD:,} characters", number)
        else:
            return False
        return True


def _until_a_quote(lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    """The next lines, up to one that can close a quoted field."""
    length = 0
    for _, line in lines:
        yield line
        length += len(line)
        if line.count('"') % 2 or length > LINE_LIMIT:
            return
