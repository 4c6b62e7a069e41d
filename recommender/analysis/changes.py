"""What would change the answer: small edits of the profile, each with what it does to one path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model.config import Config
from ..model.evidence import Graded
from ..model.finding import Finding
from ..model.profile import PASSIVE_LINKS, Cluster, Institution, Link, Profile
from ..model.recommendation import Band, CompetenceEvidence, Opportunity
from .opportunities import band_of
from .path_fit import fit_paths
from .standing import fit_of

MOST_CHANGES = 3
"""Changes of a kind that are told: those that matter most."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a profile, described by the facts of a finding."""

    profile: Profile
    facts: Mapping[str, Any]


def changes(opportunity: Opportunity, profile: Profile, config: Config) -> tuple[list[Finding], list[Finding]]:
    """What would raise and what would lower the fit of a path most, all else equal."""
    evidence = opportunity.competence
    if evidence is None:
        return [], []
    alone = _only(profile, opportunity.id)
    raises, lowers = _improvements(opportunity, evidence, alone), _losses(opportunity, evidence, alone)
    return (
        _largest("change_raises", 1, raises, opportunity, evidence, config),
        _largest("change_lowers", -1, lowers, opportunity, evidence, config),
    )


def _only(profile: Profile, path: str) -> Profile:
    library = replace(profile.library, paths={path: profile.library.paths[path]})
    return replace(profile, library=library)


def _largest(
    kind: str, sign: int, edits: Iterable[Edit], opportunity: Opportunity, before: CompetenceEvidence, config: Config,
) -> list[Finding]:  # fmt: skip
    """The edits that move the fit most in the direction of `sign`."""
    path, today = opportunity.id, before.fit.low
    fits = [(fit_of(edit.profile, config, path), edit) for edit in edits]
    moved = [(fit, edit) for fit, edit in fits if round(sign * (fit - today), 6) > 0]
    order = sorted(moved, key=lambda item: (-round(sign * (item[0] - today), 9), repr(_facts(item[1]))))
    return [_told(kind, opportunity, before, fit, edit, config) for fit, edit in order[:MOST_CHANGES]]


def _told(
    kind: str, opportunity: Opportunity, before: CompetenceEvidence, after: float, edit: Edit, config: Config
) -> Finding:
    band: Band = band_of(fit_paths(edit.profile, config)[opportunity.id], config)
    result = {"fit_from": before.fit.low, "fit_to": after, "band_from": opportunity.band, "band_to": band}
    facts = {"path": opportunity.id} | _facts(edit) | result
    return Finding(kind, opportunity.id, facts, _lines(facts, opportunity.id))


def _facts(edit: Edit) -> dict[str, Any]:
    blank = {"actor": None, "other": None, "competence": None, "level_from": None, "level_to": None}
    return blank | dict(edit.facts)


def _lines(facts: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """What would be changed: the level or the actors, and what the path asks for."""
    actor, competence = facts["actor"], facts["competence"]
    level = (f"actors.{actor}.competences.{competence}",) if actor and competence else ()
    ends = tuple(f"actors.{name}" for name in (actor, facts["other"]) if name)
    asked = f"library.paths.{path}.needs.{competence}" if competence else f"library.paths.{path}"
    return (*level, *ends, asked)


def _improvements(opportunity: Opportunity, evidence: CompetenceEvidence, profile: Profile) -> Iterator[Edit]:
    for gap in opportunity.gaps[:5]:
        change = "raise_competence" if gap.assessed else "find_out"
        level = _level(profile, evidence.lead, gap.competence)
        facts = {"change": change, "actor": evidence.lead if gap.assessed else None, "competence": gap.competence,
                 "level_from": level, "level_to": gap.level}  # fmt: skip
        yield Edit(with_level(profile, evidence.lead, gap.competence, gap.level), facts)
    for asset in evidence.unconnected:
        strength = link_strength(profile, evidence.lead, asset.id)
        facts = {"change": "strengthen_link" if strength else "add_link", "actor": evidence.lead,
                 "other": asset.id, "level_from": strength, "level_to": 1.0}  # fmt: skip
        yield Edit(with_link(profile, evidence.lead, asset.id, 1.0), facts)
    for member in evidence.coalition:
        strength = link_strength(profile, evidence.lead, member)
        if member != evidence.lead and strength < 1:
            facts = {"change": "strengthen_link" if strength else "add_link", "actor": evidence.lead,
                     "other": member, "level_from": strength, "level_to": 1.0}  # fmt: skip
            yield Edit(with_link(profile, evidence.lead, member, 1.0), facts)


def _losses(opportunity: Opportunity, evidence: CompetenceEvidence, profile: Profile) -> Iterator[Edit]:
    for member in evidence.coalition:
        yield Edit(without_actor(profile, member), {"change": "lose_actor", "actor": member})
    for need in evidence.needs:
        if need.supplier and not need.nearby:
            facts = {"change": "lose_competence", "actor": need.supplier, "competence": need.competence,
                     "level_from": _level(profile, need.supplier, need.competence), "level_to": 0.0}  # fmt: skip
            yield Edit(with_level(profile, need.supplier, need.competence, 0.0), facts)


def _level(profile: Profile, actor: str, competence: str) -> float | None:
    levels = next((item.competences for item in profile.actors() if item.id == actor), {})
    return levels[competence].value if competence in levels else None


def link_strength(profile: Profile, a: str, b: str) -> float:
    """Strength of the strongest direct link between two actors that carries competences, 0 for none."""
    ends = {a, b}
    strengths = [
        link.strength.value for link in profile.links if {link.a, link.b} == ends and link.kind not in PASSIVE_LINKS
    ]
    return max(strengths, default=0.0)


def with_level(profile: Profile, actor: str, competence: str, level: float) -> Profile:
    """The profile with one level of one actor set."""

    def edited(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(row, competences={**row.competences, competence: Graded(level)}) if row.id == actor else row
            for row in rows
        )

    return replace(
        profile,
        clusters=edited(profile.clusters),
        institutions=edited(profile.institutions),
        associations=edited(profile.associations),
        users=edited(profile.users),
    )


def with_link(profile: Profile, a: str, b: str, strength: float) -> Profile:
    """The profile with one more link."""
    return replace(profile, links=(*profile.links, Link(a, b, Graded(strength))))


def without_actor(profile: Profile, actor: str) -> Profile:
    """The profile without an actor, its links and its memberships."""

    def kept(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row for row in rows if row.id != actor)

    clusters: tuple[Cluster, ...] = kept(profile.clusters)
    institutions: tuple[Institution, ...] = kept(profile.institutions)
    associations = tuple(
        replace(item, members=tuple(member for member in item.members if member != actor))
        for item in kept(profile.associations)
    )
    partners = tuple(
        replace(item, links=tuple(link for link in item.links if link.source != actor)) for item in profile.partners
    )
    return replace(
        profile,
        clusters=clusters,
        institutions=institutions,
        associations=associations,
        users=kept(profile.users),
        links=tuple(link for link in profile.links if actor not in (link.a, link.b)),
        partners=partners,
    )
