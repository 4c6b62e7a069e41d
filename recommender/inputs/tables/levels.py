"""Nested codes told apart: one level of regions and one of activities, so that nothing counts twice.

What the other levels publish is not thrown away: the totals of regions (all sections) and of
activities (all countries) count the cells that the chosen level withholds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ...model.problem import Code
from ...model.table import Table
from ..nuts import Nuts
from .cells import Problems
from .nesting import is_nested
from .nesting import one_level as codes_of_one_level

Floats = npt.NDArray[np.float64]

NUTS_LEVELS = ("nuts0", "nuts1", "nuts2", "nuts3")
ITL_LEVELS = ("itl0", "itl1", "itl2", "itl3")
REGION_LEVELS = (*NUTS_LEVELS, *ITL_LEVELS[1:])
NACE_LEVELS = ("section", "division", "group", "class")
ACTIVITY_LEVELS = (*NACE_LEVELS, "leaf", "1", "2", "3", "4", "5", "6")
DEFAULT_REGION_LEVEL = "nuts2"
DEFAULT_ACTIVITY_LEVEL = "division"

_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}\Z")
_AGGREGATE_REGION = re.compile(r"(EU|EA|EEA|EFTA)[0-9_]*(_[0-9]{4})?\Z")
_ITL = re.compile(r"TL[C-N][0-9]{0,2}\Z")
_NACE = re.compile(r"[A-V]([0-9]{2}([0-9]|\.[0-9])?[0-9]?)?\Z")
_AGGREGATE_ACTIVITY = re.compile(r"[A-V]([0-9]{2,4})?[-_][A-Z0-9_\-]+\Z|TOTAL\Z|_T\Z|TOT[A-Z_]*\Z", re.IGNORECASE)


def region_level(code: str, nuts: Nuts) -> str | None:
    """The NUTS level of a code, `extra-regio` or `aggregate`; None for what is not NUTS."""
    if _AGGREGATE_REGION.match(code):
        return "aggregate"
    if _ITL.match(code):
        return ITL_LEVELS[len(code) - 2]
    if code[:2] not in nuts.regions or not _NUTS.match(code):
        return None
    return "extra-regio" if set(code[2:]) == {"Z"} else NUTS_LEVELS[len(code) - 2]


def activity_level(code: str) -> str | None:
    """The NACE level of a code with its section letter, or `aggregate`; None for what is not NACE."""
    if _NACE.match(code):
        return NACE_LEVELS[max(0, len(code.replace(".", "")) - 2)]
    return "aggregate" if _AGGREGATE_ACTIVITY.match(code) else None


def one_level(
    table: Table, nuts: Nuts, problems: Problems, *, regions: str | None = None, activities: str | None = None
) -> Table:
    """The table at one level of regions (NUTS-2 by default) and of activities (divisions by default).

    Codes that are not those of NUTS, or not those of NACE, are left as they are. A section whose
    divisions the table does not hold stands for them.

    Raises
    ------
    InputErrors
        If nothing is left at the level that was asked for.
    """
    region_levels = {code: region_level(code, nuts) for code in table.regions}
    activity_levels = {code: activity_level(code) for code in table.activities}
    kept_regions = _kept(region_levels, regions, DEFAULT_REGION_LEVEL, problems, "regions")
    if is_nested(table.activities) and not any(level in NACE_LEVELS for level in activity_levels.values()):
        kept_activities = _leaves_or_digits(table, kept_regions, activities, problems)
    else:
        kept_activities = _kept(activity_levels, activities, DEFAULT_ACTIVITY_LEVEL, problems, "activities")
        kept_activities = _with_undivided_sections(kept_activities, activity_levels)
    if len(kept_regions) == len(table.regions) and len(kept_activities) == len(table.activities):
        return table
    return replace(
        select(table, kept_regions, kept_activities),
        region_totals=_region_totals(table, kept_regions, kept_activities, activity_levels),
        activity_totals=_activity_totals(table, kept_regions, kept_activities, region_levels),
    )


def _leaves_or_digits(table: Table, regions: list[str], asked: str | None, problems: Problems) -> list[str]:
    """The activities of one level of a classification of digits or ranges."""
    if asked in NACE_LEVELS:
        problems.add(Code.TABLE_CONTENT, f"the table has no activities at the level {asked}",
                     hint="its codes are digits or ranges of them: leaf, or a number of digits")  # fmt: skip
        problems.finish()
    totals = np.nansum(table.values[:, _places(table.regions, regions)], axis=(0, 1))
    kept, level = codes_of_one_level(table.activities, totals, asked)
    if len(kept) < len(table.activities):
        left = sorted(set(table.activities) - set(kept))
        shown = ", ".join(left[:6]) + (f" … ({len(left)})" if len(left) > 6 else "")
        problems.note(Code.TABLE_LEVEL, f"activities at the level {level}: {len(kept)} are used; left out, since they "
                      f"hold or are held by these: {shown}")  # fmt: skip
    return kept


def select(table: Table, regions: list[str], activities: list[str]) -> Table:
    """Only these regions and activities."""
    at = np.ix_(range(len(table.years)), _places(table.regions, regions), _places(table.activities, activities))
    return replace(
        table, regions=tuple(regions), activities=tuple(activities), values=table.values[at],
        status=table.status[at], flags=None if table.flags is None else table.flags[at],
    )  # fmt: skip


def _kept(levels: Mapping[str, str | None], asked: str | None, usual: str, problems: Problems, what: str) -> list[str]:
    counts = Counter(level for level in levels.values() if level not in (None, "aggregate", "extra-regio"))
    if not counts:
        return sorted(levels)
    level = asked or (usual if usual in counts else max(counts, key=lambda name: (counts[name], name or "")))
    if level not in counts:
        hint = f"it has {', '.join(sorted(name for name in counts if name))}"
        problems.add(Code.TABLE_CONTENT, f"the table has no {what} at the level {level}", hint=hint)
        problems.finish()
    kept = sorted(code for code, found in levels.items() if found in (level, None))
    left = Counter(found for found in levels.values() if found not in (level, None))
    if left:
        shown = ", ".join(f"{count} {name}" for name, count in sorted(left.items()))
        problems.note(Code.TABLE_LEVEL, f"{what} at the level {level}: {len(kept)} are used; left out: {shown}")
    return kept


def _with_undivided_sections(kept: list[str], levels: Mapping[str, str | None]) -> list[str]:
    if not any(levels[code] == "division" for code in kept):
        return kept
    divided = {code[0] for code in kept}
    return sorted(kept + [code for code, level in levels.items() if level == "section" and code not in divided])


def _region_totals(
    table: Table, regions: list[str], activities: list[str], levels: Mapping[str, str | None]
) -> Floats | None:
    """(years, regions): what the sections of the kept activities add up to, as far as they are published."""
    above = {code for code, level in levels.items() if level == "section"} - set(activities)
    if not above & {code[0] for code in activities if levels[code]}:
        return None
    rows = _places(table.regions, regions)
    total = np.zeros((len(table.years), len(regions)))
    for section in sorted({code[0] if levels[code] else "" for code in activities}):
        inside = [code for code in activities if (code[0] if levels[code] else "") == section]
        known = np.nansum(table.values[:, rows][:, :, _places(table.activities, inside)], axis=2)
        if section in above:
            known = np.fmax(known, table.values[:, rows, table.activities.index(section)])
        total += known
    return total


def _activity_totals(
    table: Table, regions: list[str], activities: list[str], levels: Mapping[str, str | None]
) -> Floats | None:
    """(years, activities): what the countries of the kept regions add up to, as far as they are published.

    A country that publishes no figure of a region in a year does not count in that year.
    """
    above = {code for code, level in levels.items() if level == "nuts0"} - set(regions)
    if not above & {code[:2] for code in regions if levels[code]}:
        return None
    columns = _places(table.activities, activities)
    total = np.zeros((len(table.years), len(activities)))
    for country in sorted({code[:2] if levels[code] else "" for code in regions}):
        inside = [code for code in regions if (code[:2] if levels[code] else "") == country]
        values = table.values[:, _places(table.regions, inside)][:, :, columns]
        known = np.nansum(values, axis=1)
        if country in above:
            published = table.values[:, table.regions.index(country)][:, columns]
            reports = (~np.isnan(values)).sum(axis=(1, 2)) > 0
            known = np.where(reports[:, None], np.fmax(known, published), known)
        total += known
    return total


def _places(known: tuple[str, ...], wanted: list[str]) -> list[int]:
    place = {code: number for number, code in enumerate(known)}
    return [place[code] for code in wanted]
