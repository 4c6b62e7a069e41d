"""One row a candidate."""

from __future__ import annotations

from ...model.forecast import Forecast
from . import TABLES, Rows

COLUMNS = ("region", "activity", "probability", "probability_lasting", "baseline", "validated")


@TABLES.add(Forecast)
def forecast_table(result: Forecast, language: str) -> Rows:
    """The likeliest first; without probabilities in the order of the simple method."""
    validated = result.standing == "validated"
    return COLUMNS, [
        (chance.region, chance.activity, chance.probability, chance.probability_lasting, chance.baseline, validated)
        for chance in result.chances
    ]
