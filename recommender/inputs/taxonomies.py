"""The classifications that come with ris3: activities and societal challenges."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model.taxonomy import Activity
from ..model.vocabulary import TRANSITIONS, Challenge
from .library import read_node, read_record
from .library_shape import ACTIVITY, CHALLENGES, VERSION, WIPO_FIELD
from .reading import Reading
from .shapes import IDENTIFIER, LOCALISED, SHARE, Choice, Text
from .structures import Field, ListOf, MapOf, Record

ACTIVITY_ENTRY = Record(
    Activity,
    (
        Field("id", ACTIVITY, "the key itself", attribute="code"),
        Field("label", LOCALISED, "what the class is called", required=True),
        Field("short", LOCALISED, "a short name for people to read"),
        Field("section", Text("a section", r"[A-U]", "one capital letter"), "section letter", required=True),
        Field("technology", Text(), "Eurostat's technology level of manufacturing"),
        Field("knowledge_intensive", Text(), "Eurostat's group of knowledge-intensive services"),
        Field("transitions", MapOf(Choice(TRANSITIONS), SHARE), "how far it can serve each transition, 0 to 1"),
        Field("tags", ListOf(Choice(TRANSITIONS)), "transitions that it is counted under"),
    ),
)
ACTIVITIES = Record(
    dict,
    (
        VERSION,
        Field("classification", IDENTIFIER, "name of the classification", required=True),
        Field("title", Text(), "its full name"),
        Field("source", Text(), "where it was published"),
        Field("activities", MapOf(ACTIVITY, ACTIVITY_ENTRY, keyed=True), "classes by code", required=True),
    ),
)

TECHNOLOGY_FIELD = Record(
    dict,
    (
        Field("id", WIPO_FIELD, "the key itself", implied=True),
        Field("label", LOCALISED, "what the field is called", required=True),
        Field("sector", LOCALISED, "the sector that it belongs to", required=True),
        Field("tags", ListOf(Choice(TRANSITIONS)), "transitions that it serves"),
    ),
)
TECHNOLOGY_FIELDS = Record(
    dict,
    (
        VERSION,
        Field("title", Text(), "its full name"),
        Field("source", Text(), "where it was published"),
        Field("fields", MapOf(WIPO_FIELD, TECHNOLOGY_FIELD, keyed=True), "fields by number", required=True),
    ),
)


def read_technology_sectors(path: Path) -> dict[str, str]:
    """The English name of the sector of each WIPO technology field; errors as for `read_activities`."""
    fields: dict[str, Any] = _content(path, TECHNOLOGY_FIELDS)["fields"]
    return {number: field["sector"]["en"] for number, field in fields.items()}


def read_activities(path: Path) -> dict[str, Activity]:
    """Classes of activity by code, in the order of the file.

    Raises
    ------
    InputErrors
        With everything that is wrong with the file.
    """
    activities: dict[str, Activity] = _content(path, ACTIVITIES)["activities"]
    return activities


def read_challenges(path: Path) -> dict[str, Challenge]:
    """Societal challenges by id; errors as for `read_activities`."""
    challenges: dict[str, Challenge] = _content(path, CHALLENGES)["challenges"]
    return challenges


def _content(path: Path, shape: Record) -> dict[str, Any]:
    reading = Reading()
    content: dict[str, Any] = read_record(read_node(path, reading), shape, reading)
    reading.finish()
    return content
