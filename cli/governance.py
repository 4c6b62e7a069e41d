"""Ask who could carry the paths."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._exit import ExitCode
from ._options import Basis, Output, Reading, asked
from ._progress import progress

Profile = Annotated[str, typer.Argument(metavar="SOURCE", show_default=False, help="A profile: file or folder.")]


@command(
    Panel.DECIDE,
    7,
    examples=("ris3 governance my-region/profile.yaml", "ris3 governance my-region/profile.yaml --format md"),
)
def governance(source: Profile, basis: Basis, output: Output, reading: Reading, part: PartName = None) -> ExitCode:
    """Say which cluster organisations are ready, what to pool, what to do, and what to ask for."""
    from recommender.workflows.governance import governance
    from recommender.workflows.request import Request

    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("asking who could carry it", quiet=output.quiet):
        found = governance(request)
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)
