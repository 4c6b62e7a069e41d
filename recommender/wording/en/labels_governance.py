"""Titles, headings, heads and legends of the answers about governance."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "governance": "{region}: who could carry it",
    },
    "heading": {
        "vision": "A long view of each cluster, in three horizons",
        "organisations": "Cluster organisations",
        "alone_resources": "What small firms cannot do alone: resources",
        "alone_research": "What small firms cannot do alone: research and development",
        "alone_access": "What small firms cannot do alone: access to institutions and other regions",
        "alone_organisation": "What the organisations themselves need",
        "pooling": "Resources to pool: competences too much for one cluster alone",
        "criteria": "The seven criteria of the enabling condition",
    },
    "column": {
        "vision_now": "Carries now",
        "vision_link": "After one link",
        "vision_build": "After building one competence",
        "short_in": "Short in paths",
        "summed_gain": "Adds in fit",
        "wanted": "Wanted 0–1",
        "held_most_by": "Held most by",
        "held_in": "In",
        "pooling_answer": "Together",
        "short_for": "Short for",
        "association": "Organisation",
        "members": "Clusters",
        "readiness": "Ready 0–1",
        "known": "Known of 7",
        "ask_for": "Ask for",
    },
    "folded": {
        "vision_now": "Carries now",
        "vision_link": "After one link",
        "vision_build": "After building one competence",
        "ask_for": "Ask for",
        "short_for": "Short for",
        "held_most_by": "Held most by",
        "held_in": "In",
    },
    "pooling_answer": {
        "link": "link to who holds it",
        "build_with_holder": "build the rest once, with them",
        "build_together": "build it once, together",
    },
    "empty": {
        "organisations": "The profile holds no cluster organisation: ask who speaks for the firms of each cluster.",
        "no_organisation": "No data: our rules look at cluster organisations, and the profile holds none.",
        "alone": "None of our rules fired, and none waits for data.",
        "pooling": "No competence is short in the possible paths of several clusters.",
        "no_path_yet": "No path is possible yet, so that nothing can be called short for one.",
        "vision": "None of the paths is within reach of a cluster today, by one link or by one build: assess more "
        "competences, or write a path for it.",
    },
    "legend": {
        "pooling": "Competences that possible paths of two or more clusters lack. Short in paths: of how many; adds in "
        "fit: what it would add to them all, supplied in full; wanted: the highest level that one of them asks for; "
        "best level: of who holds most, in the region or at a partner. Of an organisation the count of competences to "
        "pool is that of the rows that are short for a cluster of its own.",
        "vision": "In brackets with whom, or which competence, the only one that the cluster nearly has. ris3 "
        "clusters SOURCE CLUSTER tells more. Where no path is told, none is within reach.",
        "organisations": "Ready: "
        "mean of what is known of label, staff, members, private funding, age of the strategy and "
        "links to research; no value where fewer are known than readiness.fewest_known asks (scales and "
        "thresholds are ours; "
        "staff, members, private funding, review of the strategy and links to research are indicators 2.2.1, 1.1.2, "
        "3.2, 4.1.5 and 2.7 of the European list for cluster management, ESCA/EUCLES). "
        "Nothing is assumed where nothing is known. Known: how many of these six and the share of small firms.",
        "criteria": "Regulation (EU) 2021/1060, Annex IV, condition 1.1, in short words of ours. No evidence means: "
        "the profile says nothing about it.",
    },
    "indicator": {
        "staff_fte": "staff (full-time equivalents)",
        "member_count": "number of members",
        "sme_share": "share of small firms",
        "private_funding_share": "share of private funding",
        "research_links": "links of members to research",
        "strategy_year": "year of the strategy",
        "label": "quality label and its expiry",
    },
}
