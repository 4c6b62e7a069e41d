"""Nested codes: one level of each, the others give the totals."""

import numpy as np
import pytest

from recommender.inputs.tables.levels import activity_level, region_level
from tests.inputs.tables.bad import NUTS, read_table, refused, told, write

REGIONS = {
    "IT": "nuts0", "EL": "nuts0", "UK": "nuts0", "ITH": "nuts1", "ITH5": "nuts2", "GR11": "nuts2", "ITH55": "nuts3",
    "ITZ": "extra-regio", "ITZZ": "extra-regio", "FRZZ": "extra-regio", "EU27_2020": "aggregate", "EU28": "aggregate",
    "EA19": "aggregate", "Norte": None, "R1": None, "TLC11": "itl3", "TLC": "itl1", "10180": None, "US": None,
    "it": None,
}  # fmt: skip
ACTIVITIES = {
    "C": "section", "C10": "division", "C101": "group", "C10.1": "group", "C1011": "class", "C10.11": "class",
    "S95": "division", "TOTAL": "aggregate", "B-S_X_K642": "aggregate", "C10-C12": "aggregate", "A01B": None,
    "0011": None, "10": None, "Bread": None, "Y02": None,
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(REGIONS))
def test_levels_of_regions(code):
    assert region_level(code, NUTS) == REGIONS[code]


@pytest.mark.parametrize("code", sorted(ACTIVITIES))
def test_levels_of_activities(code):
    assert activity_level(code) == ACTIVITIES[code]


def nested(folder, *, hidden=""):
    """Two countries of two regions each, with sections, divisions and groups; `hidden` cells are confidential."""
    cells = {("DE11", "C10"): 4, ("DE11", "C11"): 6, ("DE12", "C10"): 1, ("DE12", "C11"): 9, ("AT11", "C10"): 5,
             ("AT11", "C11"): 5, ("AT12", "C10"): 2, ("AT12", "C11"): 3}  # fmt: skip
    table = dict(cells)
    for (region, activity), value in cells.items():
        for code in (region[:2], region[:3], region):
            for kind in (activity, "C", f"{activity}1"):
                if (code, kind) not in cells:
                    table[code, kind] = table.get((code, kind), 0) + value
    rows = [f"{region},{activity},{': c' if f'{region}.{activity}' in hidden.split() else value}"
            for (region, activity), value in table.items()]  # fmt: skip
    return write(folder, "region,activity,value\n" + "\n".join([*rows, "DEZZ,C10,7", "EU28,C10,99"]) + "\n")


def test_only_one_level_is_taken(tmp_path):
    table, notes = read_table(nested(tmp_path))
    assert (table.regions, table.activities) == (("AT11", "AT12", "DE11", "DE12"), ("C10", "C11"))
    assert table.values.sum() == 35
    assert "2 nuts0" in notes[0].message
    assert "1 aggregate, 1 extra-regio" in notes[0].message
    assert {note.code.code for note in notes} == {"R508"}


def test_totals_count_what_is_withheld(tmp_path):
    table, _ = read_table(nested(tmp_path, hidden="DE11.C11"))
    assert table.region_totals is not None
    assert table.activity_totals is not None
    assert table.region_totals.tolist() == [[10, 5, 10, 10]]
    assert table.activity_totals.tolist() == [[12, 23]]


def test_totals_that_are_withheld_themselves_are_what_is_known(tmp_path):
    table, _ = read_table(nested(tmp_path, hidden="DE11.C11 DE11.C DE.C11"))
    assert table.region_totals is not None
    assert table.activity_totals is not None
    assert table.region_totals.tolist() == [[10, 5, 4, 10]]
    assert table.activity_totals.tolist() == [[12, 17]]


def test_other_levels_can_be_asked_for(tmp_path):
    countries, _ = read_table(nested(tmp_path), region_level="nuts0")
    assert countries.regions == ("AT", "DE")
    groups, _ = read_table(nested(tmp_path), activity_level="group")
    assert groups.activities == ("C101", "C111")
    assert told(refused(tmp_path, nested(tmp_path).read_text(), activity_level="class")[0]) == (
        "R506 : the table has no activities at the level class | it has division, group, section"
    )


def test_a_section_whose_divisions_are_not_there_stands_for_them(tmp_path):
    rows = "".join(f"R{n},{code},{n + 1}\n" for n in range(3) for code in ("C", "C10", "C11", "D", "D35", "F"))
    table, _ = read_table(write(tmp_path, "region,activity,value\n" + rows))
    assert table.activities == ("C10", "C11", "D35", "F")


def test_codes_of_other_classifications_stay_as_they_are(tmp_path):
    rows = "".join(f"{region},{code},1\n" for region in ("DE", "AL", "AK", "Total") for code in ("11", "12", "21"))
    table, notes = read_table(write(tmp_path, "region,activity,value\n" + rows))
    assert table.regions == ("AK", "AL", "DE", "Total")
    assert table.activities == ("11", "12", "21")
    assert (table.region_totals, notes) == (None, [])


def test_totals_are_those_of_the_same_figures(tmp_path):
    whole, _ = read_table(nested(tmp_path))
    assert whole.region_totals is not None
    np.testing.assert_array_equal(whole.region_totals, whole.values.sum(axis=2))
    np.testing.assert_array_equal(whole.activity_totals, whole.values.sum(axis=1))
