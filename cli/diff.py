"""Compare two results."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import Output, Tolerance, Within

Old = Annotated[
    str, typer.Argument(metavar="OLD", show_default=False, help="A recommendation as JSON, or a lock file.")
]
New = Annotated[str, typer.Argument(metavar="NEW", show_default=False, help="Another one of the same region.")]
Fail = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything moved.")]


@command(
    Panel.KEEP,
    11,
    examples=("ris3 diff old.json new.json", "ris3 diff old.json new.json --format md"),
)
def diff(
    old: Old, new: New, output: Output, top: Within = None, tolerance: Tolerance = None, exit_code: Fail = False
) -> ExitCode:
    """Say what moved between two results of one region, and which inputs, settings or versions changed."""
    from recommender.workflows import locks

    study = locks.compare_results(old, new, locks.limits(top, tolerance))
    ending = emit(study, output)
    return ExitCode.DIFFERENCE if exit_code and locks.has_moved(study) else ending
