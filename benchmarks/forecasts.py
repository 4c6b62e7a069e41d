"""Time and memory of `ris3 predict` on made-up tables of the sizes that offices have.

    python benchmarks/forecasts.py [--tables wide long]

wide: 722 regions x 210 activities x 2 years, one year ahead. long: 179 x 64 x 15 years, five years ahead. The values
follow a slow walk around what a few common axes expect of each cell, so that there are entries to learn from. Prints
wall time, CPU time and peak memory of the command; CPU over the number of cores is what it would take with the
machine to itself if all of it could run side by side. Exit code 1 if the wall time on two cores is over its bound
(150 s and 30 s) or the memory over 2 GiB.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.large_region import ROOT

MEMORY = 2.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A table to make up, how far ahead to look, and the seconds it may take."""

    regions: int
    activities: int
    years: int
    horizon: int
    seconds: float


SHAPES = {"wide": Shape(722, 210, 2, 1, 150.0), "long": Shape(179, 64, 15, 5, 30.0)}


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of wall and CPU time, peak memory in GiB, and the rows that came out."""

    wall: float
    cpu: float
    memory: float
    rows: int


def write(shape: Shape, file: Path, seed: int = 3) -> None:
    """A long table in which cells walk slowly around what three common axes expect of them."""
    draw = np.random.default_rng(seed)
    axes = draw.normal(size=(shape.regions, 3)) @ draw.normal(size=(3, shape.activities)) / 2
    sizes = np.exp(draw.normal(size=(shape.regions, 1)) + draw.normal(size=(1, shape.activities)))
    log = axes + draw.normal(size=axes.shape)
    with file.open("w", encoding="utf-8") as out:
        out.write("region,activity,year,value\n")
        for year in range(shape.years):
            values = np.round(50 * sizes * np.exp(log)).astype(int)
            for region, row in enumerate(values.tolist()):
                out.writelines(f"R{region:03},A{place:03},{2000 + year},{value}\n" for place, value in enumerate(row))
            log = log + 0.1 * (axes - log) + 0.3 * draw.normal(size=axes.shape)


def measured(shape: Shape, folder: Path) -> Taken:
    """`ris3 predict` on the table in a process of its own."""
    write(shape, folder / "table.csv")
    command = [sys.executable, "-m", "cli.ris3", "predict", "table.csv", "--horizon", str(shape.horizon)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    process = subprocess.Popen([*command, "-o", "out.csv", "--quiet"], cwd=folder, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"the command failed with code {process.returncode}"
    rows = len((folder / "out.csv").read_text("utf-8").splitlines()) - 1
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 2**20, rows)


def main() -> int:
    """Print a line for each table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tables", choices=tuple(SHAPES), nargs="+", default=list(SHAPES))
    over = 0
    print(f"{'table':<22}{'candidates':>12}{'wall s':>9}{'CPU s':>9}{'bound s':>9}{'GiB':>7}")
    for name in parser.parse_args().tables:
        shape = SHAPES[name]
        with tempfile.TemporaryDirectory() as scratch:
            taken = measured(shape, Path(scratch))
        size = f"{shape.regions} x {shape.activities} x {shape.years}"
        over += taken.wall > shape.seconds or taken.memory > MEMORY
        print(
            f"{size:<22}{taken.rows:>12,}{taken.wall:>9.1f}{taken.cpu:>9.1f}{shape.seconds:>9g}{taken.memory:>7.2f}",
            flush=True,
        )
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
