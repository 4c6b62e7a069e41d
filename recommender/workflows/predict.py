"""Which activities regions will enter: a forecast from the user's own table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..analysis.prediction.forecasting import forecast
from ..model.forecast import Forecast
from ..model.problem import Code, input_error
from .shelf import known_activities
from .table_form import AS_IT_IS, TableForm, read_in_form


@dataclass(frozen=True, slots=True)
class PredictRequest:
    """What to predict, from which table, and how its file is written."""

    table: str | Any
    horizon: int
    origin: int | None = None
    cut: float = 0.5
    indicator: str | None = None
    form: TableForm = AS_IT_IS
    encoding: str = "utf-8"
    delimiter: str | None = None
    decimal: str = "."


def predict(request: PredictRequest) -> Forecast:
    """The chance of every entry within the horizon, or a plain word why the table allows none.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the table.
    """
    if not 0 < request.cut <= 1:
        raise input_error(Code.USAGE, f"--cut {request.cut:g} is not between 0 and 1", hint="0.5 is usual")
    table, notes = read_in_form(
        request.table, request.form, indicator=request.indicator, until=request.origin,
        delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
    )  # fmt: skip
    found = forecast(table, request.horizon, origin=request.origin, cut=request.cut)
    labels = {code: item.label for code, item in known_activities().items() if code in table.activities}
    return replace(found, warnings=tuple(notes), names={**labels, **found.names})
