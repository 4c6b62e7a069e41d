"""Who could carry what: how ready cluster organisations are, what to pool, what to do (METHODS A15, A19)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..model.config import Alone, Config, GovernanceRule, ReadinessScale
from ..model.profile import Actor, Association, Cluster, Profile
from ..model.recommendation import Gap, Recommendation
from .clusters import relations, science_share
from .gap_closers import supplier
from .horizons import carriers
from .readiness import ASKED, readiness
from .reasons import NOTABLE_GAIN

DERIVED = frozenset({"institutions", "beyond", "pooled", "science"})
"""Facts that follow from the clusters of an organisation, their links and their paths."""


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a competence, at what level; `partner` where it is an actor of a partner region."""

    id: str
    level: float
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Pooled:
    """A competence that possible paths of several clusters lack.

    `clusters` carry one of `paths` and hold less than it needs; `gain` is the fit that the competence would add,
    supplied in full to each of `paths`, summed, and `needed` the highest level that one of them needs. `source` is an
    actor of the region that holds as much; else the partner's actor that does; else whoever holds most of it.
    """

    competence: str
    paths: tuple[str, ...]
    clusters: tuple[str, ...]
    gain: float
    needed: float
    source: Held | None

    @property
    def enough(self) -> bool:
        """Whether somebody holds what all the paths need, so that links do and nothing has to be built."""
        return self.source is not None and round(self.source.level - self.needed, 9) >= 0

    @property
    def answer(self) -> Literal["link", "build_with_holder", "build_together"]:
        """What the clusters can do about it together."""
        if self.source is None:
            return "build_together"
        return "link" if self.enough else "build_with_holder"


@dataclass(frozen=True, slots=True)
class Action:
    """A rule that fired, with the values of the facts that fired it."""

    rule: GovernanceRule
    facts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A cluster organisation: how ready it is (None: too little known), what is known, what to ask, what to do."""

    association: Association
    readiness: float | None
    known: tuple[str, ...]
    ask: tuple[str, ...]
    actions: tuple[Action, ...]
    undecided: Mapping[Alone, tuple[str, ...]] = field(default_factory=dict)
    """What the rules of a kind would have to know, as far as nothing that is known decides them already."""


def pooled(profile: Profile, answer: Recommendation, config: Config) -> tuple[Pooled, ...]:
    """Competences that paths which two or more clusters carry lack, worth `NOTABLE_GAIN` in all, the most first."""
    lacking: dict[str, list[tuple[str, Gap, frozenset[str]]]] = {}
    for item in answer.opportunities:
        carrying = carriers(item, config)
        for gap in item.gaps:
            short = frozenset(
                cluster.id
                for cluster in profile.clusters
                if cluster.id in carrying and round(gap.level - _level(cluster, gap.competence), 9) > 0
            )
            if gap.assessed and short:
                lacking.setdefault(gap.competence, []).append((item.id, gap, short))
    found = []
    for competence, rows in lacking.items():
        together = frozenset().union(*(short for _, _, short in rows))
        gain = math.fsum(gap.lost for _, gap, _ in rows)
        if len(rows) >= 2 and len(together) >= 2 and gain >= NOTABLE_GAIN:
            order = sorted(rows, key=lambda row: (-round(row[1].lost, 9), row[0]))
            needed = max(gap.level for _, gap, _ in rows)
            source = _source(profile, competence, needed)
            found.append(
                Pooled(competence, tuple(row[0] for row in order), tuple(sorted(together)), gain, needed, source)
            )
    return tuple(sorted(found, key=lambda item: (-round(item.gain, 9), item.competence)))


def _level(actor: Actor, competence: str) -> float:
    graded = actor.competences.get(competence)
    return graded.value if graded else 0.0


def _source(profile: Profile, competence: str, needed: float) -> Held | None:
    """Whoever of the region holds most of it; somebody of a partner region only where that is needed and more."""
    own = [Held(actor.id, level) for actor in profile.actors() if (level := _level(actor, competence)) > 0]
    best = min(own, key=lambda each: (-round(each.level, 9), each.id), default=None)
    if best is not None and round(best.level - needed, 9) >= 0:
        return best
    there = supplier(profile, competence, best.level if best else 0.0)
    return Held(there.actor.id, there.level, there.partner.id) if there else best


def organisations(
    profile: Profile, shared: Sequence[Pooled] | None, rules: Sequence[GovernanceRule], scale: ReadinessScale
) -> tuple[Organisation, ...]:
    """Every cluster organisation of the profile, in its order; `shared` is None where no path is possible yet."""
    return tuple(_organisation(item, profile, shared, rules, scale) for item in profile.associations)


def _organisation(
    association: Association,
    profile: Profile,
    shared: Sequence[Pooled] | None,
    rules: Sequence[GovernanceRule],
    scale: ReadinessScale,
) -> Organisation:
    missing = tuple(name for name in ASKED if getattr(association, name) is None)
    known = tuple(name for name in ASKED if name not in missing)
    facts = facts_of(association, profile, shared)
    return Organisation(
        association, readiness(association, profile.as_of, scale), known, missing, tuple(_fired(rules, facts)),
        _undecided(rules, facts),
    )  # fmt: skip


def _fired(rules: Sequence[GovernanceRule], facts: Mapping[str, float]) -> Iterator[Action]:
    for rule in rules:
        if all(name in facts and limit.holds(facts[name]) for name, limit in rule.when.items()):
            yield Action(rule, {name: facts[name] for name in rule.when})


def _undecided(rules: Sequence[GovernanceRule], facts: Mapping[str, float]) -> dict[Alone, tuple[str, ...]]:
    """What to ask an organisation; what follows from its clusters and their links nobody can be asked for."""
    found: dict[Alone, dict[str, None]] = {}
    for rule in rules:
        settled = any(name in facts and not limit.holds(facts[name]) for name, limit in rule.when.items())
        unknown = [name for name in rule.when if name not in facts]
        if unknown and not settled and not set(unknown) & DERIVED:
            found.setdefault(rule.alone, {}).update(dict.fromkeys(unknown))
    return {alone: tuple(names) for alone, names in found.items()}


def facts_of(association: Association, profile: Profile, shared: Sequence[Pooled] | None) -> dict[str, float]:
    """What is known of an organisation and its clusters, by the names that rules use."""
    stated = {
        name: graded.value
        for name in ("sme_share", "staff_fte", "member_count", "research_links", "private_funding_share")
        if (graded := getattr(association, name)) is not None
    }
    if association.strategy_year is not None and profile.as_of:
        stated["strategy_age"] = float(int(profile.as_of[:4]) - association.strategy_year)
    mine = members_of(association, profile)
    if not mine:
        return stated
    ids = {cluster.id for cluster in mine}
    institutions = {other for cluster in mine for other in relations(cluster.id, profile).institutions}
    beyond = [link for partner in profile.partners for link in partner.links if link.source in ids]
    science = science_share(ids, profile)
    if science is not None:
        stated["science"] = science
    if shared is not None:
        stated["pooled"] = float(sum(bool(ids & set(item.clusters)) for item in shared))
    return stated | {"institutions": float(len(institutions)), "beyond": float(len(beyond))}


def members_of(association: Association, profile: Profile) -> list[Cluster]:
    """The clusters that belong to it."""
    return [cluster for cluster in profile.clusters if cluster.id in association.members]


def ungoverned(profile: Profile) -> tuple[str, ...]:
    """Clusters that no association of the profile has as a member."""
    members = {member for association in profile.associations for member in association.members}
    return tuple(cluster.id for cluster in profile.clusters if cluster.id not in members)
