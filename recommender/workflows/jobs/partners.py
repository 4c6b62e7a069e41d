"""Partner regions."""

from __future__ import annotations

from ...inputs.shapes import Number
from ...inputs.structures import Field
from ...model.study import Study
from . import Order, answers
from ._fields import PATHS, PROFILES

WITH = Field("with", PROFILES, "profiles of other regions")
MOST = Field("most", Number(1, whole=True), "partners in the consortium; 3 if not said")


@answers("partners", PATHS, WITH, MOST)
def regions(order: Order) -> Study:
    from ..partners import partners

    options = order.options
    return partners(order.request, options.get("paths", ()), options.get("with", ()), most=options.get("most", 3))
