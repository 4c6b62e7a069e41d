"""A profile -> the texts, numbers, lists and mappings that a file would hold: the way back of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.path import PathLibrary
from ..model.profile import Partner, Profile
from ..model.vocabulary import COMPETENCE_KINDS, Vocabulary
from .library import SHIPPED
from .library_shape import COMPETENCE, PATHS, SCHEMA_VERSION, VOCABULARY
from .profile_shape import PROFILE
from .shapes import Plain


def profile_as_plain(profile: Profile, vocabulary: Vocabulary, library: PathLibrary) -> dict[str, Plain]:
    """Everything that a file must say for `profile` to be read from it again.

    `vocabulary` and `library` are the shipped ones: what equals them is not repeated, and what adds
    to them says so. A partner that was read from its own profile keeps the file's name instead of
    the actors.
    """
    said = {
        "schema_version": SCHEMA_VERSION,
        "region": profile.region,
        "note": profile.note,
        "as_of": profile.as_of,
        "vocabulary": _own_words(profile.vocabulary, vocabulary),
        "paths": _own_paths(profile.library, library),
        "sources": tuple(profile.sources.values()),
        "clusters": profile.clusters,
        "institutions": profile.institutions,
        "associations": profile.associations,
        "users": profile.users,
        "links": profile.links,
        "partners": profile.partners,
        "governance": profile.governance.statements,
    }
    plain: dict[str, Plain] = PROFILE.plain(said)
    for partner, written in zip(profile.partners, plain.get("partners", ()), strict=True):
        _keep_reference(partner, written)
    return plain


def _keep_reference(partner: Partner, written: dict[str, Plain]) -> None:
    if partner.profile is not None:
        written.pop("actors", None)


def _own_words(own: Vocabulary, shipped: Vocabulary) -> dict[str, Plain] | None:
    if own == shipped:
        return None
    extends = _adds_to(own.competences, shipped.competences)
    written = _beyond(own.competences, shipped.competences) if extends else own.competences
    plain: dict[str, Plain] = VOCABULARY.plain({"version": own.version, "extends": SHIPPED if extends else None})
    for kind in COMPETENCE_KINDS:
        words = {word.id: COMPETENCE.plain(word) for word in written.values() if word.kind == kind}
        plain |= {kind: words} if words else {}
    return plain or {COMPETENCE_KINDS[0]: {}}


def _own_paths(own: PathLibrary, shipped: PathLibrary) -> dict[str, Plain] | None:
    if own == shipped:
        return None
    extends = _adds_to(own.paths, shipped.paths) and _adds_to(own.sources, shipped.sources)
    sources = _beyond(own.sources, shipped.sources) if extends else own.sources
    said = {
        "version": own.version,
        "extends": SHIPPED if extends else None,
        "classification": own.classification,
        "sources": tuple(sources.values()),
        "paths": _beyond(own.paths, shipped.paths) if extends else own.paths,
    }
    plain: dict[str, Plain] = PATHS.plain(said)
    return plain if "paths" in plain else plain | {"paths": {}}


def _adds_to(own: Mapping[str, Any], shipped: Mapping[str, Any]) -> bool:
    return shipped.keys() <= own.keys()


def _beyond(own: Mapping[str, Any], shipped: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in own.items() if shipped.get(key) != value}
