"""Records to tables: counts, weights and fractions, the same for any number of threads and in plain Python."""

import csv
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommender.inputs.records import Aggregated, aggregate, connect
from recommender.inputs.records.spec import read_spec
from recommender.model.problem import InputErrors
from tests.inputs.tables.bad import told, write
from tests.shared_data import shared
from tests.support import ris3

SPEC = 'schema_version: "1"\nfiles: "records*.csv"\ncolumns: {region: nuts, activity: field, year: year}\n'
ROWS = (
    "id,nuts,field,year,kind,w\n1,ITH55,A61,2014,x,0.5\n1,ITH59,A61,2014,x,0.25\n2,ITH55,B01,2014,x,1\n"
    "3,,A61,2014,x,1\n4,ITC11,A61,2013,y,2\n"
)


def run(folder, text, rows=ROWS, **options):
    write(folder, rows, "records1.csv")
    spec = write(folder, text, "spec.yaml")
    return aggregate(read_spec(str(spec)), connect("duckdb", **options))


def test_counts_and_what_is_left_out(tmp_path):
    found = run(tmp_path, SPEC + "first: {region: 4}\n")
    assert found == Aggregated(
        (("ITC1", "A61", "2013", Decimal(1), 1), ("ITH5", "A61", "2014", Decimal(2), 2),
         ("ITH5", "B01", "2014", Decimal(1), 1)), 5, 1,
    )  # fmt: skip


def test_weights_and_filters(tmp_path):
    found = run(tmp_path, SPEC + "first: {region: 4}\nweight: w\nfilters: {kind: x}\n")
    assert [(row[0], row[1], row[3]) for row in found.rows] == [
        ("ITH5", "A61", Decimal("0.75")), ("ITH5", "B01", Decimal(1)),
    ]  # fmt: skip


def test_fractional_counts(tmp_path):
    """A patent of two inventors counts a half in the region of each."""
    found = run(tmp_path, SPEC + "fractional_by: id\n")
    values = {row[:2]: row[3] for row in found.rows}
    assert values["ITH55", "A61"] == values["ITH59", "A61"] == Decimal("0.5")
    assert values["ITH55", "B01"] == 1


RECORDS = st.lists(
    st.tuples(st.sampled_from("PQR"), st.sampled_from("ABC"), st.sampled_from((3, 7, 21))), min_size=1, max_size=60
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(RECORDS, st.sampled_from((1, 2)))
def test_thirds_and_sevenths_add_up_as_in_plain_decimals(tmp_path, records, threads):
    rows = "".join(f"{n},{region},{field},2014,x,{1 / part!r}\n" for n, (region, field, part) in enumerate(records))
    found = run(tmp_path, SPEC + "weight: w\n", "id,nuts,field,year,kind,w\n" + rows, threads=threads)
    expected: dict = {}
    for region, field, part in records:
        weight = Decimal(1 / part).quantize(Decimal("1e-12"))
        expected[region, field] = expected.get((region, field), Decimal(0)) + weight
    assert {row[:2]: row[3] for row in found.rows} == expected
    assert all(abs(Fraction(value)) > 0 for value in expected.values())


BAD = {
    SPEC.replace("records*", "nothing*"): "R101 2:8 no file is called 'nothing*.csv'",
    SPEC.replace("nuts", "nutz"): "R501 3:11 the records have no column 'nutz' | did you mean 'nuts'?",
    SPEC.replace("activity: field, ", ""): "R303 3:1 the column of the activity is missing",
    SPEC + "weight: w\nfractional_by: id\n": "R404 4:9 records have either",
    'schema_version: "1"\ncolumns: {region: nuts, activity: field}\n': "R303 : the specification must name",
}


@pytest.mark.parametrize("text", sorted(BAD))
def test_bad_specifications(tmp_path, text):
    with pytest.raises(InputErrors) as caught:
        run(tmp_path, text)
    assert told(caught.value.problems[0]).startswith(BAD[text])


def test_a_weight_below_zero(tmp_path):
    with pytest.raises(InputErrors, match="below zero"):
        run(tmp_path, SPEC + "weight: w\n", ROWS + "9,ITH5,A61,2014,x,-1\n")


def test_an_engine_that_is_none():
    with pytest.raises(InputErrors, match="klingon"):
        connect("klingon")


def test_the_command_writes_a_table_that_can_be_measured(tmp_path):
    write(tmp_path, ROWS, "records.csv")
    spec = write(tmp_path, SPEC + "first: {region: 4}\nunit: patents\n", "spec.yaml")
    run = ris3("ingest", spec, "-o", tmp_path / "out.csv")
    assert run.code == 0, run.err
    assert "1 of 5 records lack" in run.err
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text().splitlines()))
    assert rows[0] == {"region": "ITC1", "activity": "A61", "year": "2013", "value": "1.0"}
    assert ris3("measure", "lq", tmp_path / "out.csv").code == 0


def test_parquet_records(tmp_path):
    text = (
        f'schema_version: "1"\nfiles: {shared("panels/us_cbsa_naics_2018_2019.parquet")}\n'
        "columns: {region: region, activity: activity, year: year}\nweight: value\nfilters: {naics_level: '3'}\n"
    )
    found = aggregate(read_spec(str(write(tmp_path, text, "spec.yaml"))), connect("duckdb"))
    assert found.rows[0][2] == "2018"
    assert all(row[4] == 1 for row in found.rows)
