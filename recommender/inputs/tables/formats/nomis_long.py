"""Nomis, the labour market service of the ONS, one row a cell: as its interface sends it, or as people keep it."""

from __future__ import annotations

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from ._roles import OGL

REGIONS, REGION_NAMES = ("GEOGRAPHY_CODE", "geo_cd"), ("GEOGRAPHY_NAME", "geo_nm")
ACTIVITIES = ("INDUSTRY_CODE", "SIC5", "SIC4", "SIC3", "SIC2")
SERIES = ("EMPLOYMENT_STATUS_NAME", "MEASURE_NAME", "MEASURES_NAME", "geo_type")


def recognise(head: Head) -> bool:
    return head.place(*REGIONS) is not None and head.place(*ACTIVITIES) is not None


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """Dates are years; the order of rows and what people add (an index, clusters) is not used."""
    region, activity = head.place(*REGIONS), head.place(*ACTIVITIES)
    roles = roles_of(region=region, activity=activity, year=head.place("DATE_NAME", "DATE", "year"))
    labels = {region: head.place(*REGION_NAMES), activity: head.place("INDUSTRY_NAME")}
    series = {name.lower(): head.place(name) for name in SERIES}
    flag = head.place("OBS_STATUS")
    return Layout(
        FORMAT.name, head.names, roles,
        value=head.place("OBS_VALUE", "value"), flags=() if flag is None else (flag,),
        labels={code: label for code, label in labels.items() if code is not None and label is not None},
        series={name: place for name, place in series.items() if place is not None},
        missing=frozenset(("", "-")), suppressed=frozenset(("!", "*")),
        publisher="Office for National Statistics (Nomis)", licence=OGL, activity_classification="sic2007",
    )  # fmt: skip


FORMAT = Format("nomis-long", "Nomis, one row a cell", recognise, layout)
