"""What if: lay scenarios over a profile."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part, emit_text
from ._exit import ExitCode
from ._options import Basis, Output, Quiet, Reading, asked
from ._progress import progress
from ._usage import refuse

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE SCENARIO...", show_default=False, help="As for recommend; scenario files or shipped names."
    ),
]


def _taken_apart(words: list[str]) -> tuple[str, list[str]]:
    if len(words) < 2:
        refuse("say SOURCE and at least one SCENARIO", hint="shipped: " + ", ".join(_names()))
    return words[0], words[1:]


def _names() -> list[str]:
    from recommender.shipped import scenarios

    return scenarios()


@command(
    Panel.DECIDE,
    20,
    examples=(
        "ris3 scenario compare my-region/profile.yaml research-centre employer-leaves",
        "ris3 scenario compare my-region/profile.yaml green-transition --format md",
    ),
)
def compare(words: Words, basis: Basis, output: Output, reading: Reading, part: PartName = None) -> ExitCode:
    """Put today and some scenarios side by side: what moves, and which edit moved it.

    Shipped: budget-limited, digital-leap, employer-leaves, green-transition, partnership,
    pooled-services, research-centre. Copy one, change it, and name the file instead.
    """
    from recommender.workflows.request import Request
    from recommender.workflows.scenarios import compare_scenarios

    source, names = _taken_apart(words)
    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("trying scenarios", quiet=output.quiet):
        found = compare_scenarios(request, names)
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)


@command(
    Panel.DECIDE,
    21,
    examples=(
        "ris3 scenario run my-region/profile.yaml research-centre",
        "ris3 scenario run my-region/profile.yaml employer-leaves --part moves --format csv",
    ),
)
def run(words: Words, basis: Basis, output: Output, reading: Reading, part: PartName = None) -> ExitCode:
    """Rank what the region could grow into under a scenario, and say what that changes."""
    from recommender.workflows.request import Request
    from recommender.workflows.scenarios import run_scenario

    source, names = _taken_apart(words)
    if len(names) > 1:
        refuse("one scenario at a time", hint="'ris3 scenario compare' puts several side by side")
    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("trying the scenario", quiet=output.quiet):
        found = run_scenario(request, names[0])
    return emit_part(found, output, asked=asked(source, basis, reading), part=part)


Old = Annotated[str, typer.Argument(metavar="OLD", show_default=False, help="A profile: file or folder.")]
New = Annotated[str, typer.Argument(metavar="NEW", show_default=False, help="The same region, changed.")]
File = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead.")]


@command(
    Panel.DECIDE,
    22,
    examples=(
        "ris3 scenario new my-region/profile.yaml my-region/profile.yaml",
        "ris3 scenario new my-region/profile.yaml my-region/profile.yaml -o nothing.yaml",
    ),
)
def new(old: Old, new: New, reading: Reading, output: File = None, quiet: Quiet = False) -> ExitCode:
    """Write the scenario that turns one profile into another: their difference, to be explained."""
    from recommender.workflows.scenarios import new_scenario

    return emit_text(new_scenario(old, new, **asdict(reading)), output, quiet=quiet)
