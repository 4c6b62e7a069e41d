"""The formats in which tables are read: one file each, which holds one `FORMAT`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ....model.problem import Code, nearest
from ..cells import Problems
from ..layout import Format, Head

USUAL = "long"


@cache
def formats() -> dict[str, Format]:
    """Every format by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.name.startswith("_"))
    found = [importlib.import_module(f"{__name__}.{name}").FORMAT for name in names]
    return {item.name: item for item in found}


def format_named(name: str, problems: Problems) -> Format:
    """The format of that name.

    Raises
    ------
    InputErrors
        If there is none, with the nearest one.
    """
    if name not in formats():
        problems.add(Code.USAGE, f"there is no format '{name}'", hint=nearest(name, formats(), what="formats"))
        problems.finish()
    return formats()[name]


def recognise(head: Head) -> Format:
    """The format that a file is written in; where none knows its first line, the plain long form."""
    found = [item for item in formats().values() if item.name != USUAL and item.recognise(head)]
    return found[0] if found else formats()[USUAL]
