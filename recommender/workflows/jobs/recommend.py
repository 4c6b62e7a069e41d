"""The ranking."""

from __future__ import annotations

from dataclasses import replace

from ...model.recommendation import Recommendation
from . import Order, answers
from ._fields import DRAWS, TOP


@answers("recommend", TOP, DRAWS)
def ranking(order: Order) -> Recommendation:
    from ..recommend import recommend

    request = replace(order.request, top=order.options.get("top"))
    draws = order.options.get("draws")
    if draws is None:
        return recommend(request)
    from ..sensitivity import recommend_with_uncertainty

    return recommend_with_uncertainty(request, draws=draws)
