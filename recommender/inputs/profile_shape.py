"""The schema of profiles: what may be written, and what it means.

This is the one source of the reader, of `ris3 convert` and of `ris3 schema`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, get_args

from ..model import profile as model
from ..model.evidence import Source
from .graded import GRADED_AMOUNT, GRADED_SHARE, ITS_SOURCE
from .library_shape import (
    ACTIVITY,
    COMPETENCES,
    DATE,
    ID,
    NAME,
    NUTS,
    PATH_ID,
    PATHS,
    SCHEMA_VERSION,
    SOURCE_LIST,
    SOURCES,
    TRANSITION_SHARES,
    VERSION,
    VOCABULARY,
    WEB_ADDRESS,
)
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar
from .reading import Reading
from .shapes import IDENTIFIER, LOCALISED, YEAR, Choice, Definitions, Plain, Text
from .structures import Field, ListOf, MapOf, Record, Rows


def with_version(node: MappingNode) -> MappingNode:
    """The content of an inline file, which is of the version of the file that holds it."""
    version = Scalar(SCHEMA_VERSION, node.at)
    return MappingNode({"schema_version": (version, version)} | node.entries, node.at)


@dataclass(frozen=True, slots=True)
class Inline:
    """A file name, or the content itself; which of the two it is, and what it says, is read apart."""

    content: Record

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        return node if isinstance(node, MappingNode) else Text("a file name or a mapping").read(node, reading, path)

    def plain(self, value: Any) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        inside = tuple(replace(item, required=False) if item is VERSION else item for item in self.content.fields)
        return {"oneOf": [Text().schema(definitions), replace(self.content, fields=inside).schema(definitions)]}


REGION = Record(
    model.Region,
    (
        Field("code", NUTS, "NUTS code, of any vintage; leave it out for a fictional region"),
        NAME,
        Field("type", Text(), "kind of region, in your words"),
        Field(
            "priorities",
            Rows(
                Record(
                    model.Priority,
                    (
                        ID,
                        NAME,
                        Field("paths", ListOf(PATH_ID), "paths that it speaks of"),
                        Field("source", ITS_SOURCE, "ids of `sources`", attribute="sources"),
                    ),
                )
            ),
            "priorities that the region has declared",
        ),
    ),
    name="region",
)
FACETS = Choice(("agglomeration", "specialisation", "embeddedness"))
FIGURES = Choice(
    ("employees", "enterprises", "turnover_eur_m", "exports_eur_m", "share_of_region", "local_supply_share",
     "lq_employment", "lq_exports", "rta_patents", "joint_projects", "working_groups")
)  # fmt: skip
CLUSTER = Record(
    model.Cluster,
    (
        ID,
        NAME,
        Field("activities", ListOf(ACTIVITY), "NACE Rev. 2 divisions, such as C28"),
        Field("maturity", Choice(model.MATURITIES), "stage of its life"),
        Field("facets", MapOf(FACETS, GRADED_SHARE), "the three features of a cluster, 0 to 1"),
        Field("figures", MapOf(FIGURES, GRADED_AMOUNT), "what was measured"),
        Field("exposure", TRANSITION_SHARES, "how much each transition challenges it, 0 to 1"),
        COMPETENCES,
        SOURCES,
    ),
    name="cluster",
)
INSTITUTION = Record(
    model.Institution,
    (ID, NAME, Field("kind", Choice(get_args(model.InstitutionKind)), "what it is"), COMPETENCES, SOURCES),
    name="institution",
)
ASSOCIATION = Record(
    model.Association,
    (
        ID,
        NAME,
        Field("members", ListOf(IDENTIFIER), "clusters and institutions of this profile that belong to it"),
        Field("member_count", GRADED_AMOUNT, "number of members"),
        Field("sme_share", GRADED_SHARE, "share of small and medium-sized enterprises among them"),
        Field("staff_fte", GRADED_AMOUNT, "staff, in full-time equivalents"),
        Field("private_funding_share", GRADED_SHARE, "share of private money in its budget"),
        Field("research_links", GRADED_AMOUNT, "links of its members to research"),
        Field("working_groups", GRADED_AMOUNT, "number of working groups"),
        Field("label", Choice(get_args(model.Label)), "ESCA / EUCLES label of management excellence"),
        Field("label_until", DATE, "until when the label is valid"),
        Field("strategy_year", YEAR, "year of its strategy"),
        Field("founded", YEAR, "year of foundation"),
        COMPETENCES,
        SOURCES,
    ),
    name="association",
)
USER = Record(
    model.User,
    (ID, NAME, Field("kind", Choice(get_args(model.UserKind)), "what it is"), COMPETENCES, SOURCES),
    name="user",
)
LINK = Record(
    model.Link,
    (
        Field("a", IDENTIFIER, "one actor", required=True),
        Field("b", IDENTIFIER, "the other actor", required=True),
        Field("kind", Choice(model.LINK_KINDS), "what they do together; co_develops if left out"),
        Field("strength", GRADED_SHARE, "how strong the relation is, 0 to 1", required=True),
        Field("source", ITS_SOURCE, "ids of `sources`", attribute="sources"),
    ),
    name="link",
)
PARTNER_LINK = Record(
    model.PartnerLink,
    (
        Field("from", IDENTIFIER, "an actor of this region", required=True, attribute="source"),
        Field("to", IDENTIFIER, "an actor of the partner", required=True, attribute="target"),
        Field("kind", Choice(model.LINK_KINDS), "what they do together"),
        Field("strength", GRADED_SHARE, "how strong the relation is, 0 to 1", required=True),
    ),
)
PARTNER_ACTOR = Record(
    model.PartnerActor,
    (ID, NAME, Field("kind", Choice(("cluster", "institution")), "cluster or institution"), COMPETENCES, SOURCES),
)
PARTNER = Record(
    model.Partner,
    (
        ID,
        NAME,
        Field("region", NUTS, "NUTS code of the partner region"),
        Field("via", Text(), "through which programme, project or market"),
        Field("strength", GRADED_SHARE, "strength of the channel as a whole, 0 to 1"),
        Field("actors", Rows(PARTNER_ACTOR), "who is there and what they can do, as far as known"),
        Field("links", ListOf(PARTNER_LINK), "relations between single actors"),
        Field("profile", Text("a file name"), "the partner's own profile, instead of `actors`"),
        SOURCES,
    ),
    name="partner",
)


STATEMENT = Record(
    model.Statement,
    (
        Field("name", LOCALISED, "name of the body, document or programme"),
        Field("process", LOCALISED, "how it is done"),
        Field("adopted", YEAR, "year of adoption"),
        Field("evidence", Choice(get_args(model.Documented)), "how well it is documented"),
        Field("url", WEB_ADDRESS, "web address"),
        Field("source", ITS_SOURCE, "ids of `sources`", attribute="sources"),
    ),
    name="statement",
)


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile as it stands in its file: what it includes is not yet read."""

    schema_version: str
    region: model.Region
    note: dict[str, str] = field(default_factory=dict)
    as_of: str | None = None
    vocabulary: Any = None
    paths: Any = None
    sources: tuple[Source, ...] = ()
    clusters: tuple[model.Cluster, ...] = ()
    institutions: tuple[model.Institution, ...] = ()
    associations: tuple[model.Association, ...] = ()
    users: tuple[model.User, ...] = ()
    links: tuple[model.Link, ...] = ()
    partners: tuple[model.Partner, ...] = ()
    governance: dict[str, model.Statement] = field(default_factory=dict)


PROFILE = Record(
    ProfileFile,
    (
        VERSION,
        Field("region", REGION, "the region", required=True),
        Field("note", LOCALISED, "what readers must know about this profile"),
        Field("as_of", DATE, "the date that the profile speaks of"),
        Field("vocabulary", Inline(VOCABULARY), "own vocabulary, inline or as a file; left out = the shipped one"),
        Field("paths", Inline(PATHS), "own paths, inline or as a file; left out = the shipped ones"),
        SOURCE_LIST,
        Field("clusters", Rows(CLUSTER), "clusters and what they can do"),
        Field("institutions", Rows(INSTITUTION), "universities, laboratories, agencies …"),
        Field("associations", Rows(ASSOCIATION), "organisations that govern clusters"),
        Field("users", Rows(USER), "those who would use what a path brings"),
        Field("links", ListOf(LINK), "who works with whom"),
        Field("partners", Rows(PARTNER), "other regions with which there is a channel"),
        Field("governance", MapOf(IDENTIFIER, STATEMENT), "who manages the strategy, and how: s3_body, edp …"),
    ),
)
