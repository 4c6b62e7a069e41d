"""Reading Eurostat's bulk file: CPU and memory of ours beside plain DuckDB, in the same run.

    python benchmarks/reading.py [FILE] [--runs 5]

Both start from the packed file and end with one row a cell: codes of every dimension, year, figure,
flags. DuckDB reads, unpivots and splits key and flags into a table of its own; ours also checks the
text, tells suppressed from missing cells and ends in NumPy arrays. Each run is a process of its own,
alternating, from the start of the interpreter to the end; the median CPU time of all threads counts.
The target is a ratio of at most 1.5.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("RIS3_SHARED", ROOT.parent / "shared"))
FILE = SHARED / "data" / "official" / "sbs_r_nuts06_r2.tsv.gz"
TARGET = 1.5

PLAIN = r"""
import duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
connection.execute(
    "CREATE TABLE raw AS SELECT * FROM read_csv(?, delim = '\t', header = true, all_varchar = true, quote = '', "
    "escape = '')", [file])
key, *years = [row[0] for row in connection.execute("DESCRIBE raw").fetchall()]
names = key.partition("\\")[0].split(",")
quoted = ['"' + name.replace('"', '""') + '"' for name in (key, *years)]
parts = ", ".join(f"split_part({quoted[0]}, ',', {place + 1}) AS {name}" for place, name in enumerate(names))
connection.execute(
    f"CREATE TABLE cells AS SELECT {parts}, trim(year)::INTEGER AS year, "
    "try_cast(nullif(split_part(cell, ' ', 1), ':') AS DOUBLE) AS value, trim(split_part(cell, ' ', 2)) AS flags "
    f"FROM (SELECT * FROM raw) UNPIVOT (cell FOR year IN ({', '.join(quoted[1:])}))")
cells, known = connection.execute("SELECT count(*), count(value) FROM cells").fetchone()
"""
OURS = """
import numpy as np
from recommender.inputs.tables import read_long
table = read_long(file).cells
cells, known = len(table.values), int((~np.isnan(table.values)).sum())
"""
MEASURE = """
import json, resource
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024, "cells": int(cells), "known": int(known)}))
"""  # noqa: E501


def run(code: str, file: Path) -> dict[str, float]:
    """CPU seconds, peak MiB and what was read, by a process of its own."""
    script = f"file = {str(file)!r}\n{code}\n{MEASURE}"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=FILE)
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    results: dict[str, list[dict[str, float]]] = {"DuckDB": [], "ris3": []}
    for _ in range(chosen.runs):
        results["DuckDB"].append(run(PLAIN, chosen.file))
        results["ris3"].append(run(OURS, chosen.file))
    read = {(item["cells"], item["known"]) for items in results.values() for item in items}
    if len(read) > 1:
        raise SystemExit(f"the two do not read the same cells: {sorted(read)}")
    cells, known = read.pop()
    print(f"{chosen.file.name}: {cells:,} cells, {known:,} figures, {chosen.runs} runs each")
    medians = {}
    for name, items in results.items():
        medians[name] = statistics.median(item["cpu"] for item in items)
        memory = max(item["memory"] for item in items)
        spread = f"{min(item['cpu'] for item in items):.2f} to {max(item['cpu'] for item in items):.2f}"
        print(f"{name:8} CPU {medians[name]:.2f} s ({spread}), peak memory {memory:.0f} MiB")
    print(f"ratio {medians['ris3'] / medians['DuckDB']:.2f}, target at most {TARGET}")


if __name__ == "__main__":
    main()
