"""Put the steps towards several paths in order."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._exit import ExitCode
from ._options import Basis, Output, Reading, Years, asked, years_of
from ._usage import refuse

Words = Annotated[
    list[str], typer.Argument(metavar="SOURCE PATH...", show_default=False, help="A profile, and the paths to get to.")
]


@command(
    Panel.DECIDE,
    32,
    examples=(
        "ris3 roadmap my-region/profile.yaml hydrogen_heat photonic_sensors",
        "ris3 roadmap my-region/profile.yaml hydrogen_heat --years 2026-2030 --format md",
    ),
)
def roadmap(
    words: Words, basis: Basis, output: Output, reading: Reading, years: Years = None, part: PartName = None
) -> ExitCode:
    """Put the steps towards paths that are not possible yet in order, with years, owners and indicators.

    Steps are the cheapest changes that make each path possible (see 'ris3 goal'); several paths may share
    some. After each step the whole region is judged again, for what else it opens. Links and partners that
    would be sooner are named, and so are possible paths that shorten the way to the targets.
    """
    from recommender.workflows.request import Request
    from recommender.workflows.roadmaps import roadmap

    if len(words) < 2:
        refuse("say SOURCE and at least one PATH", hint="'ris3 recommend SOURCE' prints the ids")
    request = Request(words[0], **asdict(basis), **asdict(reading))
    study = roadmap(request, words[1:], years=years_of(years))
    return emit_part(study, output, asked=asked(words[0], basis, reading), part=part)
