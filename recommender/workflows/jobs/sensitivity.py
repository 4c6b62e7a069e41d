"""How sure the order is."""

from __future__ import annotations

from ...inputs.project_shape import FileName
from ...inputs.structures import Field
from ...model.study import Study
from . import Order, answers
from ._fields import DRAWS, SPREAD

WEIGHTS = Field("weights", FileName(), "a CSV of several people's weights")


@answers("sensitivity", DRAWS, SPREAD, WEIGHTS)
def sureness(order: Order) -> Study:
    from ..sensitivity import sensitivity

    said = {name: order.options[name] for name in ("draws", "spread") if name in order.options}
    return sensitivity(order.request, **said, sheets=order.options.get("weights"))
