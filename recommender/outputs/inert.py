"""Blocks in which nothing acts: one rule applied to every text in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any


def inert(value: Any, clean: Callable[[str], str]) -> Any:
    """The value with every text in it cleaned, however deep it lies; the keys of mappings stay."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple | list):
        return type(value)(inert(item, clean) for item in value)
    if isinstance(value, Mapping):
        return {key: inert(item, clean) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: inert(getattr(value, field.name), clean) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **parts)
    return value
