"""Set two opportunities side by side."""

from __future__ import annotations

from dataclasses import asdict

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import Basis, Output, Reading, SourceAndTwoIds, asked, source_and_ids


@command(
    Panel.DECIDE,
    3,
    examples=(
        "ris3 compare my-region/profile.yaml chip_fab circular_packaging",
        "ris3 compare ITH5 C31 C30 --format md",
    ),
)
def compare(words: SourceAndTwoIds, basis: Basis, output: Output, reading: Reading) -> ExitCode:
    """Set two opportunities side by side, and say where they differ."""
    from recommender.workflows.recommend import compare
    from recommender.workflows.request import Request

    source, [first, second] = source_and_ids(words, 2, table=basis.table)
    request = Request(source, **asdict(basis), **asdict(reading))
    return emit(compare(request, first, second), output, asked=asked(source, basis, reading))
