"""The settings of a run. Every threshold here is judged, ours, and can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .evidence import LocalText
from .vocabulary import Transition

Criterion = Literal["relatedness", "complexity", "transition", "demand", "connectivity", "governance"]
CRITERIA: tuple[Criterion, ...] = (
    "relatedness", "complexity", "transition", "demand", "connectivity", "governance",
)  # fmt: skip
Aggregation = Literal["arithmetic", "geometric"]
Alone = Literal["resources", "research", "access", "organisation"]
ALONE: tuple[Alone, ...] = ("resources", "research", "access", "organisation")
MeasuredComplexity = Literal["sound", "always", "never"]


@dataclass(frozen=True, slots=True)
class Lens:
    """What a ranking gives weight to. `criteria` and `transitions` each add up to 1."""

    name: str
    criteria: Mapping[Criterion, float]
    transitions: Mapping[Transition, float]
    label: LocalText = field(default_factory=dict)
    summary: LocalText = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What must hold before a path is ranked (METHODS A7)."""

    bar: float = 0.25
    essential_share: float = 0.5


@dataclass(frozen=True, slots=True)
class Bands:
    """Shares of made-up paths that a path must beat for a band (METHODS A7)."""

    high: float = 0.9
    medium: float = 0.6


@dataclass(frozen=True, slots=True)
class Access:
    """How well actors reach each other's competences (METHODS A2)."""

    member_link: float = 0.5
    introduction: float = 0.25


@dataclass(frozen=True, slots=True)
class CoalitionRule:
    """Who may carry a path together, and what each further member costs (METHODS A4, A5)."""

    size: int = 4
    cost: float = 0.03
    gate_exponent: float = 0.5


@dataclass(frozen=True, slots=True)
class Nearby:
    """Whether and how far a near technology stands in for a missing one (METHODS A3)."""

    enabled: bool = True
    substitution: float = 0.5


@dataclass(frozen=True, slots=True)
class Luck:
    """The made-up paths with which each path is compared (METHODS A6)."""

    draws: int = 1000
    seed: int = 20261123


@dataclass(frozen=True, slots=True)
class Costs:
    """What changes cost, in a unit of the user's own (METHODS A22)."""

    competence: float = 1.0
    link: float = 0.4
    partner: float = 0.3


@dataclass(frozen=True, slots=True)
class Pace:
    """How many years changes take (METHODS A23)."""

    competence: float = 6.0
    link: float = 2.0
    partner: float = 1.0


@dataclass(frozen=True, slots=True)
class Views:
    """When the two kinds of evidence disagree (METHODS A12)."""

    disagreement: float = 0.4


@dataclass(frozen=True, slots=True)
class Renewal:
    """When a path renews a cluster that neither leads it nor brings an essential (METHODS A19)."""

    share: float = 0.25


@dataclass(frozen=True, slots=True)
class ReadinessScale:
    """How what is known of a cluster organisation becomes its readiness in [0, 1] (METHODS A15).

    `full_…` is the figure that counts as 1, below it in proportion; research links are per ten members. A strategy
    counts for fewer than `strategy_years`. Below `fewest_known` indicators of the six there is no value, nor one of a
    region below `clusters_known`, a share of its clusters.
    """

    label_bronze: float = 0.4
    label_silver: float = 0.6
    label_gold: float = 0.9
    full_staff: float = 2.0
    full_members: float = 50.0
    full_private_funding: float = 0.5
    full_research_links: float = 3.0
    strategy_years: int = 5
    fewest_known: int = 3
    clusters_known: float = 0.5

    def of_label(self, label: str) -> float:
        """What a quality label counts; none of them counts nothing."""
        known = {"bronze": self.label_bronze, "silver": self.label_silver, "gold": self.label_gold}
        return known.get(label, 0.0)


@dataclass(frozen=True, slots=True)
class NoveltyRule:
    """Shares that divide incremental, substantial and radical (METHODS A10)."""

    incremental: float = 0.333333333
    radical: float = 0.5
    assessed: float = 0.7


@dataclass(frozen=True, slots=True)
class Statistics:
    """Which reference model is used, and what of it counts (METHODS A13, A24)."""

    reference: str = "eu-nuts2-nace2"
    complexity: MeasuredComplexity = "sound"
    include: tuple[str, ...] = ()
    horizon: int = 5
    lift_high: float = 2.0
    lift_medium: float = 1.0
    lift_bar: float = 0.1
    plant: int = 250
    noise_unit: int = 20


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a run; see configs/default.yaml for what each does."""

    lens: str = "balanced"
    aggregation: Aggregation = "arithmetic"
    criteria: Mapping[Criterion, float] = field(default_factory=dict)
    transitions: Mapping[Transition, float] = field(default_factory=dict)
    eligibility: Eligibility = field(default_factory=Eligibility)
    bands: Bands = field(default_factory=Bands)
    access: Access = field(default_factory=Access)
    coalition: CoalitionRule = field(default_factory=CoalitionRule)
    nearby: Nearby = field(default_factory=Nearby)
    luck: Luck = field(default_factory=Luck)
    costs: Costs = field(default_factory=Costs)
    pace: Pace = field(default_factory=Pace)
    views: Views = field(default_factory=Views)
    renewal: Renewal = field(default_factory=Renewal)
    readiness: ReadinessScale = field(default_factory=ReadinessScale)
    novelty: NoveltyRule = field(default_factory=NoveltyRule)
    statistics: Statistics = field(default_factory=Statistics)


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition on a fact: at least this much, or below it; both must hold where both are given."""

    at_least: float | None = None
    below: float | None = None

    def holds(self, value: float) -> bool:
        """Whether a known value meets the condition."""
        enough = self.at_least is None or value >= self.at_least
        return enough and (self.below is None or value < self.below)


@dataclass(frozen=True, slots=True)
class GovernanceRule:
    """An action for a cluster organisation, and the facts that ask for it: all of `when` must hold.

    `alone` says what small firms cannot do alone that the action answers, or that it is about the organisation.
    """

    id: str
    alone: Alone
    when: Mapping[str, Limit]
    action: LocalText


@dataclass(frozen=True, slots=True)
class ActivityRule:
    """Activities that are not proposed from a table alone, each with the reason."""

    version: str
    excluded: Mapping[str, LocalText] = field(default_factory=dict)
