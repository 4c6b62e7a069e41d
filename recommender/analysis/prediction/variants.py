"""Other questions that the same forecasts can be held against: who stays, who is new, where it is hardest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...measures.prediction.panel import Panel
from ...measures.prediction.windows import STAY, Window, outcome
from ...model.backtest import ABROAD, FRESH, LAGGING, LASTING, VARIANTS, Missing
from ...model.table import Table
from .cases import Past
from .rivals import countries

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Candidates by rows and columns of the table and by their place among all candidates, and what came: (cells,)."""

    region: Places
    activity: Places
    place: Places
    truth: Flags

    def among(self, kept: Flags) -> Cells:
        return Cells(self.region[kept], self.activity[kept], self.place[kept], self.truth[kept])


def variants(
    table: Table, past: Past, candidates: Flags, origin: int, end: int, chosen: Collection[str] = VARIANTS
) -> Iterator[tuple[str, Cells | Missing]]:
    """The chosen questions by name, the plain entry first, each with its cells or why it cannot be asked.

    `lasting` where the table goes on long enough; `fresh` cells were never specialised before; `lagging` is the
    third of the regions with the fewest specialisations, for want of their income; `other-countries` are all cells,
    for a learner that did not see the region's country.
    """
    cells = fate(table, past, candidates, origin, end)
    for name in (name for name in VARIANTS if name in chosen):
        yield name, _asked(name, table, past, cells, end)


def _asked(name: str, table: Table, past: Past, cells: Cells, end: int) -> Cells | Missing:
    if name == LASTING:
        stayed = _stayed(table, cells, end)
        return "no_later_years" if stayed is None else _with_truth(cells, cells.truth & stayed)
    if name == FRESH:
        ever = np.zeros((len(table.regions), len(table.activities)), dtype=bool)
        ever[_places(table, past)] = past.panel.present.any(axis=0)
        return cells.among(~ever[cells.region, cells.activity])
    if name == LAGGING:
        few = np.zeros(len(table.regions))
        few[_places(table, past)[0][:, 0]] = past.panel.present[-1].sum(axis=1)
        kept = few <= np.quantile(few[np.unique(cells.region)], 1 / 3) if len(cells.region) else few < 0
        return cells.among(kept[cells.region])
    if name == ABROAD and countries(past.regions) is None:
        return "no_countries"
    return cells


def fate(table: Table, past: Past, candidates: Flags, origin: int, end: int) -> Cells:
    """The candidates, (regions, activities) of the past, that are known at the end, and who entered."""
    at = [table.year_index(origin), table.year_index(end)]
    panel = Panel.of(np.array([origin, end]), table.values[at])
    rows, columns = _places(table, past)
    row, column = np.nonzero(candidates)
    region, activity = rows[row, 0], columns[0, column]
    # candidates were chosen by the cut already: here all cells below 1 pass
    came = outcome(panel, Window(0, 1), 1.0, 0).entered[region, activity]
    cells = Cells(region, activity, np.arange(len(row)), np.asarray(came))
    return cells.among(panel.known[1][region, activity])


def _places(table: Table, past: Past) -> tuple[Places, Places]:
    """Rows and columns of the table that the past holds, to be used together."""
    row, column = ({code: place for place, code in enumerate(codes)} for codes in (table.regions, table.activities))
    places = np.ix_([row[code] for code in past.regions], [column[code] for code in past.activities])
    return places[0], places[1]


def _with_truth(cells: Cells, truth: Flags) -> Cells:
    return Cells(cells.region, cells.activity, cells.place, truth)


def _stayed(table: Table, cells: Cells, end: int) -> Flags | None:
    """Whether the observations after the end still show it; withheld afterwards is not an exit."""
    after = sorted(year for year in table.years if year is not None and year > end)[:STAY]
    if len(after) < STAY:
        return None
    panel = Panel.of(np.array(after), table.values[[table.year_index(year) for year in after]])
    stayed = np.asarray((panel.present | ~panel.known).all(axis=0))
    return stayed[cells.region, cells.activity]
