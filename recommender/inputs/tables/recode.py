"""Regions recoded to one edition of NUTS: splits and merges shared out by a crosswalk.

Which code became which is stated in data/taxonomies/nuts.csv. Where a region was divided, its figures
are shared out by the people of the overlap, which the user's crosswalk gives (the form of the Joint
Research Centre: from_code, to_code, from_version, to_version, level and weights such as pop18). Cells
that were shared out are estimates. What cannot be recoded is left out, and told.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ...model.problem import Code, Place, input_error, nearest
from ...model.table import Status, Table
from ..nuts import Nuts, way_kind
from .cells import Problems
from .lines import open_table

WEIGHT = "pop18"
# Overlaps of a few municipalities are noise of the maps.
LEAST_SHARE = 0.005
WHOLE = 0.999
COLUMNS = ("from_code", "to_code", "from_version", "to_version")

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """(from edition, to edition) -> code -> the shares of it that lie in each new code; they add up to 1."""

    shares: Mapping[tuple[str, str], Mapping[str, Shares]] = field(default_factory=dict)


def read_crosswalk(path: str, *, weight: str = WEIGHT) -> Crosswalk:
    """Shares by the weights of a crosswalk file, CSV, packed or not.

    Raises
    ------
    InputErrors
        If it does not have the columns, or a weight is no number.
    """
    file = open_table(path)
    header = next((line for _, line in file.lines()), "").split(",")
    for name in (*COLUMNS, weight):
        if name not in header:
            raise input_error(Code.TABLE_HEADER, f"the crosswalk has no column '{name}'", Place(file.name, 1),
                              hint=nearest(name, header, what="there are"))  # fmt: skip
    at = [header.index(name) for name in (*COLUMNS, weight)]
    people: dict[tuple[str, str], dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for number, line in file.lines():
        fields = next(csv.reader([line]), [])
        if number == 1 or not fields:
            continue
        try:
            old, new, before, after, count = (fields[place] for place in at)
            people[before, after][old][new] = float(count or 0)
        except (ValueError, IndexError):
            message = "this row of the crosswalk has too few fields, or a weight that is no number"
            raise input_error(Code.TABLE_NUMBER, message, Place(file.name, number), line=line) from None
    return Crosswalk({pair: {code: _shares(found) for code, found in codes.items()} for pair, codes in people.items()})


def _shares(people: Mapping[str, float]) -> Shares:
    total = sum(people.values())
    kept = {code: count for code, count in people.items() if total and count / total >= LEAST_SHARE}
    whole = sum(kept.values())
    return {code: count / whole for code, count in kept.items()}


@dataclass(frozen=True, slots=True)
class Recoder:
    """The way from any code to those of one edition."""

    edition: str
    nuts: Nuts
    crosswalk: Crosswalk

    def targets(self, code: str) -> Shares | None:
        """The codes of the edition that a code became, with the share of it in each; None if that cannot be told."""
        region = self.nuts.regions.get(code)
        if region is None:
            return None
        if self.edition in region.vintages:
            return {code: 1.0}
        return self._stated(code) or self._weighted(code)

    def _stated(self, code: str) -> Shares | None:
        """By the table of changes, where all of a region is in one other."""
        among = {known for known, region in self.nuts.regions.items() if self.edition in region.vintages}
        onwards = [(way[-1].new, way_kind(way)) for way in self.nuts.onwards(code, among)]
        if len(onwards) == 1 and onwards[0][1] in ("recoded", "boundary_shift", "merged"):
            return {onwards[0][0]: 1.0}
        back = [(way[-1].old, way_kind(way)) for way in self.nuts.back(code, among)]
        if not onwards and len(back) == 1 and back[0][1] in ("recoded", "boundary_shift", "split"):
            return {back[0][0]: 1.0}
        return None

    def _weighted(self, code: str) -> Shares | None:
        """By the crosswalk as far as it goes, and then by the table of changes."""
        editions = self.nuts.regions[code].vintages
        pairs = [pair for pair in self.crosswalk.shares if pair[0] in editions and pair[1] not in editions]
        wanted = int(self.edition)
        for pair in sorted(pairs, key=lambda pair: (abs(int(pair[1]) - wanted), -int(pair[0]))):
            found: dict[str, float] = defaultdict(float)
            for new, share in self.crosswalk.shares[pair].get(code, {}).items():
                further = self.targets(new) if abs(int(pair[1]) - wanted) < abs(int(pair[0]) - wanted) else None
                for last, part in (further or {}).items():
                    found[last] += share * part
            if sum(found.values()) > WHOLE:
                return dict(found)
        return None


def recode(table: Table, edition: str, nuts: Nuts, crosswalk: Crosswalk | None, problems: Problems) -> Table:
    """The table in the codes of one edition of NUTS.

    A code of the edition keeps its own figures in the years for which it has any. In the others it
    gets those of the codes that make it up, if all of them are there: whole ones added up, divided
    ones by their shares, as estimates. What is not known in a part is not known in the whole.

    Raises
    ------
    InputErrors
        If there is no such edition.
    """
    editions = sorted({vintage for region in nuts.regions.values() for vintage in region.vintages})
    if edition not in editions:
        raise input_error(Code.USAGE, f"there is no NUTS {edition}", hint=nearest(edition, editions, what="editions"))
    recoder = Recoder(edition, nuts, crosswalk or Crosswalk())
    found = {code: recoder.targets(code) if code in nuts.regions else {code: 1.0} for code in table.regions}
    lost = sorted(code for code, targets in found.items() if not targets)
    kept = {code: targets for code, targets in found.items() if targets}
    sources: dict[str, dict[str, float]] = defaultdict(dict)
    for code, targets in kept.items():
        for new, share in targets.items():
            sources[new][code] = share
    partial = {new for new, parts in sources.items() if _lacks(new, parts, recoder)}
    regions = tuple(sorted(sources))
    made = _made(table, regions, sources, partial)
    _tell(table, edition, {code: found[code] or {} for code in table.regions}, lost, sorted(partial), problems)
    return made


def _lacks(new: str, parts: Mapping[str, float], recoder: Recoder) -> bool:
    """Whether something that went into a region is not in the table."""
    if new in parts:
        return False
    origins = {change.old for change in recoder.nuts.origins.get(new, ()) if change.kind in ("merged", "part")}
    covered = set(parts) | {change.new for part in parts for way in recoder.nuts.onwards(part, [new]) for change in way}
    # What the crosswalk leaves out is too little to matter; what nothing is known of is not.
    return any((targets := recoder.targets(old)) is None or new in targets for old in origins - covered)


def _made(
    table: Table, regions: tuple[str, ...], sources: Mapping[str, Mapping[str, float]], partial: set[str]
) -> Table:
    shape = (len(table.years), len(regions), len(table.activities))
    values = np.full(shape, np.nan)
    status = np.full(shape, Status.MISSING, dtype=np.uint8)
    flags = None if table.flags is None else np.full(shape, "", dtype=table.flags.dtype)
    totals = None if table.region_totals is None else np.zeros(shape[:2])
    for row, new in enumerate(regions):
        parts = {code: share for code, share in sources[new].items() if code != new}
        if new in sources[new]:
            own = table.regions.index(new)
            values[:, row], status[:, row] = table.values[:, own], table.status[:, own]
            if flags is not None and table.flags is not None:
                flags[:, row] = table.flags[:, own]
            if totals is not None and table.region_totals is not None:
                totals[:, row] = table.region_totals[:, own]
        if not parts or new in partial:
            continue
        reports = (status[:, row] != Status.MISSING).any(axis=1)
        summed, worst = _summed(table, parts)
        values[~reports, row], status[~reports, row] = summed[~reports], worst[~reports]
        if totals is not None and table.region_totals is not None:
            at = [table.regions.index(code) for code in parts]
            weighted = table.region_totals[:, at] @ np.array(list(parts.values()))
            totals[~reports, row] = weighted[~reports]
    vintages = dict(table.region_vintages)
    return replace(table, regions=regions, values=values, status=status, flags=flags, region_totals=totals,
                   region_vintages=vintages)  # fmt: skip


def _summed(table: Table, parts: Mapping[str, float]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8]]:
    """(years, activities): the weighted sum of regions, and the least that is known of any of them."""
    at = [table.regions.index(code) for code in parts]
    weights = np.array(list(parts.values()))
    values = np.einsum("yra,r->ya", table.values[:, at], weights)
    unknown = (table.status[:, at] == Status.MISSING) | (table.status[:, at] == Status.SUPPRESSED)
    worst = np.where(unknown, table.status[:, at], 0).max(axis=1)
    estimated = (weights < WHOLE).any() | (table.status[:, at] == Status.ESTIMATED).any(axis=1)
    known = np.where(estimated & (values > 0), Status.ESTIMATED, Status.OBSERVED)
    return np.where(worst > 0, np.nan, values), np.where(worst > 0, worst, known).astype(np.uint8)


def _tell(
    table: Table, edition: str, targets: Mapping[str, Shares], lost: list[str], partial: list[str], problems: Problems
) -> None:
    changed = [code for code in table.regions if targets[code] and set(targets[code]) != {code}]
    moved = [code for code in changed if len(targets[code]) == 1]
    divided = [code for code in changed if len(targets[code]) > 1]
    if moved:
        shown = ", ".join(f"{code} -> {next(iter(targets[code]))}" for code in moved)
        problems.note(Code.TABLE_VINTAGE, f"recoded or merged to NUTS {edition}: {shown}")
    if divided:
        shown = "; ".join(f"{code} -> {_told(targets[code])}" for code in divided)
        problems.note(Code.TABLE_VINTAGE, f"shared out by the crosswalk, which are estimates: {shown}")
    if lost:
        message = f"left out, for NUTS {edition} has no region that all of it lies in: {', '.join(lost)}"
        hint = "a crosswalk shares divided regions out: --crosswalk FILE"
        problems.note(Code.TABLE_VINTAGE, message, hint=hint)
    if partial:
        message = f"not known where only a part of the region is in the table: {', '.join(partial)}"
        problems.note(Code.TABLE_VINTAGE, message)


def _told(shares: Shares) -> str:
    return " + ".join(f"{share:.1%} {code}" for code, share in sorted(shares.items()))
