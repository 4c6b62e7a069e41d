"""Heads and legends about institutions, production chains and strong pairs."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "cluster_institutions": "Which institution could close the gaps of which cluster",
        "institutions": "Institutions that hold what paths lack: all of them",
        "matrix": "What two clusters could do together",
        "path_institutions": "Which institution could close the gaps of which path",
        "chains": "Production chains",
        "strong_pairs": "Strong but unrelated activities, and what could join them",
        "lacks": "Who holds what it lacks",
    },
    "column": {
        "works_with": "Works with",
        "lead": "Lead",
        "institution": "Next link",
        "holds": "Which holds",
        "clusters_counted": "Clusters counted there",
        "gain": "Adds in fit",
        "strong_in": "Strong in",
        "and_in": "and in",
        "bridge": "Could be joined by",
        "crossing_score": "Score",
    },
    "folded": {
        "works_with": "Works with",
        "lead": "Lead",
        "institution": "Next link",
        "holds": "Which holds",
        "clusters_counted": "Clusters counted there",
    },
    "specialised_in": {
        "lq_exports": "location quotient of exports",
        "rta_patents": "revealed technological advantage",
    },
    "legend": {
        "cluster_institutions": "For the paths that the cluster leads or is in: the institution that holds most of "
        "what both it and the path lack and works with it weakly or not at all; what a full link to whoever "
        "leads would add. – : nothing that an institution could close.",
        "matrix": "Possible paths that two clusters do clearly better together: below the diagonal with today's link, "
        "above it those that a full link would lift further. The numbers at the top are those of the rows.",
        "path_institutions": "The institution whose full link to the lead would add most fit, all else equal; link "
        "0: none today. A path without a row: none would add 0.01 or more, because none holds more than reaches its "
        "lead, or because another essential is missing as well; the table of all institutions has everybody who "
        "holds more.",
        "strong_pairs": "Activities with a location quotient above 1 in at least 9 of 10 cases, whose relatedness "
        "lies in the lowest third of all pairs. Score: the relatedness of the joining activity to the less related "
        "of the two, times 1 minus the relatedness of the two, times its gain in complexity where that is sound "
        "evidence (after Janssen and Frenken 2019, our reconstruction; to be confirmed).",
    },
}
