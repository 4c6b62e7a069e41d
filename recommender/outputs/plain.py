"""Values as JSON may hold them: no NaN, no negative zero, nine decimals, nothing unordered."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

DIGITS = 9


def number(value: float) -> float | None:
    """Nine decimals, so that the last bits of a machine do not show; undefined is null."""
    return round(value, DIGITS) + 0.0 if math.isfinite(value) else None


def plain(value: Any) -> Any:
    """A result's part as dicts, lists, texts and numbers.

    Raises
    ------
    TypeError
        For what has no order or no meaning in JSON, such as a set.
    """
    kind = type(value)
    if value is None or kind in (str, bool, int):
        return value
    if kind is float:
        return number(value)
    if is_dataclass(kind):
        return {name: plain(getattr(value, name)) for name in _fields(kind)}
    return _plain_of_others(value)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))


def _plain_of_others(value: Any) -> Any:
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return number(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    if hasattr(value, "item"):  # a NumPy number that was not turned into a Python one
        return plain(value.item())
    raise TypeError(f"a {type(value).__name__} cannot be written as JSON")
