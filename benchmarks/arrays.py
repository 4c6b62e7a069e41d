"""Array to array against plain NumPy: `python -m benchmarks.arrays [--size 2000x5000] [--draws 20]`.

First the density of all regions: our functions against the formula as one writes it down in float64,
time and peak memory, each in a process of its own. Then one region's ranking: the running sums of
`recommender.measures.confidence` against float32 matrix products, and how long bootstrap draws take.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy starts its threads

import numpy as np
import numpy.typing as npt

from recommender.measures.confidence import Cells, rank_confidence
from recommender.measures.density import relatedness_density
from recommender.measures.specialisation import presence

ROOT = Path(__file__).resolve().parent.parent
Values = npt.NDArray[np.float64]
SIZES = ("250x1200", "1500x650", "2000x5000")
FILLED = 0.05


def made_up_values(regions: int, activities: int, seed: int = 1) -> Values:
    """Amounts with power-law marginals."""
    draw = np.random.Generator(np.random.PCG64(seed))
    size = np.outer(np.arange(1, regions + 1) ** -0.8, np.arange(1, activities + 1) ** -0.7)
    return np.asarray(np.floor(size / size.sum() * size.size * 8 * draw.lognormal(0, 1.7, size.shape)))


def plain(values: Values) -> Values:
    """The density as the formula reads."""
    quotient = (values / values.sum(axis=1, keepdims=True)) / (values.sum(axis=0) / values.sum())
    present = (quotient >= 1).astype(np.float64)
    together = present.T @ present
    single = np.diagonal(together)
    relatedness = together / np.maximum(single[:, None], single[None, :])
    np.fill_diagonal(relatedness, 0)
    density: Values = (present @ relatedness) / relatedness.sum(axis=0)
    return density


def ours(values: Values) -> Values:
    """The same by our functions."""
    return relatedness_density(presence(values))


SIDES: dict[str, Callable[[Values], Values]] = {"plain": plain, "ours": ours}


def one_side(side: str, size: str) -> None:
    """Print seconds, CPU seconds, memory over the table's own and a digest."""
    values = made_up_values(*map(int, size.split("x")))
    with np.errstate(divide="ignore", invalid="ignore"):
        SIDES[side](made_up_values(20, 30))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        wall, cpu = time.perf_counter(), time.process_time()
        found = SIDES[side](values)
    spent = (time.perf_counter() - wall, time.process_time() - cpu)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps([*spent, peak, float(np.nansum(found))]))


def race(size: str) -> str:
    """Both sides, each in a process of its own."""
    results = {}
    for side in SIDES:
        command = (sys.executable, "-m", "benchmarks.arrays", "--side", side, "--size", size)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        results[side] = json.loads(done.stdout)
    (_, cpu, memory, total), (_, own_cpu, own_memory, own_total) = results["plain"], results["ours"]
    same = "same" if abs(total - own_total) <= 1e-9 * total else "OTHER NUMBERS"
    return (f"{size:10} CPU {cpu:7.2f} ours {own_cpu:7.2f} = {own_cpu / cpu:5.2f} x    "
            f"peak MiB {memory:6.0f} ours {own_memory:6.0f} = {own_memory / memory:5.2f} x   {same}")  # fmt: skip


def dense_region(present: npt.NDArray[np.bool_], region: int) -> npt.NDArray[np.float32]:
    """One region's density by way of the whole float32 relatedness."""
    held = present.astype(np.float32)
    relatedness = held.T @ held
    single = np.diagonal(relatedness).copy()
    relatedness /= np.maximum(np.maximum.outer(single, single), 1)
    np.fill_diagonal(relatedness, 0)
    return np.asarray(held[region] @ relatedness / relatedness.sum(axis=0))


def one_region(regions: int, activities: int, draws: int) -> None:
    """One region's ranking, both ways, and the bootstrap of it."""
    draw = np.random.Generator(np.random.PCG64(1))
    chance = FILLED * 4 * draw.random((regions, 1)) * draw.random(activities)
    present = draw.random((regions, activities)) < chance
    with np.errstate(divide="ignore", invalid="ignore"):
        dense, slow = timed(lambda: dense_region(present, 7))
        exact, fast = timed(lambda: Cells.of(present).density(np.ones(regions), present[7].astype(np.float64)))
    _, many = timed(lambda: rank_confidence(present, 7, draws=draws))
    print(f"one region of {regions} x {activities}, {present.mean():.1%} filled: float32 products {slow:.2f} CPU s, "
          f"running sums {fast:.3f} = {slow / fast:.1f} x less")  # fmt: skip
    print(f"largest difference {np.nanmax(np.abs(dense - exact)):.1e}, which is that of float32")
    print(f"{draws} bootstrap draws {many:.2f} CPU s, {1000 * many / draws:.0f} ms each")


def timed(function: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the fewest CPU seconds of three runs."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        found = function()
        spent.append(time.process_time() - start)
    return found, min(spent)


def main() -> None:
    """Both comparisons."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", action="append", help=f"default {' '.join(SIZES)}")
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--side", choices=sorted(SIDES), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        one_side(arguments.side, arguments.size[0])
        return
    for size in arguments.size or SIZES:
        print(race(size), flush=True)
    one_region(2000, 5000, arguments.draws)


if __name__ == "__main__":
    main()
