"""The measures by name. A new measure is one decorated function in one file of this folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

Axis = Literal["region", "activity"]
Takes = Literal["values", "presence"]
Function = TypeVar("Function", bound=Callable[..., Any])

_registered: dict[str, Measure] = {}


@dataclass(frozen=True, slots=True)
class Measure:
    """A function on a region x activity array, and what a catalogue says about it.

    `takes` is what its first argument holds: `values` (float, NaN where unknown) or `presence`
    (bool). `gives` names the axes of the array that it returns.
    """

    name: str
    family: str
    summary: str
    source: str
    takes: Takes
    gives: tuple[Axis, ...]
    compute: Callable[..., Any]
    aliases: tuple[str, ...] = ()


def measure(
    name: str, family: str, summary: str, source: str,
    *, takes: Takes, gives: tuple[Axis, ...], aliases: tuple[str, ...] = (),
) -> Callable[[Function], Function]:  # fmt: skip
    """Register the decorated function under `name` and its `aliases`.

    Raises
    ------
    ValueError
        If a measure of another function has that name already.
    """

    def add(function: Function) -> Function:
        entry = Measure(name, family, summary, source, takes, gives, function, aliases)
        for known in (name, *aliases):
            if known in _registered:
                raise ValueError(f"the measure name '{known}' is registered twice")
            _registered[known] = entry
        return function

    return add


def modules() -> list[str]:
    """The modules of this folder that may hold measures, in name order."""
    package = importlib.import_module(__package__)
    found = {module.name for module in pkgutil.iter_modules(package.__path__)}
    return sorted(found - {"registry"})


def measures() -> Mapping[str, Measure]:
    """Every measure under its full name, in name order."""
    for module in modules():
        importlib.import_module(f".{module}", __package__)
    return {name: _registered[name] for name in sorted(_registered) if _registered[name].name == name}


def names() -> Mapping[str, Measure]:
    """Every measure under its full name and each of its aliases, in name order."""
    measures()
    return {name: _registered[name] for name in sorted(_registered)}
