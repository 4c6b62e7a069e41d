"""`ris3 measure` as people run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

from tests.support import Run, ris3

# The table of the handbook of methods: 5 regions x 6 activities, and the same turned around a year later.
VALUES = [[120, 40, 10, 30, 5, 60], [20, 80, 60, 10, 0, 30], [5, 10, 70, 90, 40, 10], [300, 20, 0, 15, 2, 80],
          [10, 30, 40, 60, 50, 5]]  # fmt: skip
REGIONS = [f"R{number}" for number in range(1, 6)]
ACTIVITIES = [f"A{number}" for number in range(1, 7)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table without years (its zeros left out), one with two years, and files beside them."""
    cells = [(r, a, VALUES[i][j], VALUES[i][5 - j]) for i, r in enumerate(REGIONS) for j, a in enumerate(ACTIVITIES)]
    plain = [f"{r},{a},{value}" for r, a, value, _ in cells if value]
    panel = [f"{r},{a},{year},{value}" for r, a, *both in cells for year, value in zip((2020, 2023), both, strict=True)]
    files = {
        "table.csv": ["region,activity,value", *plain],
        "panel.csv": ["region,activity,year,value", *panel],
        "groups.csv": ["activity,group", *(f"{a},{place // 2}" for place, a in enumerate(ACTIVITIES))],
        "people.csv": ["region,value", *(f"{r},{100 * (place + 1)}" for place, r in enumerate(REGIONS))],
        "flows.csv": ["from,to,value", "a,b,30", "a,c,5", "b,a,20", "b,c,10", "c,a,5", "c,b,15"],
        "pairs.csv": ["from,to,value", "A1,A2,1", "A2,A1,1"],
    }
    for name, lines in files.items():
        (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
    return tmp_path


def rows(done: Run) -> list[dict[str, str]]:
    assert done.code == 0, done.err
    return list(csv.DictReader(io.StringIO(done.text, newline="")))


def run(folder: Path, *words: str) -> Run:
    return ris3("measure", *words, cwd=folder)


def test_without_a_name_it_lists_every_measure() -> None:
    from recommender.measures.registry import measures

    listed = rows(ris3("measure", "--format", "csv"))
    assert {row["name"] for row in listed} == set(measures())
    assert all(row["what it says"] for row in listed)


def test_without_a_table_it_tells_what_a_measure_is() -> None:
    facts = {row["fact"]: row["value"] for row in rows(ris3("measure", "density", "--format", "csv"))}
    assert "Hidalgo" in facts["source"]
    assert "phi_ij" in facts["formula"]
    assert "include_self" in facts["options"]


def test_long_rows_have_the_published_numbers(folder: Path) -> None:
    found = rows(run(folder, "lq,density,eci", "table.csv", "--format", "csv"))
    assert len(found) == 30
    assert list(found[0]) == ["region", "activity", "lq", "density", "eci"]
    quotients = [float(row["lq"]) for row in found if row["region"] == "R1"]
    assert quotients == pytest.approx([1.295791, 1.091824, 0.272956, 0.719006, 0.253258, 1.593473], abs=5e-7)
    density = [float(row["density"]) for row in found if row["region"] == "R2"]
    assert density == pytest.approx([1, 0.571429, 0.428571, 0.5, 0.5, 0.6], abs=5e-7)
    [eci] = {row["eci"] for row in found if row["region"] == "R3"}
    assert float(eci) == pytest.approx(1.283169, abs=5e-7)


def test_cells_without_a_row_are_measured(folder: Path) -> None:
    found = {
        (row["region"], row["activity"]): row for row in rows(run(folder, "density", "table.csv", "--format", "csv"))
    }
    assert float(found["R2", "A5"]["density"]) == pytest.approx(0.5)


def test_a_matrix_has_a_column_for_each_activity(folder: Path) -> None:
    found = rows(run(folder, "presence", "table.csv", "--shape", "matrix", "--format", "csv"))
    assert ["".join(row[code] for code in ACTIVITIES) for row in found] == [
        "110001",
        "011001",
        "001110",
        "100001",
        "011110",
    ]


def test_all_years_come_in_one_call_and_each_is_that_year_alone(folder: Path) -> None:
    whole = run(folder, "density,pci", "panel.csv", "--format", "csv").text.splitlines()
    assert len(whole) == 61
    alone = [
        run(folder, "density,pci", "panel.csv", "--year", year, "--format", "csv").text for year in ("2020", "2023")
    ]
    assert whole[1:] == [line for text in alone for line in text.splitlines()[1:]]


def test_json_and_csv_hold_the_same_numbers(folder: Path) -> None:
    document = json.loads(run(folder, "lq,relative-density", "panel.csv", "--format", "json").out)
    found = rows(run(folder, "lq,relative-density", "panel.csv", "--format", "csv"))
    for measure in document["measures"]:
        flat = np.array(measure["values"], dtype=object).ravel().tolist()
        assert flat == [float(row[measure["name"]]) if row[measure["name"]] else None for row in found]
    assert document["years"] == [2020, 2023]


def test_a_file_gets_the_same_bytes_as_standard_output(folder: Path) -> None:
    assert run(folder, "lq", "panel.csv", "-o", "lq.csv").err.endswith("wrote lq.csv\n")
    assert (folder / "lq.csv").read_bytes() == run(folder, "lq", "panel.csv", "--format", "csv").out


def test_the_first_rows_are_shown_and_how_many_there_are(folder: Path) -> None:
    page = run(folder, "lq", "panel.csv").text
    assert "40 of 60 rows are shown" in page
    assert "Balassa" in page
    assert max(map(len, page.splitlines())) <= 100


def test_measures_that_need_more_say_what_and_take_it(folder: Path) -> None:
    refused = run(folder, "related-variety", "table.csv")
    assert (refused.code, refused.out) == (2, b"")
    assert "--groups FILE" in refused.err
    found = rows(run(folder, "related-variety", "table.csv", "--groups", "groups.csv", "--format", "csv"))
    assert float(found[0]["related-variety"]) == pytest.approx(0.708251, abs=5e-7)
    assert len(rows(run(folder, "rpop", "table.csv", "--population", "people.csv", "--format", "csv"))) == 30
    assert len(rows(run(folder, "prody", "table.csv", "--region-scores", "people.csv", "--format", "csv"))) == 6


def test_flows_are_a_table_of_their_own(folder: Path) -> None:
    found = rows(run(folder, "skill-relatedness", "flows.csv", "--format", "csv"))
    pair = next(row for row in found if (row["activity"], row["other_activity"]) == ("a", "b"))
    assert float(pair["skill-relatedness"]) == pytest.approx(0.320388, abs=5e-7)


def test_relatedness_can_be_another_or_ones_own(folder: Path) -> None:
    usual, cosine, own = (
        rows(run(folder, "density", "table.csv", "--format", "csv", *words))
        for words in ((), ("--relatedness", "cosine"), ("--relatedness", "pairs.csv"))
    )
    assert usual != cosine
    assert {row["density"] for row in own if row["activity"] == "A3"} == {""}
    assert next(row["density"] for row in own if (row["region"], row["activity"]) == ("R4", "A2")) == "1.0"


def test_options_are_set_by_name(folder: Path) -> None:
    usual = rows(run(folder, "presence", "table.csv", "--format", "csv"))
    strict = rows(run(folder, "presence", "table.csv", "--set", "cut=2", "--format", "csv"))
    assert sum(int(row["presence"]) for row in strict) < sum(int(row["presence"]) for row in usual)


def test_entries_are_told_by_the_year_they_start_from(folder: Path) -> None:
    found = rows(run(folder, "entry", "panel.csv", "--format", "csv"))
    assert {row["year"] for row in found} == {"2020"}
    assert {row["entry"] for row in found} == {"", "0", "1"}


def test_what_is_not_known_is_neither_present_nor_absent(folder: Path) -> None:
    text = (folder / "table.csv").read_text("utf-8").replace("R1,A1,120", "R1,A1,:")
    (folder / "gaps.csv").write_text(text, "utf-8")
    assert rows(run(folder, "presence", "gaps.csv", "--format", "csv"))[0]["presence"] == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("denisty", "table.csv"), "did you mean 'density'?"),
        (("density", "table.csv", "--set", "cuts=1"), "did you mean 'cut'?"),
        (("density", "table.csv", "--set", "cut=much"), "cut is a number"),
        (("density", "table.csv", "--set", "cut"), "write NAME=VALUE"),
        (("density", "table.csv", "--relatedness", "lq"), "no relatedness between activities"),
        (("density,proximity", "table.csv"), "ask for them one after the other"),
        (("density,io", "table.csv"), "do not take the same kind of table"),
        (("density", "nothing.csv"), "there is no such file"),
        (("entry", "table.csv"), "needs a later year"),
        (("entry", "panel.csv", "--horizon", "9"), "needs a later year"),
        (("io", "table.csv"), "there is no column 'from'"),
        (("reflections", "table.csv", "--set", "steps=3"), "even number of steps"),
        (("rpop", "table.csv", "--population", "groups.csv"), "there is no column 'region'"),
        (("density", "table.csv", "--relatedness", "flows.csv"), "no code of this file is in the table"),
    ],
)
def test_what_cannot_be_measured_is_told_before_anything_is_written(
    words: tuple[str, ...], message: str, folder: Path
) -> None:
    done = run(folder, *words, "-o", "out.csv")
    assert (done.code, done.out) == (2, b"")
    assert message in done.err
    assert "Traceback" not in done.err
    assert not (folder / "out.csv").exists()
