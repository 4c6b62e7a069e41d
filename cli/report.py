"""Write a report for the people who decide."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer

from ._commands import Panel, command
from ._emit import announce
from ._exit import ExitCode
from ._options import Basis, Draws, Language, Quiet, Reading, Source, Years, years_of
from ._progress import progress

Document = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="The document: .html, .md, .docx, .pptx or .xlsx; .svg or .png of a figure.",
    ),
]
For = Annotated[
    Literal["board", "team", "authority", "workshop"], typer.Option("--for", help="Which chapters: who will read it.")
]
OneFigure = Annotated[
    str | None, typer.Option("--figure", metavar="NAME", help="Only this figure, such as quadrant or network.")
]
Scenarios = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="NAME|FILE", help="Lay a scenario beside today; may be repeated."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="FILE", help="An earlier result (JSON) or lock file: what changed?")
]
Towards = Annotated[
    list[str] | None,
    typer.Option("--roadmap", metavar="PATH", help="Steps to a path that is not possible yet; may be repeated."),
]
Template = Annotated[
    str | None, typer.Option("--template", metavar="FILE", help="A Word or PowerPoint file whose styles to use.")
]
Lang = Annotated[Language, typer.Option("--lang", help="Language of the document.")]


@command(
    Panel.KEEP,
    1,
    examples=(
        "ris3 report my-region/profile.yaml -o report.html",
        "ris3 report ITH5 --for board --lang it -o sintesi.html",
    ),
)
def report(
    basis: Basis,
    reading: Reading,
    output: Document,
    source: Source = None,
    reader: For = "team",
    figure: OneFigure = None,
    template: Template = None,
    scenario: Scenarios = None,
    draws: Draws = None,
    since: Since = None,
    roadmap: Towards = None,
    years: Years = None,
    lang: Lang = "en",
    quiet: Quiet = False,
) -> ExitCode:
    """Write a report: one page for the browser that needs no network, a document, slides or a workbook.

    The name of FILE says which. The page ranks anew when somebody moves the weights, and saves them as a lens.
    """
    from recommender.workflows import report as job
    from recommender.workflows.request import Request

    target = Path(output)
    request = Request(source, **asdict(basis), **asdict(reading))
    with progress("writing the report", quiet=quiet):
        found = job.report(
            request, scenarios=scenario or (), draws=draws, since=since, towards=roadmap or (), years=years_of(years)
        )
        if figure is not None:
            written = job.write_figure(found, figure, target, language=lang)
        else:
            chosen = Path(template) if template else None
            written = job.write_report(found, target, reader=reader, language=lang, template=chosen)
    return announce([written], quiet=quiet)
