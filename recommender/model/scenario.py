"""What if: a few edits on a profile, on statistics and on settings, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .evidence import LocalText

Action = Literal["remove", "add", "set", "scale", "config"]
ACTIONS: tuple[Action, ...] = ("remove", "add", "set", "scale", "config")
"""In the order in which a scenario's edits are applied: things go, things come, then values change."""

STATISTICS = "statistics"
"""First part of the fields that stand for the region's own figures: statistics.C28."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that a scenario assumes.

    `at` names a field (`clusters.packaging.competences.t_vision`), or for `config` a setting
    (`eligibility.bar`); `value` is what is written there, the factor of `scale`, None for `remove`;
    `place` is its file:line.
    """

    action: Action
    at: str
    value: Any
    reason: LocalText
    place: str

    @property
    def section(self) -> str:
        """The part of the profile that it is about."""
        return self.at.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named set of edits; `id` is the name of its file without the ending."""

    id: str
    name: LocalText
    reason: LocalText = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()

    @property
    def settings(self) -> Mapping[str, Any]:
        """The settings that it changes, by dotted name."""
        return {edit.at: edit.value for edit in self.edits if edit.action == "config"}
