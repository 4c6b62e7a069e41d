"""Whether the past of a table can speak for its future: years left out, codes or coverage that changed, rates."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...measures.prediction.windows import Window, outcome, windows_of
from .cases import Past

# All judged. A table whose known cells change by a quarter is another table at the end.
COVERAGE = 0.25
# Codes that go while others come: a reform of a few is usual, of a tenth it makes entries that nobody made.
CODES = 0.1
# Figures appear and vanish about as often; where they mostly appear, somebody began to report.
APPEARING = 4.0
FROM_NOTHING = 0.5
RATE = 2.5
FEWEST_ENTRIES = 30


def drift(past: Past, windows: list[Window], horizon: int, cut: float) -> Iterator[str]:
    """Why probabilities from these windows would not hold at the origin; nothing where they may."""
    if len(set(np.diff(past.panel.years).tolist())) > 1:
        yield "year_gap"
    if _codes_changed(past, windows):
        yield "codes"
    if _coverage_moved(past, windows):
        yield "coverage"
    if _figures_appear(past, windows, cut):
        yield "new_reporters"
    if _rates_moved(past, horizon, cut):
        yield "base_rate"


def _codes_changed(past: Past, windows: list[Window]) -> bool:
    """Whether a tenth of the regions or activities at the start of a window are gone, and as many are new."""
    for axis in (2, 1):
        there = np.asarray(past.panel.known.any(axis=axis))
        now = there[past.now]
        for window in windows:
            then = there[window.start]
            if min(int((then & ~now).sum()), int((now & ~then).sum())) > CODES * int(now.sum()):
                return True
    return False


def _coverage_moved(past: Past, windows: list[Window]) -> bool:
    known = past.panel.known.sum(axis=(1, 2))
    now = int(known[past.now])
    return any(abs(now - int(known[window.start])) > COVERAGE * max(now, 1) for window in windows)


def _figures_appear(past: Past, windows: list[Window], cut: float) -> bool:
    """Whether most entries come out of nothing, in a table where figures appear far more than they vanish."""
    entries = from_nothing = appeared = vanished = 0
    quotient = np.nan_to_num(past.panel.quotient)
    for window in windows:
        found = outcome(past.panel, window, cut, 0)
        both = past.panel.known[window.start] & past.panel.known[window.end]
        before, after = quotient[window.start] > 0, quotient[window.end] > 0
        entries += int(found.entered.sum())
        from_nothing += int((found.entered & ~before).sum())
        appeared += int((both & ~before & after).sum())
        vanished += int((both & before & ~after).sum())
    return entries >= FEWEST_ENTRIES and from_nothing > FROM_NOTHING * entries and appeared > APPEARING * (vanished + 1)


def _rates_moved(past: Past, horizon: int, cut: float) -> bool:
    """Whether entries became much rarer or more frequent between the first and the last stretch of the table."""
    years = past.panel.years
    span = int(years[-1] - years[0])
    for length in range(min(horizon, span // 2), 0, -1):
        windows = windows_of(years, length)
        if len(windows) > 1 and windows[0].end <= windows[-1].start:
            first, last = (outcome(past.panel, window, cut, 0) for window in (windows[0], windows[-1]))
            if min(first.entered.sum(), last.entered.sum()) < FEWEST_ENTRIES:
                return False
            return not 1 / RATE < last.rate / first.rate < RATE
    return False
