"""Who could close which gap of which path, here and in partner regions; and what partners would get from us."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.recommendation import Gap, GapSource, Recommendation
from ..model.study import Grid, GridColumn
from .partners import PartnerView

MOST_ROWS = 15
MOST_RETURNS = 3


def gap_closers(answer: Recommendation, paths: Sequence[str], *, every: bool) -> Grid | None:
    """A row for each gap of the paths, in the order of the ranking; without `every` only those that partners close.

    The best of each kind is named: by level held and access for the region's own, by level for a partner's.
    """
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("competence", "name", wraps=True),
        GridColumn("has_needs", "number_move"),
        GridColumn("held_there", "number"),
        GridColumn("there", "name", wraps=True, folds=True),
        GridColumn("in_region", "name", wraps=True, folds=True),
        GridColumn("closer_here", "name", wraps=True, folds=True),
    )
    rows = []
    for item in (*answer.opportunities, *answer.not_recommended):
        for gap in item.gaps if item.id in paths else ():
            there, here = best_source(gap, "partner"), best_source(gap, "linked", "unlinked")
            if there is not None or every:
                rows.append((
                    item.id, gap.competence, (gap.available, gap.level), there.supply if there else None,
                    there.id if there else None, there.partner if there else None, here.id if here else None,
                ))  # fmt: skip
    return Grid("gap_closers", columns, tuple(rows), most=MOST_ROWS) if rows else None


def best_source(gap: Gap, *kinds: str) -> GapSource | None:
    """Who holds most of what is missing, of these kinds of source."""
    found = [source for source in gap.sources if source.kind in kinds]
    return min(found, key=lambda source: (-round(source.supply, 9), -round(source.access, 9), source.id), default=None)


def returned(views: Sequence[PartnerView]) -> Grid | None:
    """What each partner would get from us, its most lifted paths first."""
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("path", "name", wraps=True),
        GridColumn("fit_move", "number_move"),
        GridColumn("we_bring", "names", wraps=True, folds=True),
    )
    rows = tuple(
        (view.partner.id, gain.path, (gain.fit_from, gain.fit_to), gain.brings[:MOST_RETURNS])
        for view in views
        for gain in view.returns[:MOST_RETURNS]
    )
    return Grid("returned", columns, rows, most=MOST_ROWS) if rows else None
