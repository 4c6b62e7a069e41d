"""`ris3 predict`: the columns, the verdict, and that order and later rows of the file change nothing."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest

from tests.analysis.made_up_tables import drifting
from tests.support import ris3

COLUMNS = ["region", "activity", "probability", "probability_lasting", "baseline", "validated"]
ASKED = ("--horizon", "2", "--origin", "2008")


@pytest.fixture(scope="module")
def rows() -> list[str]:
    table = drifting()
    return [
        f"{region},{activity},{year},{table.values[y, r, a]:g}\n"
        for y, year in enumerate(table.years)
        for r, region in enumerate(table.regions)
        for a, activity in enumerate(table.activities)
    ]


def write(folder: Path, rows: list[str], name: str = "table.csv") -> str:
    (folder / name).write_text("region,activity,year,value\n" + "".join(rows), "utf-8")
    return name


def test_the_file_has_a_row_for_every_candidate_and_the_verdict_goes_to_stderr(tmp_path: Path, rows: list[str]) -> None:
    name = write(tmp_path, rows)
    done = ris3("predict", name, *ASKED, "-o", "predictions.csv", cwd=tmp_path)
    assert (done.code, done.out) == (0, b"")
    assert "alidated" in done.err or "proven gain" in done.err
    found = list(csv.DictReader(io.StringIO((tmp_path / "predictions.csv").read_text("utf-8"))))
    assert list(found[0]) == COLUMNS
    assert all(0 <= float(row["probability_lasting"]) <= float(row["probability"]) <= 1 for row in found)


def test_the_order_of_rows_and_later_rows_change_no_byte(tmp_path: Path, rows: list[str]) -> None:
    early = [row for row in rows if int(row.split(",")[2]) <= 2008]
    late = [f"Z9,Y9,2010,{n}\n" for n in (5,)]
    shuffled = random.Random(1).sample(rows + late, len(rows) + 1)
    names = (write(tmp_path, early, "early.csv"), write(tmp_path, shuffled, "all.csv"))
    first, second = (ris3("predict", name, *ASKED, "--format", "csv", cwd=tmp_path) for name in names)
    assert first.out == second.out
    assert first.out.count(b"\n") > 100


def test_a_table_without_years_gets_an_order_and_no_probability(tmp_path: Path, rows: list[str]) -> None:
    lines = [row.split(",") for row in rows if ",2008," in row]
    text = "region,activity,value\n" + "".join(f"{region},{activity},{value}" for region, activity, _, value in lines)
    (tmp_path / "one.csv").write_text(text, "utf-8")
    done = ris3("predict", "one.csv", "--horizon", "2", "--format", "json", cwd=tmp_path)
    told = json.loads(done.out)
    assert (told["standing"], told["reasons"], told["check"]) == ("not_validated", ["no_window"], None)
    assert {row["probability"] for row in told["predictions"]} == {None}


@pytest.mark.parametrize(
    "options", [("--horizon", "0"), ("--horizon", "2", "--origin", "1990"), ("--horizon", "2", "--cut", "3")]
)
def test_what_cannot_be_asked_is_refused(options: tuple[str, ...], tmp_path: Path, rows: list[str]) -> None:
    name = write(tmp_path, rows)
    done = ris3("predict", name, *options, "-o", "predictions.csv", cwd=tmp_path)
    assert (done.code, done.out) == (2, b"")
    assert "hint:" in done.err or "not a whole number" in done.err
    assert not (tmp_path / "predictions.csv").exists()
