"""Each cluster by its three features, its relations, and the ways in which it could renew itself.

A cluster is an agglomeration in one place, specialised in a production chain and embedded among local
institutions (DESIGN.md). Where numbers exist each feature comes from them by the rules below; the judged
facet of the profile is told beside them, as judged. METHODS A16 to A19, B20.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..model.evidence import Graded
from ..model.profile import PASSIVE_LINKS, Cluster, Link, Profile
from ..model.recommendation import Recommendation
from ..model.reference import Provenance, ReferenceModel
from ..model.vocabulary import TRANSITIONS, Transition
from .ground import Ground
from .horizons import Horizons, horizons_of
from .pairs import Pairs

STAR_QUOTIENT = 2.0
"""Location quotient of the Observatory's specialisation star (first edition; to be confirmed)."""
STAR_TOP = 0.9
"""Share of regions that a size or focus star leaves behind: the top tenth (Observatory, first edition)."""
MOST_COMPETENCES = 3
HELD = 0.5
"""A level from which a competence counts as held: present, if not leading."""
STATED = ("employees", "lq_employment", "share_of_region")
"""Figures of a profile that say how large and how concentrated a cluster is."""

INTERACTING = ("supplies", "shares_skills")
SCIENCE = ("co_develops", "trains")


@dataclass(frozen=True, slots=True)
class Agglomeration:
    """Size, concentration and what share of the region, with the stars that they earn.

    Quotient, share and percentiles are those of the `activities` of the cluster together, among the regions of the
    statistics, as `source` counts them; they are wider than the cluster. `stated` are the profile's own figures,
    each with what it counts: another part of the cluster, another year, other regions.
    """

    stated: Mapping[str, Graded] = field(default_factory=dict)
    location_quotient: float | None = None
    share_of_region: float | None = None
    size_percentile: float | None = None
    focus_percentile: float | None = None
    measured: bool = False
    activities: tuple[str, ...] = ()
    source: Provenance | None = None

    @property
    def employees(self) -> Graded | None:
        return self.stated.get("employees")

    @property
    def quotient(self) -> float | None:
        """That of the statistics; without them the one that the profile states."""
        stated = self.stated.get("lq_employment")
        return self.location_quotient if self.measured or stated is None else stated.value

    @property
    def stars(self) -> tuple[str, ...]:
        """size, specialisation, focus: those that it earns."""
        earned = {
            "size": self.size_percentile is not None and self.size_percentile >= STAR_TOP,
            "specialisation": self.location_quotient is not None and self.location_quotient >= STAR_QUOTIENT,
            "focus": self.focus_percentile is not None and self.focus_percentile >= STAR_TOP,
        }
        return tuple(name for name, is_earned in earned.items() if is_earned)


@dataclass(frozen=True, slots=True)
class Relations:
    """Whom a cluster works with, as sums of link strengths.

    `modes` are shares of the strength by learning mode (A17), empty without links. `silo` is
    (internal - external) / (internal + external) across the region's border (A18), None without links. The
    same across the cluster's border needs links between its members, which a profile does not hold.
    """

    institutions: tuple[str, ...]
    institution_strength: float | None
    clusters: tuple[str, ...]
    users: tuple[str, ...]
    modes: Mapping[str, float] = field(default_factory=dict)
    silo: float | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster as it is and what it could become."""

    cluster: Cluster
    agglomeration: Agglomeration
    relations: Relations
    strongest: tuple[str, ...]
    rarest: tuple[str, ...]
    carried: Mapping[Transition, float]
    horizons: Horizons


def cards(
    here: Ground, pairs: Pairs, answer: Recommendation, model: ReferenceModel | None, region: str | None
) -> tuple[Card, ...]:
    """A card for each cluster, in the order of the profile."""
    return tuple(
        Card(
            cluster,
            agglomeration(cluster, model, region),
            relations(cluster.id, here.profile),
            strongest(cluster),
            rarest(cluster, here.profile),
            carried(cluster, here.profile),
            horizons_of(here, pairs, answer, cluster.id),
        )
        for cluster in here.profile.clusters
    )


def agglomeration(cluster: Cluster, model: ReferenceModel | None, region: str | None) -> Agglomeration:
    """The figures of the cluster's activities in the statistics, beside those that the profile states."""
    stated = {name: cluster.figures[name] for name in STATED if name in cluster.figures}
    known = [code for code in cluster.activities if model is not None and code in model.activities]
    if model is None or region is None or not known:
        return Agglomeration(stated)
    columns = [model.activity_index(code) for code in known]
    jobs = np.nan_to_num(model.values[:, columns]).sum(axis=1)
    parts = np.divide(jobs, model.region_sizes, out=np.zeros_like(jobs), where=model.region_sizes > 0)
    whole = float(np.nansum(model.activity_sizes[columns]) / np.nansum(model.activity_sizes))
    row = model.region_index(region)
    if np.isnan(model.values[row, columns]).any() or whole == 0:
        return Agglomeration(stated)
    return Agglomeration(
        stated,
        location_quotient=round(float(parts[row]) / whole, 9),
        share_of_region=round(float(parts[row]), 9),
        size_percentile=_below(jobs, row),
        focus_percentile=_below(parts, row),
        measured=True,
        activities=tuple(known),
        source=model.provenance,
    )


def _below(values: np.ndarray, row: int) -> float:
    """Share of the other regions with less."""
    return float((values < values[row]).sum() / max(1, len(values) - 1))


def relations(cluster: str, profile: Profile) -> Relations:
    """Whom the cluster is linked to; links that only govern or broker carry nothing and are left out."""
    roles = {actor.id: type(actor).__name__ for actor in profile.actors()}
    mine = [(place, link) for place, link in enumerate(profile.links) if cluster in (link.a, link.b)]
    working = [(place, link) for place, link in mine if link.kind not in PASSIVE_LINKS]
    others = [(link.b if link.a == cluster else link.a, link) for _, link in working]
    by_role = {
        role: [(other, link.strength.value) for other, link in others if roles[other] == role]
        for role in ("Institution", "Cluster", "User")
    }
    research = by_role["Institution"]
    return Relations(
        institutions=_by_strength(research),
        institution_strength=_mean([strength for _, strength in research]),
        clusters=_by_strength(by_role["Cluster"]),
        users=_by_strength(by_role["User"]),
        modes=_modes(others, roles),
        silo=_silo(cluster, profile, sum(link.strength.value for _, link in others)),
        lines=tuple(f"links.{place}" for place, _ in mine) or (f"actors.{cluster}",),
    )


def _by_strength(pairs: Sequence[tuple[str, float]]) -> tuple[str, ...]:
    best: dict[str, float] = {}
    for other, strength in pairs:
        best[other] = max(strength, best.get(other, 0.0))
    return tuple(sorted(best, key=lambda other: (-best[other], other)))


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 9) if values else None


def _modes(others: Sequence[tuple[str, Link]], roles: Mapping[str, str]) -> dict[str, float]:
    """Shares of the link strength by learning mode (A17); links of other kinds count in none."""
    totals = {"interacting": 0.0, "using": 0.0, "science": 0.0}
    for other, link in others:
        if roles[other] == "User":
            totals["using"] += link.strength.value
        elif link.kind in SCIENCE and roles[other] == "Institution":
            totals["science"] += link.strength.value
        elif link.kind in INTERACTING:
            totals["interacting"] += link.strength.value
    whole = sum(totals.values())
    return {name: round(value / whole, 9) for name, value in totals.items()} if whole else {}


def science_share(clusters: Collection[str], profile: Profile) -> float | None:
    """The part of the strength of their links that is research and training (A17); None without links that count."""
    roles = {actor.id: type(actor).__name__ for actor in profile.actors()}
    theirs = [
        (link.b if end == link.a else link.a, link)
        for link in profile.links
        for end in (link.a, link.b)
        if end in clusters and link.kind not in PASSIVE_LINKS
    ]
    return _modes(theirs, roles).get("science")


def _silo(cluster: str, profile: Profile, internal: float) -> float | None:
    beyond = [link.strength.value for partner in profile.partners for link in partner.links if link.source == cluster]
    external = sum(beyond)
    return round((internal - external) / (internal + external), 9) if internal + external else None


def strongest(cluster: Cluster) -> tuple[str, ...]:
    """The competences with the highest level."""
    levels = {name: level.value for name, level in cluster.competences.items() if level.value > 0}
    return tuple(sorted(levels, key=lambda name: (-levels[name], name))[:MOST_COMPETENCES])


def rarest(cluster: Cluster, profile: Profile) -> tuple[str, ...]:
    """What it holds and hardly anybody else does, by the specificity that is shipped (A1)."""
    held = [name for name, level in cluster.competences.items() if level.value >= HELD]
    specificity = profile.vocabulary.specificity
    return tuple(sorted(held, key=lambda name: (-specificity[name], name))[:MOST_COMPETENCES])


def carried(cluster: Cluster, profile: Profile) -> dict[Transition, float]:
    """Level-weighted share of its competences that help a transition (A16); tags say only what helps."""
    total = sum(level.value for level in cluster.competences.values())
    if not total:
        return {}
    tags = {name: profile.vocabulary.competences[name].tags for name in cluster.competences}
    return {
        transition: round(
            sum(level.value for name, level in cluster.competences.items() if transition in tags[name]) / total, 9
        )
        for transition in TRANSITIONS
    }
