"""The schema of scenarios: a few edits on a profile and on the settings, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .config_shape import CONFIG
from .library_shape import VERSION
from .nodes import Node
from .reading import Reading
from .shapes import LOCALISED, Definitions, Number, Plain, Text
from .structures import Field, ListOf, Record


@dataclass(frozen=True, slots=True)
class Anything:
    """A value of any kind; what it may be depends on the field that it is for."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        return node

    def plain(self, value: Any) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return {}


FIELD = Text(
    "a field of the profile",
    r"[a-z][a-z_]*(\.[A-Za-z0-9_-]+)*",
    "names with points between them, as in clusters.packaging.competences.t_vision",
)
AT = Field("at", FIELD, "the field, as in clusters.packaging.competences.t_vision", required=True)
SECTION = Field("at", FIELD, "the list or mapping that it is added to, as in links", required=True)
REASON = Field("reason", LOCALISED, "why this is assumed", required=True)
_OWN = ("schema_version", "extends")


def _edits(*fields: Field) -> ListOf:
    return ListOf(Record(dict, (*fields, REASON)))


SCENARIO = Record(
    dict,
    (
        VERSION,
        Field("name", LOCALISED, "what the scenario is called", required=True),
        Field("reason", LOCALISED, "what is assumed, and why"),
        Field("extends", Text("a file name"), "a scenario that this one builds on: a file, or a shipped one by name"),
        Field(
            "set", _edits(AT, Field("value", Anything(), "the new value", required=True)), "values that are replaced"
        ),
        Field("add", _edits(SECTION, Field("value", Anything(), "what is added", required=True)), "what comes in"),
        Field("remove", _edits(AT), "what goes"),
        Field("scale", _edits(AT, Field("by", Number(0), "factor", required=True)), "numbers that are multiplied"),
        Field("config", Record(dict, tuple(item for item in CONFIG.fields if item.name not in _OWN)), "other settings"),
    ),
)
