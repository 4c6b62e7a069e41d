"""The ranking under one scenario."""

from __future__ import annotations

from ...model.study import Trial
from . import Order, answers
from ._fields import SCENARIO


@answers("scenario run", SCENARIO)
def trial(order: Order) -> Trial:
    from ..scenarios import run_scenario

    return run_scenario(order.request, order.options["scenario"])
