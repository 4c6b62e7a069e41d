"""Documents and figures."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from ...inputs.project_shape import FileName
from ...inputs.shapes import IDENTIFIER, Choice, Text
from ...inputs.structures import Field, ListOf
from ...model.report import Reader
from . import JOBS, Job, Order
from ._fields import DRAWS, SCENARIOS, YEARS, span_of

FOR = Field("for", Choice(get_args(Reader)), "who will read it; team if not said")
FIGURE = Field("figure", Text(), "only this figure, as .svg or .png")
TEMPLATE = Field("template", FileName(), "a Word or PowerPoint file whose styles to use")
TOWARDS = Field("roadmap", ListOf(IDENTIFIER), "paths that are not possible yet, to which steps are told")
SINCE = Field("since", FileName(), "an earlier result (JSON) or lock file: what changed?")


def document(order: Order) -> bytes:
    """A report, or one figure of it."""
    from ...outputs.charts.draw import figure_bytes
    from ...outputs.documents import Wish, document_bytes
    from ..report import report

    said = order.options
    found = report(
        order.request, scenarios=said.get("scenarios", ()), draws=said.get("draws"), since=said.get("since"),
        towards=said.get("roadmap", ()), years=span_of(said),
    )  # fmt: skip
    if "figure" in said:
        return figure_bytes(found, said["figure"], order.target, order.language)
    template = Path(said["template"]) if "template" in said else None
    return document_bytes(found, order.target, Wish(said.get("for", "team"), order.language, template))


def _endings() -> tuple[str, ...]:
    from ...outputs.charts.draw import PICTURES
    from ...outputs.documents import DOCUMENTS

    return (*sorted(DOCUMENTS.all()), *PICTURES)


JOBS.add("report")(Job(document, (FOR, FIGURE, TEMPLATE, SCENARIOS, DRAWS, SINCE, TOWARDS, YEARS), _endings))
