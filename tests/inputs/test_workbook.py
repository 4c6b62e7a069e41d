"""Workbooks that hold something else than a profile; what is spoilt or malicious stands in tests/bad_workbooks.py."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from recommender.inputs.reading import Reading
from recommender.model.problem import InputErrors
from recommender.workflows.loading import load_profile
from recommender.workflows.profiles import convert
from tests.bad_workbooks import changed, good

CASES = {
    "other_sheets": (
        lambda data: changed(data, "xl/workbook.xml", b'name="region"', b'name="regoin"'),
        "no sheet 'region'",
    ),
    "text": (lambda data: b"schema_version: '1'", "not a workbook"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_told(case, tmp_path):
    spoil, words = CASES[case]
    file = tmp_path / "profile.xlsx"
    file.write_bytes(spoil(good()))
    with pytest.raises(InputErrors) as caught:
        load_profile(str(file), Reading())
    assert words in str(caught.value)


def test_a_missing_workbook_is_told(tmp_path):
    with pytest.raises(InputErrors, match="no such file"):
        load_profile(str(tmp_path / "profile.xlsx"), Reading())


def test_a_date_in_the_place_of_a_code_is_told(tmp_path):
    import xlsxwriter

    file = tmp_path / "profile.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("region")
    sheet.write_row(0, 0, ["schema_version", "code", "name"])
    sheet.write_row(1, 0, ["1", "", "Somewhere"])
    sheet.write_number(1, 1, 45000, book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    with pytest.raises(InputErrors) as caught:
        load_profile(str(file), Reading())
    [problem] = caught.value.problems
    assert "made a date" in problem.message
    assert (problem.at.file, problem.at.line, problem.at.column) == (f"{file} [region]", 2, 2)


def test_a_workbook_offers_lists_and_notes():
    with zipfile.ZipFile(io.BytesIO(good())) as packed:
        sheets = b"".join(packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet"))
        notes = b"".join(packed.read(name) for name in packed.namelist() if name.startswith("xl/comments"))
    assert b'type="list"' in sheets
    assert b"judged,surveyed,measured,proxy" in sheets
    assert b"assessed, not there" in notes


def test_the_result_is_not_written_over_the_workbook(tmp_path):
    file = tmp_path / "profile.xlsx"
    file.write_bytes(good())
    with pytest.raises(Exception, match="that was read"):
        convert(str(file), str(file))
    assert Path(file).read_bytes() == good()
