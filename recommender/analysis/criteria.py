"""The criteria of a path: each one's value, and what it rests on (METHODS A12 to A15)."""

from __future__ import annotations

from typing import Protocol

from ..model.config import Config, Criterion, Lens
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import ColocationEvidence
from .readiness import readiness_of_actor
from .reasons import mean
from .scoring import DIGITS, Criteria
from .statistics import Statistics

MISSING = "missing"


class PathEvidence(Protocol):
    """What criteria ask of the competence evidence about a path; see `CompetenceEvidence`."""

    @property
    def null_percentile(self) -> float: ...
    @property
    def with_partners(self) -> float: ...
    @property
    def lead(self) -> str: ...


def criteria_of(
    path: Path,
    evidence: PathEvidence | None,
    profile: Profile,
    config: Config,
    lens: Lens,
    statistics: Statistics | None,
) -> tuple[Criteria, dict[Criterion, str]]:
    """Each criterion's value in [0, 1], None where nothing is known; and its basis, as in `weighting`."""
    relatedness, related_by = _relatedness(evidence, statistics.evidence.get(path.id) if statistics else None)
    complexity, complex_by = _complexity(path, statistics)
    readiness = readiness_of_actor(evidence.lead, profile, config.readiness) if evidence else None
    values: dict[Criterion, float | None] = {
        "relatedness": relatedness,
        "complexity": complexity,
        "transition": _transition(path, lens),
        "demand": path.demand.value if path.demand else None,
        "connectivity": evidence.with_partners if evidence else None,
        "governance": readiness,
    }
    basis: dict[Criterion, str] = {
        "relatedness": related_by,
        "complexity": complex_by,
        "transition": "judged" if path.transitions else MISSING,
        "demand": path.demand.evidence if path.demand else MISSING,
        "connectivity": "profile",
        "governance": MISSING if readiness is None else "profile",
    }
    return values, basis


def _relatedness(competence: PathEvidence | None, colocation: ColocationEvidence | None) -> tuple[float | None, str]:
    """Both views count the same; where one is missing the other stands alone."""
    views = {
        "competence": competence.null_percentile if competence else None,
        "colocation": colocation.percentile if colocation else None,
    }
    known = {name: value for name, value in views.items() if value is not None}
    if not known:
        return None, MISSING
    return round(mean(list(known.values())), DIGITS), "both" if len(known) == 2 else next(iter(known))


def _complexity(path: Path, statistics: Statistics | None) -> tuple[float | None, str]:
    measured = statistics.complexity.get(path.id) if statistics else None
    if measured is not None:
        return measured, "measured"
    return (path.complexity.value, path.complexity.evidence) if path.complexity else (None, MISSING)


def _transition(path: Path, lens: Lens) -> float | None:
    if not path.transitions:
        return None
    weights = lens.transitions
    return round(sum(weights.get(name, 0.0) * value.value for name, value in path.transitions.items()), DIGITS)
