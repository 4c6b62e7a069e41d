"""Forecasts from earlier years set against what came: every method on the same cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ...measures.prediction.windows import CUT, candidates_at
from ...model.backtest import ABROAD, ENTRY, LASTING, OURS, VARIANTS, Missing, NotAsked, Question
from ...model.problem import Code, input_error
from ...model.table import Table
from .cases import past_of
from .forecasting import forecast
from .judging import Measured, draw_regions, measured, together
from .rivals import METHODS, Entrants, Method, entrants
from .variants import Cells, fate, variants

Floats = npt.NDArray[np.float64]
Tell = Callable[[str], None]


def silent(_: str) -> None:
    """Tells nobody how far it is."""


def backtest(
    table: Table, origin: int, horizon: int, cut: float = CUT, *,
    variants: Collection[str] = VARIANTS, methods: Collection[str] = METHODS,
) -> list[Question]:  # fmt: skip
    """The questions that one origin has an answer to; see `backtests`."""
    asked, _, _ = backtests(table, (origin,), horizon, cut, chosen=variants, methods=methods)
    return asked


def backtests(
    table: Table, origins: Sequence[int], horizon: int, cut: float = CUT, *,
    chosen: Collection[str] = VARIANTS, methods: Collection[str] = METHODS, tell: Tell = silent,
) -> tuple[list[Question], list[Question], list[NotAsked]]:  # fmt: skip
    """Every question at every origin, the same over all origins together, and what could not be asked.

    Nothing after the origin enters a forecast; the truth is the location quotient `horizon` years on. `tell` hears
    the name of each of `steps` as it begins.

    Raises
    ------
    InputErrors
        If the table does not have an origin or the year it looks ahead to, or nobody who could enter.
    """
    weights = draw_regions(len(table.regions))
    asked: list[Measured] = []
    left_out: list[NotAsked] = []
    for origin in origins:
        for variant, found in _at(table, origin, horizon, cut, {ENTRY, *chosen}, methods, weights, tell):
            if isinstance(found, Measured):
                asked.append(found)
            else:
                left_out.append(NotAsked(origin, variant, found))
    by_variant = [[item for item in asked if item.question.variant == variant] for variant in VARIANTS]
    over_all = [together(parts) for parts in by_variant if len(parts) == len(origins) > 1]
    return [item.question for item in asked], over_all, left_out


def steps(chosen: Collection[str], origins: int) -> int:
    """How many steps a backtest tells."""
    return origins * (2 + len({ENTRY, *chosen}))


def _at(
    table: Table, origin: int, horizon: int, cut: float, chosen: Collection[str], methods: Collection[str],
    weights: Floats, tell: Tell,
) -> Iterator[tuple[str, Measured | Missing]]:  # fmt: skip
    tell("forecast")
    found = forecast(table, horizon, origin=origin, cut=cut)
    past = past_of(table, origin)
    candidates = candidates_at(past.panel, past.now, cut)
    end = origin + horizon
    if not len(fate(table, past, candidates, origin, end).truth):
        message = f"no candidate of {origin}, a location quotient below {cut:g}, is known in {end}"
        raise input_error(Code.TABLE_CONTENT, message, hint="a larger --cut, up to 1, or another --origin")
    tell("rivals")
    rivals = entrants(past, found, candidates, horizon, cut, methods, abroad=ABROAD in chosen)
    for variant, cells in variants(table, past, candidates, origin, end, chosen):
        tell(variant)
        taking = _taking_part(variant, rivals)
        if not isinstance(cells, Cells):
            yield variant, cells
        elif taking is None:
            yield variant, "too_few_entries"
        elif variant != ENTRY and not cells.truth.any():
            yield variant, "nobody_entered"
        else:
            there = {name: item.among(cells.place) for name, item in taking.items()}
            yield variant, measured(variant, cells, there, found, weights)


def _taking_part(variant: str, rivals: Entrants) -> dict[str, Method] | None:
    if variant == ABROAD:
        # the forest has learned from all countries, and a simple method reads the table as it is
        simple = {name: item for name, item in rivals.entering.items() if name in METHODS[2:]}
        return None if rivals.abroad is None else {**simple, OURS: rivals.abroad}
    return rivals.staying if variant == LASTING else rivals.entering
