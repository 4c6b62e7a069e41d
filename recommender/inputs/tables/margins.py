"""The totals that a publisher gives for the parts of a table: sections of regions, countries of activities."""

from __future__ import annotations

import numpy as np

from ...model.table import PublishedTotals, Table
from ..nuts import Nuts
from .levels import activity_level, region_level


def published_totals(whole: Table, part: Table, nuts: Nuts) -> list[PublishedTotals]:
    """The blocks of a table of regions and divisions, one a country and section.

    `whole` is the table with all its levels, out of which `part` was taken. A block needs the section
    of its activities or the country of its regions in `whole`, else there is nothing to estimate from.
    """
    countries = _grouped(part.regions, {code for code in whole.regions if region_level(code, nuts) == "nuts0"}, 2)
    sections = _grouped(part.activities, {code for code in whole.activities if activity_level(code) == "section"}, 1)
    found = []
    for country, regions in countries.items():
        for section, activities in sections.items():
            shape = (len(part.years), len(regions)), (len(part.years), len(activities))
            of_regions, of_activities = np.full(shape[0], np.nan), np.full(shape[1], np.nan)
            if section:
                rows = [whole.regions.index(part.regions[place]) for place in regions]
                of_regions = whole.values[:, rows, whole.activities.index(section)]
            if country:
                columns = [whole.activities.index(part.activities[place]) for place in activities]
                of_activities = whole.values[:, whole.regions.index(country)][:, columns]
            if section or country:
                found.append(PublishedTotals(tuple(regions), tuple(activities), of_regions, of_activities))
    return found


def _grouped(codes: tuple[str, ...], above: set[str], letters: int) -> dict[str, list[int]]:
    """Places of codes by the code above them that the table holds; "" where it holds none."""
    found: dict[str, list[int]] = {}
    for place, code in enumerate(codes):
        parent = code[:letters] if code[:letters] in above and code not in above else ""
        found.setdefault(parent, []).append(place)
    return found
