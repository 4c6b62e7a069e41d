"""Regions of the statistics: what each would add around activities that ours lacks, and which are alike (B11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..measures.complementarity import added_by_chance, added_by_each
from ..measures.density import relatedness_density
from ..model.reference import ReferenceModel
from ..model.study import Grid, GridColumn

TOLD = 3
MOST_ROWS = 4
MOST_REGIONS = 10
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Complement:
    """A region of the statistics and an activity that ours lacks: what it would add around it.

    `here` is the share of the relatedness around the activity that ours fills already, `added` what the
    specialisations of the other region would fill besides, `by_chance` what as many drawn at random would;
    `holds` whether it is specialised in the activity itself. `path` is the first of the paths that lead to it.
    """

    activity: str
    path: str
    code: str
    name: str
    here: float
    added: float
    by_chance: float
    holds: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """A region of the statistics and the specialisations that it shares with ours: their share, and how many."""

    region: str
    name: str
    shared: float
    count: int


def complements(model: ReferenceModel, region: str, wanted: Iterable[tuple[str, str]]) -> tuple[Complement, ...]:
    """For each of the (activity, path) that ours lacks, the regions that add most beyond chance, the most first.

    Beyond chance, because the most varied regions hold something around everything; and activity by activity,
    because the mean over the activities of several paths is that of the services that gather in capitals.
    """
    row = model.region_index(region)
    own, phi = model.present[row], np.maximum(np.nan_to_num(model.similarity), 0.0)
    added, chance = added_by_each(own, model.present, phi), added_by_chance(own, model.present, phi)
    here = relatedness_density(model.present, phi)[row]
    first: dict[str, str] = {}
    for code, path in wanted:
        if code in model.activities:
            first.setdefault(code, path)
    found: list[Complement] = []
    for code, path in first.items():
        column = model.activity_index(code)
        if own[column] or np.isnan(here[column]):
            continue
        beyond = np.round(added[:, column] - chance[:, column], 9)
        order = [other for other in np.argsort(-beyond, kind="stable").tolist() if other != row and beyond[other] > 0]
        found += [
            Complement(
                code, path, model.regions[other], model.region_names[other], float(here[column]),
                float(added[other, column]), float(chance[other, column]), bool(model.present[other, column]),
            )
            for other in order[:MOST_REGIONS]
        ]  # fmt: skip
    return tuple(found)


def most_alike(model: ReferenceModel, region: str, most: int = MOST_ALIKE) -> tuple[Alike, ...]:
    """The regions of the statistics that are specialised in most of the same, by the Jaccard index: to learn with."""
    row = model.region_index(region)
    own = model.present[row]
    together = (model.present & own).sum(axis=1)
    shared = together / np.maximum(1, (model.present | own).sum(axis=1))
    order = [other for other in np.argsort(-np.round(shared, 9), kind="stable").tolist() if other != row]
    return tuple(
        Alike(model.regions[other], model.region_names[other], float(shared[other]), int(together[other]))
        for other in order[:most]
    )


def by_activity(found: Iterable[Complement]) -> Grid:
    """A row for each activity with the regions that would add most; the figures are those of the first."""
    columns = (
        GridColumn("activity", "name", wraps=True),
        GridColumn("here", "percent"),
        GridColumn("added", "percent"),
        GridColumn("by_chance", "percent"),
        GridColumn("regions", "texts", wraps=True, folds=True),
        GridColumn("for_path", "name", wraps=True, folds=True),
    )
    groups: dict[str, list[Complement]] = {}
    for item in found:
        groups.setdefault(item.activity, []).append(item)
    rows = tuple(
        (code, best.here, best.added, best.by_chance,
         tuple(f"{item.name} ({item.code})" for item in items[:TOLD]), best.path)
        for code, items in groups.items() for best in items[:1]
    )  # fmt: skip
    return Grid("elsewhere", columns, rows, most=MOST_ROWS)


def by_region(found: Iterable[Complement]) -> Grid:
    """Every region of every activity, for a spreadsheet."""
    columns = (
        GridColumn("activity", "name", wraps=True),
        GridColumn("code", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("here", "percent"),
        GridColumn("added", "percent"),
        GridColumn("by_chance", "percent"),
        GridColumn("holds_it", "flag"),
        GridColumn("path", "name", wraps=True, folds=True),
    )
    rows = tuple(
        (item.activity, item.code, item.name, item.here, item.added, item.by_chance, item.holds, item.path)
        for item in found
    )
    return Grid("complementary_regions", columns, rows)


def alike_grid(found: Iterable[Alike]) -> Grid:
    columns = (
        GridColumn("code", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("shared", "percent"),
        GridColumn("shared_count", "count"),
    )
    return Grid("alike", columns, tuple((item.region, item.name, item.shared, item.count) for item in found))
