"""Titles, headings, heads and legends of the views of a ranking."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "evidence": "{region}: competences and statistics side by side",
        "challenge": "{region}: what it could do about “{challenge}”",
        "challenges": "{region}: which challenges it could answer",
    },
    "heading": {
        "competences_say_more": "Competences say more than statistics",
        "statistics_say_more": "Statistics say more than competences",
        "challenge_competences": "What it takes",
        "challenge_actors": "Who could carry it",
        "challenge_users": "Users to involve",
        "portfolio": "A portfolio, not only the safest",
    },
    "column": {
        "view_competences": "Competences",
        "view_statistics": "Statistics",
        "competence_rank": "Rank",
        "statistics_rank": "Rank",
        "says_more": "More by",
        "share_seen": "Judged",
        "divisions_judged": "In divisions",
        "explained_by": "Why",
        "counted_under": "Statistics look at",
        "users_linked": "Users reached",
        "users": "Users",
        "needed_by": "Paths",
        "essential_for": "Essential for",
        "reaches": "Covered",
        "best_level": "Best level 0–1",
        "brought_from": "From",
        "actor": "Actor",
        "role": "Kind",
        "joins": "Would join",
        "contribution": "Adds in fit",
        "paths": "In",
        "challenge": "Challenge",
        "id": "Id",
        "possible": "Possible today",
        "not_yet": "Not yet",
        "to_ask": "To ask about",
        "closest": "First",
        "present": "Counted under",
    },
    "folded": {
        "users": "Users",
        "brought_from": "From",
        "paths": "In",
        "closest": "First",
        "divisions_judged": "In divisions",
        "explained_by": "Why",
        "counted_under": "Statistics look at",
    },
    "legend": {
        "evidence": "Competences: out of 100 made-up paths of the same shape, so many fit the region less well. "
        "Statistics: out of 100 activities in which the region is not specialised, so many are less related to what "
        "it does. More by: which says more, where the two differ by more than the limit. Judged: how much of the path "
        "statistics judge, by the shares it gives its divisions, and in how many of them; the rest is a speciality of "
        "the region already, suppressed, or not in the table. Neither is right by itself: a division is wider than a "
        "path, and a judgement is a judgement.",
        "challenge": "Users reached: share of the kinds of user that a path names of which one works with its "
        "coalition.",
        "paths_by_statistics": "Beats of 100: out of 100 activities in which the region is not specialised, so many "
        "are less related to what it does. High from {high}, medium from {medium}. What anybody can do was not asked.",
    },
    "user_kind": {
        "hospital": "hospitals",
        "utility": "utilities",
        "municipality": "municipalities",
        "patients_body": "patients' bodies",
        "company": "companies",
        "farmer": "farmers",
        "school": "schools",
        "port": "ports",
        "emergency_service": "emergency services",
        "cultural_body": "cultural bodies",
        "citizens_body": "citizens' bodies",
        "transport_operator": "transport operators",
        "building_owner": "building owners",
        "defence": "defence",
        "researcher": "researchers",
        "other": "other users",
    },
    "says_more": {
        "competences": "competences",
        "statistics": "statistics",
        "neither": "neither",
        "tie": "a tie",
    },
    "novelty_line": {
        "incremental": "Incremental: little is new to whoever leads",
        "substantial": "Substantial: some of it is new",
        "radical": "Radical: much is new to the region",
        "poorly_assessed": "Too little assessed to say how new",
    },
    "next": {
        "challenge": "one of them: paths, competences, actors, users",
        "evidence": "competences and statistics side by side, and what explains each difference",
    },
}
