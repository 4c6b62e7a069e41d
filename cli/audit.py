"""Hold the declared priorities against the evidence."""

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
Neighbours = Annotated[
    list[str] | None,
    typer.Option(
        "--neighbour", metavar="PATH", show_default=False, help="A neighbour's profile, or a folder of profiles."
    ),
]


@command(
    Panel.DECIDE,
    8,
    examples=("ris3 audit my-region/profile.yaml", "ris3 audit my-region/profile.yaml --format csv"),
)
def audit(
    source: Profile, basis: Basis, output: Output, reading: Reading, neighbours: Neighbours = None,
    part: PartName = None,
) -> ExitCode:  # fmt: skip
    """Say which declared priorities the evidence supports, what was overlooked, and where the two views disagree."""
    from recommender.workflows.audit import audit
    from recommender.workflows.request import Request

    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("holding priorities against the evidence", quiet=output.quiet):
        found = audit(request, tuple(neighbours or ()))
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)
