"""Side by side with the packages of the field: `python -m benchmarks.against_peers [--size 250x1200]`.

Installs the peers and this project into an environment of their own, gives each the same made-up table
(long, zeros left out), asks both sides for the same measures as a long table, and prints the ratios.
Each side runs alone in a process with one thread; imports are not timed. CPU seconds are compared,
because other load on the machine changes them less. pandas is older than 3, on which a peer fails.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.peer_runs import PEERS

ROOT = Path(__file__).resolve().parent.parent
SIZES = ("250x1200", "250x1200x20", "1500x650", "2000x5000")
PINNED = ("ecomplexity==0.5.3", "economic-complexity==0.3.0", "econcomplex==1.0.1", "fermi-cref==0.2.0", "pandas<3")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")


def environment(folder: Path) -> Path:
    """The Python of the environment with the peers, made if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run((sys.executable, "-m", "venv", folder), check=True)
    if not (folder / "ready").exists():
        print(f"installing {', '.join(PINNED)} into {folder}", file=sys.stderr)
        subprocess.run((python, "-m", "pip", "install", "-q", *PINNED, f"{ROOT}[frames]"), check=True)
        (folder / "ready").touch()
    return python


def run(python: Path, package: str, size: str, limit: float) -> dict[str, Any] | str:
    """What `benchmarks.peer_runs` measured, or why there is nothing."""
    command = (python, "-m", "benchmarks.peer_runs", package, size)
    env = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT)}
    try:
        done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"> {limit:.0f} s"
    if done.returncode:
        return "failed: " + (done.stderr.strip().splitlines() or ["killed"])[-1][:60]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def agreement(peer: dict[str, Any], own: dict[str, Any]) -> str:
    """Whether both sides measured the same cells."""
    if not math.isclose(peer["quotients"], own["quotients"], rel_tol=1e-9):
        return "OTHER NUMBERS"
    return "same" if peer["rows"] == own["rows"] else f"{own['rows'] - peer['rows']:,} cells more"


def row(size: str, name: str, peer: dict[str, Any] | str, own: dict[str, Any] | str) -> str:
    """One line of the table."""
    if isinstance(own, str):
        return f"{size:12} {name:20} ours {own}"
    mine = f"{own['cpu']:9.2f} {own['peak_mib']:8.0f}"
    if isinstance(peer, str):
        return f"{size:12} {name:20} {peer:>18} {mine}"
    ratios = f"{peer['cpu'] / own['cpu']:7.1f} {peer['seconds'] / own['seconds']:7.1f}"
    return f"{size:12} {name:20} {peer['cpu']:9.2f} {peer['peak_mib']:8.0f} {mine} {ratios}  {agreement(peer, own)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--env", type=Path, default=ROOT / ".venv-peers", help="the environment of the peers")
    parser.add_argument("--size", action="append", help=f"regions x activities [x years]; default {' '.join(SIZES)}")
    parser.add_argument("--peer", action="append", choices=sorted(PEERS), help="default: all of them")
    parser.add_argument("--limit", type=float, default=600, help="seconds after which a run is given up")
    arguments = parser.parse_args()
    python = environment(arguments.env)
    print(f"{'table':12} {'peer':20} {'CPU s':>9} {'MiB':>8} {'ours':>9} {'MiB':>8} {'CPU x':>7} {'wall x':>7}  cells")
    for size in arguments.size or SIZES:
        for name in arguments.peer or sorted(PEERS):
            peer = run(python, name, size, arguments.limit)
            print(row(size, name, peer, run(python, f"ours:{name}", size, arguments.limit)), flush=True)


if __name__ == "__main__":
    main()
