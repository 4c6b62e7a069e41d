"""Tell everything about one opportunity."""

from __future__ import annotations

from dataclasses import asdict

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import Basis, Output, Reading, SourceAndId, asked, source_and_ids
from ._progress import progress


@command(
    Panel.DECIDE,
    2,
    examples=("ris3 explain my-region/profile.yaml chip_fab", "ris3 explain ITH5 C31 --lang it"),
)
def explain(words: SourceAndId, basis: Basis, output: Output, reading: Reading) -> ExitCode:
    """Say why an opportunity stands where it stands, what is missing, and what would change it."""
    from recommender.workflows.recommend import explain
    from recommender.workflows.request import Request

    source, [wanted] = source_and_ids(words, 1, table=basis.table)
    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("explaining", quiet=output.quiet):
        found = explain(request, wanted)
    return emit(found, output, asked=asked(source, basis, reading))
