"""Office for National Statistics: one row a region and industry, one column a year, thousands with commas."""

from __future__ import annotations

import re

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from ._roles import OGL

_REGION = re.compile(r"(ITL|NUTS|LAD|LA|area)[0-9]* code\Z", re.IGNORECASE)
_INDUSTRY = re.compile(r"(SIC[0-9]*|industry) code\Z", re.IGNORECASE)


def _columns(head: Head, pattern: re.Pattern[str]) -> int | None:
    return next((place for place, name in enumerate(head.names) if pattern.match(name)), None)


def recognise(head: Head) -> bool:
    return _columns(head, _REGION) is not None and bool(head.years())


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """What follows a code is its name."""
    region, activity = _columns(head, _REGION), _columns(head, _INDUSTRY)
    found = roles_of(region=region, activity=activity)
    years = head.years()
    labels = {place: place + 1 for place in found.values() if place + 1 not in years}
    used = {*found.values(), *labels.values(), *years}
    return Layout(
        FORMAT.name, head.names, found, wide=years, labels=labels, thousands=",",
        series={name.lower(): place for place, name in enumerate(head.names) if place not in used and name},
        missing=frozenset(("", "-", "..", "[x]", "[z]")), suppressed=frozenset(("c", "[c]", "*")),
        publisher="Office for National Statistics", dataset=head.file.stem, licence=OGL,
        activity_classification="sic2007" if activity is not None else None,
    )  # fmt: skip


FORMAT = Format("ons-wide", "Office for National Statistics, years side by side", recognise, layout)
