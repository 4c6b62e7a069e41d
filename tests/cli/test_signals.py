"""Ctrl-C, kill and a reader that leaves: the right exit code, nothing half done, no traceback."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import COMMAND, EMILIA_ROMAGNA, contents, environment, listens_to_interrupts, ris3

# Runs the command line with one function replaced by a long sleep, and says so on stdout.
DRIVER = """
import importlib, sys, time

def sleep(*arguments, **options):
    print("ready", flush=True)
    time.sleep(60)

module, _, name = sys.argv.pop(1).partition(":")
setattr(importlib.import_module(module), name, sleep)
from cli.ris3 import main
main()
"""
STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
MOMENTS = {"compute": "recommender.workflows.settings:show_settings", "write": "os:fsync"}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("number", "code"), STOPS)
def test_a_signal_leaves_nothing_behind(number: signal.Signals, code: int, moment: str, tmp_path: Path) -> None:
    target = tmp_path / "settings.json"
    target.write_text("as it was")
    before = contents(tmp_path)
    process = _start(MOMENTS[moment], "config", "show", "-o", target)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (code, b"")
    assert contents(tmp_path) == before


def test_a_signal_that_the_caller_switched_off_stays_off() -> None:
    process = _start(MOMENTS["compute"], "config", "show", before=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    process.send_signal(signal.SIGINT)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=0.5)
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 143


def _start(
    replaced: str, *arguments: object, before: Callable[[], object] = listens_to_interrupts
) -> subprocess.Popen[bytes]:
    """A run that has arrived at the replaced function."""
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVER, replaced, *map(str, arguments)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=before,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.mark.parametrize(
    "arguments", [["--help"], ["schema", "profile"], ["recommend", str(EMILIA_ROMAGNA), "--format", "json"]]
)
@pytest.mark.parametrize("taken", [0, 1])
def test_a_reader_that_has_enough_is_not_told_off(arguments: list[str], taken: int) -> None:
    process = subprocess.Popen(
        [*COMMAND, *arguments], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.read(taken)
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_a_full_disk_behind_standard_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "config", "show"], env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"R801" in done.stderr
    assert b"No space left" in done.stderr


def test_a_closed_standard_output_is_told() -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m cli.ris3 config show >&-"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"R801" in done.stderr


def test_nobody_on_stderr_is_no_reason_to_fail() -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m cli.ris3 config show --format json 2>&-"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)
    assert ris3("recommend", "--top", "0").code == 2


@pytest.mark.parametrize(
    ("settings", "plain"),
    [({"TERM": "xterm"}, False), ({"TERM": "dumb"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, True)],
)
def test_colour_is_for_terminals_that_want_it(settings: dict[str, str], plain: bool) -> None:
    """On a pseudo-terminal; in a pipe there is none (every other test)."""
    main, other = pty.openpty()
    process = subprocess.Popen([*COMMAND, "config", "show"], env=environment(settings), stdout=other, stderr=other)
    os.close(other)
    shown = b""
    while True:
        try:
            chunk = os.read(main, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(main)
    assert process.wait(timeout=30) == 0
    assert (b"\x1b[" not in shown) == plain
    assert b"eligibility.bar" in shown
