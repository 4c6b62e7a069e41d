"""A whole profile as a partner of ours, a partner as a region of its own, and what of a partner can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..model.profile import Cluster, Institution, Partner, PartnerActor, Profile, Region

SEPARATOR = ":"
"""Stands between a region and its actor, where a whole profile is taken as a partner."""


def as_partner(other: Profile, known: Partner | None, name: str = "region") -> Partner:
    """A region's whole profile as a partner: its clusters and institutions, by its code or `name`.

    Of a partner that is `known` the channel and the links stay, and the actors that the other profile does not name.
    """
    name = other.region.code or name
    everybody: tuple[Cluster | Institution, ...] = (*other.clusters, *other.institutions)
    actors = tuple(
        PartnerActor(
            f"{name}{SEPARATOR}{item.id}", item.name, "cluster" if isinstance(item, Cluster) else "institution",
            item.competences, item.sources,
        )
        for item in everybody
        if item.competences
    )  # fmt: skip
    if known is None:
        return Partner(name, other.region.name, region=other.region.code, actors=actors)
    now = {item.id: f"{name}{SEPARATOR}{item.id}" for item in everybody}
    actors += tuple(actor for actor in known.actors if actor.id not in now)
    there = {actor.id for actor in actors}
    links = (replace(link, target=now.get(link.target, link.target)) for link in known.links)
    return replace(known, actors=actors, links=tuple(link for link in links if link.target in there))


def as_profile(partner: Partner, ours: Profile) -> Profile:
    """A partner as a region of its own, as far as its actors are known; links among them are not."""
    clusters = tuple(Cluster(item.id, item.name, item.competences) for item in partner.actors if item.kind == "cluster")
    rest = tuple(
        Institution(item.id, item.name, "other", item.competences)
        for item in partner.actors
        if item.kind == "institution"
    )
    region = Region(partner.name, partner.region)
    return Profile(region, ours.vocabulary, ours.library, clusters=clusters, institutions=rest)


def best_levels(profile: Profile) -> dict[str, float]:
    """The highest level of every competence that somebody of the region was assessed for."""
    best: dict[str, float] = {}
    for actor in profile.actors():
        for name, level in actor.competences.items():
            best[name] = max(level.value, best.get(name, 0.0))
    return best


def beyond(partner: Partner, best: Mapping[str, float], *, unassessed: bool = False) -> Partner:
    """The partner with only those levels that are above the `best` of the region that it would help.

    Of what somebody there holds as much, a link inside that region would do. What nobody there was assessed
    for may be there or not: it is left out, unless `unassessed` (METHODS A0).
    """

    def helps(name: str, level: float) -> bool:
        return round(level - best[name], 9) > 0 if name in best else unassessed and level > 0

    actors = tuple(
        replace(actor, competences={key: held for key, held in actor.competences.items() if helps(key, held.value)})
        for actor in partner.actors
    )
    return replace(partner, actors=actors)
