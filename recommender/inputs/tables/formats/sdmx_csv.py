"""SDMX-CSV 1.0 and 2.0 with codes only: what Eurostat's, the OECD's and the ECB's interfaces send.

Version 1.0 begins with DATAFLOW, 2.0 with STRUCTURE, STRUCTURE_ID and ACTION. Dimensions come before
TIME_PERIOD, attributes after OBS_VALUE.
"""

from __future__ import annotations

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from ._roles import EUROSTAT_LICENCE, activity_dimension, classification

BEGINNINGS = ("DATAFLOW", "STRUCTURE")
ADMINISTRATIVE = frozenset(
    ("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "LAST_UPDATE", "LAST UPDATE", "TIME_FORMAT")
)
FLAGS = ("OBS_FLAG", "OBS_STATUS", "CONF_STATUS")
REGION_DIMENSIONS = ("GEO", "REF_AREA", "REG_ID", "TERRITORY_ID", "REGION", "LOCATION")


def is_sdmx(head: Head) -> bool:
    """Whether the first line is that of SDMX-CSV, with labels or without."""
    begins = head.names[:1] and head.names[0].upper() in BEGINNINGS
    return bool(begins) and {"OBS_VALUE", "TIME_PERIOD"} <= head.upper


def recognise(head: Head) -> bool:
    return is_sdmx(head) and "OBSERVATION VALUE" not in head.upper


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """The dimensions are what stands between the name of the dataflow and the period."""
    names = head.names
    known = {name: place for place, name in enumerate(names)}
    period = head.place("TIME_PERIOD")
    region = head.place(*REGION_DIMENSIONS)
    dimensions = [name for name in names[:period] if name.upper() not in ADMINISTRATIVE]
    activity = activity_dimension(dimensions)
    roles = roles_of(region=region, activity=known[activity] if activity else None, year=period)
    attributes = [name for name in names if name.upper() in ("UNIT_MEASURE", "UNIT_MULT", "UNIT")]
    series = [name for name in dict.fromkeys((*dimensions, *attributes)) if known[name] not in roles.values()]
    european = any("ESTAT:" in line[:60] for line in head.lines[1:2])
    return Layout(
        FORMAT.name, names, roles,
        value=head.place("OBS_VALUE"), series={name.lower(): known[name] for name in series},
        flags=tuple(known[name] for name in names if name.upper() in FLAGS), missing=frozenset(("", "NaN")),
        publisher="Eurostat" if european else None, licence=EUROSTAT_LICENCE if european else None,
        dataset=_dataset(head), activity_classification=classification(activity),
    )  # fmt: skip


def _dataset(head: Head) -> str | None:
    """The dataflow that the first row names: ESTAT:MIGR_RESFIRST(1.0) -> MIGR_RESFIRST."""
    if len(head.lines) < 2:
        return None
    fields = head.lines[1].split(",")
    named = fields[1] if head.names[0].upper() == "STRUCTURE" and len(fields) > 1 else fields[0]
    return named.partition("(")[0].rpartition(":")[2].rpartition("@")[2] or None


FORMAT = Format("sdmx-csv", "SDMX-CSV (codes)", recognise, layout)
