"""Finds the words: the modules of a language are read when the language is first asked for."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import TypeAlias

from ..model.evidence import LocalText
from ..model.finding import Facts, Finding
from .speaker import Speaker

Says: TypeAlias = Callable[[Facts, Speaker], str]
Labels: TypeAlias = Mapping[str, Mapping[str, str]]


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, by code: every folder beside this file is one."""
    package = importlib.import_module(__package__)
    return tuple(sorted(found.name for found in pkgutil.iter_modules(package.__path__) if found.ispkg))


def _modules(language: str) -> Iterator[ModuleType]:
    if language not in languages():
        raise ValueError(f"there are no words in the language '{language}', only in {', '.join(languages())}")
    package = importlib.import_module(f".{language}", __package__)
    for name in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        if not name.startswith("_"):  # what the others share
            yield importlib.import_module(f".{name}", package.__name__)


def _functions(module: ModuleType) -> Mapping[str, Says]:
    """The public functions that the module defines itself, by name."""
    return {
        name: value
        for name, value in vars(module).items()
        if callable(value) and not name.startswith("_") and getattr(value, "__module__", None) == module.__name__
    }


@cache
def sentences(language: str) -> Mapping[str, Says]:
    """Kind -> the function that makes its sentence."""
    found: dict[str, Says] = {}
    for module in _modules(language):
        if not module.__name__.endswith(".brief"):
            found |= _functions(module)
    return found


@cache
def briefs(language: str) -> Mapping[str, Says]:
    """Kind -> the function that says it in a few words; not every kind has one."""
    return next(_functions(module) for module in _modules(language) if module.__name__.endswith(".brief"))


@cache
def labels(language: str) -> Labels:
    """Group -> key -> label: bands, criteria, column heads, headings … Several files may add to a group."""
    found: dict[str, dict[str, str]] = {}
    for module in _modules(language):
        for group, words in getattr(module, "LABELS", {}).items():
            found.setdefault(group, {}).update(words)
    return found


def label(group: str, key: str, language: str) -> str:
    """The label of `key`; the key itself where a file brought one that we have no word for."""
    return labels(language)[group].get(key, key)


def sentence(finding: Finding, names: Mapping[str, LocalText], language: str) -> str:
    """What the finding says, in one or a few sentences that can stand alone.

    `names` gives the label of every id in the facts; an id without one is printed as it is.
    """
    return sentences(language)[finding.kind](finding.facts, Speaker(names, language))


def brief(finding: Finding, names: Mapping[str, LocalText], language: str) -> str:
    """The finding in a few words, for a table cell; the sentence where there are no fewer."""
    tell = briefs(language).get(finding.kind)
    return tell(finding.facts, Speaker(names, language)) if tell else sentence(finding, names, language)
