"""A table of regions x activities, by year, with what is not known kept apart from zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from .evidence import LocalText
from .problem import Code, Place, input_error, nearest

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Texts = npt.NDArray[np.str_]


class Status(IntEnum):
    """What a cell holds. Missing and suppressed ones are NaN; the others have a value."""

    OBSERVED = 0
    ZERO_BY_ABSENCE = 1
    MISSING = 2
    SUPPRESSED = 3
    ESTIMATED = 4


@dataclass(frozen=True, slots=True)
class TableSource:
    """Where a table comes from. `sha256` is of the file's bytes as read, packed if it was packed."""

    name: str
    sha256: str
    publisher: str | None = None
    dataset: str | None = None
    indicator: str | None = None
    unit: str | None = None
    licence: str | None = None
    region_classification: str | None = None
    activity_classification: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Figures in one unit, all >= 0, the same regions and activities in every year.

    Attributes
    ----------
    years : newest first; a single None where the table has no years
    values : (years, regions, activities) float64, NaN where not known
    status : (years, regions, activities) uint8, see `Status`
    flags : (years, regions, activities) text, the publisher's marks as printed; None without any
    region_totals, activity_totals : (years, regions) and (years, activities) float64
        What the publisher gives for all activities of a region and all regions of an activity,
        withheld cells included; None where the table does not say.
    region_vintages : the editions of the classification that have each code
    joined : for each year, the codes whose figures were taken from older codes, with these
    """

    regions: tuple[str, ...]
    activities: tuple[str, ...]
    years: tuple[int | None, ...]
    values: Floats
    status: Codes
    source: TableSource
    flags: Texts | None = None
    region_names: Mapping[str, str] = field(default_factory=dict)
    activity_labels: Mapping[str, LocalText] = field(default_factory=dict)
    region_totals: Floats | None = None
    activity_totals: Floats | None = None
    region_vintages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joined: tuple[Mapping[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        shape = (len(self.years), len(self.regions), len(self.activities))
        if self.values.shape != shape or self.status.shape != shape:
            raise ValueError(f"a table of {shape} with values of {self.values.shape}")

    def year_index(self, year: int, file: str | None = None) -> int:
        """The place of a year; `file` is what the user calls the table.

        Raises
        ------
        InputErrors
            If the table does not have it.
        """
        if year in self.years:
            return self.years.index(year)
        years = [str(known) for known in self.years if known is not None]
        hint = nearest(str(year), years, what="it has") if years else "leave out --year: the table has no years"
        at = Place(file or self.source.name)
        raise input_error(Code.TABLE_CONTENT, f"the table has no year {year}", at, hint=hint)

    def known(self) -> npt.NDArray[np.bool_]:
        """(years, regions, activities) bool: the cells that have a value."""
        known: npt.NDArray[np.bool_] = (self.status != Status.MISSING) & (self.status != Status.SUPPRESSED)
        return known


@dataclass(frozen=True, slots=True, eq=False)
class PublishedTotals:
    """A block of a table with the totals that the publisher gives for it, such as a section in a country.

    Attributes
    ----------
    regions, activities : places of the block's rows and columns in the table
    of_regions : (years, rows) float64, what each region adds up to over these activities, NaN if not published
    of_activities : (years, columns) float64, what each activity adds up to over these regions
    """

    regions: tuple[int, ...]
    activities: tuple[int, ...]
    of_regions: Floats
    of_activities: Floats
