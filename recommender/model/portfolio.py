"""Incremental and radical options apart: what a set of opportunities amounts to as a portfolio."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from .finding import Finding
from .recommendation import NoveltyLabel, Opportunity


def by_novelty(items: Sequence[Opportunity]) -> Iterator[Finding]:
    """A finding for each kind of novelty that there is, from little to much that is new."""
    for label in get_args(NoveltyLabel):
        mine = [item for item in items if item.novelty is not None and item.novelty.label == label]
        if mine:
            yield Finding("portfolio", label, _facts(label, mine), tuple(f"library.paths.{i.id}.needs" for i in mine))


def _facts(label: str, items: Sequence[Opportunity]) -> dict[str, Any]:
    beaten = [item.competence.null_percentile for item in items if item.competence and item.rank is not None]
    return {
        "label": label,
        "possible": [item.id for item in items if item.rank is not None],
        "paths_not_yet": [item.id for item in items if item.band == "not_yet"],
        "paths_to_ask": [item.id for item in items if item.band == "not_assessed"],
        "mean_percentile": round(math.fsum(beaten) / len(beaten), 9) if beaten else None,
    }
