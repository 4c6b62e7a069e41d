"""A profile in plain values as a workbook: what `inputs.workbook` reads back, with lists to choose from."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from ..model.evidence import EVIDENCE
from ..model.path import PATH_KINDS
from ..model.profile import LINK_KINDS, MATURITIES, Documented, InstitutionKind, UserKind
from ..model.profile_tables import SHEETS, Column, Sheet
from ..model.vocabulary import COMPETENCE_KINDS, TRANSITIONS
from ..wording import label
from .documents._workbook import Workbook
from .profile_csv import Plain, as_csv_files

_GUARDED = re.compile(r"'+[=+\-@\t]")
SHARES = ("level", "strength", "weight", "share")
ROWS_WITH_LISTS = 2_000


CHOICES: Mapping[tuple[str, str], Sequence[str]] = {
    ("clusters", "maturity"): MATURITIES,
    ("institutions", "kind"): get_args(InstitutionKind),
    ("users", "kind"): get_args(UserKind),
    ("partner_actors", "kind"): ("cluster", "institution"),
    ("vocabulary", "kind"): COMPETENCE_KINDS,
    ("paths", "kind"): PATH_KINDS,
    ("transitions", "transition"): TRANSITIONS,
    ("governance", "evidence"): get_args(Documented),
    ("links", "kind"): LINK_KINDS,
    ("partner_links", "kind"): LINK_KINDS,
}
"""Sheet and column -> the words that the column takes."""


def as_workbook_bytes(plain: Mapping[str, Plain], *, language: str = "en") -> bytes:
    """One sheet for each section of the profile; codes are text, numbers are numbers."""
    book = Workbook("profile")
    files = as_csv_files(plain)
    for sheet in SHEETS:
        if sheet.file in files:
            heads, *rows = csv.reader(io.StringIO(files[sheet.file].decode(), newline=""))
            kinds = [_kind(head, sheet) for head in heads]
            values = [[_value(text, kind) for text, kind in zip(row, kinds, strict=True)] for row in rows]
            written = book.add(sheet.name, heads, values)
            for place, head in enumerate(heads):
                written.write_comment(0, place, _note(head, sheet, language), {"x_scale": 2})
                _offer(written, place, sheet, head)
    return book.bytes()


def _column(head: str, sheet: Sheet) -> Column | None:
    return next((column for column in sheet.columns if column.name == head), None)


def _kind(head: str, sheet: Sheet) -> str:
    column = _column(head, sheet)
    if column is not None:
        return "number" if column.kind in ("number", "graded") else "text"
    return "number" if head.endswith(("_year", "_confidence")) else "text"


def _value(text: str, kind: str) -> Any:
    if not text:
        return None
    if kind == "number":
        return float(text) if _keeps(text) else text
    return text[1:] if _GUARDED.match(text) else text


def _keeps(text: str) -> bool:
    """Whether a workbook, which holds sixteen digits, gives the number back; else it is written as text."""
    return float(f"{float(text):.16G}") == float(text)


def _note(head: str, sheet: Sheet, language: str) -> str:
    column = _column(head, sheet)
    return label("column_note", column.kind if column else _kind(head, sheet), language).format(name=head)


def _offer(written: Any, place: int, sheet: Sheet, head: str) -> None:
    """A list to choose from, or the range of a share."""
    words = CHOICES.get((sheet.name, head)) or (EVIDENCE if head.endswith("evidence") else None)
    if words:
        written.data_validation(1, place, ROWS_WITH_LISTS, place, {"validate": "list", "source": list(words)})
    elif head in SHARES:
        written.data_validation(
            1, place, ROWS_WITH_LISTS, place,
            {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1, "ignore_blank": True},
        )  # fmt: skip
