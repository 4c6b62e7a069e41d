"""What a region does more of than others: location quotients and the presence they imply."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .registry import measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

HUGE = 1e100
# Exactly proportional regions have a location quotient of 1, which rounding puts on either side.
ROUNDING = 1e-12

TOTALS = {"region_totals": "", "activity_totals": ""}
"""The published totals, where there are any."""

BALASSA = "Balassa (1965), The Manchester School 33(2); Hoover (1936), Review of Economic Statistics 18"


@measure(
    "location-quotient", "specialisation",
    "Share of an activity in the region over its share in all regions",
    BALASSA, takes="values", gives=("region", "activity"), uses=TOTALS,
    aliases=("lq", "rca", "rta", "revealed-comparative-advantage", "revealed-technological-advantage"),
)  # fmt: skip
def location_quotient(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None
) -> Floats:
    """(x_ra / x_r.) / (x_.a / x_..), dimensionless, 1 = as in all regions together.

    Parameters
    ----------
    values : (regions, activities) float >= 0, one unit throughout
        NaN where the figure is not known. Unknown is not zero.
    region_totals, activity_totals : (regions,) and (activities,) float
        Published totals, which count what the table withholds. Without them the known cells are
        added up, which overstates the quotients of what is known.

    Returns
    -------
    (regions, activities) float; NaN where the value is unknown, the region or the activity empty.
    """
    values, size, volume, whole = _margins(values, region_totals, activity_totals)
    expected = _expected(size, volume, whole)
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient: Floats = np.divide(values, expected, out=expected)
    quotient[size <= 0] = np.nan
    quotient[:, volume <= 0] = np.nan
    return quotient


@measure(
    "presence", "specialisation",
    "Whether the location quotient reaches the cut (1 by default)",
    BALASSA, whole=True, takes="values", gives=("region", "activity"), uses=TOTALS,
    aliases=("specialised", "binary-lq", "binary-rca"),
)  # fmt: skip
def presence(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None,
    *, cut: float = 1.0,
) -> Flags:  # fmt: skip
    """True where x_ra >= cut * x_r. * x_.a / x_.., up to a relative rounding of 1e-12.

    The tolerance keeps a location quotient of exactly 1 on one side on every machine.
    Unknown cells, empty regions and empty activities are False. Shapes as in `location_quotient`.
    """
    values, size, volume, whole = _margins(values, region_totals, activity_totals)
    reached: Flags = values >= _expected(size * (cut * (1 - ROUNDING)), volume, whole)
    reached[size <= 0] = False
    reached[:, volume <= 0] = False
    return reached


@measure(
    "symmetric-location-quotient", "specialisation",
    "Location quotient on a scale from -1 to 1, 0 = as in all regions",
    "Laursen (2015), Eurasian Business Review 5(1)",
    takes="values", gives=("region", "activity"), uses=TOTALS, aliases=("symmetric-rca", "rsca", "slq"),
)  # fmt: skip
def symmetric_location_quotient(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None
) -> Floats:
    """(LQ - 1) / (LQ + 1); shapes and NaN as in `location_quotient`."""
    quotient = location_quotient(values, region_totals, activity_totals)
    return (quotient - 1) / (quotient + 1)


@measure(
    "population-quotient", "specialisation",
    "Amount per inhabitant over that of all regions together",
    "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, in the form of py-ecomplexity (RPOP)",
    takes="values", gives=("region", "activity"), aliases=("rpop",), needs=("population",),
)  # fmt: skip
def population_quotient(values: Floats, *, population: Floats) -> Floats:
    """(x_ra / n_r) / (x_.a / n_.), dimensionless, 1 = as many per inhabitant as in all regions.

    `population` (regions,) float > 0 counts inhabitants. Unlike the location quotient it can be over 1
    in every activity of a rich region. NaN where the value or the population is unknown or 0.
    """
    values = tamed(values)
    people = np.where(population > 0, population, np.nan)
    return location_quotient(values, region_totals=people * (np.nansum(values) / np.nansum(people)))


@measure(
    "diversity", "specialisation", "How many activities the region is specialised in",
    "Hidalgo and Hausmann (2009), PNAS 106(26), doi:10.1073/pnas.0900943106",
    whole=True, takes="presence", gives=("region",),
)  # fmt: skip
def diversity(present: Flags) -> Floats:
    """sum_a M_ra; (regions,) float, whole numbers."""
    return np.asarray(present.sum(axis=1), dtype=np.float64)


@measure(
    "ubiquity", "specialisation", "How many regions are specialised in the activity",
    "Hidalgo and Hausmann (2009), PNAS 106(26), doi:10.1073/pnas.0900943106",
    whole=True, takes="presence", gives=("activity",),
)  # fmt: skip
def ubiquity(present: Flags) -> Floats:
    """sum_r M_ra; (activities,) float, whole numbers."""
    return np.asarray(present.sum(axis=0), dtype=np.float64)


def expected_values(
    values: Floats, region_totals: Floats | None = None, activity_totals: Floats | None = None
) -> Floats:
    """x_r. x_.a / x_..: what each cell would hold if all regions were alike; (regions, activities) float."""
    size, volume, whole = _sums(values, region_totals, activity_totals)
    return _expected(size, volume, whole)


def _expected(size: Floats, volume: Floats, whole: float) -> Floats:
    return np.multiply.outer(size / whole, volume) if whole > 0 else np.zeros((len(size), len(volume)))


def _margins(
    values: Floats, region_totals: Floats | None, activity_totals: Floats | None
) -> tuple[Floats, Floats, Floats, float]:
    """Values with the sums of regions, of activities and of everything, none of which overflows."""
    if region_totals is None and activity_totals is None:
        values = tamed(values)
    return values, *_sums(values, region_totals, activity_totals)


def _sums(values: Floats, region_totals: Floats | None, activity_totals: Floats | None) -> tuple[Floats, Floats, float]:
    size = np.nansum(values, axis=1) if region_totals is None else region_totals
    volume = np.nansum(values, axis=0) if activity_totals is None else activity_totals
    return size, volume, float(volume.sum())


def tamed(values: Floats) -> Floats:
    """Values whose products are ordinary numbers: the unit does not matter, and a power of 2 loses no digit."""
    top = float(np.fmax.reduce(values, axis=None, initial=0.0))
    if top == 0 or HUGE > top > 1 / HUGE:
        return values
    return np.ldexp(values, -int(np.frexp(top)[1]))
