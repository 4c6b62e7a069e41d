"""The installed wheel, in an empty environment and from any folder, does what the checkout does."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import ROOT, Run, contents, require, ris3

TEST_TOOLS = ("pytest", "hypothesis", "jsonschema", "hatchling", "build", "mypy", "ruff", "pandas")
COMMANDS = (
    "init region",
    "init plain --template empty",
    "validate region",
    "validate region/profile.yaml --strict",
    "config show --format json",
    "schema profile",
    "schema paths",
    "schema vocabulary",
    "schema config",
    "schema scenario",
    "reference list",
    "reference show eu-nuts2-nace2 --format json",
    "reference build mine.csv -o mine.npz",
    "reference show mine.npz",
    "measure --format json",
    "measure lq mine.csv --format csv",
    "recommend region",
    "recommend region/profile.yaml --format json",
    "recommend ITH5 --lens green --top 7 --format json",
    "recommend --table mine.csv --region R1",
    "recommend R2 --reference mine.npz --format json",
    "explain ITH5 C17",
    "explain region chip_fab --lang it",
    "compare region chip_fab circular_packaging --format md",
    "convert region/profile.yaml sheets",
    "convert sheets back.yaml",
    "scenario run region research-centre --format json",
)
REFUSED = ("recommend nowhere-in-particular", "explain ITH5 C28", "recommend region --lens gren")
TABLE = "region,activity,value\n" + "".join(f"R{n},A{m},{(n * m) % 7 * 10 + 5}\n" for n in range(5) for m in range(6))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    subprocess.run(build, check=True, capture_output=True)
    [file] = folder.glob("*.whl")
    return file


def test_the_wheel_holds_the_packages_the_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"cli", "recommender", f"{wheel.name.split('-py3')[0]}.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".part"))]
    shipped = {name.removeprefix("recommender/_shipped/") for name in names if "/_shipped/" in name}
    assert shipped == {
        f"{folder}/{name}"
        for folder in ("configs", "data")
        for name, content in contents(ROOT / folder).items()
        if content is not None
    }
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_does_what_the_checkout_does(wheel: Path, tmp_path: Path) -> None:
    python = _empty_environment(tmp_path / "environment", wheel)
    _has_no_test_tools(python)
    script = (str(python.with_name("ris3")),)
    here, there = tmp_path / "checkout", tmp_path / "wheel"
    for folder in (here, there):
        folder.mkdir()
        (folder / "mine.csv").write_text(TABLE, "utf-8")
    for command in (*COMMANDS, *REFUSED):
        expected = ris3(*command.split(), cwd=here)
        found = ris3(*command.split(), cwd=there, command=script, env={"PYTHONPATH": None})
        assert found == expected, command
        assert expected.code == (2 if command in REFUSED else 0), (command, expected.err)
    assert contents(there) == contents(here)


def _empty_environment(folder: Path, wheel: Path) -> Path:
    subprocess.run((sys.executable, "-m", "venv", folder), check=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = (python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    require("INDEX", done.returncode == 0, f"no package index to install from: {done.stderr[-300:]}")
    return python


def _has_no_test_tools(python: Path) -> None:
    question = f"import importlib.util as u; print([n for n in {TEST_TOOLS!r} if u.find_spec(n)])"
    done = subprocess.run((python, "-c", question), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_runs_are_compared_whole() -> None:
    assert Run(0, b"a", "") != Run(0, b"a", "warning")
