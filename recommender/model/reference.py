"""A reference model: what a table says about how activities go together, and in which regions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .evidence import LocalText

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a model comes from and how to make it again.

    `sha256` is of the input file; `recipe` the command that builds the model from it. `cut` is the
    location quotient from which an activity is present; `published_totals` says whether quotients
    rest on totals that count withheld cells. `left_out` names the regions and activities without
    enough data, each with the reason; `joined` the regions whose figures were published under older
    codes. `counts` tells cells by status.
    """

    name: str
    sha256: str
    recipe: str
    year: int | None = None
    publisher: str | None = None
    dataset: str | None = None
    indicator: str | None = None
    unit: str | None = None
    licence: str | None = None
    region_classification: str | None = None
    activity_classification: str | None = None
    cut: float = 1.0
    published_totals: bool = False
    left_out: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class ComplexityScores:
    """Economic complexity of regions (ECI) and activities (PCI), z-scores; NaN where undefined.

    How far to trust them: the three largest eigenvalues, the gap between the second and the
    third, the correlation of ECI with the number of activities, the number of separate parts of
    the table, and warnings by name (see `recommender.measures.complexity`).
    """

    regions: Floats
    activities: Floats
    eigenvalues: tuple[float, ...]
    spectral_gap: float
    diversity_correlation: float
    components: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceModel:
    """One year of a table with the measures that rest on it.

    Attributes
    ----------
    values, location_quotient : (regions, activities) float64, NaN where not known
    status : (regions, activities) uint8, see `recommender.model.table.Status`
    present : (regions, activities) bool, location quotient at or over the cut
    relatedness : (activities, activities) float64, minimum conditional probability
    similarity : (activities, activities) float64, Sapling similarity between activities
    region_sizes, activity_sizes : (regions,) and (activities,) float64, totals in the table's unit
    """

    regions: tuple[str, ...]
    region_names: tuple[str, ...]
    activities: tuple[str, ...]
    activity_labels: tuple[LocalText, ...]
    values: Floats
    status: Codes
    location_quotient: Floats
    present: Flags
    relatedness: Floats
    similarity: Floats
    complexity: ComplexityScores
    region_sizes: Floats
    activity_sizes: Floats
    provenance: Provenance

    def region_index(self, code: str) -> int:
        """The row of a region; KeyError if the model does not hold it."""
        return _index(self.regions, code)

    def activity_index(self, code: str) -> int:
        """The column of an activity; KeyError if the model does not hold it."""
        return _index(self.activities, code)


def _index(codes: tuple[str, ...], code: str) -> int:
    if code not in codes:
        raise KeyError(code)
    return codes.index(code)
