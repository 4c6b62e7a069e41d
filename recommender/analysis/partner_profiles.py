"""A whole profile as a partner of ours, and a partner as a region of its own."""

from __future__ import annotations

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
