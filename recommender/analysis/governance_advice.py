"""Who could carry what: how ready cluster organisations are, what to pool, what to do (METHODS A15, A19)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.config import Alone, Config, GovernanceRule
from ..model.profile import Association, Cluster, Profile
from ..model.recommendation import GapSource, Recommendation
from .clusters import relations, science_share
from .horizons import carriers
from .readiness import ASKED, readiness
from .reasons import NOTABLE_GAIN

DERIVED = frozenset({"institutions", "beyond", "pooled", "science"})
"""Facts that follow from the clusters of an organisation, their links and their paths."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """A competence that possible paths of several clusters lack.

    `gain` is the fit that it would add, supplied in full to each of `paths`, summed; `source` is an institution
    of the region or a partner's actor that holds most of it, if anybody does.
    """

    competence: str
    paths: tuple[str, ...]
    clusters: tuple[str, ...]
    gain: float
    source: GapSource | None


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
    clusters = {cluster.id for cluster in profile.clusters}
    institutions = {item.id for item in profile.institutions}
    lacking: dict[str, list[tuple[str, float, frozenset[str], tuple[GapSource, ...]]]] = {}
    for item in answer.opportunities:
        who = carriers(item, config) & clusters
        for gap in item.gaps:
            if gap.assessed and who:
                lacking.setdefault(gap.competence, []).append((item.id, gap.lost, who, gap.sources))
    found = []
    for competence, rows in lacking.items():
        together = frozenset().union(*(who for _, _, who, _ in rows))
        if len(rows) >= 2 and len(together) >= 2:
            sources = {
                source.id: source for _, _, _, given in rows for source in given if _may_supply(source, institutions)
            }
            best = max(
                sources.values(), key=lambda source: (source.supply, source.kind == "unlinked", source.id), default=None
            )
            order = sorted(rows, key=lambda row: (-round(row[1], 9), row[0]))
            gain = math.fsum(row[1] for row in rows)
            if gain < NOTABLE_GAIN:
                continue
            found.append(Pooled(competence, tuple(row[0] for row in order), tuple(sorted(together)), gain, best))
    return tuple(sorted(found, key=lambda item: (-round(item.gain, 9), item.competence)))


def _may_supply(source: GapSource, institutions: set[str]) -> bool:
    return source.kind == "partner" or source.id in institutions


def organisations(
    profile: Profile, shared: Sequence[Pooled] | None, rules: Sequence[GovernanceRule]
) -> tuple[Organisation, ...]:
    """Every cluster organisation of the profile, in its order; `shared` is None where no path is possible yet."""
    return tuple(_organisation(item, profile, shared, rules) for item in profile.associations)


def _organisation(
    association: Association, profile: Profile, shared: Sequence[Pooled] | None, rules: Sequence[GovernanceRule]
) -> Organisation:
    missing = tuple(name for name in ASKED if getattr(association, name) is None)
    known = tuple(name for name in ASKED if name not in missing)
    facts = facts_of(association, profile, shared)
    return Organisation(
        association, readiness(association, profile.as_of), known, missing, tuple(_fired(rules, facts)),
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
