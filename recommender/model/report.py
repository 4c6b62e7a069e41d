"""What a report is made from: one answer, everything about each opportunity, and the profile behind both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .profile import Profile
from .recommendation import Explanation, Recommendation

Reader = Literal["board", "team", "authority", "workshop"]
READERS: tuple[Reader, ...] = ("board", "team", "authority", "workshop")


@dataclass(frozen=True, slots=True)
class Report:
    """Results of one region, ready to be set as a document.

    `positions` says where on the circle of the network each linked actor stands, as a share of a full turn.
    `further` are results of other questions about the same region, by the name of the question; each
    kind has a view of its own.
    """

    recommendation: Recommendation
    explanations: tuple[Explanation, ...]
    profile: Profile | None = None
    positions: Mapping[str, float] = field(default_factory=dict)
    further: Mapping[str, Any] = field(default_factory=dict)
