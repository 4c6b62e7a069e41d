"""The command lines of the README, run one after the other in a clone."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.refresh_readme import commands, refreshed
from tests.support import ROOT, environment, require

README = ROOT / "README.md"


def command_lines() -> Iterator[str]:
    """The lines of the blocks fenced as `sh`; blocks for other shells are marked so and not run."""
    for block in re.findall(r"^```sh\n(.*?)^```", README.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if line.strip() and not line.startswith("#"))


def test_every_command_line_works_in_a_clone(tmp_path: Path) -> None:
    lines = list(command_lines())
    assert lines[0].endswith("ris3 recommend data/examples/emilia-romagna/profile.yaml")
    clone = _clone(tmp_path / "clone")
    for line in lines:
        done = _run(line, clone)
        missing_index = "pip install" in line and "No matching distribution" in done.stderr
        require("INDEX", not missing_index, "no package index to install from")
        assert done.returncode == 0, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        if line == lines[0]:
            assert "Emilia-Romagna" in done.stdout


def test_the_tour_shows_what_the_commands_print(tmp_path: Path) -> None:
    """`python scripts/refresh_readme.py` brings it up to date; read the diff before you keep it."""
    text = README.read_text("utf-8")
    assert len(commands(text)) > 4
    assert all(command.startswith("ris3 ") for command in commands(text))
    assert refreshed(text, tmp_path).splitlines() == text.splitlines()


def test_every_picture_is_there_and_told_in_words() -> None:
    """`python scripts/take_screenshots.py` takes them again."""
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", README.read_text("utf-8"))
    assert pictures
    for words, file in pictures:
        assert len(words) > 20
        assert (ROOT / file).read_bytes().startswith(b"\x89PNG")


def test_the_readme_says_how_to_run_the_tests() -> None:
    """.ci/run runs that line as it stands."""
    assert any(re.match(r"python3 .* -m pytest -q$", line) for line in command_lines())


def _clone(folder: Path) -> Path:
    require("GIT", shutil.which("git") is not None and (ROOT / ".git").exists(), "this is not a git checkout")
    done = subprocess.run(("git", "clone", "-q", ROOT, folder), capture_output=True, text=True, check=False)
    if done.returncode or not (folder / "README.md").exists():
        pytest.skip("nothing is committed yet")
    return folder


def _run(line: str, clone: Path) -> subprocess.CompletedProcess[str]:
    """One line as a shell runs it. Of the tests only one file is run: we are in the tests already."""
    settings = {"PYTHONPATH": None, "PYTEST_ADDOPTS": "tests/test_imports.py", "VIRTUAL_ENV": None}
    env = environment(settings)
    env["PATH"] = f"{clone / '.venv' / 'bin'}:{env['PATH']}"
    return subprocess.run(("bash", "-c", line), cwd=clone, env=env, capture_output=True, text=True, check=False)
