"""An input-output table that the user brings, and the production chains of the clusters in it."""

from __future__ import annotations

from pathlib import Path

from ..analysis.colocation import activity_among
from ..analysis.production_chain import Chain, Deliveries, production_chain, quotients_of
from ..inputs.csv_text import csv_style
from ..inputs.side_tables import codes_of, flows_of, numbers_of, read_side_table
from ..model.problem import Code, Place
from .recommend import ProfileRun
from .relatedness import COLUMNS
from .shelf import known_activities


def read_deliveries(run: ProfileRun, path: str) -> Deliveries:
    """An input-output table, under the codes of the statistics where there are any, else of NACE Rev. 2.

    Raises
    ------
    InputErrors
        With everything that is wrong with the file, and where none of its activities is known.
    """
    request, reading = run.request, run.reading
    style = csv_style(request.delimiter or ",", request.decimal)
    side = read_side_table(path, COLUMNS["flows"], reading, style=style, encoding=request.encoding)
    values = numbers_of(side, reading, least=0)
    known = run.evidence.model.activities if run.evidence else tuple(known_activities())
    found = {code: activity_among(known, code) for code in codes_of(side)}
    held = {code: activity for code, activity in found.items() if activity is not None}
    if not held:
        message = "none of its activities is known"
        reading.add(Code.TABLE_CONTENT, message, Place(side.source.name), hint=f"they are called {known[0]} …")
        reading.finish()
    return Deliveries(*flows_of(side, values, held), Path(path).name)


def chains_of(run: ProfileRun, table: Deliveries) -> dict[str, Chain]:
    """The production chain of each cluster that the table speaks of."""
    quotients = quotients_of(run.evidence.model, run.evidence.region.code) if run.evidence else {}
    chains = {}
    for cluster in run.profile.clusters:
        codes = [held for code in cluster.activities if (held := activity_among(table.activities, code)) is not None]
        chain = production_chain(table, codes, quotients)
        if chain is not None:
            chains[cluster.id] = chain
    return chains
