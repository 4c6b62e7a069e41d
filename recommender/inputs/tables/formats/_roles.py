"""Which dimension of a publisher's table is the activity, and in which classification."""

from __future__ import annotations

from collections.abc import Iterable

EUROSTAT_LICENCE = "Eurostat: re-use authorised with acknowledgement of the source (Commission Decision 2011/833/EU)"
OGL = "Open Government Licence v3.0"

ACTIVITY_DIMENSIONS = ("nace", "isic", "sitc", "cpa", "cpc", "ipc", "isco", "product", "activity", "industry", "sector")
# Those that publishers name after the edition.
CLASSIFICATIONS = {"nace_r2": "nace_rev2", "nace_r2_1": "nace_rev2_1", "nace_r21": "nace_rev2_1"}


def activity_dimension(names: Iterable[str]) -> str | None:
    """The first dimension that is one of activities or products."""
    return next((name for name in names if name.lower().startswith(ACTIVITY_DIMENSIONS)), None)


def classification(dimension: str | None) -> str | None:
    """The classification that a dimension is named after."""
    return CLASSIFICATIONS.get(dimension.lower(), dimension.lower()) if dimension else None
