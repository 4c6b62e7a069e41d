"""OECD Data Explorer: SDMX-CSV 2.0 in which a column of labels follows every column of codes."""

from __future__ import annotations

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from . import sdmx_csv
from ._roles import activity_dimension, classification


def recognise(head: Head) -> bool:
    return sdmx_csv.is_sdmx(head) and "OBSERVATION VALUE" in head.upper


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """Codes are in capitals; what follows one is its label."""
    names = head.names
    codes = {name: place for place, name in enumerate(names) if name and name == name.upper()}
    codes = {name: place for name, place in codes.items() if name not in sdmx_csv.ADMINISTRATIVE}
    period = codes["TIME_PERIOD"]
    dimensions = [name for name, place in codes.items() if place < period]
    activity = activity_dimension(dimensions)
    region = next((name for name in sdmx_csv.REGION_DIMENSIONS if name in codes), None)
    roles = roles_of(region=codes.get(region or ""), activity=codes.get(activity or ""), year=period)
    series = [name for name in (*dimensions, "UNIT_MULT") if name in codes and codes[name] not in roles.values()]
    own = {place: place + 1 for place in codes.values() if place + 1 < len(names) and place + 1 not in codes.values()}
    return Layout(
        FORMAT.name, names, roles,
        value=codes["OBS_VALUE"], series={name.lower(): codes[name] for name in series},
        labels={place: own[place] for place in roles.values() if place in own and place != period},
        flags=tuple(codes[name] for name in sdmx_csv.FLAGS if name in codes), missing=frozenset(("", "NaN")),
        publisher="OECD", dataset=_dataset(head), activity_classification=classification(activity),
    )  # fmt: skip


def _dataset(head: Head) -> str | None:
    fields = head.lines[1].split(",") if len(head.lines) > 1 else []
    return fields[1].partition("(")[0].rpartition(":")[2].rpartition("@")[2] if len(fields) > 1 else None


FORMAT = Format("oecd-data-explorer", "OECD Data Explorer (codes and labels)", recognise, layout)
