"""Eurostat's dissemination service: whole tables as prepared TSV (SDMX 2.1), parts of them by code (SDMX 3.0).

https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access. SDMX-CSV is asked for in version 1.0,
which says when the table was last updated; 2.0 does not.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from ...tables.formats._roles import EUROSTAT_LICENCE
from ..service import Ask, Query, Service


def path(query: Query, ask: Ask) -> str:
    """Whole tables are prepared in advance as TSV; all else is cut out for us."""
    dataset = quote(query.dataset, safe="$-_")
    if query.kind == "tsv" and not query.codes and query.first is None:
        return f"sdmx/2.1/data/{dataset}?format=TSV&compressed=true"
    wanted = {f"c[{key}]": ",".join(codes) for key, codes in query.codes.items()}
    if query.first is not None:
        wanted["c[TIME_PERIOD]"] = _periods(query.first, query.last)
    shape = {"format": "tsv"} if query.kind == "tsv" else {"format": "csvdata", "formatVersion": "1.0"}
    asked = urlencode({**wanted, **shape, "compress": "true"}, safe=",:")
    return f"sdmx/3.0/data/dataflow/ESTAT/{dataset}/1.0?{asked}"


def _periods(first: int, last: int | None) -> str:
    """Years one by one: how an interval is written differs between editions of the standard."""
    return f"ge:{first}" if last is None else ",".join(map(str, range(first, last + 1)))


SERVICE = Service(
    name="eurostat",
    publisher="Eurostat",
    address="https://ec.europa.eu/eurostat/api/dissemination",
    dataset=re.compile(r"[A-Za-z][A-Za-z0-9_$-]{2,49}\Z"),
    example="it is the code beside the title in the data browser, as sbs_r_nuts06_r2",
    kinds=("tsv", "csv"),
    path=path,
    licence=EUROSTAT_LICENCE,
)
