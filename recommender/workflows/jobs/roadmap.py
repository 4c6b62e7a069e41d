"""Steps to several paths, in order."""

from __future__ import annotations

from ...inputs.shapes import IDENTIFIER, Text
from ...inputs.structures import Field, ListOf
from ...model.study import Study
from . import Order, answers

PATHS = Field("paths", ListOf(IDENTIFIER), "the paths to get to", required=True)
YEARS = Field("years", Text("two years", r"(19|20)[0-9]{2}-(19|20)[0-9]{2}", "as in 2026-2034"),
              "within which years; 2026-2034 if not said")  # fmt: skip


@answers("roadmap", PATHS, YEARS)
def steps(order: Order) -> Study:
    from ..roadmaps import roadmap

    first, last = order.options.get("years", "2026-2034").split("-")
    return roadmap(order.request, order.options["paths"], first=int(first), last=int(last))
