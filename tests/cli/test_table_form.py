"""How a table is read is asked of every command that takes one, and means the same in each."""

import csv
import io
import itertools

import pytest

from tests.support import ris3

TSV = (
    "nace_r2,indic_sb,geo\\time\t2015 \t2014 \n"
    "C10,V1,ITH1\t: c\t120 \nC10,V1,ITH2\t4 \t1 \nC10,V1,ITH3\t9 \t8 \n"
    "C11,V1,ITH1\t1 \t2 \nC11,V1,ITH2\t: c\t6 \nC11,V1,ITH3\t3 \t4 \n"
    "C,V1,ITH1\t121 \t122 \nC,V1,ITH2\t9 \t7 \nC,V1,ITH3\t12 \t12 \n"
    "C10,V1,ITH\t133 \t129 \nC11,V1,ITH\t9 \t12 \nC,V1,ITH\t142 \t141 \n"
)
OWN = "where;what;when;how much\n" + "".join(
    f"{region};{activity};{year};{3 * place + 1}\n"
    for place, (region, activity, year) in enumerate(itertools.product("RST", "AB", (2014, 2015)))
)
MAPPING = 'schema_version: "1"\ndelimiter: ";"\ncolumns: {region: where, activity: what, year: when, value: how much}\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sbs.tsv").write_text(TSV, encoding="utf-8")
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


FORMS = {
    "named": ("sbs.tsv", ("--as", "eurostat-tsv")),
    "estimated": ("sbs.tsv", ("--suppressed", "estimate")),
    "sections": ("sbs.tsv", ("--activity-level", "division", "--region-level", "nuts2")),
    "recoded": ("sbs.tsv", ("--nuts", "2024")),
    "mapped": ("own.csv", ("--mapping", "own.yaml")),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_measure_reads_a_table_as_ris3_table_writes_it(folder, name):
    file, words = FORMS[name]
    written = ris3("table", file, *words, "--year", "2015", "-o", "clean.csv", cwd=folder)
    assert written.code == 0, written.err
    direct = ris3("measure", "lq", file, *words, "--year", "2015", "--format", "csv", cwd=folder)
    piped = ris3("measure", "lq", "clean.csv", "--format", "csv", cwd=folder)
    assert direct.code == piped.code == 0, direct.err
    assert rows_of(direct.text) == rows_of(piped.text) != []


def test_what_was_estimated_is_marked_and_only_that_is_gained(folder):
    asked = ("measure", "lq", "sbs.tsv", "--year", "2015", "--format", "csv", "--suppressed")
    left, filled = (rows_of(ris3(*asked, how, cwd=folder).text) for how in ("leave-out", "estimate"))
    unknown = {(row["region"], row["activity"]) for row in left if not row["lq"]}
    assert unknown == {("ITH1", "C10"), ("ITH2", "C11")}
    assert all(row["lq"] for row in filled)
    assert "estimated" not in left[0]
    assert {(row["region"], row["activity"]) for row in filled if row["estimated"] == "1"} == unknown


def test_a_recommendation_says_which_figures_are_estimates(folder):
    ris3("reference", "build", "sbs.tsv", "--suppressed", "estimate", "--year", "2015", "-o", "m.npz", cwd=folder)
    run = ris3("recommend", "ITH1", "--reference", "m.npz", cwd=folder)
    assert run.code == 0, run.err
    told = " ".join(run.text.split())
    assert "2 of 6 figures of these statistics are estimated from published totals" in told
    assert "of this region: Food products (C10). What rests on them is an estimate as well." in told


@pytest.mark.parametrize(
    "words",
    [
        ("reference", "build", "own.csv", "-o", "model.npz"),
        ("predict", "own.csv", "--horizon", "1", "--format", "json"),
        ("backtest", "own.csv", "--origin", "2014", "--horizon", "1", "--format", "json"),
    ],
)
def test_the_other_commands_that_take_a_table_read_it_by_the_same_mapping(folder, words):
    refused = ris3(*words, cwd=folder)
    assert refused.code == 2
    read = ris3(*words, "--mapping", "own.yaml", cwd=folder)
    assert read.code == 0, read.err


def test_a_form_that_does_not_exist_is_refused_before_the_table_is_read(folder):
    run = ris3("measure", "lq", "sbs.tsv", "--as", "eurostat", cwd=folder)
    assert run.code == 2
    assert "eurostat-tsv" in run.err
