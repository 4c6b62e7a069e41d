"""Spark adds up the same cells as DuckDB and as plain decimals; in an environment of its own, because it is large.

`RIS3_SPARK` names the Python of an environment with `ris3[spark,warehouse]`.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from recommender.inputs.records import aggregate, connect
from recommender.inputs.records.spec import read_spec
from tests.support import ROOT, require

SPARK = os.environ.get("RIS3_SPARK", "")
SPEC = 'schema_version: "1"\nfiles: "records*.csv"\ncolumns: {region: nuts, activity: field, year: year}\n'
DIGITS = Decimal("1e-12")


def records(count=20_000):
    """Regions, activities, years and weights of one, a third and a seventh, and a group for the fractions."""
    made = random.Random(20141231)
    for number in range(count):
        yield (
            number // 3, f"R{made.randrange(20):02}", f"A{made.randrange(15):02}", 2010 + made.randrange(4),
            repr(1 / made.choice((1, 3, 7))),
        )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    there = Path(SPARK).is_file() and shutil.which("java") is not None
    require("SPARK", there, "needs Java, and RIS3_SPARK: a Python with ris3[spark,warehouse]")
    folder = tmp_path_factory.mktemp("records")
    with (folder / "records1.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("id", "nuts", "field", "year", "w"), *records()))
    for name, text in {"weighted": "weight: w\n", "fractional": "fractional_by: id\n"}.items():
        (folder / f"{name}.yaml").write_text(SPEC + text, encoding="utf-8")
    return folder


def ingest(python, folder, name, *words):
    """The table that `ris3 ingest` writes."""
    command = [python, "-m", "cli.ris3", "ingest", f"{name}.yaml", *words, "-o", "made.csv"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "made.csv").read_text("utf-8")


def test_fractions_are_the_same_on_spark_and_on_duckdb(folder):
    by_spark = ingest(SPARK, folder, "fractional", "--engine", "spark")
    assert by_spark == ingest(sys.executable, folder, "fractional")


def test_weights_are_the_same_on_spark_on_duckdb_and_in_plain_decimals(folder):
    expected: dict[tuple[str, str, str], Decimal] = {}
    for _, region, activity, year, weight in records():
        cell = (region, activity, str(year))
        expected[cell] = expected.get(cell, Decimal(0)) + Decimal(float(weight)).quantize(DIGITS)
    for threads in (1, 2):
        found = aggregate(read_spec(str(folder / "weighted.yaml")), connect("duckdb", threads=threads))
        assert {row[:3]: row[3] for row in found.rows} == expected
    by_spark = ingest(SPARK, folder, "weighted", "--engine", "spark")
    assert by_spark == ingest(sys.executable, folder, "weighted")
    rows = csv.reader(by_spark.splitlines()[1:])
    assert {(region, activity, year): float(value) for region, activity, year, value in rows} == {
        cell: float(value) for cell, value in expected.items()
    }
