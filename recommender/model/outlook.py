"""What a forecast says about one region of a table: how likely it enters each activity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .forecast import Standing


@dataclass(frozen=True, slots=True)
class Prospect:
    """One activity of the region: shares of such cells that enter within the horizon, and that enter and stay.

    `lift` is the probability over the mean of all candidates of the table; an activity of a path with
    several candidates has their share-weighted means. `activities` are those of a path of which it speaks.
    """

    origin: int
    horizon: int
    probability: float
    probability_lasting: float | None
    lift: float
    activities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast of one region, and how far to trust it; `prospects` are there only where it is validated.

    `base_rate` is the mean probability over all candidates of the table, `lift` what is promised of the likeliest
    tenth; candidates and entries are those it was checked on.
    """

    standing: Standing
    reasons: tuple[str, ...]
    origin: int | None = None
    horizon: int | None = None
    base_rate: float | None = None
    lift: float | None = None
    candidates: int = 0
    entries: int = 0
    prospects: Mapping[str, Prospect] = field(default_factory=dict)


SILENT = Outlook("not_validated", ("no_years",))
"""Of a reference model, which holds a single year."""
SWITCHED_OFF = Outlook("not_validated", ("switched_off",))
