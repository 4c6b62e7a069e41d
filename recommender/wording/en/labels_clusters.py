"""Titles, headings, heads and legends of the answers about clusters."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "clusters": "{region}: its clusters and the links between them",
        "cluster": "{region}: {cluster}",
    },
    "heading": {
        "bridges": "Bridges to build between clusters",
        "next_links": "Best next links to institutions",
        "unused_institutions": "Institutions that no cluster works with",
        "variety": "Variety and weak points",
        "as_it_is": "As it is",
        "renewal": "How it could renew itself",
        "own_links": "Its best next links",
    },
    "column": {
        "divisions": "Counted under",
        "employees_stated": "Persons employed, by the profile",
        "quotient_stated": "Location quotient, by the profile",
        "at": "Lines",
        "cluster": "Cluster",
        "maturity": "Stage",
        "employees": "Persons employed",
        "stars": "Stars",
        "institutions": "Institutions linked",
        "clusters": "Clusters linked",
        "now": "Carries now",
        "leads": "Would lead",
        "a": "Cluster",
        "b": "With",
        "link": "Link 0–1",
        "lifted": "Paths lifted",
        "ahead": "Ahead of today",
        "best_path": "Most of all",
        "fit_move": "Fit 0–1",
        "renews": "Opened by one link or build",
    },
    "folded": {
        "divisions": "Counted under",
        "employees_stated": "Persons employed, by the profile",
        "quotient_stated": "Location quotient, by the profile",
        "at": "Lines",
        "location_quotient": "Location quotient",
        "institutions": "Institutions",
        "clusters": "Clusters linked",
        "best_path": "Most of all",
        "b": "With",
        "stars": "Stars",
    },
    "legend": {
        "clusters": "Carries: leads it, brings an essential, or has a large part of the fit. Location quotient and "
        "stars are computed here from the statistics, of all activities under which the cluster is counted, together: "
        "they hold others too, and not all of it. By the profile: what its authors state, with the year, what it "
        "rests on and what it counts. The two quotients differ where they count other activities, and even for the "
        "same ones where they were computed over another set of regions (the source in the profile says which). "
        "Stars: size and focus, in the top tenth of the regions of the statistics by persons employed in "
        "the cluster's activities and by their share of the region; specialisation, a location quotient "
        "of 2 or more (thresholds of the European Cluster Observatory, first edition; to be confirmed). "
        "Productivity has no data.",
        "bridges": "A path counts if the two, fully linked, lift it by 0.05 or more over the better of them alone "
        "and are over the bar. Ahead: better than the best coalition of the region today, after the cost "
        "of a partner; the order is by how far, over all such paths.",
    },
    "empty": {
        "challenge_actors": "By what is assessed so far no path has a fit above 0: assess first what they need.",
        "clusters": "The profile holds no cluster: write one under clusters.",
        "bridges": "No link between two clusters would let them do better than the region does today.",
        "next_links": "No link of a cluster with an institution would let them do better than the region does today.",
        "path_institutions": "No institution holds more of what is missing than already reaches who leads.",
        "unused_institutions": "Every institution that holds competences works with a cluster or its association.",
        "variety": "The clusters hold no competence that anybody has assessed: assess some first.",
        "strong_pairs": "No statistics hold the region, or no two activities in which it is strong are unrelated.",
        "lacks": "No institution with a weak link or none holds what it lacks for the paths that it carries.",
        "own_links": "No new link of its own would let it do better than the region does today.",
    },
    "next": {
        "cluster_card": "one cluster in full",
    },
}
