"""The entry of `ris3`. Every other file of this folder without a leading underscore is a command."""

from __future__ import annotations

import gc
import os
import sys
from itertools import pairwise
from typing import Annotated

import typer

from ._commands import EntryPage
from ._errors import tell, tell_of
from ._exit import ExitCode
from ._signals import Stopped, listen
from ._usage import UsageError, usage_problem

EXAMPLES = ("ris3 init my-region", "ris3 recommend my-region/profile.yaml")

app = typer.Typer(cls=EntryPage, rich_markup_mode=None, epilog="\n".join(EXAMPLES))


def _show_version(wanted: bool) -> None:
    if wanted:
        from recommender.outputs.tool import TOOL

        typer.echo(f"{TOOL['name']} {TOOL['version']}")
        raise typer.Exit


@app.callback()
def ris3(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Which new activities can a region realistically grow into, why, with whom, and what comes first?"""


def main() -> None:
    """Run the command line of this process and end it with an exit code of `ExitCode`."""
    if "_RIS3_COMPLETE" in os.environ:
        app(prog_name="ris3")
    # OpenBLAS lets the threads that it starts spin while they wait: of a short command, a twelfth of its time.
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "20")
    # A command is over soon and leaves hardly any cycles: looking for them took a twentieth of its time.
    gc.set_threshold(100_000, 50, 100)
    try:
        listen()
        code = run(sys.argv[1:])
        _drop_what_nobody_takes()
    except Stopped as stop:
        code = stop.code
    # Python need not tidy up what ends anyway; but what is never collected makes DuckDB complain on its way out.
    if "duckdb" not in sys.modules:
        gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line; whatever goes wrong, stderr says what and the answer is an exit code."""
    as_json = _wants_json(arguments)
    try:
        with typer.main.get_command(app).make_context("ris3", arguments or ["--help"]) as context:
            return int(context.command.invoke(context))
    except typer.Exit as ending:
        return ending.exit_code
    except UsageError as error:
        return tell([usage_problem(error)], as_json=as_json)
    except BrokenPipeError:
        return ExitCode.DONE
    except Exception as error:
        return tell_of(error, as_json=as_json)


def _wants_json(arguments: list[str]) -> bool:
    """Whether errors are to be JSON; asked before parsing, because parsing may be what fails."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def _drop_what_nobody_takes() -> None:
    """Keep Python from trying again, and complaining, when it ends and standard output is full or gone."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
