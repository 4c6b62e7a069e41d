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
        "cluster": "Cluster",
        "maturity": "Stage",
        "employees": "Persons employed",
        "stars": "Stars",
        "institutions": "Institutions linked",
        "clusters": "Clusters linked",
        "now": "Paths now",
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
        "employees": "Persons employed",
        "location_quotient": "Location quotient",
        "institutions": "Institutions",
        "clusters": "Clusters linked",
        "best_path": "Most of all",
        "b": "With",
        "stars": "Stars",
    },
    "legend": {
        "clusters": "Stars: size and focus, in the top tenth of the regions of the statistics by persons employed in "
        "the cluster's activities and by their share of the region; specialisation, a location quotient "
        "of 2 or more (thresholds of the European Cluster Observatory, first edition; to be confirmed). "
        "NACE divisions are wider than clusters. Productivity has no data.",
        "bridges": "A path counts if the two, fully linked, lift it by 0.05 or more over the better of them alone "
        "and are over the bar. Ahead: better than the best coalition of the region today, after the cost "
        "of a partner; the order is by how far, over all such paths.",
    },
    "next": {
        "cluster_card": "one cluster in full",
    },
}
