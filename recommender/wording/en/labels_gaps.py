"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "supplies": "Who could supply what is missing",
        "gap_closers": "Who could close which gap",
        "returned": "What partners would get from us",
        "alike": "Regions that are alike rather than complementary, by statistics",
    },
    "column": {
        "has_needs": "Has → wanted",
        "held_there": "Held there",
        "here_best": "Best here",
        "paths_count": "Paths",
        "for_paths": "For",
        "there": "There",
        "closer_here": "Here",
        "we_bring": "We bring",
        "shared_count": "Of them, activities",
    },
    "folded": {
        "there": "There",
        "closer_here": "Nearest here",
        "we_bring": "We bring",
    },
    "empty": {
        "supplies": "No actor of a partner region is known to hold more of anything that is missing.",
        "gap_closers": "These paths lack nothing: everything that they need reaches whoever would lead.",
    },
    "legend": {
        "supplies": "Competences that paths miss and of which a known actor of a partner region holds more than "
        "reaches whoever would lead; first those of which nobody here holds as much (of the others a link inside the "
        "region would do), then by what their lack costs. Levels 0–1; – : nobody here has assessed it, ask first.",
        "gap_closers": "Has: the level that reaches whoever would lead, wanted: the level that the path asks for.",
        "alike": "Shared: of the specialisations of both, those in common. Good for learning together, less for "
        "filling gaps; no actors are known of these regions.",
    },
}
