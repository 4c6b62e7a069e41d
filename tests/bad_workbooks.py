"""Workbooks that are not what they seem, made as spreadsheets and senders of malice make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from recommender.workflows.profiles import convert
from tests.bad_input_builders import builds
from tests.support import EXAMPLES

REGION = "xl/worksheets/sheet1.xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@cache
def good() -> bytes:
    """A profile as `ris3 convert` writes it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "profile.xlsx"
        convert(str(EXAMPLES / "one-cluster" / "profile.yaml"), str(file))
        return file.read_bytes()


def changed(data: bytes, member: str, old: bytes, new: bytes, *more: tuple[str, bytes]) -> bytes:
    """The workbook with one of its files edited, and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            content = packed.read(name)
            assert name != member or old in content
            again.writestr(name, content.replace(old, new, 1) if name == member else content)
        for name, content in more:
            again.writestr(name, content)
    return out.getvalue()


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "086_bomb_in_a_workbook": lambda data: changed(
        data, "", b"", b"", ("xl/worksheets/sheet99.xml", b" " * (80 << 20))
    ),
    "087_workbook_with_a_password": lambda data: OLD + data,
    "088_workbook_that_is_cut_off": lambda data: data[: len(data) // 2],
    "089_formula_without_a_value": lambda data: changed(
        data, REGION, b"</row>", b'<c r="Z1"><f>1+1</f></c></row>'
    ),
    "093_workbook_that_leaves_its_folder": lambda data: changed(data, "", b"", b"", ("../x", b"x")),
    "094_old_workbook": lambda data: OLD + b"\0" * 600,
}  # fmt: skip


def _spoil(name: str, folder: Path) -> None:
    (folder / "profile.xlsx").write_bytes(SPOILT[name](good()))


for _name in SPOILT:
    builds(_name)(partial(_spoil, _name))


def _table(folder: Path, *sheets: tuple[str, list[list[object]]], merged: bool = False) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(folder / "table.xlsx"), {"default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
        if merged:
            sheet.merge_range(0, 0, 0, 2, "Jobs by region and activity")
    book.close()


ROWS: list[list[object]] = [["region", "activity", "value"], ["R1", "A", 5], ["R1", "B", 1], ["R2", "A", 1]]


@builds("090_merged_header")
def merged_header(folder: Path) -> None:
    _table(folder, ("Jobs", [["", "", ""], *ROWS]), merged=True)


@builds("091_two_sheets")
def two_sheets(folder: Path) -> None:
    _table(folder, ("Jobs", ROWS), ("Firms", ROWS))


@builds("092_date_in_a_code")
def date_in_a_code(folder: Path) -> None:
    _table(folder, ("Jobs", [*ROWS, ["R2", date(2026, 10, 1), 3]]))


@builds("092_date_in_a_profile")
def date_in_a_profile(folder: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(folder / "profile.xlsx"), {"default_date_format": "dd/mm/yyyy"})
    region, clusters = book.add_worksheet("region"), book.add_worksheet("clusters")
    region.write_row(0, 0, ["schema_version", "name"])
    region.write_row(1, 0, ["1", "Here"])
    clusters.write_row(0, 0, ["id", "name"])
    clusters.write_row(1, 0, [date(2026, 10, 1), "Boats"])
    book.close()
