"""A path: a candidate diversification and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .evidence import Graded, LocalText, Source
from .vocabulary import Transition

PathKind = Literal["modernisation", "diversification", "transition", "radical_foundation"]
PATH_KINDS: tuple[PathKind, ...] = ("modernisation", "diversification", "transition", "radical_foundation")


@dataclass(frozen=True, slots=True)
class Need:
    """How much a path rests on a competence (`weight`) and how good one must be at it (`level`)."""

    weight: float
    level: float


@dataclass(frozen=True, slots=True)
class Path:
    """A candidate diversification.

    `essential` are prerequisites without which nothing else helps; `activities` are shares of
    the classes in which the new jobs would be counted and add up to 1.
    """

    id: str
    name: LocalText
    needs: Mapping[str, Need]
    summary: LocalText = field(default_factory=dict)
    kind: PathKind | None = None
    complexity: Graded | None = None
    demand: Graded | None = None
    transitions: Mapping[Transition, Graded] = field(default_factory=dict)
    challenges: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    essential: tuple[str, ...] = ()
    activities: Mapping[str, float] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PathLibrary:
    """Paths by id, the classification of their activities and the sources that they name."""

    version: str
    paths: Mapping[str, Path]
    classification: str = "nace_rev2"
    sources: Mapping[str, Source] = field(default_factory=dict)
