"""Check a profile."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import Output, Reading

Profile = Annotated[str, typer.Argument(metavar="SOURCE", show_default=False, help="A profile: file or folder.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 if there are warnings.")]


@command(
    Panel.START,
    2,
    examples=("ris3 validate my-region/profile.yaml", "ris3 validate my-region --format json"),
)
def validate(source: Profile, output: Output, reading: Reading, strict: Strict = False) -> ExitCode:
    """Check a profile, and say what it holds and what its numbers rest on.

    All problems are told at once, each with file, line, column and what to do about it.
    """
    from recommender.workflows.profiles import validate

    found = validate(source, **asdict(reading))
    ending = emit(found, output)
    return ExitCode.DIFFERENCE if strict and found.warnings else ending
