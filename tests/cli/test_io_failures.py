"""The n-th time that a file is touched fails, for n = 1, 2, ... until nothing is left to fail.

Whichever it is: exit code 2 and a message, or the whole answer; never a traceback, half a file or a stray one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.support import EMILIA_ROMAGNA, ris3

# Fails the n-th file event outside of Python's own files, in one process for every n.
DRIVER = """
import contextlib, errno, io, json, os, sys

EVENTS = ("open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir")
left = None

def is_package(folder):
    return isinstance(folder, str) and os.path.exists(os.path.join(folder, "__init__.py"))

def fail(event, arguments):
    global left
    if left is None or event not in EVENTS or str(arguments[0]).endswith((".py", ".pyc", ".so")):
        return
    if "__pycache__" in str(arguments[0]) or "-packages" in str(arguments[0]) or is_package(arguments[0]):
        return
    left -= 1
    if left == 0:
        raise OSError(errno.EIO, "planted failure")

sys.addaudithook(fail)
from cli.ris3 import run

folder, *arguments = sys.argv[1:]
run([*arguments, "-q"])                         # imports everything
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
ends = []
for n in range(1, 500):
    errors = sys.stderr = io.TextIOWrapper(io.BytesIO(), "utf-8")
    left = n
    code = run([*arguments, "-q"])
    failed, left = left <= 0, None
    errors.seek(0)
    ends.append([code, errors.read(), sorted(os.listdir(folder))])
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    if not failed:
        break
sys.stderr = sys.__stderr__
print(json.dumps(ends))
"""


SMALL = """\
schema_version: "1"
region: {name: Somewhere}
clusters:
  - {id: a, name: A, competences: {t_software: 0.8, t_automation: 0.5}}
institutions:
  - {id: b, name: B, kind: university, competences: {t_software: 0.6}}
links:
  - {a: a, b: b, strength: 0.5}
paths:
  paths:
    one: {name: One, needs: {t_software: 0.5, t_automation: 0.4}, kind: modernisation}
    two: {name: Two, needs: {t_software: 0.9, t_hydrogen: 0.9}, essential: [t_hydrogen], kind: modernisation}
"""
WHAT_IF = (
    'schema_version: "1"\nname: If\nset:\n  - {at: clusters.a.competences.t_software, value: 0.9, reason: because}\n'
)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands read: a small profile, a scenario, and a lock of the profile."""
    folder = tmp_path_factory.mktemp("inputs")
    (folder / "profile.yaml").write_text(SMALL, "utf-8")
    (folder / "if.yaml").write_text(WHAT_IF, "utf-8")
    assert ris3("lock", folder / "profile.yaml", "--lock", folder / "kept.json", "-q").code == 0
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["config", "show", "-o", "{folder}/a.json"],
        ["schema", "profile", "-o", "{folder}/a.json"],
        ["validate", str(EMILIA_ROMAGNA), "-o", "{folder}/a.json"],
        ["recommend", str(EMILIA_ROMAGNA), "-o", "{folder}/a.json"],
        ["recommend", "ITH5", "-o", "{folder}/a.json"],
        ["scenario", "compare", "{inputs}/profile.yaml", "{inputs}/if.yaml", "budget-limited", "-o", "{folder}/a.json"],
        ["scenario", "run", "{inputs}/profile.yaml", "{inputs}/if.yaml", "-o", "{folder}/a.json"],
        ["scenario", "new", "{inputs}/profile.yaml", "{inputs}/profile.yaml", "-o", "{folder}/a.json"],
        ["goal", "{inputs}/profile.yaml", "two", "-o", "{folder}/a.json"],
        ["goal", "{inputs}/profile.yaml", "two", "--scenario", "{folder}/b.yaml", "-o", "{folder}/a.json"],
        ["roadmap", "{inputs}/profile.yaml", "two", "-o", "{folder}/a.json"],
        ["sensitivity", "{inputs}/profile.yaml", "--draws", "100", "-o", "{folder}/a.json"],
        ["lock", "{inputs}/profile.yaml", "--lock", "{folder}/a.json"],
        ["diff", "{inputs}/kept.json", "{inputs}/kept.json", "-o", "{folder}/a.json"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]).replace("{inputs}/", ""),
)
def test_no_failing_file_makes_a_mess(arguments: list[str], inputs: Path, tmp_path: Path) -> None:
    words = [word.format(folder=tmp_path, inputs=inputs) for word in arguments]
    expected = sorted(Path(word).name for word in words if word.startswith(str(tmp_path)))
    done = ris3(tmp_path, *words, command=(sys.executable, "-c", DRIVER))
    ends = json.loads(done.text)
    *failures, last = ends
    assert len(failures) >= 2
    assert last[0] == 0
    assert sorted(last[2]) == expected
    for n, (code, err, files) in enumerate(failures, start=1):
        if code == 0:
            assert sorted(files) == expected, f"failure {n}"
        else:
            assert code == 2, f"failure {n}: {err}"
            assert "planted failure" in err or "Input/output error" in err or "R" in err
            assert files == [], f"failure {n} left {files}"
