"""Two opportunities side by side."""

from __future__ import annotations

from ...inputs.structures import Field, ListOf
from ...model.problem import Code, input_error
from ...model.recommendation import Comparison
from . import Order, answers
from ._fields import OPPORTUNITY

IDS = Field("ids", ListOf(OPPORTUNITY), "two paths or activities", required=True)


@answers("compare", IDS)
def comparison(order: Order) -> Comparison:
    from ..recommend import compare

    ids = order.options["ids"]
    if len(ids) != 2:
        raise input_error(Code.USAGE, f"two are compared, not {len(ids)}", hint="as in ids: [one, other]")
    return compare(order.request, *ids)
