"""A plain table as a result: what `config show`, `reference list` or `validate` print."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .problem import Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under named columns, with what must be said about them.

    `schema` names the JSON document ("ris3/config/1"); `facts` go into it beside the rows;
    `warnings` are told apart from the rows and go to stderr in the formats for people.
    """

    schema: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    facts: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
