"""The three features of a cluster as a number in [0, 1], by stated rules where there are figures (ours).

agglomeration : mean of the percentiles of size and of focus among the regions of the statistics
specialisation : mean of min(1, location quotient / 2) and of the local supply share, as far as they are known
embeddedness : mean of min(1, research links per ten members / 3), as the cluster organisation counts them, and of the
    mean strength of the links to local institutions

Where the figures are missing the judged facet of the profile stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from .scoring import DIGITS

FULL_QUOTIENT = 2.0
"""Location quotient at which specialisation is full: that of the Observatory's star (to be confirmed)."""
FULL_PER_TEN = 3.0
"""Research links per ten members at which embeddedness is full (judged, ours)."""


def agglomeration_facet(size_percentile: float | None, focus_percentile: float | None) -> float | None:
    """None unless both are known."""
    return _mean([size_percentile, focus_percentile], least=2)


def specialisation_facet(location_quotient: float | None, local_supply: float | None) -> float | None:
    """None unless one of them is known."""
    quotient = None if location_quotient is None else min(1.0, location_quotient / FULL_QUOTIENT)
    return _mean([quotient, local_supply], least=1)


def embeddedness_facet(per_ten: float | None, strength: float | None) -> float | None:
    """None unless the organisation counts its research links."""
    return _mean([None if per_ten is None else min(1.0, per_ten / FULL_PER_TEN), strength or 0.0], least=2)


def _mean(values: Sequence[float | None], least: int) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), DIGITS) if len(known) >= least else None
