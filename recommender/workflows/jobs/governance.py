"""Who could carry the paths."""

from __future__ import annotations

from ...model.study import Study
from . import Order, answers


@answers("governance")
def bodies(order: Order) -> Study:
    from ..governance import governance

    return governance(order.request)
