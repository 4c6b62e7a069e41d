"""What the columns of a delimited file hold: found by a format, or written by the user in a mapping file."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from ...model.table import Status
from .cells import Problems
from .lines import TableFile

Role = Literal["region", "activity", "year"]
ROLES: tuple[Role, ...] = ("region", "activity", "year")
YEAR = re.compile(r"[12][0-9]{3}\Z", re.ASCII)
HEAD_LINES = 40
WIDE = -1
"""In `coded`: the names of the wide columns."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows are told apart into cells. Columns count from 0.

    Attributes
    ----------
    names : of the columns, as the header has them
    roles : the columns of regions, activities and years
    value : the column of figures, where each row is one cell
    wide : column -> region, activity or year, where each row is many cells; `wide_role` says which,
        `wide_flags` the column of marks of each
    flags : columns of marks beside the figure
    status : the column that says in our words what a cell holds, in tables that ris3 wrote
    labels : column of codes -> column of what they are called
    series : the other dimensions
    key : names of the parts of the first column, which commas join (Eurostat's bulk files)
    coded : column -> pattern with the groups `code` and `label`, for cells that hold both
    sum_over : columns of parts of a year whose figures are added up
    filters : column -> the only text wanted
    recodes : column -> code in the file -> code to use
    missing, suppressed : texts in place of a figure
    strict : a file of the user's: what is odd is a mistake; a publisher's may hold figures below zero
    """

    format: str
    names: tuple[str, ...]
    roles: Mapping[Role, int]
    value: int | None = None
    wide: Mapping[int, str] = field(default_factory=dict)
    wide_role: Role = "year"
    wide_flags: Mapping[int, int] = field(default_factory=dict)
    flags: tuple[int, ...] = ()
    status: int | None = None
    labels: Mapping[int, int] = field(default_factory=dict)
    series: Mapping[str, int] = field(default_factory=dict)
    key: tuple[str, ...] = ()
    coded: Mapping[int, re.Pattern[str]] = field(default_factory=dict)
    sum_over: tuple[int, ...] = ()
    filters: Mapping[int, str] = field(default_factory=dict)
    recodes: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    suppressed: frozenset[str] = frozenset()
    delimiter: str = ","
    decimal: str = "."
    thousands: str = ""
    strict: bool = False
    absent: Status = Status.MISSING
    publisher: str | None = None
    dataset: str | None = None
    unit: str | None = None
    licence: str | None = None
    activity_classification: str | None = None

    @property
    def codes(self) -> list[int]:
        """The columns of texts that are told apart, in the order of the file."""
        statuses = () if self.status is None else (self.status,)
        return sorted({*self.roles.values(), *self.series.values(), *self.flags, *self.sum_over, *statuses})

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns of figures."""
        return tuple(self.wide) if self.value is None else (self.value,)


@dataclass(frozen=True)
class Head:
    """The beginning of a file, by which its format is recognised."""

    file: TableFile
    lines: tuple[str, ...]
    number: int

    @cached_property
    def first(self) -> str:
        return self.lines[0] if self.lines else ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields of the first line, if commas part them."""
        return self.split(",")

    def split(self, delimiter: str) -> tuple[str, ...]:
        """The fields of the first line."""
        return tuple(name.strip(" ") for name in next(csv.reader([self.first], delimiter=delimiter), ()))

    @cached_property
    def upper(self) -> frozenset[str]:
        """The fields of the first line in capitals."""
        return frozenset(name.upper() for name in self.names)

    def years(self) -> dict[int, str]:
        """The columns that are called by a year."""
        return {place: name for place, name in enumerate(self.names) if YEAR.match(name)}

    def place(self, *wanted: str) -> int | None:
        """The first column with one of these names; capitals do not matter."""
        known = [name.upper() for name in self.names]
        return next((known.index(name.upper()) for name in wanted if name.upper() in known), None)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about a file."""

    delimiter: str | None = None
    decimal: str = "."
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One publisher's way to write tables.

    `recognise` says whether a file that begins so is written in it, `layout` what its columns hold.
    `rewrite` gives the lines of a file that is no plain table, each with the line it came from.
    `encoding` is what the publisher uses where a file is not UTF-8. `users` write the format themselves:
    what is odd in it is their mistake.
    """

    name: str
    title: str
    recognise: Callable[[Head], bool]
    layout: Callable[[Head, Options, Problems], Layout]
    rewrite: Callable[[Iterator[tuple[int, str]], Problems], Iterator[tuple[int, str]]] | None = None
    encoding: str | None = None
    users: bool = False


def roles_of(**places: int | None) -> dict[Role, int]:
    """The roles that the file has a column for."""
    return {role: place for role in ROLES if (place := places.get(role)) is not None}


def head_of(file: TableFile) -> Head:
    """The first lines of a file that are not blank."""
    found: list[str] = []
    first = 1
    for number, line in replace(file, lenient=True).lines():
        if not line.strip(" "):
            continue
        first = first if found else number
        found.append(line)
        if len(found) == HEAD_LINES:
            break
    return Head(file, tuple(found), first)
