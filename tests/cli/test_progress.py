"""Long work says on a terminal what it does and for how long, and nothing anywhere else."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time

import pytest

from benchmarks.large_region import WHOLE, made_up_profile, settings
from cli import _progress
from tests.support import COMMAND, EMILIA_ROMAGNA, ROOT, environment, ris3


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown_by(monkeypatch, every, **options) -> str:
    """What is on the screen after a fifth of a second of work; the screen is there only for so long."""
    with monkeypatch.context() as patched:
        screen = Terminal()
        patched.setattr(sys, "stderr", screen)
        patched.setattr(_progress, "EVERY", every)
        with _progress.progress("ranking", **options):
            time.sleep(0.2)
    return screen.getvalue()


def test_it_says_what_is_done_and_leaves_the_line_empty(monkeypatch):
    shown = shown_by(monkeypatch, 0.02, share=lambda: 0.5)
    assert "ranking [##########..........]  50%" in shown
    assert shown.endswith(" \r")


def test_quick_work_says_nothing(monkeypatch):
    assert shown_by(monkeypatch, 60.0) == ""


def test_quiet_work_says_nothing(monkeypatch):
    assert shown_by(monkeypatch, 0.02, quiet=True) == ""


@pytest.mark.parametrize("command", ["recommend", "clusters", "partners", "governance", "audit"])
def test_nothing_of_it_reaches_a_pipe(command):
    ran = ris3(command, str(EMILIA_ROMAGNA), "--format", "csv")
    assert ran.code == 0
    assert ran.err.startswith("this CSV holds the part ")
    assert ran.err.count("\n") == 1
    assert b"\r" not in ran.out


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal to write to")
def test_a_large_region_shows_it_on_the_terminal(tmp_path):
    for name, content in (("profile", made_up_profile(WHOLE.part(4), seed=1)), ("settings", settings(draws=1000))):
        (tmp_path / f"{name}.yaml").write_text(json.dumps(content), "utf-8")
    main, screen = os.openpty()
    words = [
        "recommend",
        str(tmp_path / "profile.yaml"),
        "--config",
        str(tmp_path / "settings.yaml"),
        "--format",
        "csv",
    ]
    ran = subprocess.run([*COMMAND, *words], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=screen,
                         check=True)  # fmt: skip
    os.close(screen)
    shown = os.read(main, 1 << 16).decode("utf-8")
    os.close(main)
    assert "ranking" in shown
    assert b"ranking" not in ran.stdout
