"""Titles, headings, column heads and the lines around a result."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "scenario-comparison": "{region}: what if?",
        "scenario-run": "{region}: what if? {scenario}",
        "recommendation_paths": "{region}: what it could grow into",
        "recommendation_activities": "{region}: activities within reach, by statistics",
        "explanation": "{region}: {path}",
        "comparison": "{region}: {first} or {second}?",
        "region": "the region",
    },
    "header": {
        "assessed": "Assessed",
        "judged": "Evidence",
        "strongest": "Today",
        "weighting": "Lens",
        "reference_vintage": "Statistics",
        "region_recoded": "Region code",
    },
    "heading": {
        "reasons": "Why these come first",
        "findings": "What else to know",
        "not_assessed": "No verdict yet: ask",
        "not_yet": "Not recommended, and why",
        "limits": "What limits this answer",
        "next": "How to go on",
        "needs_met": "How far what they need is met",
    },
    "question": {
        "why": "Why?",
        "with_what": "With what, and with whom?",
        "missing": "What is missing?",
        "from_whom": "From whom could it come?",
        "change": "What would change the answer?",
        "certainty": "How sure is this?",
        "source": "Where does it come from?",
    },
    "column": {
        "base": "Today",
        "because": "Because of",
        "rank": "#",
        "rank_full": "Rank",
        "by_statistics": "Beats of 100, by statistics",
        "path": "Path",
        "activity": "Activity",
        "band": "Band",
        "score": "Score 0–1",
        "fit": "Fit 0–1",
        "fit_range": "Fit from–to",
        "percentile": "Beats of 100",
        "complexity": "Complex 0–1",
        "coalition": "Who together",
        "gap": "Main gap (there of needed)",
        "density": "Related share here",
        "location_quotient": "Location quotient",
        "tags": "Transitions",
        "related": "Related to",
        "why": "Why not",
        "ask": "Ask about",
        "competence": "Competence",
        "weight": "Weight 0–1",
        "has": "Has 0–1",
        "needs": "Needs 0–1",
        "met": "Met",
        "from": "From",
    },
    "folded": {
        "because": "Because of",
        "coalition": "Who",
        "gap": "Gap",
        "tags": "For",
        "related": "Related to",
        "from": "From",
    },
    "cell": {
        "others_moved": "others moved",
        "gap": "{name} {has} of {needs}",
        "essential": "essential",
        "none": "none",
        "not_needed": "not needed",
        "not_assessed": "not assessed",
        "near": "{} (near: {})",
        "more": "and {count} more: --format md, csv or json tell all of them",
        "nobody": "nobody",
    },
    "legend": {
        "places": "Rank and band; in brackets the ranks gained (+) or lost (−) against today.",
        "moves": "Because of: the number of an edit, and its part of the change of the score (where a path comes or "
        "goes: of the fit). The parts of all edits add up to the change (Shapley values).",
        "paths": "Beats of 100: out of 100 made-up paths of the same shape, so many fit this region less well. "
        "High from {high}, medium from {medium}.",
        "activities": "Beats of 100: out of 100 activities in which the region is not specialised, so many are less "
        "related to what it does. High from {high}, medium from {medium}.",
    },
    "next": {
        "explain": "why, with whom, what is missing, what would change it",
        "compare": "two of them side by side",
        "init": "an example profile to copy and change",
        "json": "everything, for a program; every sentence with its facts and its lines",
    },
    "word": {
        "source": "SOURCE",
    },
}
