"""Numbers that somebody judged or measured, and texts in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Evidence = Literal["judged", "surveyed", "measured", "proxy"]
EVIDENCE: tuple[Evidence, ...] = ("judged", "surveyed", "measured", "proxy")

LocalText: TypeAlias = Mapping[str, str]
"""Language code -> text. A text without a language is English."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A number together with what it rests on. A bare number in a file is a judged one.

    `confidence` in [0, 1] is the author's own; `sources` are ids of the file's `sources`.
    """

    value: float
    evidence: Evidence = "judged"
    sources: tuple[str, ...] = ()
    year: int | None = None
    confidence: float | None = None
    unit: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read."""

    id: str
    title: str
    publisher: str | None = None
    year: int | None = None
    url: str | None = None
    note: str | None = None


def in_language(text: LocalText, language: str) -> str:
    """The text in `language`, else in English, else in the first language by code."""
    return text.get(language) or text.get("en") or text[min(text)]
