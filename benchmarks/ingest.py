"""Aggregating records: memory and time for many, and the same cells whatever adds them up.

    python -m benchmarks.ingest [--records 100000000] [--check 5000000] [--folder DIR]
    python -m benchmarks.ingest --spark [--check 200000]     (in an environment with pyspark)

Records are made from a formula, in pieces of Parquet: region, activity, year, and a weight that is one,
a third, a half or a seventh. The large run is `ris3 ingest` as a user calls it, in a process of its own.
The check compares DuckDB with one and two threads, Spark with `--spark`, and plain Python decimals.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from recommender.inputs.records import aggregate, connect
from recommender.inputs.records.spec import read_spec

ROOT = Path(__file__).resolve().parent.parent
PIECE = 5_000_000
REGIONS, ACTIVITIES, YEARS = 300, 600, 5
MEMORY_TARGET = 3 * 1024
SPEC = (
    'schema_version: "1"\nfiles: "records-*.parquet"\nweight: weight\n'
    "columns: {region: region, activity: activity, year: year}\n"
)
MAKE = f"""
COPY (
  SELECT 'R' || lpad((hash(i) % {REGIONS})::VARCHAR, 3, '0') AS region,
         'A' || lpad((hash(i + 1) % {ACTIVITIES})::VARCHAR, 3, '0') AS activity,
         2010 + (hash(i + 2) % {YEARS})::INTEGER AS year,
         1.0::DOUBLE / [1, 3, 2, 7][1 + (hash(i + 3) % 4)::INTEGER] AS weight
  FROM range(?, ?) AS numbers(i)
) TO '{{path}}' (FORMAT parquet)
"""


def make(folder: Path, count: int) -> None:
    """Write records in pieces, and the specification beside them."""
    import duckdb

    with duckdb.connect(config={"memory_limit": "1GB", "threads": 2}) as connection:
        connection.execute("SET enable_progress_bar = false")
        for number, first in enumerate(range(0, count, PIECE)):
            path = folder / f"records-{number:03}.parquet"
            connection.execute(MAKE.format(path=path), [first, min(first + PIECE, count)])
    (folder / "spec.yaml").write_text(SPEC, encoding="utf-8")


def large(folder: Path, count: int) -> None:
    """Time `ris3 ingest` on many records."""
    start = time.perf_counter()
    make(folder, count)
    size = sum(path.stat().st_size for path in folder.glob("*.parquet")) / 2**20
    print(f"made {count:,} records, {size:,.0f} MiB of Parquet, in {time.perf_counter() - start:.0f} s", flush=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "cli.ris3", "ingest", str(folder / "spec.yaml"), "-o", str(folder / "out.csv")]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    with (folder / "out.csv").open(encoding="utf-8") as file:
        cells = sum(1 for _ in file) - 1
    print(f"ris3 ingest: {cells:,} cells in {time.perf_counter() - start:.0f} s, peak memory {memory:,.0f} MiB "
          f"(target below {MEMORY_TARGET:,})")  # fmt: skip


def check(folder: Path, count: int, *, spark: bool) -> None:
    """Compare engines, threads and plain Python."""
    make(folder, count)
    spec = read_spec(str(folder / "spec.yaml"))
    tables = {f"DuckDB, {threads} threads": aggregate(spec, connect("duckdb", threads=threads)) for threads in (1, 2)}
    if spark:
        tables["Spark"] = aggregate(spec, connect("spark"))
    expected = in_python(folder)
    for name, found in tables.items():
        cells = {row[:3]: row[3] for row in found.rows}
        same = cells == expected
        print(f"{name}: {len(cells):,} cells of {found.records:,} records, "
              f"{'the same as' if same else 'DIFFERENT FROM'} plain Python decimals")  # fmt: skip
        if not same:
            raise SystemExit(1)


def in_python(folder: Path) -> dict[tuple[str, str, str], Decimal]:
    """The sums by a loop over the records."""
    import duckdb

    sums: dict[tuple[str, str, str], Decimal] = {}
    quantum, weights = Decimal("1e-12"), {}
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT region, activity, year::VARCHAR, weight FROM read_parquet(?)", [str(folder / "records-*.parquet")]
        )
        while piece := rows.fetchmany(100_000):
            for region, activity, year, weight in piece:
                if weight not in weights:
                    weights[weight] = Decimal(weight).quantize(quantum)
                key = (region, activity, year)
                sums[key] = sums.get(key, Decimal(0)) + weights[weight]
    return sums


def main() -> None:
    """Print both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000_000)
    parser.add_argument("--check", type=int, default=5_000_000)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        check(Path(folder), chosen.check, spark=chosen.spark)
    if not chosen.spark and chosen.records:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
            large(Path(folder), chosen.records)
    print(json.dumps({"records": chosen.records, "check": chosen.check}))


if __name__ == "__main__":
    main()
