"""Windows inside a table: who could enter at their start, who had entered at their end, who stayed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .panel import Panel

Flags = npt.NDArray[np.bool_]

CUT = 0.5
STAY = 2
"""So many observations after an entry must still show it before it counts as lasting."""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """From the year at place `start` to the one at place `end` of a panel."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """(regions, activities) bool: candidates of a window, which of them entered, which entered and stayed.

    `lasting` is None where the panel has no observation after the window.
    """

    candidates: Flags
    entered: Flags
    lasting: Flags | None

    @property
    def rate(self) -> float:
        return float(self.entered[self.candidates].mean()) if self.candidates.any() else 0.0


def candidates_at(panel: Panel, place: int, cut: float = CUT) -> Flags:
    """Known cells with a location quotient below `cut`; a withheld cell is no candidate."""
    low: Flags = np.nan_to_num(panel.quotient[place]) < cut
    return np.asarray(panel.known[place] & low)


def outcome(panel: Panel, window: Window, cut: float = CUT, stay: int = STAY) -> Outcome:
    """What happened in a window. A cell that is not known at its end is left out."""
    candidates = candidates_at(panel, window.start, cut) & panel.known[window.end]
    entered = candidates & panel.present[window.end]
    after = slice(window.end + 1, window.end + 1 + stay)
    if stay < 1 or window.end + stay >= len(panel.years):
        return Outcome(candidates, entered, None)
    # Withheld afterwards is not an exit.
    stayed = (panel.present[after] | ~panel.known[after]).all(axis=0)
    return Outcome(candidates, entered, entered & stayed)


def windows_of(years: npt.NDArray[np.int64], horizon: int) -> list[Window]:
    """Every window of exactly `horizon` years, by its start."""
    place = {int(year): number for number, year in enumerate(years)}
    return [Window(number, place[year + horizon]) for year, number in place.items() if year + horizon in place]


def spread_out(windows: list[Window], most: int) -> list[Window]:
    """At most so many of the windows, evenly spaced, the first and the last among them."""
    if len(windows) <= most:
        return windows
    places = np.unique(np.linspace(0, len(windows) - 1, most).round().astype(int))
    return [windows[place] for place in places]
