"""Rank what a region can grow into."""

from __future__ import annotations

from dataclasses import asdict

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import Basis, Draws, Output, Reading, Source, Top, asked


@command(
    Panel.DECIDE,
    1,
    examples=("ris3 recommend my-region/profile.yaml --top 5", "ris3 recommend ITH5 --lens green --format json"),
)
def recommend(
    basis: Basis, output: Output, reading: Reading, source: Source = None, top: Top = None, draws: Draws = None
) -> ExitCode:
    """Rank what a region can grow into, with reasons, gaps and where help could come from.

    From a profile: paths, scored by what the region's actors can do. From a region's code or name, or
    a table of your own: activities, scored by what the region is already specialised in. With --draws,
    how far each rank and band holds if the judgements are a little off.
    """
    from recommender.workflows.recommend import recommend
    from recommender.workflows.request import Request

    request = Request(source, top=top, **asdict(basis), **asdict(reading))
    if draws is None:
        return emit(recommend(request), output, asked=asked(source, basis, reading))
    from recommender.workflows.sensitivity import recommend_with_uncertainty

    return emit(recommend_with_uncertainty(request, draws=draws), output, asked=asked(source, basis, reading))
