"""Nested codes of digits and ranges, and the editions of NACE."""

import csv
import gzip
import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.tables.nace import edition_of
from recommender.inputs.tables.nesting import is_nested, one_level, span_of
from recommender.model.problem import InputErrors
from recommender.shipped import TAXONOMIES
from tests.inputs.tables.bad import read_table, told, write
from tests.shared_data import shared


def level(codes, sizes, wanted=None):
    return one_level(codes, np.array(sizes, dtype=float), wanted)


def test_digits_within_digits():
    codes = ("00", "11", "111", "1111", "1112", "21", "31-33", "311", "332")
    sizes = (103, 10, 10, 6, 4, 20, 70, 50, 20)
    assert is_nested(codes)
    assert level(codes, sizes) == (["1111", "1112", "21", "311", "332"], "4 digits")
    assert level(codes, sizes, "2") == (["11", "21", "31-33"], "2 digits")
    assert level(codes, sizes, "leaf")[0] == ["1111", "1112", "21", "311", "332"]


def test_a_finer_level_that_misses_much_is_not_chosen():
    assert level(("11", "111", "12", "121"), (100, 30, 100, 40)) == (["11", "12"], "2 digits")


def test_live_animals_are_no_total():
    assert level(("00", "001", "01", "011"), (5, 5, 100, 100))[0] == ["001", "011"]


@pytest.mark.parametrize("codes", [("0011", "0012", "0111"), ("A", "B"), ("Bread", "Wine", "11", "12"), ("01", "02")])
def test_what_is_not_nested(codes):
    assert not is_nested(codes)


@given(st.lists(st.from_regex(r"[0-9]{1,4}", fullmatch=True), min_size=2, max_size=30, unique=True))
def test_no_two_codes_of_a_level_count_the_same(codes):
    codes = sorted(codes)
    for wanted in ("leaf", "2", "3", None):
        spans = [span_of(code) for code in level(codes, np.ones(len(codes)), wanted)[0]]
        spans.sort(key=lambda span: span.low)
        assert all(first.high <= second.low for first, second in itertools.pairwise(spans))


def test_leaves_of_the_british_accounts_add_up_to_the_total():
    path = shared("official/ons_gva_table3c_itl3_wide.csv.gz")
    whole, notes = read_table(path, year=2019)
    assert "Total" not in whole.activities
    assert {"C (10-33)", "A-E", "L (68)", "G-T", "F (41-43)"}.isdisjoint(whole.activities)
    assert {"68", "68IMP", "O (84)", "CA (10-12)", "41"} < set(whole.activities)
    assert any("at the level leaf" in note.message for note in notes)
    with gzip.open(path, "rt", encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["SIC07 code"] == "Total"]
    totals = {row["ITL code"]: float(row["2019"].replace(",", "")) for row in rows}
    total = np.array([totals[region] for region in whole.regions])
    assert np.abs(whole.values[0].sum(axis=1) - total).max() <= len(whole.activities) / 2


def test_american_industries_are_counted_once():
    table, notes = read_table(shared("panels/us_cbsa_naics_2018_2019.parquet"), year=2019)
    assert "00" not in table.activities
    spans = sorted((span_of(code) for code in table.activities), key=lambda span: span.low)
    assert all(first.high <= second.low for first, second in itertools.pairwise(spans))
    assert any("digits" in note.message for note in notes)
    two, _ = read_table(shared("panels/us_cbsa_naics_2018_2019.parquet"), year=2019, activity_level="2")
    assert all(len(code.split("-")[0]) == 2 for code in two.activities)


def test_editions_of_nace():
    assert edition_of(["C10", "J61", "K64"])[0] == "nace_rev2"
    assert edition_of(["C10", "K61", "L64", "V99"])[0] == "nace_rev2_1"
    assert edition_of(["C10", "J58", "F41"])[0] is None
    assert edition_of(["J61", "K61"]) == ("mixed", ("J61",), ("K61",))
    assert edition_of(["G45", "G46"])[0] == "nace_rev2"
    shipped = [line.strip().rstrip(":") for line in (TAXONOMIES / "nace_rev2.yaml").read_text().splitlines()]
    codes = [line for line in shipped if len(line) == 3 and line[1:].isdigit()]
    assert len(codes) == 88
    assert edition_of(codes)[:1] == ("nace_rev2",)
    assert not edition_of(codes)[2]


def test_two_editions_in_one_table_are_refused(tmp_path):
    rows = "".join(f"R{n},{code},1\n" for n in range(3) for code in ("C10", "J61", "K61"))
    with pytest.raises(InputErrors) as caught:
        read_table(write(tmp_path, "region,activity,value\n" + rows))
    assert "codes of two editions of NACE: J61 of Rev. 2 and K61 of Rev. 2.1" in told(caught.value.problems[0])


def test_the_new_edition_is_told(tmp_path):
    rows = "".join(f"R{n},{code},1\n" for n in range(3) for code in ("C10", "K61", "L64"))
    table, notes = read_table(write(tmp_path, "region,activity,value\n" + rows))
    assert table.source.activity_classification == "nace_rev2_1"
    assert "NACE Rev. 2.1" in notes[0].message
