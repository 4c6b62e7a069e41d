"""What each key of the answers about clusters, partners, governance and views of the ranking means."""

from __future__ import annotations

from collections.abc import Mapping

STUDY: Mapping[str, str] = {
    "findings": "what is said, in order: findings",
    "warnings": "what limits the recommendation that it rests on: findings",
    "tables": "the tables that are shown, by name: one object a row, one key a column",
}
"""Keys that every answer beyond the ranking has."""

ECOSYSTEM_DOCUMENTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "ris3/clusters/1": (
        "what `ris3 clusters` answers",
        {
            **STUDY,
            "cards": "the card of each cluster: its three features, relations, competences and horizons",
            "bridges": "every pair of a cluster and a cluster or institution: link, paths that a full link lifts, what"
            " each brings; the most useful first",
            "institutions": "every institution that holds what a path lacks: its link to the lead, and the fit that a"
            " full one would add; the best of each path first",
            "strong_pairs": "strong but unrelated activities, what would join them, and the clusters counted there",
            "chains": "`{cluster: chain}` from a given input-output table: inputs by share, local share; empty without",
            "variety": "variety of the clusters' competences in bits, within and between fields; null without any",
        },
    ),
    "ris3/cluster/1": (
        "what `ris3 clusters SOURCE CLUSTER` answers",
        {
            **STUDY,
            "card": "the card of the cluster",
            "bridges": "every pair that it is in",
            "chain": "its production chain, where an input-output table was given; else null",
            "institutions": "institutions that hold what its paths lack, as in `ris3/clusters/1`",
        },
    ),
    "ris3/partners/1": (
        "what `ris3 partners` answers",
        {
            **STUDY,
            "paths": "ids of the paths that it is about",
            "partners": "every partner with known actors: what it adds, fully linked, with a joint project and"
            " today, what it gets, what to ask on either side, and what of it the region holds as well",
            "consortium": "the few partners that together add most, and how much more others might; null without any",
            "elsewhere": "for each activity that the region lacks, of the paths asked for or else of the declared"
            " ones (without a profile: asked for, or ranked), the regions of the statistics that would add most around"
            " it beyond chance; `now` is today's code, `outside` the European Union",
            "alike": "regions of the statistics that share most specialisations with this one",
        },
    ),
    "ris3/governance/1": (
        "what `ris3 governance` answers",
        {
            **STUDY,
            "organisations": "every cluster organisation: readiness, what is known, what to ask, actions with their"
            " rules and facts",
            "visions": "`{cluster: horizons}`: paths that it carries or only joins, after one link, after one build",
            "region_readiness": "readiness of the region: value, low, high, the clusters known and not; or null",
            "pooled": "competences that possible paths of several clusters lack, and who could supply them",
        },
    ),
    "ris3/evidence/1": (
        "what `ris3 recommend SOURCE --evidence both` answers",
        STUDY,
    ),
    "ris3/challenge/1": (
        "what `ris3 recommend SOURCE --challenge ID` answers",
        {**STUDY, "challenge": "`{id, label, source}` of the challenge"},
    ),
    "ris3/challenges/1": (
        "what `ris3 recommend SOURCE --challenge list` answers",
        STUDY,
    ),
    "ris3/audit/1": (
        "what `ris3 audit` answers",
        {
            **STUDY,
            "verdicts": "`{path: verdict}`: supported, supported_thinly, weak, unsupported, mapped_elsewhere, unknown,"
            " overlooked or quiet (not declared, not high)",
            "neighbours": "the neighbouring regions whose priorities were compared",
        },
    ),
}
