"""Imports point the way DESIGN.md draws them; a violation is named by file and line."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("cli", "recommender")

# Who may import whom. A layer may always import itself, and everybody may import the model.
LAYERS = {
    "cli": {"workflows", "outputs", "model", "shipped"},
    "workflows": {"inputs", "analysis", "outputs", "model", "shipped"},
    "outputs": {"wording", "model"},
    "wording": {"model"},
    "analysis": {"measures", "model"},
    "inputs": {"model"},
    "measures": set[str](),
    "model": set[str](),
    "shipped": set[str](),
    "": {"workflows", "outputs", "model"},  # recommender/__init__.py: what `import recommender` offers
}

# Packages of others, and the layers that may use them.
OTHERS = {
    "typer": {"cli"},
    "yaml": {"inputs"},
    "rich": {"outputs"},
    "docx": {"outputs"},
    "jinja2": {"outputs"},
    "markupsafe": {"outputs"},
    "pptx": {"outputs"},
    "vl_convert": {"outputs"},
    "xlsxwriter": {"outputs"},
    "numpy": {"measures", "analysis", "inputs", "model", "outputs"},  # a table and a reference model are arrays
    "scipy": {"measures"},
    "bicm": {"measures"},
    "duckdb": {"inputs", "outputs"},
    "sklearn": {"measures"},
    "threadpoolctl": {"measures"},
    "python_calamine": {"inputs"},
    "ibis": {"inputs"},
    "pyspark": {"inputs"},
    "pandas": {"inputs", "outputs"},
    "urllib3": {"inputs", "workflows"},  # a workflow asks whether it is there
    "platformdirs": {"cli"},
}
# Slow to import: only inside the function that needs them. (numpy costs a tenth of a second, and the
# layers that use it are themselves imported inside functions of cli.)
SLOW = {
    "scipy", "bicm", "duckdb", "python_calamine", "ibis", "pyspark", "sklearn", "threadpoolctl",
    "pandas", "jinja2", "rich", "docx",
    "pptx", "vl_convert", "xlsxwriter", "urllib3", "platformdirs",
}  # fmt: skip


@dataclass(frozen=True)
class Import:
    """One import statement: where it stands, what it names, and whether it runs with its module."""

    file: Path
    line: int
    target: str
    at_once: bool

    @property
    def layer(self) -> str:
        parts = self.file.relative_to(ROOT).with_suffix("").parts
        return _layer(parts)

    @property
    def top(self) -> str:
        return self.target.split(".")[0]

    @property
    def target_layer(self) -> str:
        return _layer(tuple(self.target.split(".")))

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.layer or 'recommender'} imports {self.target}"


def _layer(parts: tuple[str, ...]) -> str:
    if parts[0] == "cli":
        return "cli"
    return parts[1] if len(parts) > 1 and parts[1] != "__init__" else ""


def imports() -> Iterator[Import]:
    for package in OURS:
        for file in sorted((ROOT / package).rglob("*.py")):
            if "_shipped" not in file.parts:
                yield from imports_of(file)


def imports_of(file: Path) -> Iterator[Import]:
    for node, at_once in _statements(ast.parse(file.read_text("utf-8")).body, at_once=True):
        for target in _targets(node, file):
            yield Import(file, node.lineno, target, at_once)


def _statements(body: list[ast.stmt], *, at_once: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Every import statement; those under TYPE_CHECKING never run and are left out."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, at_once
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for name in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(node, name, []), at_once=at_once and not inside)
        for handler in getattr(node, "handlers", []):
            yield from _statements(handler.body, at_once=at_once)


def _targets(node: ast.stmt, file: Path) -> list[str]:
    """What a statement names, with dots resolved: `from ..model import x` -> recommender.model.x."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert isinstance(node, ast.ImportFrom)
    if node.level == 0:
        base = node.module or ""
    else:
        package = file.relative_to(ROOT).with_suffix("").parts[: -node.level]
        base = ".".join((*package, *((node.module or "").split(".") if node.module else ())))
    deeper = base.count(".") < 2 and base.split(".")[0] in OURS
    return [f"{base}.{alias.name}" for alias in node.names] if deeper else [base]


ALL = list(imports())


def _report(violations: list[Import]) -> None:
    assert not violations, "\n" + "\n".join(map(str, violations))


def test_layers_import_only_what_lies_below_them() -> None:
    ours = [item for item in ALL if item.top in OURS]
    assert len(ours) > 50
    _report([item for item in ours if item.target_layer not in {item.layer, "model", *LAYERS[item.layer]}])


def test_only_the_command_line_reaches_into_the_command_line() -> None:
    _report([item for item in ALL if item.top == "cli" and item.layer != "cli"])


def test_nothing_above_the_top_level_names_recommender_itself_by_relative_import() -> None:
    """`from .. import x` in the library would run recommender/__init__.py's offer: only `shipped` is taken so."""
    loose = [item for item in ALL if item.target.count(".") == 1 and item.layer not in ("cli", "")]
    _report([item for item in loose if item.top == "recommender" and item.target != "recommender.shipped"])


def test_packages_of_others_are_used_where_they_belong() -> None:
    foreign = [item for item in ALL if item.top not in OURS and item.top not in sys.stdlib_module_names]
    _report([item for item in foreign if item.layer not in OTHERS.get(item.top, set())])


def test_slow_packages_are_imported_where_they_are_needed() -> None:
    _report([item for item in ALL if item.top in SLOW and item.at_once])


def test_the_command_line_imports_nothing_but_typer_when_it_starts() -> None:
    started = [item for item in ALL if item.layer == "cli" and item.at_once]
    allowed = {"typer", "cli", *sys.stdlib_module_names}
    _report([item for item in started if item.top not in allowed])


def test_the_command_line_imports_itself_by_relative_names() -> None:
    """Another distribution may own the name `cli` as well; see DESIGN.md, Packaging."""
    texts = {file: file.read_text("utf-8") for file in (ROOT / "cli").glob("*.py")}
    assert not [file for file, text in texts.items() if "from cli" in text or "import cli" in text]
    assert not (ROOT / "cli" / "__init__.py").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from ..inputs.text import read_text", ("recommender.inputs.text", True)),
        ("def f():\n    import pandas", ("pandas", False)),
        ("try:\n    import scipy\nexcept ImportError:\n    pass", ("scipy", True)),
        ("from .. import shipped", ("recommender.shipped", True)),
    ],
)
def test_the_check_sees(text: str, expected: tuple[str, bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "recommender" / "analysis" / "planted.py"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    [found] = imports_of(file)
    assert (found.target, found.at_once) == expected
