"""Tables that cannot bear a forecast, through the command: a plain answer, and no probability."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.analysis.made_up_tables import YEARS, drifting
from tests.support import ris3

TABLE = drifting()
Row = tuple[str, str, int, float]


def rows() -> Iterator[Row]:
    for place, year in enumerate(TABLE.years):
        assert year is not None
        for row, region in enumerate(TABLE.regions):
            for column, activity in enumerate(TABLE.activities):
                yield region, activity, year, float(TABLE.values[place, row, column])


def recoded(region: str, year: int) -> str:
    return region if year < 2006 or int(region[1:]) % 4 else f"N{region[1:]}"


BAD = {
    "one year": ([row for row in rows() if row[2] == YEARS[-1]], "no_window"),
    "two regions": ([row for row in rows() if row[0] in TABLE.regions[:2]], "too_small"),
    "four activities": ([row for row in rows() if row[1] in TABLE.activities[:4]], "too_small"),
    "zero": ([(*row[:3], 0) for row in rows()], "no_entries"),
    "constant": ([(*row[:3], 7) for row in rows()], "no_entries"),
    "a gap": ([row for row in rows() if not 2003 <= row[2] <= 2006], "year_gap"),
    "other codes": ([(recoded(row[0], row[2]), *row[1:]) for row in rows()], "codes"),
    "steps too long": ([row for row in rows() if row[2] in (2000, 2005, 2010)], "no_window"),
}


def write(folder: Path, table: list[Row]) -> str:
    lines = [f"{region},{activity},{year},{value:g}" for region, activity, year, value in table]
    (folder / "table.csv").write_text("\n".join(("region,activity,year,value", *lines)) + "\n", "utf-8")
    return "table.csv"


@pytest.mark.parametrize("name", BAD)
def test_a_table_that_cannot_bear_a_forecast_gets_a_reason_and_no_probability(name: str, tmp_path: Path) -> None:
    table, reason = BAD[name]
    done = ris3("predict", write(tmp_path, table), "--horizon", "3", "--format", "json", cwd=tmp_path)
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert told["standing"] in ("refused", "not_validated")
    assert reason in told["reasons"]
    assert all(row["probability"] is row["probability_lasting"] is None for row in told["predictions"])
    assert not any(row["validated"] for row in told["predictions"])


def test_a_table_without_any_candidate_says_so_instead_of_an_empty_list(tmp_path: Path) -> None:
    done = ris3("predict", write(tmp_path, BAD["constant"][0]), "--horizon", "3", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "No cell is a candidate" in done.out.decode()
    assert "The likeliest entries" not in done.out.decode()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ([row for row in rows() if row[1] == TABLE.activities[0]], "R505"),
        ([*rows(), *(row for row in rows() if row[2] == YEARS[-1])], "R504"),
    ],
    ids=["one activity", "a year twice"],
)
def test_a_table_that_is_no_table_is_an_error_with_its_place(table: list[Row], told: str, tmp_path: Path) -> None:
    done = ris3("predict", write(tmp_path, table), "--horizon", "3", "-o", "out.csv", cwd=tmp_path)
    assert (done.code, done.out) == (2, b"")
    assert "table.csv" in done.err
    assert told in done.err
    assert not (tmp_path / "out.csv").exists()


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    name = write(tmp_path, list(rows()))
    for file in ("first.json", "second.json"):
        done = ris3("predict", name, "--horizon", "2", "--origin", "2008", "-o", file, cwd=tmp_path)
        assert done.code == 0, done.err
    first, second = ((tmp_path / file).read_bytes() for file in ("first.json", "second.json"))
    assert first == second
    assert b'"probability": 0' in first
