"""A table -> a reference model: the year, what is left out, and the measures that rest on the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

from ..measures.complexity import economic_complexity
from ..measures.percentile import rounded
from ..measures.relatedness import minimum_conditional_probability
from ..measures.sapling import sapling_between_activities
from ..measures.specialisation import location_quotient, presence
from ..model.evidence import LocalText
from ..model.problem import Code, Place, input_error
from ..model.reference import ComplexityScores, Provenance, ReferenceModel
from ..model.table import Status, Table

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# A year counts as published once it has nine tenths of the known cells of the fullest year, and a
# region can be described once half of its activities are known.
YEAR_COVERAGE = 0.9
REGION_COVERAGE = 0.5


@dataclass(frozen=True, slots=True)
class Slice:
    """One year of a table, without the regions and activities that cannot be described."""

    rows: Flags
    columns: Flags
    values: Floats
    status: npt.NDArray[np.uint8]
    region_totals: Floats | None
    activity_totals: Floats | None


def newest_covered_year(table: Table) -> int | None:
    """The newest year with at least nine tenths as many known cells as the year that has most."""
    known = table.known().sum(axis=(1, 2))
    return next(year for year, count in zip(table.years, known, strict=True) if count >= YEAR_COVERAGE * known.max())


def build_reference(
    table: Table, *, year: int | None = None, cut: float = 1.0, labels: Mapping[str, LocalText] | None = None
) -> ReferenceModel:
    """The reference model of one year of a table.

    Parameters
    ----------
    year : int
        One of the table's years; by default the newest that is well covered.
    cut : float
        The location quotient from which an activity is present.
    labels : activity code -> its name in several languages
        For activities that the table does not label itself.

    Raises
    ------
    InputErrors
        If the table does not have the year, or fewer than two regions or activities have enough data.
    """
    chosen = newest_covered_year(table) if year is None else year
    part = _slice(table, 0 if chosen is None else table.year_index(chosen))
    if part.rows.sum() < 2 or part.columns.sum() < 2:
        raise input_error(
            Code.TABLE_CONTENT, "fewer than two regions or two activities have enough data", Place(table.source.name),
            hint=f"a region needs figures for half of its activities, in {chosen}" if chosen else None,
        )  # fmt: skip
    present = presence(part.values, part.region_totals, part.activity_totals, cut=cut)
    sizes = _sizes(part)
    regions, activities = _kept(table.regions, part.rows), _kept(table.activities, part.columns)
    known_labels = {**(labels or {}), **table.activity_labels}
    return ReferenceModel(
        regions=regions,
        region_names=tuple(table.region_names.get(code, code) for code in regions),
        activities=activities,
        activity_labels=tuple(known_labels.get(code, {"en": code}) for code in activities),
        values=part.values,
        status=part.status,
        location_quotient=location_quotient(part.values, part.region_totals, part.activity_totals),
        present=present,
        relatedness=minimum_conditional_probability(present),
        similarity=sapling_between_activities(present),
        complexity=_complexity(present, sizes[0]),
        region_sizes=sizes[0],
        activity_sizes=sizes[1],
        provenance=_provenance(table, chosen, part, cut),
    )


def with_cut(model: ReferenceModel, cut: float) -> ReferenceModel:
    """The same model with another location quotient from which an activity is present."""
    if cut == model.provenance.cut:
        return model
    present = presence(model.values, model.region_sizes, model.activity_sizes, cut=cut)
    return replace(with_presence(model, present), provenance=replace(model.provenance, cut=cut))


def with_presence(model: ReferenceModel, present: Flags) -> ReferenceModel:
    """The same model where regions are specialised in other activities: (regions, activities)."""
    return replace(
        model,
        present=present,
        relatedness=minimum_conditional_probability(present),
        similarity=sapling_between_activities(present),
        complexity=_complexity(present, model.region_sizes),
    )


def _slice(table: Table, at: int) -> Slice:
    known = table.known()[at]
    values = table.values[at]
    columns = np.nansum(values, axis=0) > 0
    share_known = (known & columns).sum(axis=1) / max(int(columns.sum()), 1)
    rows = (share_known >= REGION_COVERAGE) & (np.nansum(values, axis=1) > 0)
    columns &= np.nansum(values[rows], axis=0) > 0
    return Slice(
        rows, columns, values[np.ix_(rows, columns)], table.status[at][np.ix_(rows, columns)],
        None if table.region_totals is None else table.region_totals[at, rows],
        None if table.activity_totals is None else table.activity_totals[at, columns],
    )  # fmt: skip


def _sizes(part: Slice) -> tuple[Floats, Floats]:
    rows = np.nansum(part.values, axis=1) if part.region_totals is None else part.region_totals
    columns = np.nansum(part.values, axis=0) if part.activity_totals is None else part.activity_totals
    return rows, columns


def _complexity(present: Flags, sizes: Floats) -> ComplexityScores:
    # Eigenvectors differ in their last digits between machines; what is kept does not.
    found = economic_complexity(present, sizes)
    return ComplexityScores(
        regions=rounded(found.regions),
        activities=rounded(found.activities),
        eigenvalues=tuple(round(value, 9) for value in found.eigenvalues),
        spectral_gap=round(found.spectral_gap, 9),
        diversity_correlation=round(found.diversity_correlation, 9),
        components=found.components,
        warnings=found.warnings,
    )


def _provenance(table: Table, year: int | None, part: Slice, cut: float) -> Provenance:
    source = {item.name: getattr(table.source, item.name) for item in fields(table.source)}
    regions = _kept(table.regions, part.rows)
    joined = table.joined[table.years.index(year)] if table.joined else {}
    return Provenance(
        **source | {"region_classification": _with_vintage(table, regions)},
        recipe=_recipe(table, year, cut),
        year=year,
        cut=cut,
        published_totals=table.region_totals is not None and table.activity_totals is not None,
        left_out=_left_out(table, year, part),
        joined={new: old for new, old in sorted(joined.items()) if new in regions},
        counts=_counts(part.status),
    )


def _with_vintage(table: Table, regions: tuple[str, ...]) -> str | None:
    """The classification of regions, with the newest edition that has all of these codes (nuts_2013)."""
    shared = set.intersection(*(set(table.region_vintages.get(code, ())) for code in regions))
    name = table.source.region_classification
    return f"{name}_{max(shared)}" if name and shared else name


def _recipe(table: Table, year: int | None, cut: float) -> str:
    words = ["ris3 reference build", table.source.name]
    if table.source.indicator:
        words.append(f"--indicator {table.source.indicator}")
    if year is not None and year != newest_covered_year(table):
        words.append(f"--year {year}")
    if cut != 1.0:
        words.append(f"--cut {cut:g}")
    return " ".join(words)


def _left_out(table: Table, year: int | None, part: Slice) -> dict[str, str]:
    known = table.known()[table.years.index(year)].sum(axis=1)
    edition = (_with_vintage(table, _kept(table.regions, part.rows)) or "").rpartition("_")[2]
    out = {}
    for code, kept, count in zip(table.regions, part.rows, known, strict=True):
        # A code of another edition is not missing: its region is there under another code.
        if not kept and (count or edition in table.region_vintages.get(code, (edition,))):
            out[code] = "no_data" if count == 0 else "too_little_data" if count < len(table.activities) else "zero"
    for code, kept in zip(table.activities, part.columns, strict=True):
        if not kept:
            out[code] = "zero_or_unknown"
    return dict(sorted(out.items()))


def _kept(codes: tuple[str, ...], kept: Flags) -> tuple[str, ...]:
    return tuple(code for code, is_kept in zip(codes, kept, strict=True) if is_kept)


def _counts(status: npt.NDArray[np.uint8]) -> dict[str, int]:
    """How many cells there are of each status; estimates are named where there are any."""
    counts = {item: int((status == item).sum()) for item in Status}
    return {item.name.lower(): count for item, count in counts.items() if count or item != Status.ESTIMATED}
