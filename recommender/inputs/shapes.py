"""The building blocks of our schema: each reads a node, writes a value back, and states its JSON Schema.

A shape is the one source for a part of a file: the reader that checks it, the writer that
converts it, and the schema that editors use are the same object. `INVALID` stands for a value
that could not be read; the problem has then been noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias

from ..model.evidence import LocalText
from ..model.problem import Code, nearest
from .nodes import Mapping, Node, Scalar, kind_of, shortened
from .numbers import number_hint, read_number
from .reading import Reading

Plain: TypeAlias = Any
"""What YAML and JSON are made of: texts, numbers, lists and dicts."""
Definitions: TypeAlias = dict[str, dict[str, Plain]]

INVALID: Final = object()
LONGEST_TEXT = 4_000
_WRITTEN_OUT = 1e15
_LANGUAGE = re.compile(r"[a-z]{2}\Z")


class Shape(Protocol):
    """What a value must look like."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        """The value of `node`, or INVALID after the problem was noted."""

    def plain(self, value: Any) -> Plain:
        """The value as a file would hold it."""

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        """JSON Schema draft-07 of the shape; named shapes add themselves to `definitions`."""


def _english_first(item: tuple[str, str]) -> tuple[bool, str]:
    return item[0] != "en", item[0]


def named(name: str | None, whole: dict[str, Plain], definitions: Definitions) -> dict[str, Plain]:
    """A schema, or where it has a name a reference to its definition."""
    if name is None:
        return whole
    definitions[name] = whole
    return {"$ref": f"#/definitions/{name}"}


def _scalar(node: Node, wanted: str, reading: Reading) -> Scalar | None:
    if isinstance(node, Scalar) and not node.is_null:
        return node
    reading.add(Code.SCHEMA_KIND, f"expected {wanted}, found {kind_of(node)}", node)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with a `pattern`, a code or an identifier that must match it; `name` makes it a schema definition."""

    wanted: str = "a text"
    pattern: str | None = None
    hint: str | None = None
    name: str | None = None

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        scalar = _scalar(node, self.wanted, reading)
        if scalar is None:
            return INVALID
        if len(scalar.text) > LONGEST_TEXT:
            reading.add(Code.SCHEMA_TEXT, f"a text of more than {LONGEST_TEXT:,} characters", node)
            return INVALID
        if self.pattern is None and not scalar.text.strip():
            reading.add(Code.SCHEMA_TEXT, "the text is empty", node, hint="leave it out, or write something")
            return INVALID
        if self.pattern and not re.fullmatch(self.pattern, scalar.text, re.ASCII):
            message = f"'{shortened(scalar.text)}' is not {self.wanted}"
            reading.add(Code.SCHEMA_TEXT, message, node, hint=self.hint)
            return INVALID
        return scalar.text

    def plain(self, value: str) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        pattern = f"^({self.pattern})$" if self.pattern else r"\S"
        whole: dict[str, Plain] = {"type": "string", "pattern": pattern, "maxLength": LONGEST_TEXT}
        return named(self.name, whole, definitions)


IDENTIFIER = Text("an identifier", r"[a-z][a-z0-9_]{0,59}", "use small letters, digits and _, beginning with a letter")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        scalar = _scalar(node, f"one of {', '.join(self.options)}", reading)
        if scalar is None:
            return INVALID
        if scalar.text in self.options:
            return scalar.text
        message = f"'{shortened(scalar.text)}' is not one of the choices"
        reading.add(Code.SCHEMA_CHOICE, message, node, hint=nearest(scalar.text, self.options))
        return self.options[0] if reading.partial else INVALID

    def plain(self, value: str) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return {"enum": list(self.options)}


@dataclass(frozen=True, slots=True)
class Truth:
    """true or false, and no other spelling of it."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        scalar = _scalar(node, "true or false", reading)
        if scalar is None:
            return INVALID
        if scalar.text in ("true", "false"):
            return scalar.text == "true"
        reading.add(Code.SCHEMA_CHOICE, f"'{shortened(scalar.text)}' is not true or false", node)
        return INVALID

    def plain(self, value: bool) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number between `low` and `high`; `above` excludes the lower end."""

    low: float | None = None
    high: float | None = None
    whole: bool = False
    above: bool = False

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        scalar = _scalar(node, "a number", reading)
        if scalar is None:
            return INVALID
        try:
            value = read_number(scalar.text, decimal=scalar.decimal)
        except ValueError as error:
            reading.add(Code.SCHEMA_NUMBER, str(error), node, hint=number_hint(scalar.text, decimal=scalar.decimal))
            return self._refused(reading)
        return self._within(value, node, reading)

    def _within(self, value: float, node: Node, reading: Reading) -> Any:
        too_low = self.low is not None and (value < self.low or (self.above and value == self.low))
        if too_low or (self.high is not None and value > self.high):
            hint = f"did you mean {value / 100:g}?" if self.high == 1 and 2 <= value <= 100 else None
            reading.add(Code.SCHEMA_RANGE, f"{value:g} is not {self._range()}", node, hint=hint)
            return self._refused(reading)
        if self.whole and value != int(value):
            reading.add(Code.SCHEMA_NUMBER, f"{value:g} is not a whole number", node)
            return self._refused(reading)
        return int(value) if self.whole else value

    def _refused(self, reading: Reading) -> Any:
        return self.low or 0 if reading.partial else INVALID

    def _range(self) -> str:
        if self.low is None or self.high is None:
            return f"{'above' if self.above else 'at least'} {self.low:g}" if self.low is not None else "allowed"
        return f"between {self.low:g} and {self.high:g}" + (f" (above {self.low:g})" if self.above else "")

    def plain(self, value: float) -> Plain:
        return int(value) if abs(value) < _WRITTEN_OUT and value == int(value) else value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        low = "exclusiveMinimum" if self.above else "minimum"
        bounds = {low: self.low, "maximum": self.high}
        given = {key: bound for key, bound in bounds.items() if bound is not None}
        return {"type": "integer" if self.whole else "number"} | given


SHARE = Number(0, 1)
YEAR = Number(1900, 2100, whole=True)


@dataclass(frozen=True, slots=True)
class Localised:
    """A text, or a text for each of several languages (two-letter codes)."""

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if not isinstance(node, Mapping):
            text = Text().read(node, reading, path)
            return INVALID if text is INVALID else {"en": text}
        texts = {key: self._one(scalar, value, reading, path) for key, (scalar, value) in node.entries.items()}
        if not texts:
            reading.add(Code.SCHEMA_KIND, "expected a text in at least one language", node)
        return INVALID if not texts or INVALID in texts.values() else dict(sorted(texts.items()))

    def _one(self, key: Scalar, value: Node, reading: Reading, path: str) -> Any:
        if not _LANGUAGE.match(key.text):
            message = f"'{shortened(key.text)}' is not a language code"
            reading.add(Code.SCHEMA_UNKNOWN, message, key, hint="two small letters, as in en or it")
            return INVALID
        return Text().read(value, reading, path)

    def plain(self, value: LocalText) -> Plain:
        return value["en"] if set(value) == {"en"} else dict(sorted(value.items(), key=_english_first))

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        text = Text().schema(definitions)
        languages = {"propertyNames": {"pattern": "^[a-z]{2}$"}, "additionalProperties": text}
        whole = {
            "description": "A text, or one for each language.",
            "oneOf": [text, {"type": "object", "minProperties": 1} | languages],
        }
        return named("localised", whole, definitions)


LOCALISED = Localised()
