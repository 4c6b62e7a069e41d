"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "gap_closers": "Who could close which gap",
        "returned": "What partners would get from us",
        "alike": "Regions that are alike rather than complementary, by statistics",
    },
    "column": {
        "has_needs": "Has → needs",
        "held_there": "Held there",
        "there": "Who there",
        "in_region": "Partner",
        "closer_here": "Here",
        "we_bring": "We bring",
        "shared_count": "Of them, activities",
    },
    "folded": {
        "there": "Who there",
        "in_region": "In",
        "closer_here": "Nearest here",
        "we_bring": "We bring",
    },
    "legend": {
        "gap_closers": "Has: the level that reaches whoever would lead, needs: the level that the path asks for. "
        "Where specific paths are asked for, every gap has a row; otherwise those that a known actor of a partner "
        "region could close.",
        "alike": "Shared: of the specialisations of both, those in common. Good for learning together, less for "
        "filling gaps; no actors are known of these regions.",
    },
}
