"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: declared priorities and the evidence",
    },
    "heading": {
        "unsupported": "Mapped to a priority, not supported today",
        "overlooked": "Supported, mapped to no priority",
        "unanswered": "Priorities to which no path is mapped",
        "views_side_by_side": "Where competences and statistics disagree",
    },
    "column": {
        "verdict": "Verdict",
        "priorities": "Mapped to",
    },
    "folded": {
        "priorities": "Mapped to",
    },
    "verdict": {
        "supported": "supported",
        "weak": "weakly supported",
        "unsupported": "not supported",
        "copied": "not supported, also mapped elsewhere",
        "unknown": "not assessed",
        "overlooked": "overlooked",
        "quiet": "mapped to no priority",
    },
    "empty": {
        "unsupported": "None of the mapped paths that are assessed lacks support.",
        "overlooked": "No path of the band high is left out: each is mapped to a priority.",
        "none_high": "No path is of the band high.",
        "views_side_by_side": "On no assessed path do competences and statistics differ by more than the limit.",
        "competences_say_more": "On no assessed path do competences say more by more than the limit.",
        "statistics_say_more": "On no assessed path do statistics say more by more than the limit.",
    },
    "legend": {
        "audit": ""
        "Supported: band high or medium; weakly: low; overlooked: band high and mapped to no priority. "
        "The mapping is that of the authors of the profile, and a judgement. "
        "Also mapped elsewhere: not supported here, and the profile of a neighbour maps it to a priority as well; its "
        "authors judged that, which says nothing of who took it from whom.",
        "views": "Both are percentiles: of made-up paths for competences, of the activities in which the region is"
        " not specialised for statistics. Neither is right by itself: a division is wider than a path, "
        "and a judgement is a judgement.",
    },
}
