"""Regions recoded to one edition of NUTS: by the table of changes, and by a crosswalk where they were divided."""

import numpy as np
import pytest

from recommender.inputs.tables.recode import Crosswalk, Recoder, read_crosswalk
from recommender.model.problem import InputErrors
from recommender.model.table import Status
from tests.inputs.tables.bad import NUTS, read_table, told, write
from tests.shared_data import shared

CROSSWALK = (
    "from_code,to_code,from_version,to_version,level,country,areaKm,pop18\n"
    "HU10,HU11,2013,2016,2.0,Hungary,1,60\nHU10,HU12,2013,2016,2.0,Hungary,1,40\n"
    "NO03,NO08,2016,2021,2.0,Norway,1,55\nNO03,NO09,2016,2021,2.0,Norway,1,45\nNO03,NO0A,2016,2021,2.0,Norway,1,0.1\n"
)


def table_of(folder, figures, **options):
    rows = [f"{region},C{10 + n},2014,{value}" for region, values in figures.items() for n, value in enumerate(values)]
    return read_table(write(folder, "region,activity,year,value\n" + "\n".join(rows) + "\n"), **options)


def by_region(table):
    return {code: table.values[0, row].tolist() for row, code in enumerate(table.regions)}


def test_recoded_regions_keep_their_figures(tmp_path):
    table, notes = table_of(tmp_path, {"FR24": (5, 6), "ITH5": (1, 2), "NL31": (7, 8)}, edition="2024")
    assert by_region(table) == {"FRB0": [5, 6], "ITH5": [1, 2], "NL35": [7, 8]}
    assert [note.message for note in notes] == ["recoded or merged to NUTS 2024: FR24 -> FRB0, NL31 -> NL35"]
    assert (table.status == Status.OBSERVED).all()


def test_and_back_again(tmp_path):
    figures = {"FRB0": (5, 6), "ITH5": (1, 2), "NL35": (7, 8)}
    assert by_region(table_of(tmp_path, figures, edition="2013")[0]) == {"FR24": [5, 6], "ITH5": [1, 2], "NL31": [7, 8]}


def test_a_divided_region_is_lost_without_a_crosswalk_and_told(tmp_path):
    table, notes = table_of(tmp_path, {"HU10": (50, 10), "ITH5": (1, 2), "ITC1": (1, 1)}, edition="2016")
    assert table.regions == ("ITC1", "ITH5")
    assert "has no region that all of it lies in: HU10" in notes[-1].message
    assert notes[-1].hint == "a crosswalk shares divided regions out: --crosswalk FILE"


def test_a_divided_region_is_shared_out_as_an_estimate(tmp_path):
    crosswalk = write(tmp_path, CROSSWALK, "crosswalk.csv")
    figures = {"HU10": (50, 0), "ITH5": (1, 2)}
    table, notes = table_of(tmp_path, figures, edition="2024", crosswalk=str(crosswalk))
    assert by_region(table) == {"HU11": [30, 0], "HU12": [20, 0], "ITH5": [1, 2]}
    assert table.status[0].tolist() == [[Status.ESTIMATED, 0], [Status.ESTIMATED, 0], [0, 0]]
    assert table.known().all()
    assert "HU10 -> 60.0% HU11 + 40.0% HU12" in notes[0].message
    assert table.values.sum() == 53


def test_merged_parts_are_added_up_and_a_missing_part_is_not_guessed(tmp_path):
    crosswalk = str(write(tmp_path, CROSSWALK, "crosswalk.csv"))
    whole = {"NO01": (10, 10), "NO03": (100, 20), "ITH5": (1, 1)}
    table, _ = table_of(tmp_path, whole, edition="2021", crosswalk=crosswalk)
    found = by_region(table)
    np.testing.assert_allclose(found["NO08"], [65, 21])
    assert np.isnan(found["NO09"]).all()  # a part of NO04 went into it
    without, notes = table_of(tmp_path, whole, edition="2021")
    assert np.isnan(by_region(without)["NO08"]).all()
    assert "only a part of the region is in the table: NO08" in notes[-1].message


def test_what_is_not_known_in_a_part_is_not_known_in_the_whole(tmp_path):
    crosswalk = str(write(tmp_path, CROSSWALK, "crosswalk.csv"))
    table, _ = table_of(tmp_path, {"HU10": (": c", 10), "ITH5": (1, 1)}, edition="2016", crosswalk=crosswalk)
    assert table.status[0, 0, 0] == Status.SUPPRESSED


def test_an_edition_that_is_none(tmp_path):
    with pytest.raises(InputErrors) as caught:
        table_of(tmp_path, {"HU10": (1, 1), "ITH5": (1, 1)}, edition="2020")
    assert told(caught.value.problems[0]).startswith("R701  there is no NUTS 2020")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from_code,to_code\nA,B\n", "R501 1: the crosswalk has no column 'from_version'"),
        (CROSSWALK + "HU10,HU11,2013,2016,2.0,Hungary,1,many\n", "R503 7: this row of the crosswalk"),
    ],
)
def test_bad_crosswalks(tmp_path, text, expected):
    with pytest.raises(InputErrors) as caught:
        read_crosswalk(str(write(tmp_path, text, "crosswalk.csv")))
    assert told(caught.value.problems[0]).startswith(expected)


def test_shares_of_the_published_crosswalk_add_up_to_one():
    crosswalk = read_crosswalk(str(shared("reference/nuts_crosswalk_2006_2021_jrc_weights.csv.gz")))
    for codes in crosswalk.shares.values():
        for shares in codes.values():
            assert not shares or sum(shares.values()) == pytest.approx(1)


def test_totals_survive_the_published_crosswalk():
    """Recoding all regions of 2013 to 2021 neither makes nor loses people employed, but for what is left out."""
    path = str(shared("reference/nuts_crosswalk_2006_2021_jrc_weights.csv.gz"))
    table, _ = read_table(shared("official/sbs_r_nuts06_r2.tsv.gz"), indicator="V16110", year=2014)
    recoded, _ = read_table(
        shared("official/sbs_r_nuts06_r2.tsv.gz"), indicator="V16110", year=2014, edition="2021", crosswalk=path
    )
    recoder = Recoder("2021", NUTS, read_crosswalk(path))
    assert set(recoded.regions) <= {code for code in NUTS.regions if "2021" in NUTS.regions[code].vintages}
    assert all(recoder.targets(code) for code in table.regions)
    before, after = np.nansum(table.values, axis=1), np.nansum(recoded.values, axis=1)
    assert (after <= before * (1 + 1e-9)).all()
    assert after.sum() > 0.99 * before.sum()
    assert set(NUTS.regions["HU11"].vintages) & {"2021"}


def test_without_a_crosswalk_nothing_is_weighted():
    assert Recoder("2024", NUTS, Crosswalk()).targets("HU10") is None
    assert Recoder("2024", NUTS, Crosswalk()).targets("ITH5") == {"ITH5": 1.0}
