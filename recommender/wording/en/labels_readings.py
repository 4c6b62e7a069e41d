"""Headings, heads and legends of statistics that are read otherwise."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "drawn_again": "If judgements and statistics were a little off",
        "readings": "If the statistics were read otherwise",
        "held": "However the statistics are read",
    },
    "column": {
        "stay_first": "Of the first ten stay",
        "ranked_no_more": "No longer ranked",
        "ranked_anew": "Ranked anew",
        "among_first": "Among the first ten",
        "still_ranked": "Ranked at all",
        "rank_between": "Ranks",
    },
    "folded": {
        "ranked_no_more": "No longer ranked",
        "ranked_anew": "Ranked anew",
    },
    "legend": {
        "readings": "Mean shift in ranks over what both rank, by their order among themselves. One thing changes at a "
        "time, and all that follows from it; the forecast stays. Relatedness by one measure alone: the "
        "density around each activity, or the Sapling score.",
        "held": "In so many of the readings it comes among the first ten, and is ranked at all; the ranks lie "
        "between the best and the worst of them.",
    },
    "choice": {
        "cut": "Specialised from a location quotient of {value}",
        "quotient": "Specialised {value}",
        "year": "Year {value}",
        "relatedness": "Relatedness by {value} alone",
    },
    "choice_value": {
        "shrunken": "by a quotient drawn towards 1 where counts are small",
        "likely": "only where that is likely in nine of ten",
        "density": "density (smaller of the two chances)",
        "sapling_between_activities": "Sapling similarity of activities",
        "sapling_between_regions": "Sapling similarity of regions",
        "association": "association strength",
        "association-probability": "association probability",
        "cosine": "cosine of pairs",
        "cosine-by-ubiquity": "cosine of presence",
        "jaccard": "Jaccard index of pairs",
        "jaccard-by-ubiquity": "Jaccard index of presence",
        "lift": "lift",
        "probability-by-ubiquity": "probability of sharing a region",
        "quotient-correlation": "correlation of location quotients",
        "taxonomy": "taxonomy network",
        "weighted-correlation": "weighted correlation of shares",
    },
}
