"""Look at the clusters of a region and the links between them."""

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
Cluster = Annotated[str | None, typer.Argument(metavar="[CLUSTER]", show_default=False, help="Only this one, in full.")]
InputOutput = Annotated[
    str | None,
    typer.Option("--input-output", metavar="FILE", help="What activities deliver to each other: from, to, value."),
]


@command(
    Panel.DECIDE,
    5,
    examples=("ris3 clusters my-region/profile.yaml", "ris3 clusters my-region/profile.yaml ceramics --lang it"),
)
def clusters(
    source: Profile, basis: Basis, output: Output, reading: Reading, cluster: Cluster = None,
    input_output: InputOutput = None, part: PartName = None,
) -> ExitCode:  # fmt: skip
    """Show each cluster, the bridges worth building, the institutions nobody uses, and the weak points."""
    from recommender.workflows.ecosystem import clusters
    from recommender.workflows.request import Request

    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("looking at clusters", quiet=output.quiet):
        found = clusters(request, cluster, input_output=input_output)
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)
