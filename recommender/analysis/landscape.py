"""A profile as arrays: who can do what, who reaches whom, and what each path asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..measures.competence.access import Access, access
from ..measures.competence.arrays import Floats, Indices, Kinds
from ..measures.competence.supply import Capabilities, Needs, capabilities
from ..model.config import Config
from ..model.path import Path
from ..model.profile import PASSIVE_LINKS, Levels, Profile
from ..model.vocabulary import COMPETENCE_KINDS, Vocabulary


@dataclass(frozen=True, slots=True)
class Landscape:
    """The region's actors in the order of their ids, which is also the order of every array.

    levels : (actors, competences) in [0, 1], NaN where not assessed
    strength : (actors, actors) of the strongest link that transmits, 0 where there is none
    nearness : (competences, competences) in [0, 1]
    """

    actors: tuple[str, ...]
    roles: tuple[str, ...]
    competences: tuple[str, ...]
    kinds: Kinds
    levels: Floats
    strength: Floats
    nearness: Floats
    specificity: Floats
    leads: Indices

    def position(self, actor: str) -> int:
        return self.actors.index(actor)

    def needs(self, path: Path) -> Needs:
        """The needs of a path in the order of their competences."""
        asked = sorted(path.needs)
        column = _columns(self.competences)
        return Needs(
            np.array([column[name] for name in asked], dtype=np.int64),
            np.array([path.needs[name].weight for name in asked]),
            np.array([path.needs[name].level for name in asked]),
            np.array([name in path.essential for name in asked]),
        )

    def capabilities(self, config: Config) -> Capabilities:
        """What the actors can supply to each other under the rules of `config`."""
        substitution = config.nearby.substitution if config.nearby.enabled else 0.0
        return capabilities(
            self.levels, self.kinds, self.specificity, self.nearness,
            _access(self.strength.tobytes(), len(self.actors)), self.leads, substitution=substitution,
        )  # fmt: skip


@lru_cache(maxsize=32)
def _access(strength: bytes, actors: int) -> Access:
    """The access by links of these strengths: most states of a region differ in levels, not in links."""
    found = access(np.frombuffer(strength).reshape(actors, actors))
    found.technological.flags.writeable = found.embedded.flags.writeable = False
    return found


@lru_cache(maxsize=8)
def _columns(competences: tuple[str, ...]) -> Mapping[str, int]:
    return {name: position for position, name in enumerate(competences)}


def landscape(profile: Profile, config: Config) -> Landscape:
    """The region as arrays, without its partners."""
    roles = {actor.id: type(actor).__name__.lower() for actor in profile.actors()}
    held = {actor.id: actor.competences for actor in profile.actors()}
    actors = tuple(sorted(roles))
    competences = tuple(sorted(profile.vocabulary.competences))
    may_lead = [row for row, actor in enumerate(actors) if roles[actor] in ("cluster", "institution")]
    return Landscape(
        actors=actors,
        roles=tuple(roles[actor] for actor in actors),
        competences=competences,
        kinds=_kinds(profile.vocabulary, competences),
        levels=_levels(held, actors, competences),
        strength=_strength(profile, actors, config.access.member_link),
        nearness=nearness(profile.vocabulary, competences),
        specificity=np.array([profile.vocabulary.specificity[name] for name in competences]),
        leads=np.array(may_lead, dtype=np.int64),
    )


def with_partners(region: Landscape, profile: Profile) -> Landscape:
    """The region and the actors of its partners, linked as the profile says.

    A link to a region as a whole gives every actor access to that region's actors (METHODS A14).
    """
    partners = {actor.id: actor.competences for partner in profile.partners for actor in partner.actors}
    if not partners:
        return region
    actors = tuple(sorted({*region.actors, *partners}))
    row = {actor: position for position, actor in enumerate(actors)}
    own = np.array([row[actor] for actor in region.actors])
    strength = np.zeros((len(actors), len(actors)))
    strength[np.ix_(own, own)] = region.strength
    for partner in profile.partners:
        for there in partner.actors:
            channel = partner.strength.value if partner.strength else 0.0
            _connect(strength, own, row[there.id], channel)
        for link in partner.links:
            _connect(strength, np.array([row[link.source]]), row[link.target], link.strength.value)
    levels = np.full((len(actors), len(region.competences)), np.nan)
    levels[own] = region.levels
    theirs = _levels(partners, tuple(sorted(partners)), region.competences)
    levels[[row[actor] for actor in sorted(partners)]] = theirs
    roles = dict(zip(region.actors, region.roles, strict=True))
    return replace(
        region,
        actors=actors,
        roles=tuple(roles.get(actor, "partner") for actor in actors),
        levels=levels,
        strength=strength,
        leads=own[region.leads],
    )


def _connect(strength: Floats, here: Indices, there: int, value: float) -> None:
    strength[here, there] = np.maximum(strength[here, there], value)
    strength[there, here] = strength[here, there]


def _kinds(vocabulary: Vocabulary, competences: Iterable[str]) -> Kinds:
    return np.array([COMPETENCE_KINDS.index(vocabulary.competences[name].kind) for name in competences], dtype=np.int8)


def _levels(held: Mapping[str, Levels], actors: tuple[str, ...], competences: tuple[str, ...]) -> Floats:
    levels = np.full((len(actors), len(competences)), np.nan)
    column = {name: position for position, name in enumerate(competences)}
    for row, actor in enumerate(actors):
        for name, level in held[actor].items():
            levels[row, column[name]] = level.value
    return levels


def _strength(profile: Profile, actors: tuple[str, ...], member_link: float) -> Floats:
    row = {actor: position for position, actor in enumerate(actors)}
    belongs = {(association.id, member) for association in profile.associations for member in association.members}
    strength = np.zeros((len(actors), len(actors)))
    for association in profile.associations:
        together = [row[actor] for actor in {association.id, *association.members}]
        strength[np.ix_(together, together)] = member_link
    np.fill_diagonal(strength, 0.0)
    links = [
        (row[link.a], row[link.b], link.strength.value) for link in profile.links
        if link.kind not in PASSIVE_LINKS or (link.a, link.b) in belongs or (link.b, link.a) in belongs
    ]  # fmt: skip
    if links:
        here, there, value = map(np.array, zip(*links, strict=True))
        np.maximum.at(strength, (here, there), value)
        np.maximum.at(strength, (there, here), value)
    return strength


def nearness(vocabulary: Vocabulary, competences: tuple[str, ...]) -> Floats:
    """(competences, competences) how near two technologies are: shared WIPO fields, or declared (METHODS A3).

    The share is the Jaccard index of their fields; `near` declared by either side counts as 1.
    """
    words = [vocabulary.competences[name] for name in competences]
    return _nearness(tuple((word.id, word.kind == "technological", word.wipo, word.near) for word in words))


@lru_cache(maxsize=4)
def _nearness(words: tuple[tuple[str, bool, tuple[str, ...], tuple[str, ...]], ...]) -> Floats:
    technological = np.array([may for _, may, _, _ in words])
    fields = sorted({field for _, _, wipo, _ in words for field in wipo})
    tagged = np.array([[field in wipo for field in fields] for _, _, wipo, _ in words], dtype=np.float64)
    tagged = tagged.reshape(len(words), len(fields))
    shared = tagged @ tagged.T
    joint = np.add.outer(shared.diagonal(), shared.diagonal()) - shared
    near = np.divide(shared, joint, out=np.zeros_like(shared), where=joint > 0)
    column = {name: position for position, (name, *_) in enumerate(words)}
    for name, _, _, others in words:
        for other in others:
            here, there = column[name], column[other]
            near[here, there] = near[there, here] = 1.0
    near[~np.logical_and.outer(technological, technological)] = 0.0
    np.fill_diagonal(near, 0.0)
    near.flags.writeable = False
    return near
