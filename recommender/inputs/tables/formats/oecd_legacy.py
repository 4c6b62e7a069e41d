"""OECD.Stat, the OECD's service until 2024: LOCATION or REG_ID, TIME, Value, Flag Codes; with labels or without."""

from __future__ import annotations

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from ._roles import activity_dimension, classification

NOT_DIMENSIONS = frozenset(("TIME", "YEAR", "VALUE", "FLAG CODES", "FLAGS", "LOCATION", "COUNTRY", "REG_ID", "REGION"))


def recognise(head: Head) -> bool:
    return "FLAG CODES" in head.upper and "VALUE" in head.upper and bool({"LOCATION", "REG_ID"} & head.upper)


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """A code in capitals may be followed by its label; units have codes called `… Code`."""
    names = head.names
    region = head.place("REG_ID", "LOCATION")
    codes = {name: place for place, name in enumerate(names) if _is_code(name)}
    activity = activity_dimension(codes)
    series = {name.removesuffix(" Code").lower(): place for name, place in codes.items() if name != activity}
    roles = roles_of(region=region, activity=codes.get(activity or ""), year=head.place("TIME", "Year"))
    label = head.place("Region", "Country")
    text = dict(enumerate(names))
    follows = {place: place + 1 for place in codes.values() if not _is_code(text.get(place + 1, "X"))}
    labels = {region: label} if region is not None and label is not None else {}
    if activity and codes[activity] in follows:
        labels[codes[activity]] = follows[codes[activity]]
    return Layout(
        FORMAT.name, names, roles,
        value=head.place("Value"), series=series, labels=labels,
        flags=tuple(place for place in (head.place("Flag Codes"),) if place is not None), missing=frozenset(("", "..")),
        publisher="OECD", dataset=head.file.stem, activity_classification=classification(activity),
    )  # fmt: skip


def _is_code(name: str) -> bool:
    is_code = name == name.upper() or name.endswith(" Code")
    return bool(name) and is_code and name.upper() not in NOT_DIMENSIONS


FORMAT = Format("oecd-legacy", "OECD.Stat (before 2024)", recognise, layout)
