"""Other questions that the same forecasts can be held against: who stays, who is new, where it is hardest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...measures.prediction.panel import Panel
from ...measures.prediction.windows import STAY, Window, outcome
from ...model.forecast import Forecast
from ...model.table import Table

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

ENTRY, LASTING, FRESH, LAGGING = "entry", "lasting", "fresh", "lagging"


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Candidates by rows and columns of the table, and what came: (cells,) each."""

    region: Places
    activity: Places
    truth: Flags

    def among(self, kept: Flags) -> Cells:
        return Cells(self.region[kept], self.activity[kept], self.truth[kept])


def variants(
    table: Table, found: Forecast, origin: int, horizon: int, cut: float
) -> Iterator[tuple[str, Cells, Flags]]:
    """Name, cells and which of the candidates they are, the plain entry first.

    `lasting` where the table goes on long enough; `fresh` cells were never specialised before; `lagging` is the
    third of the regions with the fewest specialisations, for want of their income.
    """
    cells = fate(table, found, origin, origin + horizon, cut)
    everything = np.ones(len(cells.truth), dtype=bool)
    yield ENTRY, cells, everything
    stayed = _stayed(table, cells, origin + horizon)
    if stayed is not None:
        yield LASTING, Cells(cells.region, cells.activity, cells.truth & stayed), everything
    past = sorted(year for year in table.years if year is not None and year <= origin)
    panel = Panel.of(np.array(past), table.values[[table.year_index(year) for year in past]])
    fresh = ~np.asarray(panel.present.any(axis=0))[cells.region, cells.activity]
    yield FRESH, cells.among(fresh), fresh
    few = panel.present[-1].sum(axis=1)
    lagging = (few <= np.quantile(few[np.unique(cells.region)], 1 / 3))[cells.region]
    yield LAGGING, cells.among(lagging), lagging


def fate(table: Table, found: Forecast, origin: int, end: int, cut: float) -> Cells:
    """The candidates that are known at the end, and who entered."""
    at = [table.year_index(origin), table.year_index(end)]
    panel = Panel.of(np.array([origin, end]), table.values[at])
    came = outcome(panel, Window(0, 1), cut, 0)
    rows = {code: place for place, code in enumerate(table.regions)}
    columns = {code: place for place, code in enumerate(table.activities)}
    cells = sorted((rows[item.region], columns[item.activity]) for item in found.chances)
    region, activity = (np.array(part, dtype=np.intp) for part in zip(*cells, strict=True))
    known = panel.known[1][region, activity]
    region, activity = region[known], activity[known]
    return Cells(region, activity, came.entered[region, activity])


def _stayed(table: Table, cells: Cells, end: int) -> Flags | None:
    """Whether the observations after the end still show it; withheld afterwards is not an exit."""
    after = sorted(year for year in table.years if year is not None and year > end)[:STAY]
    if len(after) < STAY:
        return None
    panel = Panel.of(np.array(after), table.values[[table.year_index(year) for year in after]])
    stayed = np.asarray((panel.present | ~panel.known).all(axis=0))
    return stayed[cells.region, cells.activity]
