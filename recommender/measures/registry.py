"""The measures by name. A new measure is one decorated function in one file of this folder."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt

Axis = Literal["region", "activity"]
Takes = Literal["values", "presence", "flows", "competences"]
Function = TypeVar("Function", bound=Callable[..., Any])

_registered: dict[str, Measure] = {}


@dataclass(frozen=True, slots=True)
class Measure:
    """A function on an array, and what a catalogue says about it.

    `takes` is what its first argument holds: `values` (regions, activities; float >= 0, NaN where
    unknown), `presence` (regions, activities; bool), `flows` (activities, activities; float >= 0) or
    `competences` (activities, competences; float >= 0). `gives` names the axes of the array that it
    returns. `uses` are arguments that can be filled from the same table: the name of the measure that
    does so by default ("" for what may be missing), or a function of the first argument whose result
    several measures share. `needs` are arguments that only the user can give. `whole` results are
    whole numbers, or bool.

    `compute` checks its first argument and raises ValueError for what no measure is defined on: axes
    that do not fit, negative or infinite values.
    """

    name: str
    family: str
    summary: str
    source: str
    takes: Takes
    gives: tuple[Axis, ...]
    compute: Callable[..., Any]
    aliases: tuple[str, ...] = ()
    uses: Mapping[str, str | Callable[..., Any]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    whole: bool = False


def measure(
    name: str, family: str, summary: str, source: str,
    *, takes: Takes, gives: tuple[Axis, ...], aliases: tuple[str, ...] = (),
    uses: Mapping[str, str | Callable[..., Any]] | None = None, needs: tuple[str, ...] = (),
    whole: bool = False,
) -> Callable[[Function], Function]:  # fmt: skip
    """Register the decorated function under `name` and its `aliases`.

    Its keyword-only arguments that neither `uses` nor `needs` names are the measure's options.

    Raises
    ------
    ValueError
        If a measure of another function has that name already.
    """

    def add(function: Function) -> Function:
        given = {*(uses or {}), *needs}
        keywords = [item for item in inspect.signature(function).parameters.values() if item.kind is item.KEYWORD_ONLY]
        options = tuple(item.name for item in keywords if item.name not in given)
        entry = Measure(
            name,
            family,
            summary,
            source,
            takes,
            gives,
            _checked(function, takes),
            aliases,
            uses or {},
            needs,
            options,
            whole,
        )
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
    _read_all()
    return {name: _registered[name] for name in sorted(_registered) if _registered[name].name == name}


def names() -> Mapping[str, Measure]:
    """Every measure under its full name and each of its aliases, in name order."""
    _read_all()
    return {name: _registered[name] for name in sorted(_registered)}


def find(name: str) -> Measure:
    """The measure of a name or an alias; KeyError if there is none."""
    _read_all()
    return _registered[name]


@functools.cache
def _read_all() -> None:
    for module in modules():
        importlib.import_module(f".{module}", __package__)


def check(data: npt.NDArray[Any], takes: Takes) -> None:
    """Refuse what no measure is defined on.

    Raises
    ------
    ValueError
        With the place of the first cell that is negative or infinite, or what is wrong with the axes.
    """
    if data.ndim != 2:
        raise ValueError(f"a measure takes an array with two axes, not {data.ndim}")
    if takes == "flows" and data.shape[0] != data.shape[1]:
        raise ValueError(f"flows between activities are square, not {data.shape[0]} x {data.shape[1]}")
    if takes == "presence":
        if data.dtype != np.bool_:
            raise ValueError(f"presence is bool, not {data.dtype}")
        return
    if not np.issubdtype(data.dtype, np.floating):
        raise ValueError(f"values are floating-point numbers, not {data.dtype}")
    # fmin and fmax pass over NaN, which stands for what is not known.
    least, most = np.fmin.reduce(data, axis=None, initial=0.0), np.fmax.reduce(data, axis=None, initial=0.0)
    if least < 0 or most == np.inf:
        row, column = np.argwhere((data < 0) | np.isinf(data))[0]
        raise ValueError(f"{data[row, column]} in row {row}, column {column}: values are finite and not negative")


def _checked(function: Callable[..., Any], takes: Takes) -> Callable[..., Any]:
    @functools.wraps(function)
    def compute(data: npt.NDArray[Any], *arguments: Any, **keywords: Any) -> Any:
        check(data, takes)
        return function(data, *arguments, **keywords)

    return compute
