"""Results -> their main table as rows of values. One file a kind of result."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from ...model.problem import Code, pick
from ..registry import Registry

Rows: TypeAlias = tuple[Sequence[str], Sequence[Sequence[Any]]]
TABLES: Registry[type, Callable[[Any, str], Rows]] = Registry(__package__)
PARTS: Registry[type, Callable[[Any, str], Mapping[str, Rows]]] = Registry(__package__)
"""Of results that hold several tables: all of them by name."""


def part_names(result: object, language: str) -> tuple[str, ...]:
    """The tables of a result by name, first the one that stands for it where none is asked for."""
    return tuple(PARTS.of_type(type(result))(result, language))


def table_of(result: object, language: str, part: str | None = None) -> Rows:
    """Heads and rows. Heads are names that stay, in no language; sentences are in `language`.

    Raises
    ------
    UnknownName
        If the result has no table that is called `part`.
    """
    if part is None:
        return TABLES.of_type(type(result))(result, language)
    parts = PARTS.of_type(type(result))(result, language)
    return pick(part, parts, "part", code=Code.USAGE)
