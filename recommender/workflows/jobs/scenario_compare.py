"""Today and some scenarios side by side."""

from __future__ import annotations

from dataclasses import replace

from ...model.study import Study
from . import Order, answers
from ._fields import SCENARIOS


@answers("scenario compare", replace(SCENARIOS, required=True))
def comparison(order: Order) -> Study:
    from ..scenarios import compare_scenarios

    return compare_scenarios(order.request, order.options["scenarios"])
