"""Cells that a publisher withholds, estimated from the totals that it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..measures.proportional_fitting import proportional_fitting
from ..model.table import PublishedTotals, Status, Table

# Totals that the estimates miss by more than a twentieth do not belong to these cells.
MOST_GAP = 0.05


def estimate_suppressed(table: Table, totals: Sequence[PublishedTotals]) -> Table:
    """The table with its suppressed cells estimated block by block; they are marked as estimated.

    A block whose totals contradict each other (published in other rounds, or with other cells
    missing) is left as it is. Totals of the table stay: they count the withheld cells already.
    """
    values, status = table.values.copy(), table.status.copy()
    for block in totals:
        for year in range(len(table.years)):
            at = np.ix_([year], block.regions, block.activities)
            unknown = status[at][0] == Status.SUPPRESSED
            if not unknown.any():
                continue
            found = proportional_fitting(values[at][0], unknown, block.of_regions[year], block.of_activities[year])
            if found.gap > MOST_GAP:
                continue
            filled = unknown & ~np.isnan(found.values)
            values[at] = np.where(filled, found.values, values[at][0])[None]
            status[at] = np.where(filled, Status.ESTIMATED, status[at][0]).astype(np.uint8)[None]
    return replace(table, values=values, status=status)
