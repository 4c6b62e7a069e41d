"""Cluster x cluster: what any two could do together, and what today's links let them do (METHODS A9)."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.profile import Cluster
from ..model.study import Grid, GridColumn
from .bridges import Bridge

WIDEST = 20
"""Clusters that a table can hold side by side; the pairs of more are in the JSON."""


def cluster_matrix(clusters: Sequence[Cluster], bridges: Sequence[Bridge]) -> Grid | None:
    """Possible paths that two clusters lift: below the diagonal with today's link, above it further with a full one.

    None where there are fewer than two clusters, or too many for a table.
    """
    if not 2 <= len(clusters) <= WIDEST:
        return None
    place = {cluster.id: number for number, cluster in enumerate(clusters)}
    cells: list[list[int | None]] = [[None] * len(clusters) for _ in clusters]
    for bridge in bridges:
        if bridge.a in place and bridge.b in place:
            low, high = sorted((place[bridge.a], place[bridge.b]))
            cells[low][high], cells[high][low] = len(bridge.lifts), bridge.today
    columns = (
        GridColumn("number", "count", {"en": "#"}),
        GridColumn("cluster", "name", wraps=True),
        *(GridColumn(f"with_{item.id}", "count", {"en": str(number)}) for number, item in enumerate(clusters, start=1)),
    )
    rows = ((number, item.id, *row) for number, (item, row) in enumerate(zip(clusters, cells, strict=True), start=1))
    return Grid("matrix", columns, tuple(rows))
