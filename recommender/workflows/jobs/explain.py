"""Everything about one opportunity."""

from __future__ import annotations

from ...model.recommendation import Explanation
from . import Order, answers
from ._fields import ID


@answers("explain", ID)
def explanation(order: Order) -> Explanation:
    from ..recommend import explain

    return explain(order.request, order.options["id"])
