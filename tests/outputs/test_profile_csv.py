"""A profile as CSV files: pleasant in a spreadsheet, inert, and only what is needed."""

import csv
import io

import pytest

from recommender.model.profile_tables import SHEETS
from recommender.outputs.profile_csv import as_csv_files

PLAIN = {
    "schema_version": "1",
    "region": {"name": {"en": "Somewhere", "it": "Altrove"}, "priorities": [{"id": "p", "name": "P", "paths": ["a"]}]},
    "clusters": [
        {"id": "a", "name": "=cmd|'/c calc'!A1", "competences": {"t_x": 0.5, "t_y": {"level": 1, "note": "-1\n@x"}}},
        {"id": "b", "name": {"it": "Solo italiano"}, "facets": {"agglomeration": 0.25}, "sources": ["s1", "s2"]},
    ],
    "links": [{"a": "a", "b": "b", "strength": {"value": 0.5, "evidence": "measured", "source": ["s1"]}}],
}  # fmt: skip


def table(data, **options):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), **options))


def test_one_file_a_section_and_none_without_content():
    assert list(as_csv_files(PLAIN)) == ["region.csv", "priorities.csv", "clusters.csv", "competences.csv",
                                         "numbers.csv", "links.csv"]  # fmt: skip


def test_texts_in_several_languages_have_a_column_each():
    first, second = table(as_csv_files(PLAIN)["clusters.csv"])
    assert (second["name"], second["name_it"]) == ("", "Solo italiano")
    assert second["sources"] == "s1 s2"
    assert first["name"] == "'=cmd|'/c calc'!A1"


def test_numbers_carry_what_they_rest_on():
    files = as_csv_files(PLAIN)
    first, second = table(files["competences.csv"])
    assert (first["actor"], first["competence"], first["level"], first["evidence"]) == ("a", "t_x", "0.5", "")
    assert second["note"] == "'-1\n@x"
    [link] = table(files["links.csv"])
    assert (link["strength"], link["strength_evidence"], link["strength_source"]) == ("0.5", "measured", "s1")
    assert "strength_year" not in link
    [number] = table(files["numbers.csv"])
    assert (number["number"], number["value"]) == ("facets.agglomeration", "0.25")


def test_files_for_the_comma_as_point():
    data = as_csv_files(PLAIN, delimiter=";", decimal=",")["competences.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert table(data, delimiter=";")[0]["level"] == "0,5"


@pytest.mark.parametrize("data", as_csv_files(PLAIN).values())
def test_lines_end_alike_on_every_machine(data):
    assert b"\r" not in data
    assert data.endswith(b"\n")


def test_no_two_sheets_share_a_name_and_no_two_columns_of_a_sheet():
    assert len({sheet.name for sheet in SHEETS}) == len(SHEETS)
    for sheet in SHEETS:
        assert len({column.name for column in sheet.columns}) == len(sheet.columns)
