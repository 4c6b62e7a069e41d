"""Region codes of several NUTS vintages joined into the newest that the table holds.

ITD5 until 2010 and ITH5 since are one region; so are DE41 + DE42 and DE40. Read code by code they
would look like regions that vanish and appear. A region that was split cannot be followed back:
its old code stands for itself in the years before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ...model.problem import Code
from ...model.table import Status, Table
from ..nuts import Nuts, way_kind
from .cells import Problems

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Step: TypeAlias = tuple[str, tuple[str, ...]]


def join_codes(table: Table, nuts: Nuts, problems: Problems) -> Table:
    """The table with the years of recoded and merged regions under their newest code.

    In a year for which both have figures, the code with more known cells is taken, the newer one
    if they have as many. Where only some of the regions that were merged are in the table nothing
    is joined. An old code is blanked in the years for which regions that it was split into report.
    """
    steps, divided = joining_steps(table.regions, nuts), split_codes(table.regions, nuts)
    if not steps and not divided:
        return table
    values, status = table.values.copy(), table.status.copy()
    totals = None if table.region_totals is None else table.region_totals.copy()
    flags = None if table.flags is None else table.flags.copy()
    used: list[dict[str, tuple[str, ...]]] = [{} for _ in table.years]
    for new, old in steps:
        row, rows = table.regions.index(new), [table.regions.index(code) for code in old]
        joined, joined_status = _together(values[:, rows], status[:, rows])
        better = _known(joined_status) > _known(status[:, row])
        for year in np.flatnonzero(better):
            used[year][new] = tuple(sorted(part for code in old for part in used[year].pop(code, (code,))))
        values[better, row], status[better, row] = joined[better], joined_status[better]
        if totals is not None:
            totals[better, row] = totals[better][:, rows].sum(axis=1)
        if flags is not None:
            flags[better, row] = flags[better, rows[0]] if len(rows) == 1 else ""
    _blank_split(divided, table.regions, values, status, problems)
    _tell(used, problems)
    gone = {code for _, old in steps for code in old}
    keep = [place for place, code in enumerate(table.regions) if code not in gone]
    return replace(
        table, regions=tuple(table.regions[place] for place in keep), values=values[:, keep],
        status=status[:, keep], flags=None if flags is None else flags[:, keep],
        region_totals=None if totals is None else totals[:, keep], joined=tuple(used),
    )  # fmt: skip


def joining_steps(regions: tuple[str, ...], nuts: Nuts) -> list[Step]:
    """(newer code, older codes that make up the same region), all in the table, oldest changes first."""
    found: dict[str, set[str]] = defaultdict(set)
    for code in regions:
        for way in nuts.onwards(code, regions):
            if way_kind(way) in ("recoded", "boundary_shift", "merged"):
                found[way[-1].new].add(code)
    left = {new: tuple(sorted(old)) for new, old in sorted(found.items()) if _all_there(new, old, nuts)}
    steps: list[Step] = []
    while left:
        new = next(new for new in left if not set(left[new]) & left.keys())
        steps.append((new, left.pop(new)))
    return steps


def _all_there(new: str, old: set[str], nuts: Nuts) -> bool:
    """Whether the table holds everything that was merged into `new`; a part of a region cannot be told."""
    origins = nuts.origins.get(new, ())
    merged = {change.old for change in origins if change.kind == "merged"}
    if merged and any(change.kind == "part" for change in origins):
        return False
    covered = old | {change.old for code in old for way in nuts.onwards(code, [new]) for change in way}
    return merged <= covered


def _together(values: Floats, status: Codes) -> tuple[Floats, Codes]:
    """(years, parts, activities) added up over the parts: not known as soon as one part is not."""
    worst = status.max(axis=1)
    total = np.where(worst <= Status.ZERO_BY_ABSENCE, values.sum(axis=1), np.nan)
    return total, np.where((status == Status.OBSERVED).any(axis=1) & (worst == 1), Status.OBSERVED, worst)


def _known(status: Codes) -> npt.NDArray[np.intp]:
    """Known cells by year, of (years, activities)."""
    known: npt.NDArray[np.intp] = (status <= Status.ZERO_BY_ABSENCE).sum(axis=-1)
    return known


def split_codes(regions: tuple[str, ...], nuts: Nuts) -> dict[str, list[str]]:
    """Old code -> the regions of the table that hold a part of it, where it has no single heir."""
    found = {}
    for code in regions:
        ways = nuts.onwards(code, regions)
        if ways and all(way_kind(way) in ("split", "part") for way in ways):
            found[code] = [way[-1].new for way in ways]
    return found


def _blank_split(
    divided: Mapping[str, list[str]], regions: tuple[str, ...], values: Floats, status: Codes, problems: Problems
) -> None:
    for old, new in divided.items():
        row, rows = regions.index(old), [regions.index(code) for code in new]
        both = (_known(status[:, rows]).sum(axis=1) > 0) & (_known(status[:, row]) > 0)
        if not both.any():
            continue
        values[both, row], status[both, row] = np.nan, Status.MISSING
        problems.note(Code.TABLE_JOINED, f"{old} is left out in years in which its parts report: {', '.join(new)}")


def _tell(used: list[dict[str, tuple[str, ...]]], problems: Problems) -> None:
    joined = {new: old for year in used for new, old in year.items()}
    if joined:
        shown = ", ".join(f"{' + '.join(old)} -> {new}" for new, old in sorted(joined.items()))
        problems.note(Code.TABLE_JOINED, f"older region codes joined: {shown}")
