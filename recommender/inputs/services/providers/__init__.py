"""The services that tables are fetched from: one file each, which holds one `SERVICE`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ..service import Service


@cache
def services() -> dict[str, Service]:
    """Every service by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    found = [importlib.import_module(f"{__name__}.{name}").SERVICE for name in names]
    return {item.name: item for item in found}
