"""What the classes of an official classification are called, and which transitions they can serve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .evidence import LocalText
from .vocabulary import Transition


@dataclass(frozen=True, slots=True)
class Activity:
    """A division of NACE Rev. 2, its code written with the section letter (C28).

    `transitions` in [0, 1] and `tags` are indicative: a division is wide, so they say that
    something in it can serve the transition. `technology` and `knowledge_intensive` are
    Eurostat's levels, for the divisions that have one. `label` is the official title, `short` ours.
    """

    code: str
    label: LocalText
    section: str
    transitions: Mapping[Transition, float] = field(default_factory=dict)
    tags: tuple[Transition, ...] = ()
    technology: str | None = None
    knowledge_intensive: str | None = None
    short: LocalText = field(default_factory=dict)

    @property
    def name(self) -> LocalText:
        """What people call it: the short name, where there is one."""
        return self.short or self.label
