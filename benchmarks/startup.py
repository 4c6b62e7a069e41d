"""What it costs to start: `ris3 --help` beside an empty Typer app, answers beside the bare interpreter.

    python benchmarks/startup.py [ROUNDS]

Budgets are for what people type; the megabyte of JSON of a profile is timed beside it, without one.
The commands take turns, so that a busy machine slows all of them; each figure is the median of the
CPU time (user and system) of the children. Exit code 1 if a budget is exceeded.
"""

from __future__ import annotations

import compileall
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EMPTY_APP = """
import typer

app = typer.Typer(rich_markup_mode=None)

@app.command()
def main() -> None:
    "Nothing."

app()
"""
RIS3 = (sys.executable, "-m", "cli.ris3")
PROFILE = "data/examples/emilia-romagna/profile.yaml"

COMMANDS: dict[str, Sequence[str]] = {
    "bare interpreter": (sys.executable, "-c", "pass"),
    "empty Typer app --help": (sys.executable, "-c", EMPTY_APP, "--help"),
    "ris3 --help": (*RIS3, "--help"),
    "ris3 recommend (Emilia-Romagna)": (*RIS3, "recommend", PROFILE),
    "ris3 recommend ITH5": (*RIS3, "recommend", "ITH5"),
    "ris3 recommend (Emilia-Romagna) --format json": (*RIS3, "recommend", PROFILE, "--format", "json"),
}


@dataclass(frozen=True, slots=True)
class Budget:
    """`command` may cost `most` times as much as `beside`, or `most` seconds more."""

    command: str
    beside: str
    most: float
    unit: str

    def cost(self, seconds: dict[str, float]) -> float:
        one, other = seconds[self.command], seconds[self.beside]
        return one / other if self.unit == "times" else one - other


BUDGETS = (
    Budget("ris3 --help", "empty Typer app --help", 1.5, "times"),
    Budget("ris3 recommend (Emilia-Romagna)", "bare interpreter", 0.8, "s more than"),
    Budget("ris3 recommend ITH5", "bare interpreter", 0.5, "s more than"),
)


def cpu_seconds(command: Sequence[str]) -> float:
    """CPU time of one run of `command`, which must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(rounds: int) -> dict[str, float]:
    """Median seconds by command; the first round, which fills caches, does not count."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for turn in range(rounds + 1):
        for name, command in COMMANDS.items():
            seconds = cpu_seconds(command)
            if turn:
                taken[name].append(seconds)
    return {name: statistics.median(values) for name, values in taken.items()}


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for package in ("cli", "recommender"):
        compileall.compile_dir(ROOT / package, quiet=1)
    seconds = measure(rounds)
    for name, value in seconds.items():
        print(f"{1000 * value:7.0f} ms  {name}")
    print()
    exceeded = False
    for budget in BUDGETS:
        cost = budget.cost(seconds)
        exceeded |= cost > budget.most
        verdict = "within" if cost <= budget.most else "OVER"
        print(f"{budget.command}: {cost:.2f} {budget.unit} {budget.beside}, {verdict} {budget.most:g}")
    return int(exceeded)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "OMP_NUM_THREADS": "1"}


if __name__ == "__main__":
    sys.exit(main())
