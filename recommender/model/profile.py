"""A region as its strategy team sees it: who is there, what they can do and who works with whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .evidence import Graded, LocalText, Source
from .path import PathLibrary
from .vocabulary import Transition, Vocabulary

Maturity = Literal["emerging", "growing", "mature", "declining", "transforming"]
MATURITIES: tuple[Maturity, ...] = ("emerging", "growing", "mature", "declining", "transforming")

InstitutionKind = Literal[
    "university", "research_centre", "infrastructure", "hospital", "agency", "broker",
    "transfer_centre", "training", "observatory", "company", "other",
]  # fmt: skip
LinkKind = Literal["supplies", "shares_skills", "co_develops", "trains", "governs", "brokers", "uses"]
LINK_KINDS: tuple[LinkKind, ...] = (
    "supplies", "shares_skills", "co_develops", "trains", "governs", "brokers", "uses",
)  # fmt: skip
PASSIVE_LINKS: tuple[LinkKind, ...] = ("governs", "brokers")
"""Links that carry no competences, except between an association and its members (METHODS A2)."""
UserKind = Literal[
    "hospital", "utility", "municipality", "patients_body", "company", "farmer", "school", "port",
    "emergency_service", "cultural_body", "citizens_body", "transport_operator", "building_owner",
    "defence", "researcher", "other",
]  # fmt: skip
Label = Literal["none", "bronze", "silver", "gold"]
Documented = Literal["documented", "partial", "none"]
Levels: TypeAlias = Mapping[str, Graded]
"""Competence id -> level in [0, 1]. A competence that is not mentioned is not assessed."""


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority that the region has declared."""

    id: str
    name: LocalText
    paths: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """The region itself. `code` is a NUTS code of any vintage, or none for a fictional region."""

    name: LocalText
    code: str | None = None
    type: str | None = None
    priorities: tuple[Priority, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Actors of one production chain in one place, seen by what they can do."""

    id: str
    name: LocalText
    competences: Levels = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    maturity: Maturity | None = None
    facets: Mapping[str, Graded] = field(default_factory=dict)
    figures: Mapping[str, Graded] = field(default_factory=dict)
    exposure: Mapping[Transition, Graded] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Institution:
    """A university, laboratory, hospital, agency … that clusters can learn from."""

    id: str
    name: LocalText
    kind: InstitutionKind = "other"
    competences: Levels = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Association:
    """The organisation that governs clusters. Figures stand only where somebody knows them."""

    id: str
    name: LocalText
    members: tuple[str, ...] = ()
    competences: Levels = field(default_factory=dict)
    member_count: Graded | None = None
    research_links: Graded | None = None
    working_groups: Graded | None = None
    staff_fte: Graded | None = None
    sme_share: Graded | None = None
    private_funding_share: Graded | None = None
    label: Label | None = None
    label_until: str | None = None
    strategy_year: int | None = None
    founded: int | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who would use what a path brings: hospital, utility, municipality …"""

    id: str
    name: LocalText
    kind: UserKind = "other"
    competences: Levels = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A working relation between two actors of the region; `strength` in [0, 1]."""

    a: str
    b: str
    strength: Graded
    kind: LinkKind = "co_develops"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerActor:
    """An actor of another region, as far as it is known."""

    id: str
    name: LocalText
    kind: Literal["cluster", "institution"] = "cluster"
    competences: Levels = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerLink:
    """A relation between an actor of the region (`source`) and one of a partner region (`target`)."""

    source: str
    target: str
    strength: Graded
    kind: LinkKind = "co_develops"


@dataclass(frozen=True, slots=True)
class Partner:
    """Another region with which there is a channel; `strength` is that of the channel as a whole.

    `profile` names the file from which `actors` were taken, when they were.
    """

    id: str
    name: LocalText
    region: str | None = None
    via: str | None = None
    strength: Graded | None = None
    actors: tuple[PartnerActor, ...] = ()
    links: tuple[PartnerLink, ...] = ()
    profile: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said about the management of the strategy: a body, a document, a process …"""

    name: LocalText = field(default_factory=dict)
    process: LocalText = field(default_factory=dict)
    adopted: int | None = None
    evidence: Documented | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Governance:
    """Who manages the strategy, how, and with what evidence, by topic (s3_body, edp …)."""

    statements: Mapping[str, Statement] = field(default_factory=dict)


Actor: TypeAlias = Cluster | Institution | Association | User


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a strategy team has written down about its region."""

    region: Region
    vocabulary: Vocabulary
    library: PathLibrary
    clusters: tuple[Cluster, ...] = ()
    institutions: tuple[Institution, ...] = ()
    associations: tuple[Association, ...] = ()
    users: tuple[User, ...] = ()
    links: tuple[Link, ...] = ()
    partners: tuple[Partner, ...] = ()
    governance: Governance = field(default_factory=Governance)
    sources: Mapping[str, Source] = field(default_factory=dict)
    as_of: str | None = None
    note: LocalText = field(default_factory=dict)

    def actors(self) -> Iterator[Actor]:
        """Everybody of the region who can hold competences, in the order of the file."""
        yield from self.clusters
        yield from self.institutions
        yield from self.associations
        yield from self.users
