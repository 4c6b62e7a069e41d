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


@pytest.mark.parametrize(
    "arguments",
    [
        ["config", "show", "-o", "{folder}/a.json"],
        ["schema", "profile", "-o", "{folder}/a.json"],
        ["validate", str(EMILIA_ROMAGNA), "-o", "{folder}/a.json"],
        ["recommend", str(EMILIA_ROMAGNA), "-o", "{folder}/a.json"],
        ["recommend", "ITH5", "-o", "{folder}/a.json"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_no_failing_file_makes_a_mess(arguments: list[str], tmp_path: Path) -> None:
    words = [word.format(folder=tmp_path) for word in arguments]
    done = ris3(tmp_path, *words, command=(sys.executable, "-c", DRIVER))
    ends = json.loads(done.text)
    *failures, last = ends
    assert len(failures) >= 2
    assert last[0] == 0
    assert last[2] == ["a.json"]
    for n, (code, err, files) in enumerate(failures, start=1):
        if code == 0:
            assert files == ["a.json"], f"failure {n}"
        else:
            assert code == 2, f"failure {n}: {err}"
            assert "planted failure" in err or "Input/output error" in err or "R" in err
            assert files == [], f"failure {n} left {files}"
