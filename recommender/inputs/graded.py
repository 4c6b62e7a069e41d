"""Numbers that may say what they rest on, and the weight and level of a need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model.evidence import EVIDENCE, Graded
from ..model.path import Need
from .nodes import Mapping, Node
from .reading import Mention, Reading
from .shapes import INVALID, SHARE, YEAR, Choice, Definitions, Number, Plain, Text, named
from .structures import Field, ListOf, Record

SOURCE_ID = Text("the id of a source", r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}", "letters, digits, _ . and -")


@dataclass(frozen=True, slots=True)
class SourceMention:
    """The id of a source; that it is listed is checked when everything has been read."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        name = SOURCE_ID.read(node, reading, path)
        if name is not INVALID:
            reading.mentions.append(Mention(name, path, node.at))
        return name

    def plain(self, value: str) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return SOURCE_ID.schema(definitions)


SOURCE_IDS = ListOf(SourceMention(), lenient=True)
ITS_SOURCE = ListOf(SourceMention(), lenient=True, bare=True)


@dataclass(frozen=True, slots=True)
class GradedNumber:
    """A bare number (judged), or a mapping that adds evidence, source, year and confidence to it."""

    number: Number
    name: str
    key: str = "value"

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if isinstance(node, Mapping):
            return self._record().read(node, reading, path)
        value = self.number.read(node, reading, path)
        return INVALID if value is INVALID else Graded(value)

    def _record(self) -> Record:
        return Record(
            Graded,
            (
                Field(self.key, self.number, "the number itself", required=True, attribute="value"),
                Field("evidence", Choice(EVIDENCE), "what the number rests on; judged if left out"),
                Field("source", ITS_SOURCE, "ids of `sources`", attribute="sources"),
                Field("year", YEAR, "the year that the number speaks of"),
                Field("confidence", SHARE, "how sure its author is, from 0 to 1"),
                Field("unit", Text(), "unit of the number"),
                Field("note", Text(), "a remark"),
            ),
        )

    def plain(self, value: Graded) -> Plain:
        if value == Graded(value.value):
            return self.number.plain(value.value)
        plain = self._record().plain(value)
        if value.evidence == "judged":
            del plain["evidence"]
        return {self.key: self.number.plain(value.value)} | plain

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        whole = {"oneOf": [self.number.schema(definitions), self._record().schema(definitions)]}
        return named(self.name, whole, definitions)


GRADED_SHARE = GradedNumber(SHARE, "graded_share")
GRADED_AMOUNT = GradedNumber(Number(0), "graded_amount")
GRADED_LEVEL = GradedNumber(SHARE, "level", key="level")


_POSITIVE = Number(0, 1, above=True)


@dataclass(frozen=True, slots=True)
class NeedShape:
    """A bare number (weight and level alike), or {weight, level}."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if isinstance(node, Mapping):
            return self._record().read(node, reading, path)
        value = _POSITIVE.read(node, reading, path)
        return INVALID if value is INVALID else Need(value, value)

    def _record(self) -> Record:
        return Record(
            Need,
            (
                Field("weight", _POSITIVE, "how much the path rests on it, above 0 and up to 1", required=True),
                Field("level", _POSITIVE, "how good one must be at it, above 0 and up to 1", required=True),
            ),
        )

    def plain(self, value: Need) -> Plain:
        if value.weight == value.level:
            return _POSITIVE.plain(value.weight)
        return self._record().plain(value)

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        whole = {"oneOf": [_POSITIVE.schema(definitions), self._record().schema(definitions)]}
        return named("need", whole, definitions)
