r"""Eurostat's bulk download: one row a series, one column a year, newest or oldest first.

The first cell of the header names the dimensions, `nace_r2,indic_sb,geo\time` before 2022 and
`freq,indic_sb,nace_r2,geo\TIME_PERIOD` since. Flags follow the figure: `123 b`, `: c`.
"""

from __future__ import annotations

import re

from ....model.problem import Code
from ..cells import Problems
from ..layout import YEAR, Format, Head, Layout, Options, roles_of
from ._roles import EUROSTAT_LICENCE, activity_dimension, classification

_HEADER = re.compile(r"[a-zA-Z0-9_]+(,[a-zA-Z0-9_]+)*\\(time|TIME_PERIOD)\t", re.ASCII)


def recognise(head: Head) -> bool:
    return _HEADER.match(head.first) is not None


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """The dimensions and years that the first line names."""
    first, *columns = head.first.split("\t")
    key = tuple(first.partition("\\")[0].lower().split(","))
    years = [column.strip(" ") for column in columns]
    wrong = next((year for year in years if not YEAR.match(year)), None)
    if wrong is not None or len(set(years)) < len(years):
        message = f"'{wrong}' is not a year" if wrong is not None else "a year is there twice"
        problems.add(Code.TABLE_HEADER, message, head.number, text=head.first, hint="annual data are read")
        problems.finish()
    activity = activity_dimension(key)
    used = ("geo", activity)
    roles = roles_of(
        region=key.index("geo") if "geo" in key else None, activity=key.index(activity) if activity else None
    )
    return Layout(
        FORMAT.name, (*key, *years),
        roles,
        wide=dict(enumerate(years, start=len(key))), key=key, delimiter="\t",
        series={name: place for place, name in enumerate(key) if name not in used},
        publisher="Eurostat", dataset=head.file.stem, licence=EUROSTAT_LICENCE,
        activity_classification=classification(activity),
    )  # fmt: skip


FORMAT = Format("eurostat-tsv", "Eurostat bulk download (TSV)", recognise, layout)
