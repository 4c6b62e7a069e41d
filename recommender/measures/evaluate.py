"""Several measures of one table, each intermediate result computed once."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .registry import Measure, find


class MissingInput(ValueError):
    """A measure needs something that the table does not hold: `measure`, `need`."""

    def __init__(self, measure: str, need: str) -> None:
        super().__init__(f"'{measure}' needs '{need}'")
        self.measure, self.need = measure, need


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures of one table, by name, when they are asked for.

    Parameters
    ----------
    given : what the user has, by the name of the argument
        `values` (regions, activities), perhaps `region_totals`, `activity_totals`, `groups`, `later`
        (the values of a later year), `population`, `flows` … A name that a measure `uses` may be
        given as well, such as `relatedness` or `activity_scores`: it then stands for the default.
    instead : argument -> the measure that fills it
        Which measure to use where there is a choice, such as {"relatedness": "cosine"}.
    options : argument -> value
        Passed to each measure that has such an option.
    """

    given: Mapping[str, Any]
    instead: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    _done: dict[Any, Any] = field(default_factory=dict)

    def __call__(self, name: str) -> Any:
        """The array of a measure, by its name or an alias.

        Raises
        ------
        KeyError
            If there is no such measure.
        MissingInput
            If it needs something that was not given.
        ValueError
            If it is not defined on the table.
        """
        item = find(name)
        if item.name not in self._done:
            self._done[item.name] = self._compute(item)
        return self._done[item.name]

    def _compute(self, item: Measure) -> Any:
        first = self("presence") if item.takes == "presence" else self._needed(item, item.takes)
        arguments = {argument: self._used(argument, source, first) for argument, source in item.uses.items()}
        arguments.update({argument: self._needed(item, argument) for argument in item.needs})
        arguments.update({name: value for name, value in self.options.items() if name in item.options})
        return item.compute(first, **arguments)

    def shared(self, function: Callable[..., Any]) -> Any:
        """What several measures share, if one of them was computed; else None."""
        return self._done.get(function)

    def _used(self, argument: str, source: str | Callable[..., Any], first: Any) -> Any:
        if argument in self.given:
            return self.given[argument]
        if not callable(source):
            return self(self.instead.get(argument, source)) if source else None
        if source not in self._done:
            known = inspect.signature(source).parameters.keys() & self.given.keys()
            self._done[source] = source(first, **{name: self.given[name] for name in known})
        return self._done[source]

    def _needed(self, item: Measure, argument: str) -> Any:
        if self.given.get(argument) is None:
            raise MissingInput(item.name, argument)
        return self.given[argument]
