"""A matrix: one row a region, one column an activity; the first cell says so (region, or regions and activities)."""

from __future__ import annotations

from ....model.problem import Code
from ..cells import Problems
from ..fields import split
from ..layout import Format, Head, Layout, Options
from .long import COLUMNS

CORNERS = (*COLUMNS["region"], "region\\activity", "region/activity", "")


def recognise(head: Head) -> bool:
    """Only a header of region and codes, none of which names a column of the long form."""
    names = [name.lower() for name in head.names]
    known = {name for names in COLUMNS.values() for name in names}
    plain = len(names) > 2 and names[0] in CORNERS and not known & set(names[1:]) and all(names[1:])
    return plain and len(head.lines) > 1 and _figures(head.lines[1])


def _figures(line: str) -> bool:
    cells = [cell.strip(' "') for cell in line.split(",")[1:]]
    return bool(cells) and all(cell.replace(".", "", 1).isdigit() or not cell.strip(" :c") for cell in cells)


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """Every column but the first is an activity."""
    mark = options.delimiter or ("\t" if head.file.tabs else ",")
    names = tuple(name.strip(" ") for name in split(head.first, mark, head.number, problems) or ())
    problems.finish()
    if len(set(names)) < len(names):
        twice = next(name for place, name in enumerate(names) if name in names[:place])
        problems.add(Code.TABLE_HEADER, f"the column '{twice}' is there twice", head.number, text=head.first)
        problems.finish()
    return Layout(
        FORMAT.name, names, {"region": 0}, wide=dict(list(enumerate(names))[1:]), wide_role="activity",
        delimiter=mark, decimal=options.decimal, strict=True,
    )  # fmt: skip


FORMAT = Format("matrix", "a matrix of regions x activities", recognise, layout, users=True)
