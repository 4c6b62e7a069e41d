"""A small file -> the same long table as `by_duckdb` makes of it, line by line.

Loading and starting DuckDB takes longer than reading a few thousand lines: whoever tries a small
table of their own should not wait for it. That nobody can tell which of the two has read a file is
a law of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .layout import Layout
from .source import NUMBER, Raw, Source

Row = tuple[int, Sequence[str]]


def read_by_line(source: Source) -> Raw:
    """The cells of a file; rows that are odd are noted and left out. Errors as for `read_by_duckdb`."""
    source.check_rows()
    layout = source.layout
    rows = [row for row in enumerate(source.fields()) if _is_wanted(row[1], layout)]
    columns = {place: _numbered([fields[place] for _, fields in rows]) for place in layout.codes}
    written = [_figure_text(fields, place, layout) for _, fields in rows for place in layout.figures]
    figures, marks, texts = _figures(written, layout)
    each = len(layout.figures)
    return Raw(
        np.repeat(np.array([number for number, _ in rows], dtype=np.intp), each),
        {place: np.repeat(numbers, each) for place, (numbers, _) in columns.items()},
        {place: names for place, (_, names) in columns.items()},
        {code: _labels(rows, code, label) for code, label in layout.labels.items()},
        figures, marks, ["", *texts], np.tile(np.arange(each), len(rows)),
    )  # fmt: skip


def _is_wanted(fields: Sequence[str], layout: Layout) -> bool:
    return all(fields[place].strip(" ") == text for place, text in layout.filters.items())


def _figure_text(fields: Sequence[str], place: int, layout: Layout) -> str:
    flags = layout.wide_flags.get(place)
    return fields[place] if flags is None else f"{fields[place]} {fields[flags]}".rstrip(" ")


def _numbered(column: Sequence[str]) -> tuple[npt.NDArray[np.intp], list[str]]:
    """For each text of a column which of the different ones it is, and those in their order."""
    names = sorted(set(column))
    place = {name: position for position, name in enumerate(names)}
    return np.array([place[text] for text in column], dtype=np.intp), names or [""]


def _figures(written: Sequence[str], layout: Layout) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp], list[str]]:
    """Plain numbers, NaN for the others; which of the other texts each is, counted from 1; and these texts."""
    pattern = _plain_number(layout)
    plain = np.array([pattern.fullmatch(text) is not None for text in written], dtype=np.bool_)
    figures, marks = np.full(len(written), np.nan), np.zeros(len(written), dtype=np.intp)
    figures[plain] = [_as_float(text, layout) for text, number in zip(written, plain, strict=True) if number]
    others, texts = _numbered([text for text, number in zip(written, plain, strict=True) if not number])
    marks[~plain] = others + 1
    return figures, marks, texts


def _plain_number(layout: Layout) -> re.Pattern[str]:
    pattern = NUMBER.replace(r"\.", ",") if layout.decimal == "," else NUMBER
    if layout.thousands:
        pattern = rf"[0-9]{{1,3}}({re.escape(layout.thousands)}[0-9]{{3}})+(\.[0-9]{{1,25}})?|{pattern}"
    return re.compile(f" *({pattern}) *")


def _as_float(text: str, layout: Layout) -> float:
    digits = text.replace(",", ".") if layout.decimal == "," else text
    return float(digits.replace(layout.thousands, "") if layout.thousands else digits)


def _labels(rows: Sequence[Row], code: int, label: int) -> dict[str, str]:
    """What each code is called where the file first says it."""
    found: dict[str, str] = {}
    for _, fields in rows:
        found.setdefault(fields[code], fields[label])
    return found
