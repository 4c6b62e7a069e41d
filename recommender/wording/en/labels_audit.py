"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

SUPPORT = (
    "Supported: band high or medium; thinly assessed: that, with less assessed than the setting novelty.assessed asks; "
    "weakly: low; overlooked: band high and mapped to no priority."
)

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: declared priorities and the evidence",
    },
    "heading": {
        "audited_paths": "Path by path, those without support first",
        "unsupported": "Mapped to a priority, not supported today",
        "views_apart": "Where competences and statistics disagree",
        "overlooked": "Supported, mapped to no priority",
        "unanswered": "Priorities to which no path is mapped",
        "views_side_by_side": "Competences and statistics",
    },
    "column": {
        "verdict": "Verdict",
        "priorities": "Mapped to",
        "priority": "Priority",
        "assessed": "Assessed",
        "mapped_paths": "Paths",
        "supported_paths": "Supported",
        "best_supported": "Best",
        "blocked_by": "Why not",
        "ask_about": "Ask about",
        "also_mapped_by": "Also mapped by",
    },
    "folded": {
        "priorities": "Mapped to",
        "best_supported": "Best",
        "blocked_by": "Why not",
        "ask_about": "Ask about",
        "also_mapped_by": "Also mapped by",
    },
    "verdict": {
        "supported": "supported",
        "supported_thinly": "supported, thinly assessed",
        "weak": "weakly supported",
        "unsupported": "not supported",
        "mapped_elsewhere": "not supported, also mapped elsewhere",
        "unknown": "not assessed",
        "overlooked": "overlooked",
        "quiet": "mapped to no priority",
    },
    "empty": {
        "unsupported": "None of the mapped paths that are assessed lacks support.",
        "overlooked": "No path of the band high is left out: each is mapped to a priority.",
        "none_high": "No path is of the band high.",
    },
    "legend": {
        "priorities": "Verdict: the best of its paths. Supported: of how many the band is high or medium. Assessed: "
        "share of what a path needs that somebody assessed, by weight; of a priority the mean of its paths.",
        "audit": SUPPORT,
        "audit_neighbours": f"{SUPPORT} Also mapped elsewhere: the profile of a neighbour maps it to a priority as "
        "well, which says nothing of who took it from whom.",
    },
}
