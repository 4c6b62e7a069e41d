"""What files must agree on between their parts: names that exist, ids that are unique, shares that add up."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Set

from ..model.path import Path
from ..model.problem import Code, Place, nearest
from ..model.profile import Profile
from ..model.vocabulary import COMPETENCE_KINDS, Vocabulary
from .reading import Reading

SUM_TOLERANCE = 1e-6
ACTORS = ("clusters", "institutions", "associations", "users")
WORDS = tuple(f"vocabulary.{kind}" for kind in COMPETENCE_KINDS)


def check_profile(
    profile: Profile, challenges: Mapping[str, object], activities: Mapping[str, object], reading: Reading
) -> None:
    """Note every name that nothing answers to and every statement that contradicts another."""
    words = reading.names(profile.vocabulary.competences, *WORDS)
    _check_vocabulary(profile.vocabulary, words, reading)
    for path in profile.library.paths.values():
        _check_path(path, words, challenges, activities, reading)
    actors = reading.names(_check_ids(profile, reading), *ACTORS)
    _check_competences(profile, words, reading)
    _check_links(profile, actors, reading)
    _check_members(profile, reading)
    _check_partners(profile, actors, reading)
    _check_sources(profile, reading)
    _check_activities(profile, activities, reading)
    _check_priorities(profile, reading)
    _look_again(profile, reading)


def _known(name: str, among: Collection[str], what: str, field: str, reading: Reading) -> bool:
    if name in among:
        return True
    message = f"no {what} is called '{name}'"
    reading.add(Code.NAME_UNKNOWN, message, reading.place_of(field), hint=nearest(name, among))
    return False


def _check_vocabulary(vocabulary: Vocabulary, words: Set[str], reading: Reading) -> None:
    for competence in vocabulary.competences.values():
        for position, near in enumerate(competence.near):
            field = f"vocabulary.{competence.kind}.{competence.id}.near.{position}"
            if _known(near, words, "competence", field, reading) and near == competence.id:
                message = "a competence cannot be near itself"
                reading.add(Code.NAME_SELF, message, reading.place_of(field), hint="name another one, or delete it")


def _check_path(
    path: Path, words: Set[str], challenges: Mapping[str, object], activities: Mapping[str, object], reading: Reading
) -> None:
    here = f"library.paths.{path.id}"
    needs = reading.names(path.needs, f"{here}.needs")
    if not needs:
        reading.add(Code.SCHEMA_MISSING, "a path needs at least one competence", reading.place_of(here))
    for need in path.needs:
        _known(need, words, "competence", f"{here}.needs.{need}", reading)
    for position, essential in enumerate(path.essential):
        _known(essential, needs, "need of this path", f"{here}.essential.{position}", reading)
    for position, challenge in enumerate(path.challenges):
        _known(challenge, challenges, "challenge", f"{here}.challenges.{position}", reading)
    for activity in path.activities:
        _known(activity, activities, "activity", f"{here}.activities.{activity}", reading)
    total = math.fsum(path.activities.values())
    if path.activities and abs(total - 1) > SUM_TOLERANCE and not reading.partial:
        message = f"the shares of the activities add up to {total:g}, not to 1"
        reading.add(Code.SCHEMA_SUM, message, reading.place_of(f"{here}.activities"))


def _check_ids(profile: Profile, reading: Reading) -> set[str]:
    """Ids of the region's own actors; one that is used in two sections is noted."""
    sections = (("clusters", profile.clusters), ("institutions", profile.institutions),
                ("associations", profile.associations), ("users", profile.users))  # fmt: skip
    seen: dict[str, str] = {}
    for section, rows in sections:
        for row in rows:
            _claim(row.id, f"{section}.{row.id}", seen, reading)
    own = set(seen)
    for partner in profile.partners:
        for actor in partner.actors:
            _claim(actor.id, f"partners.{partner.id}.actors.{actor.id}", seen, reading)
    return own


def _claim(name: str, field: str, seen: dict[str, str], reading: Reading) -> None:
    if name in seen and seen[name] != field:
        here = reading.place_of(field)
        message = f"the id '{name}' is used here and in {_elsewhere(reading.place_of(seen[name]), here)}"
        reading.add(Code.NAME_TWICE, message, here, hint="give one of them another id")
    seen.setdefault(name, field)


def _elsewhere(other: Place | None, here: Place | None) -> str:
    return other.seen_from(here) if other and here else "another place"


def _check_competences(profile: Profile, words: Set[str], reading: Reading) -> None:
    for section in ACTORS:
        for actor in getattr(profile, section):
            for competence in actor.competences:
                _known(competence, words, "competence", f"{section}.{actor.id}.competences.{competence}", reading)
    for partner in profile.partners:
        for held in partner.actors:
            for competence in held.competences:
                field = f"partners.{partner.id}.actors.{held.id}.competences.{competence}"
                _known(competence, words, "competence", field, reading)


def _check_links(profile: Profile, actors: Set[str], reading: Reading) -> None:
    seen: dict[tuple[str, str, str], int] = {}
    for position, link in enumerate(profile.links):
        field = f"links.{position}"
        for end in ("a", "b"):
            _known(getattr(link, end), actors, "actor of this profile", f"{field}.{end}", reading)
        if link.a == link.b:
            hint = "name another actor, or delete the link"
            reading.add(Code.NAME_SELF, f"'{link.a}' is linked to itself", reading.place_of(field), hint=hint)
        first, second = sorted((link.a, link.b))
        key = (first, second, link.kind)
        if key in seen:
            here, other = reading.place_of(field), reading.place_of(f"links.{seen[key]}")
            message = f"{first} and {second} have a link of kind {link.kind} here and in {_elsewhere(other, here)}"
            reading.add(Code.NAME_TWICE, message, here, hint="keep the one that is right")
        seen.setdefault(key, position)


def _check_members(profile: Profile, reading: Reading) -> None:
    known = {row.id for row in profile.clusters} | {row.id for row in profile.institutions}
    able = reading.names(known, "clusters", "institutions")
    for association in profile.associations:
        for position, member in enumerate(association.members):
            field = f"associations.{association.id}.members.{position}"
            _known(member, able, "cluster or institution", field, reading)


def _check_partners(profile: Profile, actors: Set[str], reading: Reading) -> None:
    for partner in profile.partners:
        there = reading.names((actor.id for actor in partner.actors), f"partners.{partner.id}.actors")
        for position, link in enumerate(partner.links):
            field = f"partners.{partner.id}.links.{position}"
            _known(link.source, actors, "actor of this profile", f"{field}.from", reading)
            _known(link.target, there, f"actor of {partner.id}", f"{field}.to", reading)


def _check_sources(profile: Profile, reading: Reading) -> None:
    """Every source that is named must be listed in the file that names it."""
    for mention in reading.mentions:
        of_paths = mention.field.startswith("library.")
        known = profile.library.sources if of_paths else profile.sources
        listed = reading.names(known, "library.sources" if of_paths else "sources")
        if mention.name not in listed:
            hint = nearest(mention.name, listed, what="listed sources")
            reading.add(Code.NAME_UNKNOWN, f"no source is called '{mention.name}'", mention.at, hint=hint)


def _check_activities(profile: Profile, activities: Mapping[str, object], reading: Reading) -> None:
    for cluster in profile.clusters:
        for position, activity in enumerate(cluster.activities):
            _known(activity, activities, "activity", f"clusters.{cluster.id}.activities.{position}", reading)


def _check_priorities(profile: Profile, reading: Reading) -> None:
    paths = reading.names(profile.library.paths, "library.paths")
    for priority in profile.region.priorities:
        for position, path in enumerate(priority.paths):
            _known(path, paths, "path", f"region.priorities.{priority.id}.paths.{position}", reading)


def _look_again(profile: Profile, reading: Reading) -> None:
    """Warnings: what is allowed but was perhaps not meant."""
    if not profile.clusters:
        reading.warn(Code.NAME_RULE, "the profile has no clusters yet", reading.place_of("region"))
    for cluster in profile.clusters:
        if not cluster.competences:
            place = reading.place_of(f"clusters.{cluster.id}")
            reading.warn(Code.NAME_RULE, f"nothing is assessed for the cluster '{cluster.id}'", place)
