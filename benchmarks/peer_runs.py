"""One package on one table, long frame in and long frame out, in a process of its own.

    python -m benchmarks.peer_runs PACKAGE REGIONSxACTIVITIES[xYEARS]

prints one line of JSON: seconds, CPU seconds, peak memory, and a digest of the numbers by which
`benchmarks.against_peers` sees that both sides did the same work. Imports are not timed: each side
measures a small table first, one large enough that nothing is imported later.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import resource
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

Run = Callable[[Any], Any]
COLUMNS = {"year": "year", "region": "region", "activity": "activity", "value": "value"}

# What each package computes, in our names: the other side of its race computes exactly this.
SAME_WORK = {
    "ecomplexity": "lq,presence,diversity,ubiquity,eci,pci,density,coi,cog",
    "fermi-cref": "lq,diversity,ubiquity,eci,pci,fitness,fitness-complexity,density",
    "economic-complexity": "lq,density,reflections,reflections-activities,relative-density,cog",
    "econcomplex": "lq,presence,diversity,ubiquity,eci,pci,density,coi,cog",
}


def made_up_table(regions: int, activities: int, years: int, seed: int = 1) -> Any:
    """Counts with power-law marginals; cells of zero have no row, as in published tables."""
    import pandas as pd

    draw = np.random.Generator(np.random.PCG64(seed))
    size = np.outer(np.arange(1, regions + 1) ** -0.8, np.arange(1, activities + 1) ** -0.7)
    frames = []
    for year in range(years):
        counts = np.floor(size / size.sum() * size.size * 8 * draw.lognormal(0, 1.7, size.shape))
        row, column = np.nonzero(counts)
        frames.append(
            pd.DataFrame({"year": 2000 + year, "region": row, "activity": column, "value": counts[row, column]})
        )
    frame = pd.concat(frames, ignore_index=True)
    frame["region"] = np.array([f"R{code:04d}" for code in range(regions)], dtype=object)[frame["region"]]
    frame["activity"] = np.array([f"A{code:04d}" for code in range(activities)], dtype=object)[frame["activity"]]
    return frame


def ours(work: str) -> Run:
    from recommender.workflows.measures import measure_frame

    return lambda frame: measure_frame(frame, work, year="year")


def ecomplexity() -> Run:
    from ecomplexity import ecomplexity as compute

    names = {"time": "year", "loc": "region", "prod": "activity", "val": "value"}
    return lambda frame: compute(frame, names, check_logsupermodularity=False, verbose=False)


def econcomplex() -> Run:
    from econcomplex import compute_complexity

    names = {"loc": "region", "act": "activity", "val": "value"}
    return lambda frame: compute_complexity(frame, names, time_col="year")


def economic_complexity() -> Run:
    import economic_complexity as package
    import pandas as pd

    def year(year: int, rows: Any) -> Any:
        table = rows.pivot(index="region", columns="activity", values="value").fillna(0)
        rca = package.rca(table)
        phi = package.proximity(rca)
        eci, pci = package.complexity(rca)
        wide = {
            "rca": rca, "density": package.relatedness(rca, proximities=phi),
            "relative": package.relative_relatedness(rca, proximities=phi),
            "gain": package.opportunity_gain(rca, pci=pci, proximities=phi),
        }  # fmt: skip
        return _long(year, table, wide, {"eci": eci}, {"pci": pci})

    return lambda frame: pd.concat([year(*item) for item in frame.groupby("year")], ignore_index=True)


def fermi_cref() -> Run:
    import fermi
    import pandas as pd

    def year(year: int, rows: Any) -> Any:
        table = rows.pivot(index="region", columns="activity", values="value").fillna(0)
        model = fermi.efc()
        model.load(table)
        model.compute_rca()
        rca = model.get_matrix(dense=True)
        model.binarize()
        eci, pci = model.get_eci_pci(method="eigenvalue")
        fitness, complexity = model.get_fitness_complexity()
        diversity, ubiquity = model.get_diversification_ubiquity()
        network = fermi.RelatednessMetrics()
        network.load(model.get_matrix())
        phi = network.get_projection(rows=False, projection_method="proximity")
        density = fermi.ECPredictor(model.get_matrix(), normalize=True).predict_network(phi)
        wide = {"rca": rca, "density": density.toarray()}
        return _long(year, table, wide, {"eci": eci, "fitness": fitness, "diversity": diversity},
                     {"pci": pci, "complexity": complexity, "ubiquity": ubiquity})  # fmt: skip

    return lambda frame: pd.concat([year(*item) for item in frame.groupby("year")], ignore_index=True)


def _long(year: int, table: Any, wide: dict[str, Any], by_region: dict[str, Any], by_activity: dict[str, Any]) -> Any:
    import pandas as pd

    count = table.shape
    columns = {"year": year, "region": np.repeat(table.index.values, count[1]),
               "activity": np.tile(table.columns.values, count[0])}  # fmt: skip
    columns |= {name: np.asarray(values).ravel() for name, values in wide.items()}
    columns |= {name: np.repeat(np.asarray(values).ravel(), count[1]) for name, values in by_region.items()}
    columns |= {name: np.tile(np.asarray(values).ravel(), count[0]) for name, values in by_activity.items()}
    return pd.DataFrame(columns)


PEERS: dict[str, Callable[[], Run]] = {
    "ecomplexity": ecomplexity,
    "economic-complexity": economic_complexity,
    "econcomplex": econcomplex,
    "fermi-cref": fermi_cref,
}


def digest(found: Any) -> dict[str, float]:
    """Rows, and the sum of the location quotients: the same on both sides."""
    name = next(name for name in ("lq", "rca", "RCA") if name in found.columns)
    return {"rows": len(found), "quotients": float(np.nansum(found[name].to_numpy(dtype=float)))}


def timed(run: Run, frame: Any) -> dict[str, Any]:
    """Seconds, CPU seconds, peak memory and digest of one run."""
    wall, cpu = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = run(frame)
    spent = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    return {**spent, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, **digest(found)}


def main() -> None:
    """Run what the arguments name; `ours:PEER` is our side of the race with PEER."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package")
    parser.add_argument("size")
    arguments = parser.parse_args()
    regions, activities, *years = map(int, arguments.size.split("x"))
    name, _, peer = arguments.package.partition(":")
    run = ours(SAME_WORK[peer]) if name == "ours" else PEERS[name]()
    timed(run, made_up_table(130, 140, 2))
    print(json.dumps(timed(run, made_up_table(regions, activities, *(years or [1])))))


if __name__ == "__main__":
    main()
