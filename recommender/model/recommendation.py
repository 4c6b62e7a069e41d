"""The answer of `ris3 recommend`: ranked opportunities with what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .config import Criterion
from .evidence import LocalText
from .finding import Finding
from .outlook import Prospect

Band = Literal["high", "medium", "low", "not_yet", "not_assessed"]
BANDS: tuple[Band, ...] = ("high", "medium", "low", "not_assessed", "not_yet")
Quadrant = Literal["high_road", "slow_road", "casino", "dead_end"]
Transformation = Literal["radical_foundation", "modernisation", "transition", "diversification"]
NoveltyLabel = Literal["incremental", "substantial", "radical", "poorly_assessed"]


@dataclass(frozen=True, slots=True)
class Interval:
    """From everything unknown being absent to everything unknown being there."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class NeedState:
    """How far a need is met by the coalition. `share` = min(1, available/level).

    `supplier` is the actor that brings most; `nearby` the competence that stands in for the one
    needed, when it is not the competence itself. `best_in_region` ignores links.
    """

    competence: str
    kind: str
    weight: float
    level: float
    specificity: float
    essential: bool
    assessed: bool
    available: float
    share: float
    supplier: str | None
    nearby: str | None
    best_in_region: float


@dataclass(frozen=True, slots=True)
class GapSource:
    """Somebody who holds a missing competence. `access` is the lead's, 0 where there is no link."""

    kind: Literal["linked", "unlinked", "partner"]
    id: str
    supply: float
    access: float
    partner: str | None = None
    role: str | None = None
    """cluster, institution, association or user of the region; None of a partner's actor."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A need below its level, with where it could come from; no sources means: build it."""

    competence: str
    kind: str
    level: float
    available: float
    essential: bool
    assessed: bool
    lost: float
    """Fit that closing the gap would add, all else equal."""
    sources: tuple[GapSource, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """What an actor (or a present activity) contributes: its Shapley value in the fit."""

    kind: Literal["cluster", "institution", "association", "user", "activity"]
    id: str
    contribution: float
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """An actor without a strong enough link, and the fit that a full link to the lead would add."""

    id: str
    gain: float
    access: float


@dataclass(frozen=True, slots=True)
class CompetenceEvidence:
    """What the profile says about a path (METHODS A0 to A8)."""

    fit: Interval
    net_fit: float
    coverage: float
    gate: float
    null_percentile: float
    draws: int
    lead: str
    coalition: tuple[str, ...]
    assessed_share: float
    needs_assessed: int
    potential: float
    connection_gap: float
    with_introduction: float
    with_partners: float
    partner_gain: float
    exact: bool
    upper_bound: float
    needs: tuple[NeedState, ...]
    unconnected: tuple[Asset, ...] = ()
    weakest_link: tuple[str, str, float] | None = None


@dataclass(frozen=True, slots=True)
class ActivityEvidence:
    """What the table says about one activity in the region."""

    code: str
    share: float
    status: Literal["candidate", "present", "unknown", "absent_from_table"]
    location_quotient: float | None = None
    density: float | None = None
    percentile: float | None = None
    complexity_percentile: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's value and its mid-rank percentile among the region's candidate activities."""

    value: float | None
    percentile: float | None


@dataclass(frozen=True, slots=True)
class ColocationEvidence:
    """What the table says about a path's activities, or about an activity (METHODS A12)."""

    percentile: float | None
    density: float | None
    measures: Mapping[str, Measured] = field(default_factory=dict)
    activities: tuple[ActivityEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Novelty:
    """Share of each kind of need that is new (METHODS A10)."""

    new_to_lead: Mapping[str, float]
    new_to_region: Mapping[str, float]
    label: NoveltyLabel


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A path, or an activity of a table, with everything that is known about it.

    `score` and each criterion lie in [0, 1]; a criterion without value is None. `score_range` is
    the score with missing criteria at 0 and at 1. `basis` says what each criterion rests on,
    `weights` with which weight each one entered the score (they add up to 1). `prospect` is how likely it
    is entered, where the table's own forecast was validated.
    """

    id: str
    name: LocalText
    band: Band
    rank: int | None = None
    score: float | None = None
    score_range: Interval | None = None
    criteria: Mapping[Criterion, float | None] = field(default_factory=dict)
    basis: Mapping[Criterion, str] = field(default_factory=dict)
    weights: Mapping[Criterion, float] = field(default_factory=dict)
    competence: CompetenceEvidence | None = None
    colocation: ColocationEvidence | None = None
    prospect: Prospect | None = None
    quadrant: Quadrant | None = None
    transformation: Transformation | None = None
    transformation_rule: str | None = None
    declared_kind: Transformation | None = None
    novelty: Novelty | None = None
    transitions: Mapping[str, float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    summary: LocalText = field(default_factory=dict)
    drivers: tuple[Driver, ...] = ()
    gaps: tuple[Gap, ...] = ()
    reasons: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    uncertainty: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessed:
    """How much a profile says: printed first, because fits of two profiles are not compared."""

    clusters: int
    competences_per_cluster: float
    share: float
    needs: int
    needs_assessed: int
    evidence: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """A file that the answer rests on; the hash is over its text with LF line ends."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Ranked opportunities, what is not recommended and why, and what limits the answer.

    `names` gives the label of every id that occurs, `origins` the file:line of every field that
    a finding names in its `at`. `strengths` are the activities that the region is already
    specialised in, where the answer is about activities.
    """

    region_code: str | None
    region_name: LocalText
    subject: Literal["paths", "activities"]
    settings: Mapping[str, Any]
    opportunities: tuple[Opportunity, ...]
    not_recommended: tuple[Opportunity, ...]
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    assessed: Assessed | None = None
    strengths: tuple[ActivityEvidence, ...] = ()
    inputs: tuple[Input, ...] = ()
    names: Mapping[str, LocalText] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def find(self, opportunity: str) -> Opportunity | None:
        """The opportunity with this id, ranked or not."""
        everything = (*self.opportunities, *self.not_recommended)
        return next((item for item in everything if item.id == opportunity), None)


@dataclass(frozen=True, slots=True)
class Section:
    """One question of an explanation, and its answers as findings."""

    question: Literal["why", "with_what", "missing", "from_whom", "change", "certainty", "source"]
    answers: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about one opportunity, in the order in which people ask."""

    recommendation: Recommendation
    opportunity: Opportunity
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two opportunities of one recommendation side by side."""

    recommendation: Recommendation
    first: Opportunity
    second: Opportunity
    differences: tuple[Finding, ...]
