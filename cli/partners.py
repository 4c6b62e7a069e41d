"""Find the regions to work with."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._exit import ExitCode
from ._options import Basis, Output, Reading, asked, whole_number
from ._progress import progress

Source = Annotated[
    str, typer.Argument(metavar="SOURCE", show_default=False, help="A profile: file or folder; or a region's code.")
]
Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", show_default=False, help="Only these paths, by id or name."),
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="PATH",
        show_default=False,
        help="Another region's profile, or a folder of profiles without made-up ones.",
    ),
]
Most = Annotated[
    int | None,
    typer.Option("--most", metavar="N", parser=whole_number(1), help="Partners in the consortium; 3 if not said."),
]


@command(
    Panel.DECIDE,
    6,
    examples=(
        "ris3 partners my-region/profile.yaml",
        "ris3 partners my-region/profile.yaml e_powertrain hydrogen_heat --most 2",
    ),
)
def partners(
    source: Source, basis: Basis, output: Output, reading: Reading,
    paths: Paths = None, others: With = None, most: Most = None, part: PartName = None,
) -> ExitCode:  # fmt: skip
    """Say which other regions would bring what is missing, what they would get, and which few together."""
    from recommender.workflows.partners import partners
    from recommender.workflows.request import Request

    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("looking for partners", quiet=output.quiet):
        found = partners(request, tuple(paths or ()), tuple(others or ()), most=most or 3)
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)
