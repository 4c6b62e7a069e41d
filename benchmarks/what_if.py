"""How what-if commands grow with the region: CPU seconds of child processes, and of Emilia-Romagna against its bounds.

    python benchmarks/what_if.py [--parts 16 8 4]

The made-up regions are those of `large_region.py`; part 16 has a sixteenth of 200 clusters, 500 institutions, 300
paths and 400 competences. Scenarios: two of three edits each. Goal and roadmap: towards the paths that the ranking
puts nearest to being possible. Exit code 1 if five shipped scenarios on Emilia-Romagna take more than 1.5 seconds,
or 10,000 draws more than 2.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.large_region import ROOT, WHOLE, made_up_profile

EXAMPLE = "data/examples/emilia-romagna/profile.yaml"
FIVE = ("green-transition", "digital-leap", "research-centre", "pooled-services", "partnership")
BAR = {"bar": 0.9, "essential_share": 1.0}
"""What a made-up path needs to be possible: much, so that there are some that are not."""
BOUNDS = {"scenario compare": 1.5, "sensitivity": 2.0}


def cpu_seconds(*words: str) -> tuple[float, str]:
    """CPU time of one `ris3` command, which must succeed, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "cli.ris3", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def scenarios(profile: dict[str, object], folder: Path) -> list[str]:
    """Two scenarios of three edits each on a made-up profile: levels that rise, and links that weaken."""
    clusters, links = (profile[name] for name in ("clusters", "links"))
    assert isinstance(clusters, list)
    assert isinstance(links, list)
    raised = [
        {"at": f"clusters.{row['id']}.competences.{min(row['competences'])}", "value": 1.0, "reason": "trained"}
        for row in clusters[:3]
    ]
    weaker = [{"at": f"links.{row['a']}.{row['b']}.strength", "by": 0.5, "reason": "less money"} for row in links[:3]]
    files = []
    for name, edits in (("raised", {"set": raised}), ("weaker", {"scale": weaker})):
        files.append(folder / f"{name}.yaml")
        files[-1].write_text(json.dumps({"schema_version": "1", "name": name, **edits}), encoding="utf-8")
    return [str(file) for file in files]


def grown(part: int, folder: Path) -> dict[str, float]:
    """CPU seconds by command on one part of the large region."""
    profile, file = made_up_profile(WHOLE.part(part), seed=1), folder / "profile.yaml"
    file.write_text(json.dumps(profile), encoding="utf-8")
    settings = folder / "settings.yaml"
    settings.write_text(json.dumps({"schema_version": "1", "eligibility": BAR}), encoding="utf-8")
    under, taken = (str(file), "--config", str(settings)), {}
    taken["recommend"], printed = cpu_seconds("recommend", *under, "--format", "json")
    closed = [item["id"] for item in json.loads(printed)["not_recommended"]][:2]
    taken["scenario compare"], _ = cpu_seconds("scenario", "compare", *under, *scenarios(profile, folder))
    assert closed, "every made-up path is possible: there is no goal to time"
    taken["goal"], _ = cpu_seconds("goal", *under, closed[0])
    taken["roadmap"], _ = cpu_seconds("roadmap", *under, *closed)
    taken["sensitivity"], _ = cpu_seconds("sensitivity", *under)
    return taken


def example() -> dict[str, float]:
    """CPU seconds by command on Emilia-Romagna."""
    commands: dict[str, Sequence[str]] = {
        "recommend": ("recommend", EXAMPLE),
        "scenario compare": ("scenario", "compare", EXAMPLE, *FIVE),
        "goal": ("goal", EXAMPLE, "hydrogen_heat"),
        "roadmap": ("roadmap", EXAMPLE, "hydrogen_heat", "photonic_sensors"),
        "sensitivity": ("sensitivity", EXAMPLE, "--draws", "10000"),
    }
    return {name: cpu_seconds(*words)[0] for name, words in commands.items()}


def main() -> int:
    """Print a line for each region."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", type=int, nargs="+", default=[16, 8, 4])
    asked = parser.parse_args()
    for package in ("cli", "recommender"):
        compileall.compile_dir(ROOT / package, quiet=1)
    known = example()
    print(f"{'actors':>8}{'paths':>7}" + "".join(f"{name:>18}" for name in known))
    _row("example", "48", known)
    for part in asked.parts:
        size = WHOLE.part(part)
        with tempfile.TemporaryDirectory() as scratch:
            _row(str(size.clusters + size.institutions), str(size.paths), grown(part, Path(scratch)))
    over = [name for name, most in BOUNDS.items() if known[name] > most]
    print(*(f"{name}: {known[name]:.2f} s, bound {BOUNDS[name]:g}" for name in BOUNDS), sep="\n")
    return int(bool(over))


def _row(actors: str, paths: str, taken: dict[str, float]) -> None:
    print(f"{actors:>8}{paths:>7}" + "".join(f"{seconds:>18.2f}" for seconds in taken.values()), flush=True)


if __name__ == "__main__":
    sys.exit(main())
