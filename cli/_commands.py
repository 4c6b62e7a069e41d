"""How a file of this folder becomes a command: found by its name, built only when it is asked for.

A file whose function bears its name is one command (`recommend.py`); otherwise its functions are
subcommands (`ris3 config show` is `show` in `config.py`).
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ._exit import ExitCode
from ._options import flat
from ._usage import refuse_name

ENTRY = "ris3"


class Panel(Enum):
    """The sections of the help page, in the order in which people meet them."""

    START = "Start"
    DECIDE = "Decide"
    MEASURE = "Measure"
    KEEP = "Publish and keep"


@dataclass(frozen=True, slots=True)
class Command:
    """A function that people can call, where the help page shows it, and examples that a test runs."""

    run: Callable[..., ExitCode]
    panel: Panel
    place: int
    examples: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.run.__name__.strip("_").replace("_", "-")

    @property
    def summary(self) -> str:
        return (inspect.getdoc(self.run) or "").partition("\n")[0].rstrip(".")


def command(panel: Panel, place: int, *, examples: tuple[str, ...]) -> Callable[[Callable[..., ExitCode]], Command]:
    """Declare a function a command, at a `place` within a section of the help page."""
    return lambda run: Command(run, panel, place, examples)


@dataclass(frozen=True, slots=True)
class CommandFile:
    """One file of this folder, with the commands in it."""

    name: str
    summary: str
    commands: tuple[Command, ...]

    @property
    def is_group(self) -> bool:
        return self.commands[0].name != self.name

    @property
    def order(self) -> tuple[int, int, str]:
        first = self.commands[0]
        return (list(Panel).index(first.panel), first.place, self.name)

    @property
    def examples(self) -> tuple[str, ...]:
        """Two of them, of different commands where there are several."""
        ordered = [item.examples[n] for n in range(2) for item in self.commands if n < len(item.examples)]
        return tuple(ordered[:2])


def names() -> list[str]:
    """The files of this folder that hold commands, in name order."""
    here = importlib.import_module(__package__)
    found = (module.name for module in pkgutil.iter_modules(here.__path__))
    return [name for name in found if name != ENTRY and not name.startswith("_")]


def load(name: str) -> CommandFile:
    module = importlib.import_module(f".{name}", __package__)
    commands = tuple(value for value in vars(module).values() if isinstance(value, Command))
    summary = commands[0].summary if commands[0].name == name else (module.__doc__ or "").partition("\n")[0].rstrip(".")
    return CommandFile(name, summary, commands)


def load_all() -> list[CommandFile]:
    return sorted(map(load, names()), key=lambda file: file.order)


class _Page:
    """A help page that ends with examples."""

    epilog: str | None

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.splitlines():
                    formatter.write(f"  {line}\n")


class CommandPage(_Page, TyperCommand):
    """A command's help page."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


class GroupPage(_Page, TyperGroup):
    """A group's help page; an unknown subcommand gets the nearest one."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            refuse_name(args[0], "command", self.list_commands(ctx))
        return super().resolve_command(ctx, args)


class EntryPage(GroupPage):
    """The commands of this folder, by section."""

    def list_commands(self, ctx: Any) -> list[str]:
        return names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return build(load(cmd_name)) if cmd_name in names() else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        files = load_all()
        for panel, rows in _by_panel(files):
            with formatter.section(panel.value):
                formatter.write_dl(rows)


def build(file: CommandFile) -> Any:
    """Typer's command for a file."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False, cls=GroupPage)
    for item in file.commands:
        app.command(item.name, cls=CommandPage, epilog="\n".join(item.examples))(flat(item.run))
    if file.is_group:
        app.callback(help=file.summary, epilog="\n".join(file.examples))(lambda: None)
    built = typer.main.get_command(app)
    built.name = file.name
    return built


def _by_panel(files: list[CommandFile]) -> Iterator[tuple[Panel, list[tuple[str, str]]]]:
    for panel in Panel:
        rows = [(file.name, file.summary) for file in files if file.commands[0].panel is panel]
        if rows:
            yield panel, rows
