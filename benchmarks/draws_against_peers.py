"""A thousand bootstrap rankings of one region beside one proximity matrix: `python -m benchmarks.draws_against_peers`.

Each peer computes its proximity of a made-up presence table, 2,000 regions x 5,000 activities, once; we rank the
activities that one region lacks in a thousand resampled tables. Each in a process of its own, with one thread, in
the environment that `benchmarks.against_peers` makes; CPU seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.against_peers import ONE_THREAD, ROOT, environment

DRAWS = 1000
FILLED = 0.05


def made_up_presence(regions: int, activities: int) -> Any:
    """Presence of activities of very different ubiquity, a twentieth of the cells, as 0 and 1."""
    draw = np.random.Generator(np.random.PCG64(1))
    chance = FILLED * 4 * draw.random((regions, 1)) * draw.random(activities)
    return draw.random((regions, activities)) < chance


def economic_complexity(present: Any) -> None:
    import economic_complexity as package
    import pandas as pd

    package.proximity(pd.DataFrame(present.astype(float)))


def ecomplexity(present: Any) -> None:
    from ecomplexity.calc_proximity import calc_discrete_proximity

    held = present.astype(float)
    calc_discrete_proximity(held, held.sum(axis=0))


def econcomplex(present: Any) -> None:
    from econcomplex import proximity

    proximity(present.astype(float), use_rca=False, compute="product")


def fermi_cref(present: Any) -> None:
    import fermi
    import pandas as pd

    network = fermi.RelatednessMetrics()
    network.load(pd.DataFrame(present.astype(float)))
    network.get_projection(rows=False, projection_method="proximity")


def ours(present: Any) -> None:
    from recommender.measures.confidence import rank_confidence

    rank_confidence(present, 7, draws=DRAWS)


RUNS: dict[str, Callable[[Any], None]] = {
    "economic-complexity": economic_complexity,
    "ecomplexity": ecomplexity,
    "econcomplex": econcomplex,
    "fermi-cref": fermi_cref,
    "ours": ours,
}


def one(name: str, size: str) -> None:
    """Print the CPU seconds of one side; a tiny table first, so that imports are not counted."""
    RUNS[name](made_up_presence(12, 15))
    present = made_up_presence(*map(int, size.split("x")))
    start = time.process_time()
    with np.errstate(all="ignore"):
        RUNS[name](present)
    print(json.dumps(time.process_time() - start))


def main() -> None:
    """One line a side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--env", type=Path, default=ROOT / ".venv-peers", help="the environment of the peers")
    parser.add_argument("--size", default="2000x5000")
    parser.add_argument("--side", choices=sorted(RUNS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        one(arguments.side, arguments.size)
        return
    python = environment(arguments.env)
    env = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT)}
    for name in RUNS:
        command = (python, "-m", "benchmarks.draws_against_peers", "--side", name, "--size", arguments.size)
        done = subprocess.run(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, check=False)
        what = f"{DRAWS:,} draws" if name == "ours" else "one proximity matrix"
        told = f"{json.loads(done.stdout.splitlines()[-1]):8.1f} CPU s" if done.returncode == 0 else "  failed"
        print(f"{name:20} {what:22} {told}", flush=True)


if __name__ == "__main__":
    main()
