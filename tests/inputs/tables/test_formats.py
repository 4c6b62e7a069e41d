"""The formats of publishers: each sample is recognised by one of them, and its cells are those of the file."""

import csv
import gzip
import io
import zipfile

import numpy as np
import pytest

from recommender.inputs.tables import read_long
from recommender.inputs.tables.formats import USUAL, formats
from recommender.inputs.tables.layout import head_of
from recommender.inputs.tables.lines import open_table
from recommender.model.table import Status
from tests.inputs.tables.bad import GOOD, read_table, refused, told, write
from tests.shared_data import shared

# File -> format, cells, known cells, their sum: counted by scripts of our own with the csv module.
PUBLISHED = {
    "official/sbs_r_nuts06_r2.tsv.gz": "eurostat-tsv",
    "official/estat_nama_10r_3gdp.tsv.gz": "eurostat-tsv",
    "official/ardeco_wide__capstock.csv.gz": "ardeco",
    "official/hmrc_rts_region_sitc2.csv.gz": "hmrc",
    "official/nomis_BRES_2018_TYPE450.csv.gz": "nomis-long",
    "official/nomis_native_export_itl2_sic4_multiblock.csv.gz": "nomis-native",
    "official/oecd_data_explorer_new_csv__grantax.csv.gz": "oecd-data-explorer",
    "official/oecd_stat_legacy_TRADEGOODSERV.csv.gz": "oecd-legacy",
    "official/oecd_stat_legacy_region__educat.csv.gz": "oecd-legacy",
    "official/ons_gva_table3c_itl3_wide.csv.gz": "ons-wide",
    "official/samples/ardeco_wide__capstock.csv": "ardeco",
    "official/samples/eurostat_bulk_tsv_new_header__nama_10r_3gdp.tsv": "eurostat-tsv",
    "official/samples/eurostat_bulk_tsv_old_header__flags_subset.tsv": "eurostat-tsv",
    "official/samples/eurostat_sdmx_csv__migr_resfirst_excerpt.csv": "sdmx-csv",
    "official/samples/hmrc_rts_region_sitc2.csv": "hmrc",
    "official/samples/nomis_bres_long.csv": "nomis-long",
    "official/samples/nomis_native_export_itl2_sic4_multiblock.csv": "nomis-native",
    "official/samples/oecd_data_explorer_new_csv__grantax.csv": "oecd-data-explorer",
    "official/samples/oecd_stat_legacy__TRADEGOODSERV.csv": "oecd-legacy",
    "official/samples/ons_wide_bom_thousands__gva_itl3.csv": "ons-wide",
    "official/samples/sdmx_csv2_oecd_style_excerpt.csv": "sdmx-csv",
    "panels/eu_nuts2_nace2_core_2010_2014.csv.gz": "long",
    "panels/us_cbsa_naics_2018_2019.parquet": "long",
}


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_exactly_one_format_knows_a_file(name):
    head = head_of(open_table(shared(name)))
    found = [item.name for item in formats().values() if item.recognise(head)]
    assert found == [PUBLISHED[name]]


def test_the_registry_is_complete():
    assert USUAL in formats()
    assert all(name == item.name and item.title for name, item in formats().items())


def cells(name, **options):
    return read_long(shared(name), **options).cells


def by_code(found):
    """{(region, activity, year, *series): value} of a long table."""
    columns = [column for column in (found.region, found.activity, found.year) if column is not None]
    texts = [column.texts() for column in (*columns, *found.series.values())]
    return dict(zip(zip(*texts, strict=True), found.values.tolist(), strict=True))


def plain_rows(name, encoding="utf-8-sig"):
    path = shared(name)
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.reader(io.StringIO(data.decode(encoding))))


def test_eurostat_cell_for_cell():
    found = cells("official/sbs_r_nuts06_r2.tsv.gz")
    text = gzip.decompress(shared("official/sbs_r_nuts06_r2.tsv.gz").read_bytes()).decode()
    header, *rows = [line.split("\t") for line in text.splitlines()]
    assert len(found.values) == len(rows) * (len(header) - 1) == 1_561_816
    figures = [part.split(" ")[0] for row in rows for part in row[1:]]
    expected = np.array([np.nan if part == ":" else float(part) for part in figures])
    order = np.lexsort((found.year.numbers, found.rows))
    np.testing.assert_array_equal(found.values[order], expected)
    flags = np.array([part.partition(" ")[2].strip() for row in rows for part in row[1:]], dtype=object)
    np.testing.assert_array_equal(found.flags.texts()[order], flags)
    keys = [row[0].split(",") for row in rows]
    assert found.region.texts()[order][:: len(header) - 1].tolist() == [key[2] for key in keys]


def test_ons_thousands_and_a_figure_below_zero():
    found = by_code(cells("official/ons_gva_table3c_itl3_wide.csv.gz"))
    assert found["TLC11", "Total", "1998"] == 3317
    assert found["TLI31", "49-51", "2020"] == -25
    header, *rows = plain_rows("official/ons_gva_table3c_itl3_wide.csv.gz")
    expected = {(row[0], row[2], year): float(text.replace(",", "")) for row in rows
                for year, text in zip(header[4:], row[4:], strict=True)}  # fmt: skip
    assert found == expected


def test_ardeco():
    found = cells("official/ardeco_wide__capstock.csv.gz")
    _, *rows = plain_rows("official/ardeco_wide__capstock.csv.gz")
    given = [float(text) for row in rows for text in row[6:] if text]
    assert np.nansum(found.values) == pytest.approx(sum(given), rel=1e-12)
    assert (found.status == Status.OBSERVED).sum() == len(given)
    assert found.region_names["AT1"] == "Ostösterreich"


def test_hmrc_quarters_are_added_up():
    found = by_code(cells("official/hmrc_rts_region_sitc2.csv.gz"))
    _, *rows = plain_rows("official/hmrc_rts_region_sitc2.csv.gz")
    expected: dict = {}
    for row in rows:
        key = (row[3], row[1].split(" ")[0], row[5], row[4])
        expected[key] = expected.get(key, 0) + float(row[7])
    assert found == expected


def test_nomis_blocks_are_years():
    found = cells("official/nomis_native_export_itl2_sic4_multiblock.csv.gz")
    rows = plain_rows("official/nomis_native_export_itl2_sic4_multiblock.csv.gz", "cp1252")
    expected, year, regions = {}, "", []
    for row in rows:
        if row[0].startswith("Date"):
            year = row[1]
        elif row[0] == "Industry":
            regions = row
        elif row[0][:4].isdigit():
            for name, text in zip(regions[1:], row[1:], strict=True):
                if name:
                    key = (name.split(" ")[0], row[0].split(" ")[0], year)
                    expected[key] = np.nan if text == "-" else float(text)
    got = {key[:3]: value for key, value in by_code(found).items()}
    assert got.keys() == expected.keys()
    np.testing.assert_array_equal([got[key] for key in expected], list(expected.values()))
    assert found.activity_labels["0112"] == {"en": "Growing of rice"}
    assert found.region_names["UKD1"] == "Cumbria"
    assert found.series["series"].used() == ("Employees; Count",)


LONG = {
    "official/oecd_stat_legacy_TRADEGOODSERV.csv.gz": "LOCATION|TIME|INDICATOR|SUBJECT|MEASURE|FREQUENCY|Value",
    "official/oecd_stat_legacy_region__educat.csv.gz": (
        "REG_ID|TIME|IND|ISC11|GENDER|MEAS|Unit Code|PowerCode Code|Reference Period Code|Value"
    ),
    "official/nomis_BRES_2018_TYPE450.csv.gz": "geo_cd|SIC4|year|geo_type|value",
}


@pytest.mark.parametrize("name", sorted(LONG))
def test_long_files_cell_for_cell(name):
    *columns, value = LONG[name].split("|")
    header, *rows = plain_rows(name)
    at = [header.index(column) for column in columns]
    expected = {tuple(row[place] for place in at): float(row[header.index(value)]) for row in rows}
    assert by_code(cells(name)) == expected


def test_data_explorer():
    found = cells("official/oecd_data_explorer_new_csv__grantax.csv.gz")
    header, *rows = plain_rows("official/oecd_data_explorer_new_csv__grantax.csv.gz")
    place = header.index("OBS_VALUE")
    np.testing.assert_array_equal(
        found.values, [float(row[place]) if row[place] not in ("", "NaN") else np.nan for row in rows]
    )
    assert found.activity_labels["H"] == {"en": "Transportation and storage"}
    assert found.region_names["FRA"] == "France"
    assert found.source.dataset == "DF_GRANTAX"
    assert set(found.series["unit_measure"].used()) == {"XDC", "PT_B1GQ"}


def test_sdmx():
    found = by_code(cells("official/samples/sdmx_csv2_oecd_style_excerpt.csv"))
    assert found["FR", "1991", "A", "TOTAL", "Y25-29", "F", "PER"] == 2162398


def test_a_table_without_activities_can_be_read_but_not_measured(tmp_path):
    assert len(cells("official/estat_nama_10r_3gdp.tsv.gz").values) == 12_453 * 23
    text = shared("official/samples/eurostat_bulk_tsv_new_header__nama_10r_3gdp.tsv").read_text()
    assert told(refused(tmp_path, text, "x.tsv")[0]).startswith(
        "R501 1:1 this dataset has no dimension for the activity"
    )


def test_parquet():
    found = cells("panels/us_cbsa_naics_2018_2019.parquet")
    assert len(found.values) == 1_138_234
    assert {"44020", "10180"} < set(found.region.used())


MATRIX = "region,A,B\nR1,5,1\nR2,2,7\n"


def test_a_matrix(tmp_path):
    table, _ = read_table(write(tmp_path, MATRIX))
    np.testing.assert_array_equal(table.values[0], [[5, 1], [2, 7]])


def test_zip(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("folder/table.csv", GOOD)
    table, _ = read_table(write(tmp_path, packed.getvalue(), "t.zip"))
    np.testing.assert_array_equal(table.values[0], [[5, 1], [2, 7]])
    with zipfile.ZipFile(packed, "a") as file:
        file.writestr("../other.csv", MATRIX)
    problem = refused(tmp_path, packed.getvalue(), "t.zip")[0]
    assert "holds 2 files" in problem.message
    table, _ = read_table(tmp_path / "t.zip", sheet="../other.csv")
    assert table.regions == ("R1", "R2")


def test_a_zip_bomb(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("table.csv", GOOD + "\n" * (20 << 20))
    assert told(refused(tmp_path, packed.getvalue(), "t.zip")[0]).startswith("R104 : the packed file holds more than")


def test_a_format_can_be_named_and_must_exist(tmp_path):
    path = write(tmp_path, MATRIX)
    assert read_long(path, as_format="matrix").cells.format == "matrix"
    assert "did you mean 'matrix'" in told(refused(tmp_path, MATRIX, as_format="matrx")[0])
