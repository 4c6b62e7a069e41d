"""Region codes of several vintages in one table."""

import numpy as np
import pytest

from recommender.inputs.tables.joins import joining_steps, split_codes
from tests.inputs.tables.bad import NUTS, read_table, write


def table_of(folder, figures):
    """{(region, year): (A10, A11)} as a long CSV -> Table and notes."""
    rows = [f"{region},C{10 + n},{year},{value}" for (region, year), values in figures.items()
            for n, value in enumerate(values)]  # fmt: skip
    return read_table(write(folder, "region,activity,year,value\n" + "\n".join(rows) + "\n"))


def values(table, region):
    return {year: table.values[at, table.regions.index(region)].tolist() for at, year in enumerate(table.years)}


def test_a_recoded_region_is_one_region(tmp_path):
    table, notes = table_of(tmp_path, {
        ("ITD5", 2010): (5, 6), ("ITH5", 2011): (7, 8), ("ITC1", 2010): (1, 2), ("ITC1", 2011): (3, 4),
    })  # fmt: skip
    assert table.regions == ("ITC1", "ITH5")
    assert values(table, "ITH5") == {2011: [7, 8], 2010: [5, 6]}
    assert table.joined == ({}, {"ITH5": ("ITD5",)})
    assert [note.message for note in notes] == ["older region codes joined: ITD5 -> ITH5"]


def test_merged_regions_are_added_up(tmp_path):
    table, _ = table_of(tmp_path, {
        ("DE41", 2010): (5, 6), ("DE42", 2010): (1, 2), ("DE40", 2011): (7, 8), ("DE50", 2010): (1, 1),
        ("DE50", 2011): (1, 1),
    })  # fmt: skip
    assert table.regions == ("DE40", "DE50")
    assert values(table, "DE40") == {2011: [7, 8], 2010: [6, 8]}


def test_a_sum_is_not_known_as_soon_as_one_part_is_not(tmp_path):
    table, _ = table_of(tmp_path, {
        ("DE41", 2010): (5, ": c"), ("DE42", 2010): (1, 2), ("DE40", 2011): (7, 8), ("DE50", 2010): (1, 1),
    })  # fmt: skip
    assert values(table, "DE40")[2010][0] == 6
    assert np.isnan(values(table, "DE40")[2010][1])
    assert table.status[1, 0, 1] == 3


def test_a_part_alone_is_not_the_whole(tmp_path):
    table, _ = table_of(tmp_path, {("DE41", 2010): (5, 6), ("DE40", 2011): (7, 8)})
    assert table.regions == ("DE40", "DE41")


def test_over_several_changes_everything_goes_to_the_last(tmp_path):
    table, notes = table_of(tmp_path, {
        ("GR11", 2009): (1, 1), ("EL11", 2011): (2, 2), ("EL51", 2014): (3, 3), ("EL52", 2014): (4, 4),
    })  # fmt: skip
    assert table.regions == ("EL51", "EL52")
    assert values(table, "EL51") == {2014: [3, 3], 2011: [2, 2], 2009: [1, 1]}
    assert "EL11 -> EL51" in notes[0].message or "GR11" in notes[0].message


def test_where_both_codes_report_the_fuller_one_counts(tmp_path):
    table, _ = table_of(tmp_path, {
        ("FI13", 2010): (1, ":"), ("FI1A", 2010): (1, 1), ("FI1D", 2010): (5, 6), ("FI20", 2010): (1, 1),
    })  # fmt: skip
    assert values(table, "FI1D") == {2010: [5, 6]}
    assert "FI13" not in table.regions


def test_a_split_region_is_not_counted_beside_its_parts(tmp_path):
    table, notes = table_of(tmp_path, {
        ("UKI1", 2012): (9, 9), ("UKI1", 2013): (9, 9), ("UKI3", 2013): (4, 4), ("UKI4", 2013): (5, 5),
    })  # fmt: skip
    assert table.regions == ("UKI1", "UKI3", "UKI4")
    assert np.isnan(values(table, "UKI1")[2013]).all()
    assert values(table, "UKI1")[2012] == [9, 9]
    assert [note.message for note in notes] == ["UKI1 is left out in years in which its parts report: UKI3, UKI4"]


@pytest.mark.parametrize(
    ("codes", "steps"),
    [
        (("ITD5", "ITH5"), [("ITH5", ("ITD5",))]),
        (("ITD5", "ITC1"), []),
        (("EL11", "EL51", "GR11"), [("EL11", ("GR11",)), ("EL51", ("EL11",))]),
        (("GR11", "EL51"), [("EL51", ("GR11",))]),
        (("DED3", "DED5"), [("DED5", ("DED3",))]),
        (("FI18", "FI1B", "FI1C"), []),
        (("NO04", "NO05", "NO0A"), []),  # a third of NO0A comes from a part of NO04
        (("UKD2", "UKD6", "UKD7"), [("UKD6", ("UKD2",))]),
    ],
)
def test_steps(codes, steps):
    assert joining_steps(codes, NUTS) == steps


def test_what_was_divided():
    codes = ("FI18", "FI1B", "FI1C", "UKD2", "UKD6", "UKD7", "HU10")
    assert split_codes(codes, NUTS) == {"FI18": ["FI1B", "FI1C"]}
