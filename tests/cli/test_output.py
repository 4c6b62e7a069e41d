"""Where an answer goes: the right stream, the right bytes, a file that is whole or untouched."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import COMMAND, EMILIA_ROMAGNA, contents, environment, ris3

SHOW = ("config", "show")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.md", "a.txt", "A.JSON"])
def test_a_file_gets_what_standard_output_would_get(name: str, tmp_path: Path) -> None:
    format = {"json": "json", "csv": "csv", "md": "md", "txt": "table"}[name.lower().rpartition(".")[2]]
    written = ris3(*SHOW, "-o", name, cwd=tmp_path)
    assert (written.code, written.out) == (0, b"")
    assert (tmp_path / name).read_bytes() == ris3(*SHOW, "--format", format).out
    assert list(contents(tmp_path)) == [name]


def test_a_name_without_a_known_ending_takes_the_format(tmp_path: Path) -> None:
    assert ris3(*SHOW, "-o", "settings", "--format", "json", cwd=tmp_path).code == 0
    assert json.loads((tmp_path / "settings").read_bytes())


def test_a_dash_is_standard_output() -> None:
    assert ris3(*SHOW, "-o", "-", "--format", "json").out == ris3(*SHOW, "--format", "json").out


def test_quiet_keeps_stderr_empty(tmp_path: Path) -> None:
    assert ris3(*SHOW, "-o", "a.json", cwd=tmp_path).err == "wrote a.json\n"
    assert ris3(*SHOW, "-o", "a.json", "--quiet", cwd=tmp_path).err == ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder.json", "this is a folder"),
        ("nowhere/a.json", "does not exist"),
        ("profile.yaml/a.json", "cannot write"),
        ("/dev/null/a.json", "cannot write"),
        ("a\x1b.nowhere/a.json", "does not exist"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "profile.yaml").write_bytes(EMILIA_ROMAGNA.read_bytes())
    before = contents(tmp_path)
    done = ris3(*SHOW, "-o", name, cwd=tmp_path)
    assert (done.code, done.out) == (2, b"")
    assert "R801" in done.err
    assert message in done.err
    assert "\x1b" not in done.err
    assert contents(tmp_path) == before


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    settings = tmp_path / "mine.json"
    settings.write_text('schema_version: "1"\nlens: green\n')
    (tmp_path / "same.json").symlink_to(settings)
    for name in ("mine.json", "./mine.json", "same.json"):
        done = ris3(*SHOW, "--config", "mine.json", "-o", name, cwd=tmp_path)
        assert (done.code, done.out) == (2, b"")
        assert "is read by this command" in done.err
    assert "green" in settings.read_text()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk."""
    (tmp_path / "a.json").write_text("old")
    done = subprocess.run(
        [*COMMAND, *SHOW, "-o", "a.json"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"R801" in done.stderr
    assert {name: data for name, data in contents(tmp_path).items() if data} == {"a.json": b"old"}


def test_several_runs_that_write_one_file_leave_one_whole_answer(tmp_path: Path) -> None:
    expected = {ris3(*SHOW, "--lens", lens, "--format", "json").out for lens in ("green", "social")}
    runs = [
        subprocess.Popen([*COMMAND, *SHOW, "--lens", lens, "-o", "a.json", "-q"], cwd=tmp_path, env=environment())
        for lens in ("green", "social") * 4
    ]
    assert [process.wait(timeout=60) for process in runs] == [0] * 8
    assert list(contents(tmp_path)) == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() in expected


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8", "ascii:strict"])
@pytest.mark.parametrize("format", ["table", "json", "md", "csv"])
def test_no_encoding_of_the_terminal_stops_an_answer(encoding: str, format: str) -> None:
    done = ris3("recommend", EMILIA_ROMAGNA, "--lang", "it", "--format", format, env={"PYTHONIOENCODING": encoding})
    assert done.code == 0, done.err
    if format == "table":
        done.out.decode(encoding.partition(":")[0])
    else:
        assert done.out == ris3("recommend", EMILIA_ROMAGNA, "--lang", "it", "--format", format).out


def test_a_narrow_terminal_cuts_no_data() -> None:
    narrow = ris3("recommend", EMILIA_ROMAGNA, env={"COLUMNS": "20"})
    assert narrow.out == ris3("recommend", EMILIA_ROMAGNA).out


def test_no_home_is_needed() -> None:
    assert ris3("recommend", EMILIA_ROMAGNA, env={"HOME": None, "XDG_CACHE_HOME": None}).code == 0


def test_a_profile_may_come_through_standard_input() -> None:
    done = ris3("recommend", "-", "--format", "json", stdin=EMILIA_ROMAGNA.read_bytes())
    assert done.code == 0, done.err
    by_name = json.loads(ris3("recommend", EMILIA_ROMAGNA, "--format", "json").out)
    assert json.loads(done.out)["opportunities"][0]["id"] == by_name["opportunities"][0]["id"]


def test_empty_standard_input_is_told() -> None:
    done = ris3("recommend", "-")
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith("-: R105")


def test_our_own_mistake_is_told_in_one_line_and_the_traceback_on_request() -> None:
    broken = (
        "import recommender.workflows.settings as s; s.show_settings = lambda *_, **__: 1 / 0; "
        "from cli.ris3 import main; main()"
    )
    command = (sys.executable, "-c", broken)
    done = ris3(*SHOW, command=command)
    assert (done.code, done.out) == (3, b"")
    assert "ZeroDivisionError" in done.err.splitlines()[0]
    assert "please report it" in done.err
    assert "Traceback" not in done.err
    assert "Traceback" in ris3(*SHOW, command=command, env={"RIS3_TRACEBACK": "1"}).err
    told = json.loads(ris3(*SHOW, "--format", "json", command=command).err)
    assert told["errors"][0]["code"] is None


def test_all_problems_are_told_up_to_twenty(tmp_path: Path) -> None:
    lines = "\n".join(f"wrong_{n}: 1" for n in range(25))
    (tmp_path / "settings.yaml").write_text(f'schema_version: "1"\n{lines}\n')
    told = ris3(*SHOW, "--config", "settings.yaml", cwd=tmp_path)
    assert (told.code, told.out) == (2, b"")
    assert told.err.count(": R302 ") == 20
    assert told.err.splitlines()[0].startswith("settings.yaml:2:1: R302 ")
    assert told.err.splitlines()[1:3] == ["    wrong_0: 1", "    ^"]
    assert told.err.splitlines()[-1] == "ris3: and 5 more"
    record = json.loads(ris3(*SHOW, "--config", "settings.yaml", "--format", "json", cwd=tmp_path).err)
    assert (len(record["errors"]), record["more"]) == (20, 5)
    assert {"file": "settings.yaml", "line": 2, "column": 1, "text": "wrong_0: 1"}.items() <= record["errors"][
        0
    ].items()


def test_a_name_that_would_act_on_the_terminal_is_escaped(tmp_path: Path) -> None:
    done = ris3(*SHOW, "--config", "a\n\x1b[2J.yaml", cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("a\\n\\x1b[2J.yaml: R101 ")
