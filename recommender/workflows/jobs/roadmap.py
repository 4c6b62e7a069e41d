"""Steps to several paths, in order."""

from __future__ import annotations

from ...inputs.shapes import IDENTIFIER
from ...inputs.structures import Field, ListOf
from ...model.study import Study
from . import Order, answers
from ._fields import YEARS, span_of

PATHS = Field("paths", ListOf(IDENTIFIER), "the paths to get to", required=True)


@answers("roadmap", PATHS, YEARS)
def steps(order: Order) -> Study:
    from ..roadmaps import roadmap

    return roadmap(order.request, order.options["paths"], years=span_of(order.options))
