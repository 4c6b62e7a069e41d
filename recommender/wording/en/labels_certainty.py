"""Heads and legends about how sure the order is."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "column": {
        "tops": "Top 3, 5, 10",
        "roads": "Road",
        "already_specialised": "Specialised already",
    },
    "folded": {
        "density": "Related share here",
        "tops": "Top 3, 5, 10",
        "roads": "Road",
        "already_specialised": "Specialised already",
    },
    "cell": {
        "borderline": "{}: borderline",
    },
    "legend": {
        "uncertain": "Rank from–to holds in nine of ten draws; within a group the draws do not tell the first from the "
        "others. Top 3, 5, 10: share of the draws in which it comes among so many. Road: share of the draws in each "
        "field of relatedness and complexity, cut at the medians; borderline: none of them in nine of ten.",
        "uncertain_bands": "Band holds: share of the draws with this band.",
        "uncertain_presence": "Specialised already: share of the draws in which the region's own figures say so.",
    },
}
