"""CSV: one row an opportunity, plain numbers, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest

from recommender.outputs.escape import spreadsheet_text
from recommender.outputs.formats.as_csv import cell
from recommender.outputs.render import render
from tests.outputs import samples


def rows(result, **options):
    return list(csv.DictReader(io.StringIO(render(result, "csv", **options), newline="")))


@pytest.mark.parametrize("name", samples.ALL)
def test_every_row_has_every_column(name):
    text = render(samples.ALL[name](), "csv")
    assert "\r" not in text
    assert text.endswith("\n")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(row) for row in found} == {len(found[0])}
    assert len(set(found[0])) == len(found[0])


def test_ranked_and_unranked_opportunities_are_rows():
    found = rows(samples.rich())
    assert [row["id"] for row in found] == ["aseptic", "textile", "climate", "chip_fab"]
    assert [row["rank"] for row in found] == ["1", "2", "", ""]
    assert found[0]["fit"] == "0.64"
    assert found[0]["coalition"] == "packaging; pharma"
    assert found[0]["demand"] == ""
    assert "Semiconductor" in found[3]["reasons"]


def test_activities_have_columns_of_their_own():
    found = rows(samples.statistics_only())
    assert found[0]["location_quotient"] == "0.71"
    assert found[0]["related_to"] == "C28; C21"
    assert found[2]["density"] == ""


def test_heads_do_not_depend_on_the_language_and_texts_do():
    assert list(rows(samples.rich())[0]) == list(rows(samples.rich(), language="it")[0])
    assert rows(samples.rich(), language="it")[0]["name"] == "Riempimento asettico robotizzato"


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\x00=1"])
def test_a_name_never_becomes_a_formula(name):
    first = replace(samples.rich().opportunities[0], name={"en": name})
    text = render(replace(samples.rich(), opportunities=(first,)), "csv")
    [told, *_] = list(csv.DictReader(io.StringIO(text, newline="")))
    assert told["name"].startswith("'")
    assert "\x00" not in text


def test_the_guard_is_one_character_and_spares_harmless_text():
    assert spreadsheet_text("=1+1") == "'=1+1"
    assert spreadsheet_text("C26") == "C26"
    assert spreadsheet_text("'quoted") == "'quoted"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (-0.5, "-0.5"),
        (1e-7, "1e-07"),
        (3, "3"),
        (True, "true"),
        (None, ""),
        (("-1", "b"), "'-1; b"),
        ({"a": 1}, "a: 1"),
    ],
)
def test_cells(value, wanted):
    assert cell(value) == wanted
