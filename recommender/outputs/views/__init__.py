"""Results -> what a person is shown. One file a kind of result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..blocks import View
from ..registry import Registry

if TYPE_CHECKING:
    from ..render import Options

VIEWS: Registry[type, Callable[[Any, Options], View]] = Registry(__package__)


def view_of(result: object, options: Options) -> View:
    """The blocks of a result."""
    return VIEWS.of_type(type(result))(result, options)
