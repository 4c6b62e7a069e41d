"""Run the tour of the README, and write what the commands print under them.

    python scripts/refresh_readme.py

Each line `$ ris3 …` of a block fenced as `console` is run by a shell, one after the other, in one
empty folder; what it prints replaces the lines below it. A test does the same and compares.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(text: str, folder: Path) -> str:
    """`text` with the output of every command of its console blocks, run in `folder`.

    Raises
    ------
    RuntimeError
        If a command ends in our own mistake, or the shell does not know it.
    """
    environment = _environment(folder)
    work = folder / "work"
    work.mkdir()
    return _BLOCK.sub(lambda block: f"```console\n{''.join(_told(block[1], work, environment))}```", text)


def commands(text: str) -> list[str]:
    """The command lines of the console blocks."""
    return re.findall(r"^\$ (.*)$", "\n".join(_BLOCK.findall(text)), re.MULTILINE)


def _told(block: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        run = subprocess.run(
            ("bash", "-c", command), cwd=folder, env=environment, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        if run.returncode not in (0, 1, 2) or "Traceback (most recent call last)" in run.stdout:
            raise RuntimeError(f"{command}: exit code {run.returncode}\n{run.stdout}")
        yield f"$ {command}\n{run.stdout.rstrip()}\n"


def _environment(folder: Path) -> dict[str, str]:
    """An environment in which `ris3` is this checkout, whatever else is installed."""
    programs = folder / "bin"
    programs.mkdir()
    script = programs / "ris3"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cli.ris3 "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
    paths = os.pathsep.join((str(programs), os.environ.get("PATH", os.defpath)))
    return kept | {"PATH": paths, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


def main() -> None:
    """Bring the README up to date."""
    before = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        after = refreshed(before, Path(folder))
    README.write_text(after, encoding="utf-8", newline="\n")
    print("up to date" if after == before else "written", "README.md", sep=": ")


if __name__ == "__main__":
    main()
