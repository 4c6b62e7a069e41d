"""What would need to be true."""

from __future__ import annotations

from ...inputs.shapes import SHARE, Choice, Number
from ...inputs.structures import Field
from ...model.study import Study
from . import Order, answers
from ._fields import ID

REACH = Field("reach", SHARE, "a fit")
BAND = Field("band", Choice(("high", "medium", "low")), "a band")
RANK = Field("rank", Number(1, whole=True), "a rank, or better")
MOST = Field("max-changes", Number(1, 4, whole=True), "so many changes at most; 3 if not said")


@answers("goal", ID, REACH, BAND, RANK, MOST)
def plan(order: Order) -> Study:
    from ..goals import goal_of, reach_goal

    said = order.options
    wanted = goal_of({name: said.get(name) for name in ("reach", "band", "rank")})
    return reach_goal(order.request, said["id"], wanted, most=said.get("max-changes", 3))
