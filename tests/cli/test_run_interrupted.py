"""`ris3 run` is killed, or a file fails it, at every moment: each output is whole, or as it was.

A moment is every time that a file is opened, moved, removed or forced to the disk. The driver goes through them in one
process: for each it puts the project back as it was before.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import COMMAND, contents, environment, listens_to_interrupts, ris3

PROJECT = (
    'schema_version: "1"\nconfig: {luck: {draws: 20}}\nregions: {here: {source: profile.yaml}}\n'
    "outputs:\n  results/ranking.md: {command: recommend}\n  results/what-if.json: {command: scenario run, scenario: "
    "budget-limited}\n  recommendations.lock.json: {command: lock}\n"
)
PROFILE = """\
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
    two: {name: Two, needs: {t_software: 0.9, t_automation: 0.9}, kind: modernisation}
"""
OUTPUTS = ("results/ranking.md", "results/what-if.json", "recommendations.lock.json")
RECORD = "ris3.outputs.json"

# Stops at the n-th moment by what `end` does; prints for each how the run ended and which files there were.
DRIVER = """
import errno, hashlib, io, json, os, shutil, signal, sys

EVENTS = ("open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir")
kind, folder, pristine = sys.argv[1:]
left = None

def moment():
    global left
    if left is None:
        return
    left -= 1
    if left == 0:
        if kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.EIO, "planted failure")

def heard(event, arguments):
    name = str(arguments[0]) if arguments else ""
    ours = not name.endswith((".py", ".pyc", ".so")) and "__pycache__" not in name and "-packages" not in name
    if event in EVENTS and ours and not os.path.exists(os.path.join(name, "__init__.py")):
        moment()

def flush(handle, really=os.fsync):
    moment()
    really(handle)

def restored():
    shutil.rmtree(folder)
    shutil.copytree(pristine, folder)

def hashes():
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                found[os.path.relpath(os.path.join(place, name), folder)] = hashlib.sha256(file.read()).hexdigest()
    return found

sys.addaudithook(heard)
os.fsync = flush
from cli.ris3 import run

def once(n):
    global left
    left = n
    code = run(["run", folder, "-q", "-o", folder + "/told.json"])
    failed, left = left <= 0, None
    return code, failed

once(10 ** 9)                                   # imports everything
told = [(0, True, hashes(), "")]
for n in range(1, 1000):
    restored()
    if kind == "kill":
        child = os.fork()
        if child == 0:
            code, failed = once(n)
            os._exit(code)
        _, status = os.waitpid(child, 0)
        code, failed, err = status, os.WIFSIGNALED(status), ""
    else:
        errors = sys.stderr = io.TextIOWrapper(io.BytesIO(), "utf-8")
        code, failed = once(n)
        errors.seek(0)
        err, sys.stderr = errors.read(), sys.__stderr__
    told.append((code, failed, hashes(), err))
    if not failed:
        break
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project that was run, and whose profile was then changed."""
    folder = tmp_path_factory.mktemp("project") / "region"
    folder.mkdir()
    (folder / "ris3.yaml").write_text(PROJECT, "utf-8")
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    assert ris3("run", folder, "-q").code == 0
    (folder / "profile.yaml").write_text(PROFILE.replace("0.5}}", "0.2}}"), "utf-8")
    return folder


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    place = tmp_path / "region"
    shutil.copytree(project, place)
    return place


def ends(kind: str, folder: Path, pristine: Path) -> list[tuple[int, bool, dict[str, str], str]]:
    command = (sys.executable, "-c", DRIVER)
    done = ris3(kind, folder, pristine, command=command, env={"OPENBLAS_NUM_THREADS": "1"})
    assert done.code == 0, done.err
    return [tuple(item) for item in json.loads(done.text)]


@pytest.mark.parametrize("kind", ["kill", "fail"])
def test_each_output_is_whole_or_as_it_was(kind, folder, project):
    (_, _, new, _), *stopped, last = ends(kind, folder, project)
    assert len(stopped) > 20
    assert (last[0], last[2]) == (0, new)
    before = {name: _hash(project / name) for name in (*OUTPUTS, RECORD)}
    assert all(before[name] != new[name] for name in before)
    seen = set()
    for n, (code, _, files, err) in enumerate(stopped, start=1):
        for name in OUTPUTS:
            assert files[name] in (before[name], new[name]), f"{name} at moment {n}"
        assert files[RECORD] == before[RECORD] or all(files[name] == new[name] for name in OUTPUTS), n
        seen.add(tuple(files[name] == new[name] for name in OUTPUTS))
        if kind == "fail":
            assert code in (0, 2), err
            assert "Traceback" not in err
            assert not [name for name in files if name.endswith(".part")], n
    assert len(seen) == len(OUTPUTS) + 1  # none, the first, the first two, all


def test_a_run_after_a_killed_one_makes_the_rest_and_cleans_up(folder, project):
    done = subprocess.run([sys.executable, "-c", DRIVER.replace("range(1, 1000)", "()"), "kill", folder, project],
                          env=environment(), capture_output=True, check=True)  # fmt: skip
    [(_, _, new, _)] = json.loads(done.stdout)
    shutil.rmtree(folder)
    shutil.copytree(project, folder)
    stray = folder / "results" / ".ranking.md.999999999.0123abcd.part"
    stray.write_bytes(b"half")
    (folder / "results" / "ranking.md").write_bytes(b"half")
    assert ris3("run", folder, "-q").code == 0
    assert {name: _hash(folder / name) for name in (*OUTPUTS, RECORD)} == {
        name: new[name] for name in (*OUTPUTS, RECORD)
    }
    assert not stray.exists()
    assert ris3("run", folder, "--check", "-q").code == 0


@pytest.mark.parametrize("seconds", [0.2, 0.4, 0.6, 0.8, 1.0, 1.3])
def test_whenever_it_is_killed(seconds, folder, project):
    process = subprocess.Popen([*COMMAND, "run", str(folder), "-q"], env=environment(), stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    after = contents(folder)
    killed = {name: after[name] for name in OUTPUTS}
    assert ris3("run", folder, "-q").code == 0
    for name in OUTPUTS:
        assert killed[name] in ((project / name).read_bytes(), (folder / name).read_bytes())


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_told_to_stop_it_says_so_and_leaves_each_output_whole(number, code, folder):
    process = subprocess.Popen(
        [*COMMAND, "run", str(folder), "-q"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=listens_to_interrupts,
    )
    before = contents(folder)
    time.sleep(0.5)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    if b"outputs were made" not in out:  # else it was done by then, perhaps so far that Python listened no more
        assert (process.returncode, err) == (code, b"")
    after = contents(folder)
    assert ris3("run", folder, "-q").code == 0
    done = contents(folder)
    assert after.keys() <= done.keys()
    for name, content in after.items():
        if name != RECORD:  # it speaks of what was written by then
            assert content in (before.get(name), done[name]), name


def test_two_runs_at_once_leave_whole_outputs(folder, project):
    processes = [subprocess.Popen([*COMMAND, "run", str(folder), "-q"], env=environment(), stdout=subprocess.DEVNULL)
                 for _ in range(3)]  # fmt: skip
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    assert ris3("run", folder, "--check", "-q").code == 0
    assert not [name for name in contents(folder) if Path(name).name.startswith(".")]


def _hash(file: Path) -> str:
    import hashlib

    return hashlib.sha256(file.read_bytes()).hexdigest()
