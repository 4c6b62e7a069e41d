"""Print what a file may hold."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit_text
from ._exit import ExitCode
from ._options import Quiet

Name = Annotated[
    str,
    typer.Argument(metavar="NAME", show_default=False, help="profile, paths, vocabulary, config, scenario or project."),
]
File = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead.")]


@command(Panel.START, 4, examples=("ris3 schema profile", "ris3 schema config -o config.schema.json"))
def schema(name: Name, output: File = None, quiet: Quiet = False) -> ExitCode:
    """Print the JSON Schema (draft-07) of a kind of file, for editors and other programs."""
    from recommender.workflows.schemas import schema

    return emit_text(schema(name), output, quiet=quiet)
