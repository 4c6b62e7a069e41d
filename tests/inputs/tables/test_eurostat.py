"""Eurostat's bulk files: both headers, flags, and what they leave open."""

import gzip

import numpy as np
import pytest

from recommender.model.table import Status
from tests.inputs.tables.bad import read_table, refused, told, write
from tests.shared_data import shared

OLD = "nace_r2,indic_sb,geo\\time\t2015 \t2014 \t2013 \n"
ROWS = (
    "C10,V1,ITH1\t: \t120 \t100 b\n"
    "C10,V1,ITH2\t: \t: c\t40 \n"
    "C10,V1,ITD2\t: \t: \t41 \n"
    "C11,V1,ITH1\t: \t0 \t7 d\n"
    "C11,V1,ITH2\t5 p\t123 c\t: cd\n"
    "C11,V2,ITH2\t5 \t5 \t5 \n"
)
NEW = "freq,indic_sb,nace_r2,geo\\TIME_PERIOD\t2021 \t2022 \n"


def read(folder, text, **options):
    return read_table(write(folder, text, "sbs_test.tsv"), **options)


def test_the_old_header(tmp_path):
    table, notes = read(tmp_path, OLD + ROWS, indicator="V1")
    assert (table.regions, table.activities) == (("ITH1", "ITH2"), ("C10", "C11"))
    assert table.years == (2015, 2014, 2013)
    np.testing.assert_array_equal(table.values[1], [[120, 0], [np.nan, 123]])
    assert "ITD2 -> ITH2" not in " ".join(note.message for note in notes)  # ITH2 has figures of its own in 2013
    source = table.source
    assert (source.publisher, source.dataset, source.indicator) == ("Eurostat", "sbs_test", "V1")
    assert "acknowledgement" in (source.licence or "")
    assert (source.region_classification, source.activity_classification) == ("nuts", "nace_rev2")


def test_flags_are_kept_and_status_told_apart(tmp_path):
    table, _ = read(tmp_path, OLD + ROWS, indicator="V1")
    assert table.status[1].tolist() == [[Status.OBSERVED, Status.OBSERVED], [Status.SUPPRESSED, Status.OBSERVED]]
    assert table.status[0, 0, 0] == Status.MISSING
    assert table.flags is not None
    assert table.flags[1].tolist() == [["", ""], ["c", "c"]]
    assert table.flags[2].tolist() == [["b", "d"], ["", "cd"]]


def test_an_absent_row_is_missing(tmp_path):
    table, _ = read(tmp_path, OLD + ROWS.replace("C11,V1,ITH1\t: \t0 \t7 d\n", ""), indicator="V1")
    assert table.status[1, 0, 1] == Status.MISSING


def test_the_new_header(tmp_path):
    rows = "A,V1,C10,DE11\t1 \t2 e\nA,V1,C10,DE12\t3 \t: u\nA,V1,C11,DE11\t5 \t6 \nA,V1,C11,DE12\t7 \t8.5 \n"
    table, _ = read(tmp_path, NEW + rows)
    assert table.years == (2022, 2021)
    np.testing.assert_array_equal(table.values[0], [[2, 6], [np.nan, 8.5]])
    assert table.source.indicator == "A,V1"


def test_the_wanted_series_can_be_named_by_any_of_its_parts(tmp_path):
    rows = "".join(f"A,{i},C{n},DE{m}\t1 \t2 \n" for i in ("V1", "V2") for n in (10, 11) for m in (11, 12))
    assert read(tmp_path, NEW + rows, indicator="V2")[0].source.indicator == "V2"
    assert told(refused(tmp_path, NEW + rows, "x.tsv")[0]) == (
        "R506 6: the column 'indic_sb' holds several series: V1, V2 | choose one, for example --indicator V1"
    )
    assert "one of: A, V1, V2" in told(refused(tmp_path, NEW + rows, "x.tsv", indicator="W3")[0])


BAD = {
    "no activity": (
        "freq,unit,geo\\TIME_PERIOD\t2021 \nA,EUR,DE11\t1 \n",
        "R501 1:1 this dataset has no dimension for the activity",
    ),
    "no region": (
        "nace_r2,unit,isco\\time\t2021 \nC10,EUR,1\t1 \n",
        "R501 1:1 this dataset has no dimension for the region",
    ),
    "quarters": ("nace_r2,geo\\time\t2021-Q1 \nC10,DE11\t1 \n", "R501 1: '2021-Q1' is not a year"),
    "year twice": ("nace_r2,geo\\time\t2021 \t2021 \nC10,DE11\t1 \t1 \n", "R501 1: a year is there twice"),
    "no rows": ("nace_r2,geo\\time\t2021 \n", "R506 1: there are no rows below the header"),
    "short row": (
        "nace_r2,geo\\time\t2021 \t2020 \nC10,DE11\t1 \n",
        "R502 2: 2 dimensions and 1 figures; the header has 2 and 2",
    ),
    "odd key": ("nace_r2,geo\\time\t2021 \nC10\t1 \n", "R502 2: 1 dimensions and 1 figures"),
    "text": ("nace_r2,geo\\time\t2021 \nC10,DE11\tmany\n", "R503 2:10 'many' is not a number"),
    "twice": (
        "nace_r2,geo\\time\t2021 \nC10,DE11\t1 \nC10,DE11\t2 \n",
        "R504 3: DE11, C10, 2021 is given twice: in lines 2 and 3",
    ),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_files(tmp_path, name):
    text, expected = BAD[name]
    assert told(refused(tmp_path, text, "bad.tsv")[0]).startswith(expected)


def test_publishers_may_print_figures_below_zero(tmp_path):
    rows = "".join(f"C1{a},DE1{r}\t{a - 1} b\t{r} \n" for a in range(3) for r in range(3))
    table, notes = read(tmp_path, "nace_r2,geo\\time\t2021 \t2020 \n" + rows)
    assert np.isnan(table.values[0, :, 0]).all()
    assert (table.status[0, :, 0] == Status.MISSING).all()
    assert notes[0].message == "3 figures below zero are left out, such as -1 of DE10, C10, 2021"


def test_the_file_as_published():
    table, notes = read_table(shared("official/sbs_r_nuts06_r2.tsv.gz"), indicator="V16110")
    assert (len(table.activities), table.years[0], table.years[-1]) == (68, 2015, 2008)
    assert all(len(code) == 4 and not code.endswith("ZZ") for code in table.regions)
    assert {"D35", "L68", "S95"} < set(table.activities)
    assert {"ITD5", "EL11", "DE41", "FI1A", "UKD5"}.isdisjoint(table.regions)
    at = (table.years.index(2010), table.regions.index("ITH5"), table.activities.index("C28"))
    assert (table.values[at], table.joined[at[0]]["ITH5"]) == (pytest.approx(99_000, rel=0.1), ("ITD5",))
    assert table.joined[table.years.index(2014)] == {}
    text = " ".join(note.message for note in notes)
    assert "left out: 16 extra-regio, 29 nuts0, 104 nuts1" in text
    assert "DE41 + DE42 -> DE40" in text
    assert table.source.unit == "persons employed"


def test_published_totals_are_taken_from_sections_and_countries():
    path = shared("official/sbs_r_nuts06_r2.tsv.gz")
    table, _ = read_table(path, indicator="V16110", year=2014)
    assert table.region_totals is not None
    assert table.activity_totals is not None
    assert table.region_totals.sum() == pytest.approx(table.activity_totals.sum(), rel=0.005)
    assert (table.region_totals >= np.nansum(table.values, axis=2) - 1e-9).all()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = {line.split("\t")[0]: line.split("\t")[2].split() for line in file}
    national = sum(
        float(rows[f"C20,V16110,{land}"][0])
        for land in sorted({code[:2] for code in table.regions})
        if rows[f"C20,V16110,{land}"][0] != ":"
    )
    assert table.activity_totals[0, table.activities.index("C20")] >= national


def test_the_samples_beside_it():
    table, _ = read_table(shared("official/samples/eurostat_bulk_tsv_old_header__flags_subset.tsv"), indicator="V16110")
    assert "ITH5" in table.regions
    assert "ITD5" not in table.regions
