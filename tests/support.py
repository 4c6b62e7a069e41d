"""The command line as people run it: `from tests.support import ris3`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "data" / "examples"
EMILIA_ROMAGNA = EXAMPLES / "emilia-romagna" / "profile.yaml"
COMMAND = (sys.executable, "-m", "cli.ris3")

_PERSONAL = ("RIS3_", "PYTHON", "LC_", "LANG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "TYPER_")


@dataclass(frozen=True)
class Run:
    """How a command ended and what it said."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


def environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The environment without what developers set for themselves; None takes a variable away."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_PERSONAL)}
    wanted = {**kept, "PYTHONPATH": str(ROOT), **(changes or {})}
    return {name: value for name, value in wanted.items() if value is not None}


def ris3(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str | None] | None = None,
    stdin: bytes = b"",
    command: tuple[str, ...] = COMMAND,
) -> Run:
    """Run `ris3` with these arguments in a process of its own."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        cwd=cwd,
        env=environment(env),
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))


def listens_to_interrupts() -> None:
    """For the start of a run: whoever starts the tests in the background may have switched Ctrl-C off for all below."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def contents(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder with its bytes, every folder with None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def require(group: str, present: bool, reason: str) -> None:
    """Skip a test for want of something; fail it where `RIS3_REQUIRE_<GROUP>=1` says that it must run."""
    if present:
        return
    if os.environ.get(f"RIS3_REQUIRE_{group}") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
