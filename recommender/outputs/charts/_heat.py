"""Clusters by competences: the map of one kind of competence. The three files beside this one ask for theirs."""

from __future__ import annotations

from typing import Any

from ...model.finding import Finding
from ...model.profile import Cluster
from ...model.report import Report
from ...model.vocabulary import CompetenceKind
from ..blocks import Figure
from ..summary import subject_of
from ..views._words import Words
from ._style import LEVELS, axis, chart, field, short

DARK_FROM = 0.65
WIDTH_OF_CELL, HEIGHT_OF_CELL = 34, 19
MOST_ROWS, MOST_COLUMNS = 60, 30
"""What fits on a page and can be read; the workbook has all."""


def heat_map(kind: CompetenceKind, report: Report, words: Words) -> Figure | None:
    """Rows are competences that some cluster was assessed for, the most widely held first."""
    if report.profile is None or not report.profile.clusters:
        return None
    clusters = report.profile.clusters
    known = report.profile.vocabulary.competences
    held = {name for cluster in clusters for name in cluster.competences if known[name].kind == kind}
    if not held:
        return None
    order = sorted(held, key=lambda name: (-_total(name, clusters), name))
    name = f"competences-{kind.replace('_', '-')}"
    title = words.label("figure", "heat_map").format(kind=words.label("competence_kind", kind))
    drawn = _drawn(order[:MOST_ROWS], clusters)
    told = _told(kind, order, report) | {"drawn_competences": len(order[:MOST_ROWS]), "drawn_clusters": len(drawn)}
    finding = Finding("competence_map", subject_of(report.recommendation), told)
    return Figure(name, title, _grid(order[:MOST_ROWS], drawn, words), words.sentence(finding))


def _drawn(rows: list[str], clusters: tuple[Cluster, ...]) -> tuple[Cluster, ...]:
    """The clusters that were assessed for most of these, in the order of the profile."""
    counts = {cluster.id: len(cluster.competences.keys() & set(rows)) for cluster in clusters}
    chosen = set(sorted(counts, key=lambda name: -counts[name])[:MOST_COLUMNS])
    return tuple(cluster for cluster in clusters if cluster.id in chosen)


def _total(name: str, clusters: tuple[Cluster, ...]) -> float:
    return sum(cluster.competences[name].value for cluster in clusters if name in cluster.competences)


def _told(kind: CompetenceKind, order: list[str], report: Report) -> dict[str, Any]:
    clusters = report.profile.clusters if report.profile else ()
    levels = [
        (cluster.competences[order[0]].value, cluster.id) for cluster in clusters if order[0] in cluster.competences
    ]
    best, actor = max(levels)
    return {
        "kind": kind,
        "clusters": len(clusters),
        "count": len(order),
        "competence": order[0],
        "held_by": sum(level > 0 for level, _ in levels),
        "best_actor": actor,
        "best_level": best,
    }


def _grid(order: list[str], clusters: tuple[Cluster, ...], words: Words) -> dict[str, Any]:
    rows = [short(words.name(name)) for name in order]
    columns = [short(words.local(cluster.name)) for cluster in clusters]
    cells = [
        {
            "competence": row,
            "cluster": column,
            "level": cluster.competences[name].value,
            "text": words.number(
                cluster.competences[name].value, 1 if cluster.competences[name].value * 10 % 1 < 1e-9 else 2
            ),
        }
        for name, row in zip(order, rows, strict=True)
        for cluster, column in zip(clusters, columns, strict=True)
        if name in cluster.competences
    ]
    y = field("competence", "nominal", sort=rows, axis=axis(None, labelPadding=6, ticks=False, domain=False))
    x = field(
        "cluster", "nominal", sort=columns, scale={"domain": columns},
        axis=axis(None, orient="top", labelAngle=-60, ticks=False, domain=False, labelPadding=4),
    )  # fmt: skip
    colour = field("level", "quantitative", scale={"domain": [0, 1], "range": list(LEVELS)}, legend=None)
    ink = {"condition": {"test": f"datum.level >= {DARK_FROM}", "value": "white"}, "value": "#1b2733"}
    return chart(
        width={"step": WIDTH_OF_CELL}, height={"step": HEIGHT_OF_CELL}, data={"values": cells},
        encoding={"x": x, "y": y},
        layer=[
            {"mark": {"type": "rect", "stroke": "white"}, "encoding": {"color": colour}},
            {"mark": {"type": "text", "fontSize": 9.5}, "encoding": {"text": field("text", "nominal"), "color": ink}},
        ],
    )  # fmt: skip
