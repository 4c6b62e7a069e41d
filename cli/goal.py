"""Say what would need to be true."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from ._commands import Panel, command
from ._emit import emit
from ._errors import say
from ._exit import ExitCode
from ._options import WRITTEN, Basis, Output, Reading, SourceAndId, asked, share, source_and_ids, whole_number
from ._text import printable

Reach = Annotated[float | None, typer.Option("--reach", metavar="FIT", parser=share, help="A fit from 0 to 1.")]
Band = Annotated[Literal["high", "medium", "low"] | None, typer.Option("--band", help="A band.")]
Rank = Annotated[int | None, typer.Option("--rank", metavar="N", parser=whole_number(1), help="A rank, or better.")]
Most = Annotated[
    int, typer.Option("--max-changes", metavar="N", parser=whole_number(1, 4), help="So many changes at most: 1 to 4.")
]
File = Annotated[
    str | None,
    typer.Option("--scenario", metavar="FILE", help="Write the cheapest plan as a scenario (.yaml)."),
    WRITTEN,
]


@command(
    Panel.DECIDE,
    31,
    examples=(
        "ris3 goal my-region/profile.yaml hydrogen_heat",
        "ris3 goal my-region/profile.yaml climate_services --reach 0.7 --max-changes 2",
    ),
)
def goal(
    words: SourceAndId, basis: Basis, output: Output, reading: Reading, reach: Reach = None, band: Band = None,
    rank: Rank = None, max_changes: Most = 3, scenario: File = None,
) -> ExitCode:  # fmt: skip
    """Find the cheapest changes under which a path becomes possible, or reaches a fit, a band or a rank.

    Changes are: raise a competence of the lead, link it to somebody, bring in an actor of a partner. What
    they cost stands in the settings ('ris3 config show'). Every plan is tried in the whole ranking.
    """
    from recommender.workflows.goals import goal_of, plan_file, reach_goal
    from recommender.workflows.request import Request

    source, [path] = source_and_ids(words, 1, table=basis.table)
    request = Request(source, **asdict(basis), **asdict(reading))
    wanted = goal_of({"reach": reach, "band": band, "rank": rank})
    study = reach_goal(request, path, wanted, most=max_changes)
    beside = {Path(scenario): plan_file(study)} if scenario is not None and study.data["plans"] else {}
    done = emit(study, output, asked=asked(source, basis, reading), beside=beside)
    if scenario is not None and not beside and not output.quiet:
        say(printable(f"no plan, so {scenario} was not written"))
    return done
