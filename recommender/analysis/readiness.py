"""Whether the organisation behind a cluster can carry a path (METHODS A15)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from ..model.config import ReadinessScale
from ..model.profile import Association, Profile

ASKED = ("staff_fte", "member_count", "sme_share", "private_funding_share", "research_links", "strategy_year", "label")
"""What an organisation is asked for, in the order in which it decides most."""


def readiness(association: Association, as_of: str | None, scale: ReadinessScale) -> float | None:
    """Mean of the indicators that are known, in [0, 1]; None where fewer than `fewest_known` of six are.

    The six are the label of management excellence, staff, members, private funding, an up-to-date
    strategy and links to research. Scales and thresholds are ours.
    """
    known = list(_indicators(association, as_of, scale))
    return round(fsum(known) / len(known), 9) if len(known) >= scale.fewest_known else None


def _indicators(association: Association, as_of: str | None, scale: ReadinessScale) -> Iterator[float]:
    expired = as_of and association.label_until and association.label_until < as_of[: len(association.label_until)]
    if association.label and not expired:
        yield scale.of_label(association.label)
    if association.staff_fte:
        yield min(1.0, association.staff_fte.value / scale.full_staff)
    if association.member_count:
        yield min(1.0, association.member_count.value / scale.full_members)
    if association.private_funding_share:
        yield min(1.0, association.private_funding_share.value / scale.full_private_funding)
    if association.strategy_year and as_of:
        yield float(0 <= int(as_of[:4]) - association.strategy_year < scale.strategy_years)
    if association.research_links and association.member_count and association.member_count.value:
        per_ten = 10 * association.research_links.value / association.member_count.value
        yield min(1.0, per_ten / scale.full_research_links)


def readiness_of_actor(actor: str, profile: Profile, scale: ReadinessScale) -> float | None:
    """The best known readiness among the associations that an actor belongs to."""
    known = [
        value
        for association in profile.associations
        if actor in association.members and (value := readiness(association, profile.as_of, scale)) is not None
    ]
    return max(known, default=None)


@dataclass(frozen=True, slots=True)
class RegionReadiness:
    """How ready a region is: the mean over its clusters of the readiness of their organisations (ours).

    `value` is None where fewer than `clusters_known` of the clusters have one; `low` and `high` are the mean with the
    clusters of which too little is known at 0 and at 1. `known` and `unknown` are clusters.
    """

    value: float | None
    low: float
    high: float
    known: tuple[str, ...]
    unknown: tuple[str, ...]


def readiness_of_region(profile: Profile, scale: ReadinessScale) -> RegionReadiness | None:
    """None where the profile has no cluster."""
    found = {cluster.id: readiness_of_actor(cluster.id, profile, scale) for cluster in profile.clusters}
    if not found:
        return None
    values = [value for value in found.values() if value is not None]
    unknown = tuple(name for name, value in found.items() if value is None)
    low = round(fsum(values) / len(found), 9)
    enough = len(values) >= scale.clusters_known * len(found)
    return RegionReadiness(
        value=round(fsum(values) / len(values), 9) if values and enough else None,
        low=low,
        high=round(low + len(unknown) / len(found), 9),
        known=tuple(name for name in found if name not in unknown),
        unknown=unknown,
    )
