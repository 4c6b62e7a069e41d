"""Keep the recommendations, and say what moved since."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import announce, emit, emit_text
from ._exit import ExitCode
from ._options import STANDARD, Basis, LockFile, Output, Reading, Source, Tolerance, Within, asked
from ._progress import progress

Check = Annotated[bool, typer.Option("--check", help="Write nothing: say what moved, and exit with 1 if anything did.")]


@command(
    Panel.KEEP,
    10,
    examples=("ris3 lock my-region/profile.yaml", "ris3 lock my-region/profile.yaml --lock my-region/kept.lock.json"),
)
def lock(
    basis: Basis, output: Output, reading: Reading, source: Source = None, lock: LockFile = None,
    check: Check = False, top: Within = None, tolerance: Tolerance = None,
) -> ExitCode:  # fmt: skip
    """Keep the recommendations in a file under version control; with --check, say what moved since.

    The file holds ranks, bands, scores and what they depend on, and the profile itself, so that a check
    can say which edit moved what. It stands beside the profile as recommendations.lock.json.
    """
    from recommender.workflows import locks
    from recommender.workflows.request import Request

    request = Request(source, **asdict(basis), **asdict(reading))
    file = Path(lock) if lock else locks.lock_file(source)
    if not check and lock == STANDARD:
        return emit_text(locks.kept_text(request))
    if not check:
        return announce([locks.write_lock(request, file)], quiet=output.quiet)
    with progress("looking what moved", quiet=output.quiet):
        study = locks.check_lock(request, file, locks.limits(top, tolerance))
    ending = emit(study, output, asked=asked(source, basis, reading))
    return ExitCode.DIFFERENCE if locks.has_moved(study) else ending
