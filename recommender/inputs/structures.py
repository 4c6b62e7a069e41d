"""Shapes that hold other shapes: lists, mappings and records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..model.problem import Code, nearest
from .nodes import Mapping, Node, Scalar, Sequence, kind_of, shortened
from .reading import Reading
from .shapes import INVALID, Choice, Definitions, Plain, Shape, Text, named

MAPPING = "write it as lines of the form `key: value`"

_NOTHING: tuple[Any, ...] = (None, "", (), {}, [])


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list. One written without brackets, where a single value stands alone, is refused unless `lenient`.

    A `bare` list is written back without brackets when it holds a single value.
    """

    item: Shape
    lenient: bool = False
    bare: bool = False

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if self.lenient and isinstance(node, Scalar):
            node = Sequence([node], node.at)
        if not isinstance(node, Sequence):
            reading.add(Code.SCHEMA_KIND, f"expected a list, found {kind_of(node)}", node)
            return INVALID
        values: list[Any] = []
        for item in node.items:
            value = self._one(item, len(values), reading, path)
            # What is left out must not take a position, by which the places of the others are found.
            if value is not INVALID or not reading.partial:
                values.append(value)
        return INVALID if INVALID in values else tuple(values)

    def _one(self, item: Node, position: int, reading: Reading, path: str) -> Any:
        here = f"{path}.{position}"
        reading.origins[here] = item.at
        return self.item.read(item, reading, here)

    def plain(self, value: Iterable[Any]) -> Plain:
        items = [self.item.plain(item) for item in value]
        return items[0] if self.bare and len(items) == 1 else items

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        items = {"type": "array", "items": self.item.schema(definitions)}
        return {"oneOf": [self.item.schema(definitions), items]} if self.lenient else items


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of records that are known by their `id`; fields are then named by it, not by position."""

    item: Record

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if not isinstance(node, Sequence):
            reading.add(Code.SCHEMA_KIND, f"expected a list, found {kind_of(node)}", node)
            return INVALID
        values = tuple(self._one(item, position, reading, path) for position, item in enumerate(node.items))
        if INVALID not in values:
            return values
        return tuple(value for value in values if value is not INVALID) if reading.partial else INVALID

    def _one(self, item: Node, position: int, reading: Reading, path: str) -> Any:
        here = f"{path}.{identifier(item) or position}"
        if here in reading.origins:
            message = f"the id '{identifier(item)}' is used here and in {reading.origins[here].seen_from(item.at)}"
            reading.add(Code.NAME_TWICE, message, item, hint="give one of them another id")
        reading.origins[here] = item.at
        return self.item.read(item, reading, here)

    def plain(self, value: Iterable[Any]) -> Plain:
        return [self.item.plain(item) for item in value]

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return {"type": "array", "items": self.item.schema(definitions)}


def identifier(node: Node) -> str | None:
    """The `id` of a record as it is written."""
    if isinstance(node, Mapping) and "id" in node.entries:
        value = node.entries["id"][1]
        return value.text if isinstance(value, Scalar) else None
    return None


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from keys of one shape to values of another; `name` makes it a schema definition.

    A `keyed` value is a record whose field `id` is implied: it is the key itself.
    """

    key: Text | Choice
    value: Shape
    name: str | None = None
    keyed: bool = False

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if not isinstance(node, Mapping):
            reading.add(Code.SCHEMA_KIND, f"expected a mapping, found {kind_of(node)}", node, hint=MAPPING)
            return INVALID
        values = {key: self._one(scalar, value, reading, path) for key, (scalar, value) in node.entries.items()}
        if INVALID not in values.values():
            return values
        return {key: value for key, value in values.items() if value is not INVALID} if reading.partial else INVALID

    def _one(self, key: Scalar, value: Node, reading: Reading, path: str) -> Any:
        here = f"{path}.{key.text}"
        reading.origins[here] = key.at
        known = self.key.read(key, reading, here)
        if self.keyed and isinstance(value, Mapping):
            value = self._with_id(key, value, reading)
        read = self.value.read(value, reading, here)
        return INVALID if known is INVALID else read

    @staticmethod
    def _with_id(key: Scalar, value: Mapping, reading: Reading) -> Mapping:
        if "id" in value.entries:
            hint = f"delete it: '{shortened(key.text)}' is the id"
            reading.add(Code.SCHEMA_UNKNOWN, "unknown key 'id'", value.entries["id"][0], hint=hint)
        return Mapping(value.entries | {"id": (key, key)}, value.at)

    def plain(self, value: dict[str, Any]) -> Plain:
        return {key: self.value.plain(item) for key, item in value.items()}

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        value = self.value.schema(definitions)
        keys = {"propertyNames": self.key.schema(definitions)}
        return named(self.name, {"type": "object", "additionalProperties": value} | keys, definitions)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record. `attribute` is the field of the model where it differs from the key.

    An `implied` field is not written in the record: it is the key under which the record stands.
    """

    name: str
    shape: Shape
    about: str
    required: bool = False
    attribute: str | None = None
    implied: bool = False

    @property
    def optional(self) -> bool:
        """Whether a record can be made without it."""
        return not (self.required or self.implied)

    @property
    def target(self) -> str:
        """The field of the model."""
        return self.attribute or self.name


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, read into `make(**values)`; keys that are left out keep their default."""

    make: Callable[..., Any]
    fields: tuple[Field, ...]
    name: str | None = None
    check: Callable[[Any, Node, Reading], bool] | None = None
    by_name: dict[str, Field] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.by_name.update({item.name: item for item in self.fields})

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if not isinstance(node, Mapping):
            reading.add(Code.SCHEMA_KIND, f"expected a mapping, found {kind_of(node)}", node, hint=MAPPING)
            return INVALID
        values = {}
        for key, (scalar, value) in node.entries.items():
            if key not in self.by_name:
                hint = self._near(key)
                reading.add(Code.SCHEMA_UNKNOWN, f"unknown key '{shortened(key)}'", scalar, hint=hint)
            elif not (isinstance(value, Scalar) and value.is_null):
                values[key] = self._one(self.by_name[key], scalar, value, reading, path)
        missing = [item for item in self.fields if item.required and item.name not in values]
        for item in missing:
            if item.name not in reading.lost:
                self._miss(item, node, reading)
        wrong = {key for key, value in values.items() if value is INVALID}
        if missing or (wrong and not (reading.partial and all(self.by_name[key].optional for key in wrong))):
            return INVALID
        made = self.make(**{self.by_name[key].target: value for key, value in values.items() if key not in wrong})
        return made if wrong or self.check is None or self.check(made, node, reading) else INVALID

    def _near(self, key: str) -> str:
        """Which key may be meant: one of that name further in, else the nearest."""
        inside = [item.name for item in self.fields if isinstance(item.shape, Record) and key in item.shape.by_name]
        if inside:
            return f"'{key}' stands under '{inside[0]}'"
        return nearest(key, (item.name for item in self.fields if not item.implied), what="known keys")

    def _one(self, item: Field, key: Scalar, value: Node, reading: Reading, path: str) -> Any:
        here = f"{path}.{item.name}" if path else item.name
        reading.origins[here] = value.at if isinstance(value, Scalar) else key.at
        return item.shape.read(value, reading, here)

    @staticmethod
    def _miss(item: Field, node: Mapping, reading: Reading) -> None:
        if item.name in node.entries:
            message, at = f"nothing is written for '{item.name}'", node.entries[item.name][0].at
        else:
            message, at = f"the key '{item.name}' is missing", node.at
        reading.add(Code.SCHEMA_MISSING, message, at, hint=item.about)

    def plain(self, value: Any) -> Plain:
        plain = {}
        for item in self.fields:
            content = value.get(item.target) if isinstance(value, dict) else getattr(value, item.target)
            if content not in _NOTHING and not item.implied:
                plain[item.name] = item.shape.plain(content)
        return plain

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        written = [item for item in self.fields if not item.implied]
        properties = {item.name: self._property(item, definitions) for item in written}
        whole: dict[str, Plain] = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [item.name for item in written if item.required]
        return named(self.name, whole | ({"required": required} if required else {}), definitions)

    @staticmethod
    def _property(item: Field, definitions: Definitions) -> dict[str, Plain]:
        schema = item.shape.schema(definitions)
        if "$ref" in schema:  # draft-07 ignores what stands beside a reference
            return {"allOf": [schema], "description": item.about}
        return schema | {"description": item.about}
