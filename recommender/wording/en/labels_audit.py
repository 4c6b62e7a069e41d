"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: declared priorities and the evidence",
    },
    "heading": {
        "unsupported": "Declared, not supported today",
        "overlooked": "Supported, not declared",
        "unanswered": "Declared, without a path",
        "views_side_by_side": "Where competences and statistics disagree",
    },
    "column": {
        "verdict": "Verdict",
        "priorities": "Declared under",
    },
    "folded": {
        "priorities": "Declared under",
    },
    "verdict": {
        "supported": "supported",
        "weak": "weakly supported",
        "unsupported": "not supported",
        "copied": "not supported, copied?",
        "unknown": "not assessed",
        "overlooked": "overlooked",
        "quiet": "not declared",
    },
    "legend": {
        "audit": ""
        "Supported: band high or medium; weakly: low; overlooked: band high and declared by no priority. "
        "Copied?: not supported here, and a neighbour declares it too.",
        "views": "Both are percentiles: of made-up paths for competences, of the activities in which the region is"
        " not specialised for statistics. Neither is right by itself: a division is wider than a path, "
        "and a judgement is a judgement.",
    },
}
