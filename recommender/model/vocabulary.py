"""The words in which profiles and paths speak of competences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .evidence import LocalText

CompetenceKind = Literal["technological", "organisational", "business_model"]
COMPETENCE_KINDS: tuple[CompetenceKind, ...] = ("technological", "organisational", "business_model")

Transition = Literal["green", "digital", "social"]
TRANSITIONS: tuple[Transition, ...] = ("green", "digital", "social")


@dataclass(frozen=True, slots=True)
class Competence:
    """Something an actor can do: technology, organisation or business model.

    `wipo` are technology fields (WIPO IPC concordance, 1 to 35); `near` names competences that
    substitute for this one in part.
    """

    id: str
    kind: CompetenceKind
    label: LocalText
    description: LocalText = field(default_factory=dict)
    wipo: tuple[str, ...] = ()
    tags: tuple[Transition, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Competences by id, in the order of the file, with the shipped specificity of each.

    `specificity` in (0, 1] says how much a competence distinguishes those who hold it; one that
    has no shipped value takes the median (METHODS A1).
    """

    version: str
    competences: Mapping[str, Competence]
    specificity: Mapping[str, float] = field(default_factory=dict)
    specificity_version: str | None = None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A societal challenge that paths answer to."""

    id: str
    label: LocalText
    description: LocalText = field(default_factory=dict)
    source: str | None = None
