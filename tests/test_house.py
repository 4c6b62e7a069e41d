"""Questions that a large file or function must answer. The limits are for talk, not for tricks.

Whoever needs more says here why; a reason that no longer holds fails the test as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("cli", "recommender", "scripts", "benchmarks", "tests")

FILE_LINES = 300
FUNCTION_LINES = 40
"""Without docstring, comments and blank lines."""

LARGE_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def functions(file: Path) -> Iterator[tuple[str, int]]:
    """Each function's name in the tree, and how many lines of code it has."""
    text = file.read_text("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            start = body[0].lineno if body else node.lineno
            code = [line.strip() for line in lines[start - 1 : node.end_lineno]]
            yield f"{_name(file)}:{node.name}", sum(1 for line in code if line and not line.startswith("#"))


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _compare(found: dict[str, int], allowed: dict[str, str], limit: int) -> None:
    unasked = [f"{name} has {size} lines (more than {limit})" for name, size in found.items() if name not in allowed]
    assert not unasked, "say why, or split:\n" + "\n".join(unasked)
    assert not set(allowed) - set(found), f"these need no permission any more: {sorted(set(allowed) - set(found))}"


def test_files_are_small_enough_to_read_in_one_go() -> None:
    sizes = {_name(file): len(file.read_text("utf-8").splitlines()) for file in files()}
    _compare({name: size for name, size in sizes.items() if size > FILE_LINES}, LARGE_FILES, FILE_LINES)


def test_functions_do_one_thing() -> None:
    sizes = {name: size for file in files() for name, size in functions(file)}
    _compare({name: size for name, size in sizes.items() if size > FUNCTION_LINES}, LONG_FUNCTIONS, FUNCTION_LINES)


def test_every_file_says_what_it_is_for() -> None:
    silent = [_name(file) for file in files() if file.read_text("utf-8").strip() and not _docstring(file)]
    assert not silent


def _docstring(file: Path) -> str | None:
    return ast.get_docstring(ast.parse(file.read_text("utf-8")))
