"""Declared priorities against the evidence."""

from __future__ import annotations

from ...inputs.structures import Field
from ...model.study import Study
from . import Order, answers
from ._fields import PROFILES


@answers("audit", Field("neighbours", PROFILES, "profiles of neighbouring regions"))
def priorities(order: Order) -> Study:
    from ..audit import audit

    return audit(order.request, order.options.get("neighbours", ()))
