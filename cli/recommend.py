"""Rank what a region can grow into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ._commands import Panel, command
from ._emit import PartName, emit_part
from ._exit import ExitCode
from ._options import Basis, Draws, Output, Reading, Source, Top, asked
from ._progress import Steps, progress
from ._usage import refuse

if TYPE_CHECKING:
    from recommender.outputs.render import Result
    from recommender.workflows.request import Request

View = Literal["competence", "colocation", "both"]
Evidence = Annotated[
    View | None,
    typer.Option(
        "--evidence",
        show_default=False,
        help="Order the paths by one kind of evidence alone, or show both side by side.",
    ),
]
Challenge = Annotated[
    str | None,
    typer.Option("--challenge", metavar="ID", help="Start from a societal challenge: who could answer it, and how."),
]


@command(
    Panel.DECIDE,
    1,
    examples=("ris3 recommend my-region/profile.yaml --top 5", "ris3 recommend ITH5 --lens green --format json"),
)
def recommend(
    basis: Basis, output: Output, reading: Reading, source: Source = None, top: Top = None, draws: Draws = None,
    evidence: Evidence = None, challenge: Challenge = None, part: PartName = None,
) -> ExitCode:  # fmt: skip
    """Rank what a region can grow into, with reasons, gaps and where help could come from.

    From a profile: paths, scored by what the region's actors can do. From a region's code or name, or
    a table of your own: activities, scored by what the region is already specialised in. With --draws,
    how far each rank, band and road holds if judgements are a little off and other regions counted.
    With --evidence both, where competences and statistics disagree. With --challenge, from a challenge
    such as water back to paths, competences, clusters and users; --challenge list shows them all.
    """
    from recommender.workflows.request import Request

    chosen = {"--draws": draws, "--evidence": evidence, "--challenge": challenge}
    given = [name for name, value in chosen.items() if value is not None]
    if len(given) > 1:
        refuse(f"{' and '.join(given)} cannot be asked together", hint="one after the other")
    request = Request(source, top=top, **asdict(basis), **asdict(reading))
    steps = Steps("ranking")
    with progress(steps.what, quiet=output.quiet, share=steps.share):
        answer = _answer(request, draws, evidence, challenge, lambda done, of: steps.tell(done, of, ""))
    return emit_part(answer, output, asked=asked(source, basis, reading), part=part)


def _answer(
    request: Request, draws: int | None, evidence: View | None, challenge: str | None, tell: Callable[[int, int], None]
) -> Result:  # fmt: skip
    """What was asked for; each view loads what it needs."""
    if draws is not None:
        from recommender.workflows.sensitivity import recommend_with_uncertainty

        return recommend_with_uncertainty(request, draws=draws, tell=tell)
    if challenge is not None:
        from recommender.workflows.views import start_from_challenge

        return start_from_challenge(request, challenge)
    if evidence == "both":
        from recommender.workflows.views import compare_evidence

        return compare_evidence(request)
    if evidence is not None:
        from recommender.workflows.views import recommend_by

        return recommend_by(request, evidence)
    from recommender.workflows.recommend import recommend

    return recommend(request)
