"""Every case of tests/bad_inputs, through a process of its own: exit code, place, hint, and nothing written."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest

from tests import bad_workbooks  # noqa: F401 - registers its builders
from tests.bad_input_builders import BUILDERS
from tests.bad_input_cases import CONCERNED, ELSEWHERE, Case, cases
from tests.support import COMMAND, ROOT, contents, ris3

CASES = cases()
LIMITED = (
    "import resource, runpy, sys; sys.dont_write_bytecode = True; size = int(sys.argv.pop(1));"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)); runpy.run_module('cli.ris3', run_name='__main__')"
)


@pytest.fixture
def folder(tmp_path: Path, case: Case) -> Path:
    place = tmp_path / "case"
    shutil.copytree(case.folder, place, ignore=shutil.ignore_patterns("expect.txt"))
    if case.name in BUILDERS:
        BUILDERS[case.name](place)
    return place


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input(case: Case, folder: Path) -> None:
    before = _contents(folder)
    run = ris3(*case.arguments, cwd=folder, stdin=case.stdin, command=_command(case))
    told = f"\n{run.err}"
    assert run.code == case.exit_code, told
    assert "Traceback" not in run.err, told
    assert _contents(folder) == before
    for words in case.all("words"):
        assert words in run.err, told
    for words in case.all("out"):
        assert words in run.text
    for words in case.all("absent"):
        assert words not in run.text + run.err
    if case.exit_code:
        assert run.out == b""
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", run.err)
        _compare_errors(case, run.err)


def _command(case: Case) -> tuple[str, ...]:
    if not case.all("limit"):
        return COMMAND
    pytest.importorskip("resource")
    return (COMMAND[0], "-c", LIMITED, case.all("limit")[0])


def _contents(folder: Path) -> dict[str, bytes | str | None]:
    """The folder's files; links, pipes and unreadable files by their kind."""
    plain = [path for path in folder.rglob("*") if path.is_symlink() or not (path.is_file() or path.is_dir())]
    if plain or any(path.is_file() and not path.stat().st_mode & 0o400 for path in folder.rglob("*")):
        return {path.relative_to(folder).as_posix(): str(path.lstat().st_mode) for path in folder.rglob("*")}
    return dict(contents(folder))


def _compare_errors(case: Case, err: str) -> None:
    found = _errors_as_json(err) if err.startswith("{") else _errors_as_text(err)
    expected = case.all("error")
    if case.all("errors") == ["any"]:
        assert found, err
    else:
        assert found == expected, err


def _errors_as_text(err: str) -> list[str]:
    """Code and place of each problem, as `CODE PLACE`; one that has no place stands under `ris3`."""
    found = re.finditer(r"^(\S.*?): (R\d{3}) ", err, re.M)
    return [f"{match[2]} {match[1]}".removesuffix(" ris3") for match in found]


def _errors_as_json(err: str) -> list[str]:
    places = [(error["code"], error.get("file"), error.get("line"), error.get("column"))
              for error in json.loads(err)["errors"]]  # fmt: skip
    return [f"{code} {':'.join(str(part) for part in place if part)}".rstrip() for code, *place in places]


def test_every_builder_has_its_case() -> None:
    assert set(BUILDERS) <= {case.name for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_expectations_are_well_formed(case: Case) -> None:
    known = {"run", "exit", "error", "errors", "words", "out", "absent", "stdin", "limit"}
    assert set(case.expected) <= known
    assert case.exit_code == 0 or case.all("error") or case.all("errors")
    assert re.match(r"\d{3}_[a-z0-9_]+\Z", case.name)


def test_every_number_of_the_matrix_has_a_case_or_a_test_elsewhere() -> None:
    numbers = {int(case.name[:3]) for case in CASES}
    assert not numbers & set(ELSEWHERE)
    assert set(CONCERNED) <= numbers | set(ELSEWHERE)


@pytest.mark.parametrize("number", ELSEWHERE)
def test_the_test_elsewhere_is_there(number: int) -> None:
    for name in ELSEWHERE[number]:
        file, _, function = name.partition("::")
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
