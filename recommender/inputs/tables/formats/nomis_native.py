"""Nomis as its web page exports it: a block for each year, regions side by side, with titles and notes around."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ....model.problem import Code
from ..cells import Problems
from ..layout import WIDE, Format, Head, Layout, Options
from ._roles import OGL

_REGION = re.compile(r"(?P<code>[A-Z][A-Z0-9]{2,8})(?: : | )(?P<label>.+)")
_INDUSTRY = re.compile(r"(?P<code>[0-9A-Z][0-9]*) : (?P<label>.+)")
_NAMED = re.compile(r"\s*:\s*\Z")
DATE, TOTAL, FLAG = "date", "column total", "flag of "
LEADING = ("year", "series")


def recognise(head: Head) -> bool:
    return any("nomis" in line.lower() for line in head.lines[:5]) and any(
        line.lower().startswith(("date", "industry")) for line in head.lines
    )


def rewrite(lines: Iterator[tuple[int, str]], problems: Problems) -> Iterator[tuple[int, str]]:
    """The blocks one below the other: year, what else the block says of itself, industry, regions.

    Every second column of an export is for flags; those stay beside their figure.
    """
    said: dict[str, str] = {}
    header: list[str] | None = None
    number = 0
    for number, line in lines:
        fields = next(csv.reader([line]), [])
        first = fields[0].strip() if fields else ""
        if _NAMED.search(first) and len(fields) > 1:
            said[_NAMED.sub("", first).lower()] = fields[1].strip()
        elif _is_header(fields, first):
            if header is None:
                header = fields
                yield number, _line([*LEADING, *_heads(fields)])
            elif fields != header:
                problems.add(Code.TABLE_HEADER, "this block has other columns than the first one", number)
                problems.finish()
        elif header is not None and _INDUSTRY.match(first):
            series = "; ".join(text for name, text in said.items() if name not in (DATE, "analysis"))
            yield number, _line([said.get(DATE, ""), series, *fields])
    if header is None:
        problems.add(Code.TABLE_HEADER, "there is no block with a line of regions", number)
        problems.finish()


def _is_header(fields: list[str], first: str) -> bool:
    several = sum(bool(field.strip()) for field in fields) > 1
    return several and first[:1].isalpha() and not _INDUSTRY.match(first) and not first.lower().startswith(TOTAL)


def _heads(fields: list[str]) -> list[str]:
    return [head or f"{FLAG}{fields[place - 1]}" for place, head in enumerate(fields)]


def _line(fields: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(fields)
    return out.getvalue()


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """The layout of the rewritten lines."""
    names = head.names
    regions = {place: name for place, name in enumerate(names) if place > 2 and not name.startswith(FLAG)}
    flags = {place: place + 1 for place, name in regions.items() if f"{FLAG}{name}" in names[place + 1 : place + 2]}
    return Layout(
        FORMAT.name, names, {"year": 0, "activity": 2}, wide=regions, wide_role="region", series={"series": 1},
        wide_flags=flags,
        coded={2: _INDUSTRY, WIDE: _REGION}, thousands=",", missing=frozenset(("", "-")),
        suppressed=frozenset(("!", "*")), publisher="Office for National Statistics (Nomis)", licence=OGL,
        dataset=head.file.stem, activity_classification="sic2007",
    )  # fmt: skip


FORMAT = Format("nomis-native", "Nomis, exported blocks", recognise, layout, rewrite, encoding="cp1252")
