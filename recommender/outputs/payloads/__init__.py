"""Results -> what their JSON holds. One file a kind of result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..registry import Registry

PAYLOADS: Registry[type, Callable[[Any, str], dict[str, Any]]] = Registry(__package__)


def payload_of(result: object, language: str) -> dict[str, Any]:
    """The document of a result; keys in no particular order."""
    return PAYLOADS.of_type(type(result))(result, language)
