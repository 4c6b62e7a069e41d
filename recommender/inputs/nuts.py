"""The NUTS regions of every vintage since 2003, and what became of their codes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

ChangeKind = Literal["recoded", "boundary_shift", "merged", "split", "part"]

# A code is called the same region if nine tenths of its people stayed in it.
SAME_REGION = ("recoded", "boundary_shift")


@dataclass(frozen=True, slots=True)
class CodeChange:
    """From one code to the next.

    `merged` if all of `old` went into a larger `new`, `split` if all of `new` came out of a larger
    `old`, `boundary_shift` if nearly the same, `part` if none of these.
    """

    old: str
    new: str
    kind: ChangeKind
    vintage: str


@dataclass(frozen=True, slots=True)
class NutsRegion:
    """One code with its names (the first is shown), the vintages that have it and what became of it.

    No change and not in the newest vintage: discontinued.
    """

    code: str
    level: int
    names: tuple[str, ...]
    vintages: tuple[str, ...]
    changes: tuple[CodeChange, ...] = ()

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True)
class Nuts:
    """All codes, and the way from one to its successors and predecessors."""

    regions: Mapping[str, NutsRegion]

    @cached_property
    def origins(self) -> Mapping[str, tuple[CodeChange, ...]]:
        """The changes that led to each code."""
        found: dict[str, list[CodeChange]] = defaultdict(list)
        for region in self.regions.values():
            for change in region.changes:
                found[change.new].append(change)
        return {code: tuple(changes) for code, changes in sorted(found.items())}

    def onwards(self, code: str, among: Collection[str]) -> list[tuple[CodeChange, ...]]:
        """The ways from a code over its successors to the first codes that are `among` those."""
        return sorted(self._ways((), code, among, forward=True), key=lambda way: way[-1].new)

    def back(self, code: str, among: Collection[str]) -> list[tuple[CodeChange, ...]]:
        """The ways from a code over its predecessors to the first codes that are `among` those."""
        return sorted(self._ways((), code, among, forward=False), key=lambda way: way[-1].old)

    @cached_property
    def newest(self) -> frozenset[str]:
        """The codes of the newest vintage."""
        vintage = max(year for region in self.regions.values() for year in region.vintages)
        return frozenset(code for code, region in self.regions.items() if vintage in region.vintages)

    def today(self, code: str) -> str:
        """The code of a region in the newest vintage: `A+B` where it was split, `in A` where it is a part of one now.

        A code that has no successor, such as those of the United Kingdom, stays.
        """
        if code in self.newest:
            return code
        ways = self.onwards(code, self.newest)
        codes = list(dict.fromkeys(way[-1].new for way in ways))
        if len(codes) == 1 and way_kind(ways[0]) not in SAME_REGION:
            return f"in {codes[0]}"
        return "+".join(codes) or code

    def _ways(
        self, so_far: tuple[CodeChange, ...], code: str, among: Collection[str], *, forward: bool
    ) -> Iterator[tuple[CodeChange, ...]]:
        changes = self.regions[code].changes if code in self.regions else ()
        for change in changes if forward else self.origins.get(code, ()):
            reached = change.new if forward else change.old
            if reached in among:
                yield (*so_far, change)
            else:
                yield from self._ways((*so_far, change), reached, among, forward=forward)


def way_kind(way: tuple[CodeChange, ...]) -> ChangeKind:
    """What a chain of changes comes to: that of its least faithful step."""
    kinds: list[ChangeKind] = [change.kind for change in way]
    if "part" in kinds or ("merged" in kinds and "split" in kinds):
        return "part"
    order: tuple[ChangeKind, ...] = ("merged", "split", "boundary_shift")
    return next((kind for kind in order if kind in kinds), "recoded")


def read_nuts(path: Path) -> Nuts:
    """The table of `scripts/build_nuts_table.py`, which comes with ris3 (data/taxonomies/nuts.csv)."""
    with path.open(encoding="utf-8", newline="") as file:
        return Nuts({row["code"]: _region(row) for row in csv.DictReader(file)})


def _region(row: Mapping[str, str]) -> NutsRegion:
    names = (row["name"], *filter(None, row["other_names"].split("|")))
    changes = tuple(_change(row["code"], text) for text in row["successors"].split())
    return NutsRegion(row["code"], int(row["level"]), names, tuple(row["vintages"].split()), changes)


def _change(old: str, text: str) -> CodeChange:
    new, kind, vintage = text.split(":")
    return CodeChange(old, new, kind, vintage)  # type: ignore[arg-type]
