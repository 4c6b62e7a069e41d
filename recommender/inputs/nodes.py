"""Structured text as nodes that know where they stand, whatever file format they came from."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from ..model.problem import Place


class Scalar(NamedTuple):
    """A text as written. `quoted` texts are never nulls; nothing else is read into quotes.

    `decimal` is the decimal mark of the file, should the text be a number.
    """

    text: str
    at: Place
    quoted: bool = False
    decimal: str = "."

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here."""
        return not self.quoted and self.text in ("", "~", "null", "Null", "NULL")


class Mapping(NamedTuple):
    """Keys (as scalars, so that they have places) and their values, in the order of the file."""

    entries: dict[str, tuple[Scalar, Node]]
    at: Place


class Sequence(NamedTuple):
    """The items of a list, in the order of the file."""

    items: list[Node]
    at: Place


Node: TypeAlias = Scalar | Mapping | Sequence


def kind_of(node: Node) -> str:
    """What a node is, in the words of an error message."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    return "nothing" if node.is_null else f"'{shortened(node.text)}'"


def shortened(text: str, most: int = 60) -> str:
    """A text on one line, and cut where it would fill a message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def plain_of(node: Node) -> Any:
    """A node without its places: texts, lists and dicts, as they are written."""
    if isinstance(node, Mapping):
        return {key: plain_of(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain_of(item) for item in node.items]
    return node.text
