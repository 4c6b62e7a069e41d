"""What a report is made from: one answer, everything about each opportunity, and the profile behind both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .profile import Profile
from .recommendation import Explanation, Recommendation

Reader = Literal["board", "team", "authority", "workshop"]
READERS: tuple[Reader, ...] = ("board", "team", "authority", "workshop")

CompetenceState = Literal["held", "partly", "absent", "unknown"]
ActivityState = Literal["specialised", "candidate", "other"]
State = CompetenceState | ActivityState
Relation = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A competence or an activity in a drawing of what is related to what; x and y lie about in [-1, 1].

    `weight` is the number of paths that need a competence, or the location quotient of an activity; `value` is
    the best level in the region, or the location quotient again, None where it is not known.
    """

    id: str
    x: float
    y: float
    weight: float
    value: float | None
    state: State


@dataclass(frozen=True, slots=True)
class Space:
    """What is related to what. `links` are pairs of places in `dots` with their relatedness in [0, 1]."""

    dots: tuple[Dot, ...]
    links: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Results of one region, ready to be set as a document.

    `positions` says where on the circle of the network each linked actor stands, as a share of a full turn.
    `spaces` are drawings of what is related to what, of "competences" and of "activities". `further` are
    results of other questions about the same region, by the name of the question; each kind has a view of its own.
    """

    recommendation: Recommendation
    explanations: tuple[Explanation, ...]
    profile: Profile | None = None
    positions: Mapping[str, float] = field(default_factory=dict)
    spaces: Mapping[str, Space] = field(default_factory=dict)
    further: Mapping[str, Any] = field(default_factory=dict)
