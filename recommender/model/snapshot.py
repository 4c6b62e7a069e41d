"""What two recommendations are compared by, and what a lock file keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .evidence import LocalText
from .recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one opportunity stands, and the actors or activities that it rests on."""

    rank: int | None
    band: str
    score: float | None
    drivers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Ranks, bands and scores, with everything that they depend on.

    inputs : name -> sha256; settings by dotted name; `version` that of ris3
    profile : what scenarios can change, as plain values, where it was kept
    """

    region_code: str | None
    region_name: str
    subject: str
    version: str
    inputs: Mapping[str, str]
    settings: Mapping[str, Any]
    standings: Mapping[str, Standing]
    names: Mapping[str, LocalText] = field(default_factory=dict)
    profile: Mapping[str, Any] | None = None


def snapshot_of(answer: Recommendation, version: str, profile: Mapping[str, Any] | None = None) -> Snapshot:
    """The snapshot of a recommendation, numbers rounded as they are written."""
    items = (*answer.opportunities, *answer.not_recommended)
    return Snapshot(
        region_code=answer.region_code,
        region_name=answer.region_name.get("en", ""),
        subject=answer.subject,
        version=version,
        inputs={item.name: item.sha256 for item in answer.inputs},
        settings=dict(answer.settings),
        standings={
            item.id: Standing(
                item.rank, item.band, None if item.score is None else round(item.score, 9),
                tuple(driver.id for driver in item.drivers),
            )
            for item in items
        },
        names={
            name: answer.names[name]
            for item in items
            for name in (item.id, *(driver.id for driver in item.drivers))
            if name in answer.names
        },
        profile=profile,
    )  # fmt: skip
