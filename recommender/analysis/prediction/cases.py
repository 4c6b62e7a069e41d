"""Cells with their features and what became of them, window by window."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from ...measures.prediction.blocks import folds
from ...measures.prediction.features import features_at
from ...measures.prediction.panel import Panel
from ...measures.prediction.windows import Outcome, Window, outcome, spread_out, windows_of
from ...model.table import Table

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

HISTORY = 2
"""So many earlier observations speak of a cell. More help on no table, and shorten what can be learned from."""
MOST_WINDOWS = 3
MOST_CASES = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """A table up to the origin: oldest year first, codes in their order, without those that come later."""

    panel: Panel
    regions: tuple[str, ...]
    activities: tuple[str, ...]

    @property
    def now(self) -> int:
        return len(self.panel.years) - 1

    def blocks(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        return folds(self.regions), folds(self.activities)


def past_of(table: Table, origin: int | None) -> Past:
    """The table as it was known at the origin; the same whatever stands in later years."""
    years = [year for year in table.years if year is not None and (origin is None or year <= origin)]
    at = [table.years.index(year) for year in sorted(years)] or [0]
    known = table.known()[at]
    rows = _sorted(table.regions, np.asarray(known.any(axis=(0, 2))))
    columns = _sorted(table.activities, np.asarray(known.any(axis=(0, 1))))
    return Past(
        Panel.of(np.array(sorted(years) or [0], dtype=np.int64), table.values[at][:, rows][:, :, columns]),
        tuple(table.regions[place] for place in rows),
        tuple(table.activities[place] for place in columns),
    )


def _sorted(codes: tuple[str, ...], kept: Flags) -> list[int]:
    """Places of the codes that are kept: what is learned must not hang on where a code stands in the file."""
    return sorted(np.flatnonzero(kept).tolist(), key=lambda place: codes[place])


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Candidate cells of one or more windows: (cells,) each, features (cells, features).

    `lasting` is only known where `followed` is True. `names` are those of the features.
    """

    names: tuple[str, ...]
    window: Places
    region: Places
    activity: Places
    features: Singles
    entered: Flags
    lasting: Flags
    followed: Flags

    def among(self, kept: Flags) -> Cases:
        arrays = (getattr(self, item.name)[kept] for item in fields(self) if item.name != "names")
        return Cases(self.names, *arrays)


def full_windows(past: Past, horizon: int) -> list[Window]:
    """Windows of the whole horizon that end by the origin, those with a past of their own if there are any."""
    return spread_out(_with_past(windows_of(past.panel.years, horizon)), _most(past))


def shorter_windows(past: Past, horizon: int) -> list[Window]:
    """Windows of at least half the horizon, or where there are none the longest: more to learn from."""
    years = past.panel.years
    found = [window for length in range((horizon + 1) // 2, horizon) for window in windows_of(years, max(length, 1))]
    for length in range((horizon + 1) // 2 - 1, 0, -1):
        found = found or windows_of(years, length)
    return spread_out(_with_past(found), _most(past))


def cases_of(past: Past, windows: list[Window], cut: float) -> Cases:
    """The candidates of the windows, one below the other."""
    return _together([_cases_of(past, window, cut) for window in windows])


def features_of(past: Past, place: int, cells: Flags, length: int) -> tuple[tuple[str, ...], Singles]:
    """Names, and (cells, features) at the year at `place`, with the length of the window as the last one."""
    found = features_at(past.panel, place, HISTORY)
    columns = [values[cells] for values in found.values()]
    features = np.column_stack((*columns, np.full(int(cells.sum()), length))).astype(np.float32)
    return (*found, "horizon.length"), features


def _cases_of(past: Past, window: Window, cut: float) -> Cases:
    found: Outcome = outcome(past.panel, window, cut)
    region, activity = np.nonzero(found.candidates)
    length = int(past.panel.years[window.end] - past.panel.years[window.start])
    followed = found.lasting is not None
    lasting = found.entered if found.lasting is None else found.lasting
    names, features = features_of(past, window.start, found.candidates, length)
    return Cases(
        names, np.full(len(region), window.start), region, activity, features,
        found.entered[found.candidates], lasting[found.candidates], np.full(len(region), followed),
    )  # fmt: skip


def _together(parts: list[Cases]) -> Cases:
    arrays = [item.name for item in fields(Cases) if item.name != "names"]
    return Cases(parts[0].names, *(np.concatenate([getattr(part, name) for part in parts]) for name in arrays))


def _with_past(windows: list[Window]) -> list[Window]:
    latest = max((window.start for window in windows), default=0)
    return [window for window in windows if window.start >= min(HISTORY, latest)]


def _most(past: Past) -> int:
    return max(1, min(MOST_WINDOWS, MOST_CASES // max(int(past.panel.log[0].size), 1)))
