"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: with which other regions",
    },
    "heading": {
        "partners": "Who would bring most",
        "consortium": "Which few together",
        "mind": "What else to know about partners",
        "elsewhere": "Regions with complementary activities, by statistics",
    },
    "column": {
        "partner": "Partner",
        "today": "Adds today",
        "proposed": "Adds at half link",
        "linked": "Adds fully linked",
        "given": "We add to them",
        "overlap": "We hold of theirs",
        "code": "Code",
        "region_name": "Region",
        "potential": "Would add",
        "shared": "Shared",
        "brings": "Has what is missing here",
    },
    "folded": {
        "brings": "Has what is missing here",
    },
    "legend": {
        "partners": "Adds: the gain in net fit, summed over the paths that are then possible. At half link a level of"
        " 0.80 reaches as 0.40: where the region's own actors have as much, nothing is gained. We add to "
        "them: the same from their side, as far as their actors are known. We hold of theirs: share of "
        "what their actors hold that ours hold as well.",
        "elsewhere": "Would add: mean share of the relatedness around the activities of the paths asked for (else of "
        "the declared ones) that this region lacks which the other region's specialisations would fill (after "
        "Balland and Boschma 2021, our reconstruction, with Sapling similarity). Without data on links it is "
        "potential complementarity; large and varied regions come first by nature. Shared: of the specialisations of "
        "both, those in common. No actors are known of these regions.",
    },
}
