"""What names an actor or a path that is gone goes as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model.profile import Profile


def without_dangling(profile: Profile, before: Profile, *, strict: bool) -> Profile:
    """Without what names an actor or a path that is gone; when not `strict`, that is not there."""
    here, there = _known(profile), _known(before)
    gone = there - here
    if not strict:
        gone |= {name for name in _named(profile) if name not in here}
    if not gone:
        return profile
    return replace(
        profile,
        region=replace(profile.region, priorities=tuple(
            replace(item, paths=_kept(item.paths, gone)) for item in profile.region.priorities
        )),
        links=tuple(link for link in profile.links if not {link.a, link.b} & gone),
        associations=tuple(replace(item, members=_kept(item.members, gone)) for item in profile.associations),
        partners=tuple(
            replace(item, links=tuple(link for link in item.links if not {link.source, link.target} & gone))
            for item in profile.partners
        ),
    )  # fmt: skip


def _kept(names: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def _known(profile: Profile) -> set[str]:
    partners = {actor.id for partner in profile.partners for actor in partner.actors}
    return {actor.id for actor in profile.actors()} | partners | set(profile.library.paths)


def _named(profile: Profile) -> Iterator[str]:
    for link in profile.links:
        yield from (link.a, link.b)
    for association in profile.associations:
        yield from association.members
    for partner in profile.partners:
        for channel in partner.links:
            yield from (channel.source, channel.target)
