"""How a profile is laid out as a folder of CSV files: one file a section, one row an entry.

The reader and the writer of the folder share this one description. Texts in several languages have a
column for each (`name` is English, `name_it` Italian); lists stand in one cell, their items apart by
a space; numbers that may say what they rest on have `..._evidence`, `..._source` … beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnKind = Literal["text", "number", "list", "texts", "graded"]
GRADED_PARTS: tuple[tuple[str, ColumnKind], ...] = (
    ("evidence", "text"), ("source", "list"), ("year", "number"),
    ("confidence", "number"), ("unit", "text"), ("note", "text"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column. One that `must` be there names its row; one that is `usual` is written even when empty."""

    name: str
    kind: ColumnKind = "text"
    must: bool = False
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the folder, its name without `.csv`."""

    name: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"

    @property
    def required(self) -> tuple[str, ...]:
        """The columns without which a row says nothing."""
        return tuple(column.name for column in self.columns if column.must)


def _key(name: str) -> Column:
    return Column(name, must=True)


_ID = _key("id")
_NAME = Column("name", "texts", usual=True)
_SOURCES = Column("sources", "list", usual=True)
_SOURCE = Column("source", "list", usual=True)
_KIND = Column("kind", usual=True)


def _rests_on(number: str) -> tuple[Column, ...]:
    usual = ("evidence", "source", "year", "confidence")
    parts = (Column(name, kind, usual=name in usual) for name, kind in GRADED_PARTS)
    return (Column(number, "number", usual=True), *parts)


REGION = Sheet("region", (
    Column("schema_version", must=True), Column("code", usual=True), _NAME, Column("type", usual=True),
    Column("as_of", usual=True), Column("note", "texts", usual=True),
    Column("vocabulary"), Column("vocabulary_version"), Column("vocabulary_extends"),
    Column("paths"), Column("paths_version"), Column("paths_extends"), Column("classification"),
))  # fmt: skip
PRIORITIES = Sheet("priorities", (_ID, _NAME, Column("paths", "list", usual=True), _SOURCE))
SOURCES = Sheet("sources", (
    _ID, Column("title", usual=True), Column("publisher", usual=True), Column("year", "number", usual=True),
    Column("url", usual=True), Column("note"),
))  # fmt: skip
CLUSTERS = Sheet(
    "clusters", (_ID, _NAME, Column("activities", "list", usual=True), Column("maturity", usual=True), _SOURCES)
)
INSTITUTIONS = Sheet("institutions", (_ID, _NAME, _KIND, _SOURCES))
ASSOCIATIONS = Sheet("associations", (
    _ID, _NAME, Column("members", "list", usual=True), Column("label"), Column("label_until"),
    Column("strategy_year", "number"), Column("founded", "number"), _SOURCES,
))  # fmt: skip
USERS = Sheet("users", (_ID, _NAME, _KIND, _SOURCES))
COMPETENCES = Sheet("competences", (_key("actor"), _key("competence"), *_rests_on("level")))
NUMBERS = Sheet("numbers", (_key("actor"), _key("number"), *_rests_on("value")))
LINKS = Sheet("links", (_key("a"), _key("b"), _KIND, Column("strength", "graded", usual=True), _SOURCE))
PARTNERS = Sheet("partners", (
    _ID, _NAME, Column("region", usual=True), Column("via", usual=True), Column("strength", "graded", usual=True),
    Column("profile"), _SOURCES,
))  # fmt: skip
PARTNER_ACTORS = Sheet("partner_actors", (_key("partner"), _ID, _NAME, _KIND, _SOURCES))
PARTNER_LINKS = Sheet(
    "partner_links", (_key("partner"), _key("from"), _key("to"), _KIND, Column("strength", "graded", usual=True))
)
GOVERNANCE = Sheet("governance", (
    _key("topic"), _NAME, Column("process", "texts"), Column("adopted", "number"), Column("evidence"), Column("url"),
    _SOURCE,
))  # fmt: skip
VOCABULARY = Sheet("vocabulary", (
    _ID, _key("kind"), Column("label", "texts", usual=True), Column("description", "texts"), Column("wipo", "list"),
    Column("tags", "list"), Column("near", "list"),
))  # fmt: skip
PATHS = Sheet("paths", (
    _ID, _NAME, Column("summary", "texts", usual=True), _KIND, Column("complexity", "graded", usual=True),
    Column("demand", "graded", usual=True), Column("challenges", "list", usual=True),
    Column("users", "list", usual=True), Column("essential", "list", usual=True), _SOURCES,
))  # fmt: skip
NEEDS = Sheet("needs", (_key("path"), _key("competence"), Column("weight", "number", must=True),
                        Column("level", "number", must=True)))  # fmt: skip
ACTIVITIES = Sheet("activities", (_key("path"), _key("activity"), Column("share", "number", must=True)))
TRANSITIONS = Sheet("transitions", (_key("path"), _key("transition"), *_rests_on("value")))
PATH_SOURCES = Sheet("path_sources", SOURCES.columns)

SHEETS: tuple[Sheet, ...] = (
    REGION, PRIORITIES, SOURCES, CLUSTERS, INSTITUTIONS, ASSOCIATIONS, USERS, COMPETENCES, NUMBERS, LINKS,
    PARTNERS, PARTNER_ACTORS, PARTNER_LINKS, GOVERNANCE, VOCABULARY, PATHS, NEEDS, ACTIVITIES, TRANSITIONS,
    PATH_SOURCES,
)  # fmt: skip

ACTOR_SHEETS = (CLUSTERS, INSTITUTIONS, ASSOCIATIONS, USERS)
NUMBER_GROUPS = ("facets", "figures", "exposure")
ASSOCIATION_NUMBERS = (
    "member_count", "sme_share", "staff_fte", "private_funding_share", "research_links", "working_groups",
)  # fmt: skip
