"""Help pages: what they list, how they end, and that their examples work."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cli import _commands
from cli._commands import Command, Panel
from cli.ris3 import EXAMPLES as FIRST_STEPS
from tests.office_server import OfficeServer
from tests.support import ris3

FILES = _commands.load_all()
COMMANDS = [
    ((file.name, command.name) if file.is_group else (file.name,), command)
    for file in FILES
    for command in file.commands
]
PAGES: dict[tuple[str, ...], tuple[str, ...]] = {
    (): FIRST_STEPS,
    **{(file.name,): file.examples for file in FILES},
    **{words: command.examples for words, command in COMMANDS},
}


def _name(words: object) -> str:
    return " ".join(words) if isinstance(words, tuple) else ""


FIRMS = (
    'schema_version: "1"\nfiles: employment.csv\n'
    "columns: {region: region, activity: activity, year: year}\nweight: value\n"
)


@pytest.mark.parametrize("words", PAGES, ids=_name)
def test_a_page_says_what_it_is_about_and_ends_with_two_examples(words: tuple[str, ...]) -> None:
    page = ris3(*words, "--help")
    assert (page.code, page.err) == (0, "")
    assert page.out.isascii()
    head, _, tail = page.text.rpartition("\nExamples:\n")
    assert head.splitlines()[2].strip()
    assert tuple(line.strip() for line in tail.splitlines()) == PAGES[words]
    assert len(PAGES[words]) == 2
    assert max(map(len, head.splitlines())) <= 80


@pytest.mark.parametrize(
    ("line", "place"),
    [(line, n) for words, command in COMMANDS for n, line in enumerate(command.examples)]
    + [(line, n) for n, line in enumerate(FIRST_STEPS)],
)
def test_every_example_works(line: str, place: int, tmp_path: Path) -> None:
    """In a folder that holds what the examples speak of: a region of one's own and a table."""
    first, *arguments = shlex.split(line)
    assert first == "ris3"
    if arguments[0] != "init":
        assert ris3("init", "my-region", "--quiet", cwd=tmp_path).code == 0
    (tmp_path / "employment.csv").write_text(_table(), "utf-8")
    (tmp_path / "jobs.csv").write_text(_table(range(2009, 2015)), "utf-8")
    (tmp_path / "firms.yaml").write_text(FIRMS, "utf-8")
    if arguments[0] == "diff":
        for name in ("old.json", "new.json"):
            assert ris3("lock", "my-region/profile.yaml", "--lock", name, "--quiet", cwd=tmp_path).code == 0
    with _offices(arguments[0], tmp_path) as places:
        done = ris3(*arguments, cwd=tmp_path, env=places)
    assert done.code == 0, done.err
    assert done.out or "-o" in arguments or arguments[0] in ("init", "convert", "lock")


@contextmanager
def _offices(command: str, folder: Path) -> Iterator[dict[str, str]]:
    """Statistical offices on this machine for the command that needs some, and a cache of its own."""
    if command != "fetch":
        yield {}
        return
    with OfficeServer().serve() as server:
        yield {"RIS3_SERVICE": server.address, "XDG_CACHE_HOME": str(folder / "cache")}
        assert server.asked


def _table(years: Iterable[int] = (2014,)) -> str:
    """Six regions that do different things in each year, as a long CSV."""
    cells = [(region, activity, year) for year in years for region in range(6) for activity in range(8)]
    return "region,activity,year,value\n" + "".join(
        f"R{region},A{activity},{year},{(region * activity + year - 2014) % 7 * 10 + 5}\n"
        for region, activity, year in cells
    )


def test_the_first_page_lists_the_commands_by_section() -> None:
    page = ris3("--help").text
    titles = [panel.value for panel in Panel if any(file.commands[0].panel is panel for file in FILES)]
    assert titles == [line.rstrip(":") for line in page.splitlines() if line.rstrip(":") in {p.value for p in Panel}]
    for file in FILES:
        assert f"\n  {file.name} " in page


def test_commands_stand_in_the_order_of_the_design() -> None:
    names = [file.name for file in FILES]
    wanted = ["init", "validate", "convert", "schema", "config", "recommend", "explain", "compare", "reference"]
    assert [name for name in names if name in wanted] == wanted


def test_no_arguments_is_a_request_for_help() -> None:
    assert ris3().out == ris3("--help").out


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_one_command_or_one_group(file: _commands.CommandFile) -> None:
    assert all(isinstance(command, Command) for command in file.commands)
    assert len(file.commands) == 1 or file.is_group
    assert len({command.panel for command in file.commands}) == 1
    assert file.summary


def test_no_two_commands_want_the_same_place() -> None:
    places = [(command.panel, command.place) for _, command in COMMANDS]
    assert len(places) == len(set(places))


def test_a_narrow_terminal_loses_no_words() -> None:
    wide, narrow = ris3("recommend", "--help"), ris3("recommend", "--help", env={"COLUMNS": "20"})
    assert narrow.text.split() == wide.text.split() or "".join(narrow.text.split()) == "".join(wide.text.split())


def test_the_version_is_that_of_the_package() -> None:
    import tomllib

    from tests.support import ROOT

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert ris3("--version").text == f"ris3 {declared}\n"


def test_completion_knows_the_commands() -> None:
    done = ris3(env={"_RIS3_COMPLETE": "complete_bash", "COMP_WORDS": "ris3 rec", "COMP_CWORD": "1"})
    assert done.text.split() == ["recommend"]


def test_the_help_of_format_names_every_format() -> None:
    from recommender.outputs.render import formats

    page = " ".join(ris3("config", "show", "--help").text.split())
    assert all(f" {name}" in page for name in formats())
