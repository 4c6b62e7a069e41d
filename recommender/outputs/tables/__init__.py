"""Results -> their main table as rows of values. One file a kind of result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from ..registry import Registry

Rows: TypeAlias = tuple[Sequence[str], Sequence[Sequence[Any]]]
TABLES: Registry[type, Callable[[Any, str], Rows]] = Registry(__package__)


def table_of(result: object, language: str) -> Rows:
    """Heads and rows. Heads are names that stay, in no language; sentences are in `language`."""
    return TABLES.of_type(type(result))(result, language)
