"""What is loaded when: counted in modules, because a busy machine makes milliseconds lie."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.support import EMILIA_ROMAGNA, ris3

HEAVY = {"numpy", "pandas", "scipy", "sklearn", "yaml", "rich", "jinja2", "pydantic", "ibis", "duckdb"}
EMPTY = "import typer; app = typer.Typer(rich_markup_mode=None); app.command()(lambda: None); "
ASK = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def modules(code: str, *arguments: str | Path) -> set[str]:
    """The modules loaded once `code` has run with these arguments."""
    done = ris3(*arguments, command=(sys.executable, "-c", f"{code}\n{ASK}"))
    return set(json.loads(done.err.splitlines()[-1]))


def after(*arguments: str | Path) -> set[str]:
    return modules("from cli.ris3 import run; import sys; run(sys.argv[1:])", *arguments)


def test_the_entry_loads_nothing_heavy() -> None:
    assert not modules("import cli.ris3") & HEAVY


def test_the_entry_loads_no_command() -> None:
    loaded = {name for name in modules("import cli.ris3") if name.startswith("cli.")}
    assert not [name for name in loaded if not name.startswith("cli._") and name != "cli.ris3"]


def test_help_loads_little_more_than_an_empty_app() -> None:
    more = after("--help") - modules(EMPTY)
    assert not more & HEAVY
    assert not [name for name in more if name.startswith("recommender")]
    assert len([name for name in more if not name.startswith("cli")]) <= 12


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (["config", "show"], HEAVY - {"yaml"}),
        (["validate", EMILIA_ROMAGNA], HEAVY - {"yaml"}),
        (["schema", "profile"], HEAVY - {"yaml"}),
        (["recommend", EMILIA_ROMAGNA], HEAVY - {"yaml", "numpy"}),
        (["recommend", "ITH5"], HEAVY - {"yaml", "numpy"}),
    ],
)
def test_a_command_loads_what_it_needs(arguments: list[str | Path], spared: set[str]) -> None:
    assert not after(*arguments) & spared
