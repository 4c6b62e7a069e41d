"""The same statistics read otherwise: another cut, another quotient, another year, another measure (METHODS C8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..measures.density import relatedness_density
from ..measures.evaluate import Evaluation
from ..measures.percentile import mid_rank_percentile
from ..measures.registry import Measure, measures
from ..measures.significance import fitted_prior, probability_of_specialisation, shrunken_location_quotient
from ..measures.specialisation import expected_values
from ..model.evidence import LocalText
from ..model.problem import RecommenderError
from ..model.reference import ReferenceModel
from ..model.table import Table
from .colocation import MEASURES, Colocation, Extra, colocation
from .redrawing import are_counts
from .reference import build_reference, with_cut, with_presence

Floats = npt.NDArray[np.float64]

CUTS = (0.75, 1.0, 1.25)
LIKELY = 0.9
"""Specialised, where so likely the quotient is over the cut."""
MOST_YEARS = 6
FAMILY = "relatedness"


@dataclass(frozen=True, slots=True)
class OtherReading:
    """One thing read otherwise (`cut`, `quotient`, `year` or `relatedness`), and the region in what follows."""

    name: str
    value: str
    model: ReferenceModel
    view: Colocation


def other_readings(
    model: ReferenceModel, view: Colocation, extras: tuple[Extra, ...], *,
    table: Table | None, labels: Mapping[str, LocalText], unit: int,
) -> Iterator[OtherReading]:  # fmt: skip
    """Every reading but today's, one thing changed at a time.

    Parameters
    ----------
    table : the years that the model was made from; other years are tried where there are any
    unit : so many of what is counted count as one where a quotient is shrunken; 0: figures are no counts
    """
    for cut in CUTS:
        if cut != model.provenance.cut:
            yield _read("cut", f"{cut:g}", with_cut(model, cut), view.region, extras)
    if unit > 0 and are_counts(model):
        yield from _quotients(model, view.region, extras, float(unit))
    for year in _other_years(model, table):
        other = _of_year(table, year, model.provenance.cut, labels)
        if other is not None and view.region in other.regions:
            yield _read("year", str(year), other, view.region, extras if other.activities == model.activities else ())
    yield from _measures(model, view)


def _read(name: str, value: str, model: ReferenceModel, region: str, extras: tuple[Extra, ...]) -> OtherReading:
    return OtherReading(name, value, model, colocation(model, region, extras))


def _quotients(model: ReferenceModel, region: str, extras: tuple[Extra, ...], unit: float) -> Iterator[OtherReading]:
    """Specialised by a quotient that small counts draw towards 1, and only where that is likely."""
    totals = model.region_sizes, model.activity_sizes
    cut = model.provenance.cut
    prior = fitted_prior(model.values / unit, expected_values(model.values, *totals) / unit)
    shrunken = shrunken_location_quotient(model.values, *totals, prior=prior, unit=unit)
    yield _read("quotient", "shrunken", with_presence(model, shrunken >= cut), region, extras)
    chance = probability_of_specialisation(model.values, *totals, prior=prior, unit=unit, cut=cut)
    yield _read("quotient", "likely", with_presence(model, chance >= LIKELY), region, extras)


def _other_years(model: ReferenceModel, table: Table | None) -> Sequence[int]:
    """The newest of them."""
    years = [year for year in table.years if year is not None] if table else []
    return sorted((year for year in years if year != model.provenance.year), reverse=True)[:MOST_YEARS]


def _of_year(table: Table | None, year: int, cut: float, labels: Mapping[str, LocalText]) -> ReferenceModel | None:
    """The model of a year; None where it holds too little."""
    assert table is not None
    try:
        return build_reference(table, year=year, cut=cut, labels=labels)
    except RecommenderError:
        return None


def _measures(model: ReferenceModel, view: Colocation) -> Iterator[OtherReading]:
    """Each measure in use alone, then each other measure of relatedness there is, as the density around it."""
    for name in MEASURES:
        alone = {item.activity: item.measures[name].percentile for item in view.candidates}
        yield OtherReading("relatedness", name, model, _by(view, alone))
    options = np.array([model.activity_index(item.activity) for item in view.candidates], dtype=np.intp)
    held = model.present[[model.region_index(view.region)]]
    given = {"values": model.values, "presence": model.present,
             "region_totals": model.region_sizes, "activity_totals": model.activity_sizes}  # fmt: skip
    for item in measures().values():
        if _is_other(item):
            around = relatedness_density(held, Evaluation(given, options={"cut": model.provenance.cut})(item.name))[
                0, options
            ]
            known = zip(view.candidates, mid_rank_percentile(around), strict=True)
            by_measure = {found.activity: None if np.isnan(share) else round(float(share), 9) for found, share in known}
            yield OtherReading("relatedness", item.name, model, _by(view, by_measure))


def _is_other(item: Measure) -> bool:
    """Whether a measure relates activities by the table alone, and is not the one that density rests on."""
    return item.family == FAMILY and not item.needs and item.name != "minimum-conditional-probability"


def _by(view: Colocation, percentile: Mapping[str, float | None]) -> Colocation:
    """The candidates in the order of other percentiles."""
    candidates = [replace(item, percentile=percentile[item.activity]) for item in view.candidates]
    candidates.sort(key=lambda item: (item.percentile is None, -(item.percentile or 0.0), item.activity))
    return replace(view, candidates=tuple(candidates))
