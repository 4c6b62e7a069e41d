"""The clusters in their ecosystem, or the card of one."""

from __future__ import annotations

from ...inputs.shapes import IDENTIFIER
from ...inputs.structures import Field
from ...model.study import Study
from . import Order, answers


@answers("clusters", Field("cluster", IDENTIFIER, "only this one, in full"))
def ecosystem(order: Order) -> Study:
    from ..ecosystem import clusters

    return clusters(order.request, order.options.get("cluster"))
