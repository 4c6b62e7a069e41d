"""What a region's declared priorities come to when the scored paths are held against them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.config import Config
from ..model.finding import Finding
from ..model.profile import Priority, Profile
from ..model.recommendation import Opportunity, Recommendation
from .ranking import ELIGIBLE
from .scoring import DIGITS

Verdict = Literal[
    "supported", "supported_thinly", "weak", "unknown", "unsupported", "mapped_elsewhere", "overlooked", "quiet"
]
BEST_FIRST: tuple[Verdict, ...] = (
    "supported", "supported_thinly", "weak", "unknown", "unsupported", "mapped_elsewhere",
)  # fmt: skip
"""Verdicts on a declared path; that of a priority is the best of its paths."""
BLOCKED = ("unsupported", "mapped_elsewhere")
STRONG = ("high", "medium")


@dataclass(frozen=True, slots=True)
class Audited:
    """A path: to which declared priorities the authors of the profile map it, and whether the evidence supports it.

    Regions declare priorities, not paths: which paths a priority covers is the judgement of who wrote the profile.
    Declared is short for: mapped to a declared priority.

    supported : declared, band high or medium; supported_thinly : that, but poorly assessed (`novelty.assessed`);
    weak : declared, band low; unsupported : declared, not possible; mapped_elsewhere : that, and a neighbour declares
    it too; unknown : declared, not assessed; overlooked : not declared, band high; quiet : neither declared nor high.
    """

    item: Opportunity
    priorities: tuple[Priority, ...]
    neighbours: tuple[str, ...]
    verdict: Verdict

    @property
    def assessed(self) -> float | None:
        """The weighted share of the needs that somebody assessed."""
        return self.item.competence.assessed_share if self.item.competence else None

    @property
    def blocked_by(self) -> tuple[Finding, ...]:
        """Why a declared path is not possible: essentials that fall short or that nobody assessed; else the fit."""
        if self.verdict not in BLOCKED:
            return ()
        essential = ("missing_essential", "essential_not_assessed")
        found = tuple(reason for reason in self.item.reasons if reason.kind in essential)
        return found or tuple(reason for reason in self.item.reasons if reason.kind == "below_bar")

    @property
    def ask_about(self) -> tuple[str, ...]:
        """Of a path without a verdict: the essentials that nobody assessed, else what else decides."""
        asked = [reason.facts for reason in self.item.reasons if reason.kind == "not_assessed"]
        return tuple(name for facts in asked for name in facts["essentials"] or facts["competences"])


@dataclass(frozen=True, slots=True)
class AuditedPriority:
    """A declared priority by the paths mapped to it, the best supported first.

    `verdict` is the best of theirs, None where no path is mapped; `assessed` the mean of the shares of their needs
    that somebody assessed.
    """

    priority: Priority
    paths: tuple[Audited, ...]

    @property
    def verdict(self) -> Verdict | None:
        return self.paths[0].verdict if self.paths else None

    @property
    def supported(self) -> int:
        return sum(row.item.band in STRONG for row in self.paths)

    @property
    def assessed(self) -> float | None:
        known = [row.assessed for row in self.paths if row.assessed is not None]
        return round(math.fsum(known) / len(known), DIGITS) if known else None


def audited(
    profile: Profile, answer: Recommendation, neighbours: Mapping[str, Profile], config: Config
) -> tuple[Audited, ...]:
    """Every path of the library, in the order of the ranking."""
    declared_there = {
        name: {path for priority in other.region.priorities for path in priority.paths}
        for name, other in neighbours.items()
    }
    rows = []
    for item in (*answer.opportunities, *answer.not_recommended):
        mine = tuple(priority for priority in profile.region.priorities if item.id in priority.paths)
        theirs = tuple(name for name in sorted(declared_there) if item.id in declared_there[name])
        rows.append(Audited(item, mine, theirs, _verdict(item, bool(mine), bool(theirs), config)))
    return tuple(rows)


def _verdict(item: Opportunity, declared: bool, elsewhere: bool, config: Config) -> Verdict:
    if not declared:
        return "overlooked" if item.band == "high" else "quiet"
    if item.band in STRONG:
        thin = item.competence is not None and item.competence.assessed_share < config.novelty.assessed
        return "supported_thinly" if thin else "supported"
    if item.band in ELIGIBLE:
        return "weak"
    if item.band == "not_assessed":
        return "unknown"
    return "mapped_elsewhere" if elsewhere else "unsupported"


def by_priority(profile: Profile, found: Sequence[Audited]) -> tuple[AuditedPriority, ...]:
    """Every declared priority in the order of the profile, with its paths."""
    return tuple(
        AuditedPriority(
            priority,
            tuple(sorted((row for row in found if priority in row.priorities),
                         key=lambda row: BEST_FIRST.index(row.verdict))),
        )
        for priority in profile.region.priorities
    )  # fmt: skip
