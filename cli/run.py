"""Keep the outputs of a project up to date."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._errors import warn
from ._exit import ExitCode
from ._options import Output
from ._progress import Steps, progress

Project = Annotated[str, typer.Argument(metavar="[PROJECT]", help="A project file, or the folder of a ris3.yaml.")]
Force = Annotated[bool, typer.Option("--force", help="Make every output, stale or not.")]
Check = Annotated[bool, typer.Option("--check", help="Write nothing, and exit with 1 if an output is stale: for CI.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Write nothing: only say what would be made, and why.")]


@command(Panel.KEEP, 5, examples=("ris3 run my-region", "ris3 run my-region/ris3.yaml --dry-run"))
def run(
    output: Output, project: Project = ".", force: Force = False, check: Check = False, dry_run: Dry = False
) -> ExitCode:
    """Make the outputs of a project again: those that are stale, each as a whole or not at all.

    A ris3.yaml names regions, scenarios and outputs; 'ris3 init' writes one and 'ris3 schema project'
    says what it may hold. Stale is what is missing, was changed by hand, or was made from other files,
    other settings or another ris3: ris3.outputs.json keeps the hashes, and no clock is asked.
    """
    from recommender.workflows.projects import check_project, is_stale, run_project

    if check or dry_run:
        found = check_project(project, force=force)
    else:
        steps = Steps("making")
        with progress(steps.what, quiet=output.quiet, share=steps.share):
            found = run_project(project, force=force, tell=steps.tell)
    if not output.quiet:
        warn(found.warnings)
    ending = emit(found, output)
    return ExitCode.DIFFERENCE if check and is_stale(found) else ending
