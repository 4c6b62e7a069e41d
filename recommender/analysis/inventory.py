"""What a profile holds: how many entries, how much is assessed, and what the numbers rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass

from ..model.evidence import EVIDENCE, Evidence, Graded
from ..model.profile import Association, Cluster, Profile


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the profile: its entries, and its numbers by what they rest on."""

    name: str
    entries: int
    evidence: Mapping[Evidence, int]

    @property
    def numbers(self) -> int:
        """How many numbers the section states."""
        return sum(self.evidence.values())


@dataclass(frozen=True, slots=True)
class Inventory:
    """The parts of a profile, and how much of what paths need somebody has assessed."""

    parts: tuple[Part, ...]
    competences_per_cluster: float
    needs: int
    needs_assessed: int

    @property
    def share_assessed(self) -> float | None:
        """Share of the needs of all paths that somebody has assessed; None without any path."""
        return round(self.needs_assessed / self.needs, 9) if self.needs else None


def take_inventory(profile: Profile) -> Inventory:
    """Count what a profile says.

    A need counts once, however many paths have it, and is assessed if any actor of the region
    states a level for it, 0 included.
    """
    needs = {need for path in profile.library.paths.values() for need in path.needs}
    assessed = {name for actor in profile.actors() for name in actor.competences}
    held = [len(cluster.competences) for cluster in profile.clusters]
    return Inventory(
        parts=tuple(_parts(profile)),
        competences_per_cluster=round(sum(held) / len(held), 9) if held else 0.0,
        needs=len(needs),
        needs_assessed=len(needs & assessed),
    )


def _parts(profile: Profile) -> Iterator[Part]:
    yield _part("clusters", profile.clusters, (number for row in profile.clusters for number in _of_cluster(row)))
    for name in ("institutions", "users"):
        rows = getattr(profile, name)
        yield _part(name, rows, (level for row in rows for level in row.competences.values()))
    associations = profile.associations
    yield _part("associations", associations, (number for row in associations for number in _of_association(row)))
    yield _part("links", profile.links, (link.strength for link in profile.links))
    yield _part("partners", profile.partners, _of_partners(profile))
    yield _part("priorities", profile.region.priorities, ())
    yield _part("governance", profile.governance.statements, ())
    yield _part("sources", profile.sources, ())


def _part(name: str, rows: Sized, numbers: Iterable[Graded]) -> Part:
    found = Counter(number.evidence for number in numbers)
    return Part(name, len(rows), {kind: found[kind] for kind in EVIDENCE})


def _of_cluster(cluster: Cluster) -> Iterator[Graded]:
    for group in (cluster.competences, cluster.facets, cluster.figures, cluster.exposure):
        yield from group.values()


def _of_association(association: Association) -> Iterator[Graded]:
    yield from association.competences.values()
    figures = (association.member_count, association.research_links, association.working_groups,
               association.staff_fte, association.sme_share, association.private_funding_share)  # fmt: skip
    yield from (figure for figure in figures if figure is not None)


def _of_partners(profile: Profile) -> Iterator[Graded]:
    for partner in profile.partners:
        if partner.strength is not None:
            yield partner.strength
        for actor in partner.actors:
            yield from actor.competences.values()
        yield from (link.strength for link in partner.links)
