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
        "actions": "What to do",
        "pooling": "What to pool: too much for one cluster alone",
        "criteria": "The seven criteria of the enabling condition",
    },
    "column": {
        "vision_now": "Possible now",
        "vision_link": "After one link",
        "vision_build": "After building one competence",
        "association": "Organisation",
        "members": "Clusters",
        "readiness": "Ready 0–1",
        "known": "Known of 7",
        "ask_for": "Ask for",
    },
    "folded": {
        "vision_now": "Possible now",
        "vision_link": "After one link",
        "vision_build": "After building one competence",
        "ask_for": "Ask for",
    },
    "legend": {
        "vision": "In brackets with whom, or which competence, the only one that the cluster nearly has. ris3 "
        "clusters SOURCE CLUSTER tells more.",
        "organisations": "Ready: "
        "mean of what is known of label, staff, members, private funding, age of the strategy and "
        "links to research; no value where fewer than three are known (scales and thresholds are ours). "
        "Nothing is assumed where nothing is known.",
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
