"""Make the forecast that comes with the shipped reference model.

python scripts/build_outlook.py SBS_TABLE

The table is the one the model was built from (see data/reference/eu-nuts2-nace2.md), with all of its years.
"""

from __future__ import annotations

import sys

from recommender import shipped
from recommender.analysis.outlook import NOT_SPECIALISED, horizon_of, outlook_of
from recommender.analysis.prediction.forecasting import forecast
from recommender.inputs.outlook_file import outlook_text
from recommender.inputs.reference_file import read_reference
from recommender.inputs.tables import read_table
from recommender.model.config import Statistics
from recommender.workflows.shelf import nuts
from recommender.workflows.statistics import outlook_beside

MODEL = shipped.REFERENCES / "eu-nuts2-nace2.npz"


def build(table_file: str) -> str:
    """The text of the file."""
    model = read_reference(MODEL)
    origin = model.provenance
    table, _ = read_table(table_file, nuts=nuts(), indicator=origin.indicator, until=origin.year)
    horizon = horizon_of(table, origin.year, Statistics().horizon)
    found = forecast(table, horizon, origin=origin.year, cut=NOT_SPECIALISED)
    return outlook_text(found, outlook_of(found, model.regions[0]), model.activities)


if __name__ == "__main__":
    outlook_beside(MODEL).write_text(build(sys.argv[1]), "utf-8")
