"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "supplies": "Who could supply what is missing",
        "gap_closers": "Who could close which gap",
        "returned": "What partners would get from us",
        "alike": "Regions that are most alike, by statistics",
    },
    "column": {
        "has_needs": "Has → wanted",
        "held_there": "Held there",
        "here_best": "Best here",
        "paths_count": "Paths",
        "for_paths": "For",
        "there": "There",
        "closer_here": "Here",
        "closed_count": "Closed in",
        "partner_adds": "A partner",
        "we_bring": "We bring",
        "to_assess": "Not assessed there",
        "shared_count": "Of them, activities",
    },
    "folded": {
        "there": "There",
        "closer_here": "Best here",
        "we_bring": "We bring",
        "to_assess": "Not assessed there",
    },
    "empty": {
        "supplies": "No actor of a partner region is known to hold more of anything that is missing.",
        "gap_closers": "These paths lack nothing: everything that they need reaches whoever would lead.",
    },
    "legend": {
        "supplies": "Competences that paths miss and of which a known actor of a partner region holds more than "
        "anybody here, by what their lack costs. Closed in: paths of which it holds as much as they ask for; the "
        "others it narrows. Levels 0–1. Last, with – : what nobody here was assessed for, ask here first.",
        "gap_closers": "Has: the level that reaches whoever would lead, wanted: the level that the path asks for. Best "
        "here: the highest level in the region, whether linked or not. A partner is named only where it holds more "
        "than that.",
        "returned": "Fit of their paths without and with us. – : nobody there was assessed for what we would bring, so "
        "nothing is claimed.",
        "alike": "Shared: of the specialisations of both, those in common. Good for learning together, less for "
        "filling gaps; no actors are known of these regions.",
    },
}
