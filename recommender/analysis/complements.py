"""Regions of the statistics: what each would add around activities that ours lacks, and which are alike (B11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.complementarity import added_by_chance, added_by_each
from ..measures.density import relatedness_density
from ..model.finding import Finding
from ..model.reference import ReferenceModel
from ..model.study import Grid, GridColumn

TOLD = 3
MOST_ROWS = 4
MOST_REGIONS = 10
MOST_ALIKE = 5
EUROPEAN_UNION = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
})  # fmt: skip
"""Members of the European Union since 2020, by the first two letters of their NUTS codes."""


@dataclass(frozen=True, slots=True)
class Complement:
    """A region of the statistics and an activity that ours lacks: what it would add around it.

    `here` is the share of the relatedness around the activity that ours fills already, `added` what the
    specialisations of the other region would fill besides, `by_chance` what as many drawn at random would;
    `holds` whether it is specialised in the activity itself. `path` is the first of the paths that lead to it.
    `code` is that of the statistics, `now` today's; `outside` the European Union, which is known of NUTS codes only.
    """

    activity: str
    path: str
    code: str
    name: str
    here: float
    added: float
    by_chance: float
    holds: bool
    now: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """A region of the statistics and the specialisations that it shares with ours: their share, and how many."""

    region: str
    name: str
    shared: float
    count: int
    now: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the statistics say of other regions."""

    complements: tuple[Complement, ...]
    alike: tuple[Alike, ...]


def complements(
    model: ReferenceModel, region: str, wanted: Iterable[tuple[str, str]], now: Mapping[str, str] | None = None
) -> tuple[Complement, ...]:
    """For each of the (activity, path) that ours lacks, the regions that add most beyond chance, the most first.

    Beyond chance, because the most varied regions hold something around everything; and activity by activity,
    because the mean over the activities of several paths is that of the services that gather in capitals. The
    first region of the European Union is among them, wherever it comes. `now` are today's codes, of the regions that
    NUTS knows.
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
                *_place(model.regions[other], now or {}),
            )
            for other in _first(order, model.regions, now or {})
        ]  # fmt: skip
    return tuple(found)


def _place(code: str, now: Mapping[str, str]) -> tuple[str, bool]:
    """Today's code of a region, and whether it is known to lie outside the European Union."""
    return now.get(code, code), code in now and code[:2] not in EUROPEAN_UNION


def _first(order: list[int], codes: tuple[str, ...], now: Mapping[str, str]) -> list[int]:
    """The first of them, and the first of the European Union behind them if none of them is."""
    first, rest = order[:MOST_REGIONS], order[MOST_REGIONS:]
    if all(_place(codes[each], now)[1] for each in first):
        first += [each for each in rest if not _place(codes[each], now)[1]][:1]
    return first


def most_alike(
    model: ReferenceModel, region: str, now: Mapping[str, str] | None = None, most: int = MOST_ALIKE
) -> tuple[Alike, ...]:
    """The regions of the statistics that are specialised in most of the same, by the Jaccard index: to learn with."""
    row = model.region_index(region)
    own = model.present[row]
    together = (model.present & own).sum(axis=1)
    shared = together / np.maximum(1, (model.present | own).sum(axis=1))
    order = [other for other in np.argsort(-np.round(shared, 9), kind="stable").tolist() if other != row]
    return tuple(
        Alike(
            model.regions[other], model.region_names[other], float(shared[other]), int(together[other]),
            *_place(model.regions[other], now or {}),
        )
        for other in order[:most]
    )  # fmt: skip


def region_label(item: Complement | Alike) -> str:
    """A region as it is named in a table: with today's code, and a star outside the European Union."""
    return f"{item.name} ({item.now}){'*' if item.outside else ''}"


def _shown(items: list[Complement]) -> list[Complement]:
    """The first few of an activity, and the first of the European Union behind them if none of them is."""
    first = items[:TOLD]
    return first + ([item for item in items if not item.outside][:1] if all(item.outside for item in first) else [])


def _by_activity(found: Iterable[Complement]) -> dict[str, list[Complement]]:
    groups: dict[str, list[Complement]] = {}
    for item in found:
        groups.setdefault(item.activity, []).append(item)
    return groups


def named_above(found: Iterable[Complement]) -> frozenset[str]:
    """Codes of the regions that `by_activity` names in the rows that a screen shows."""
    rows = list(_by_activity(found).values())[:MOST_ROWS]
    return frozenset(item.code for items in rows for item in _shown(items))


def outside_note(subject: str, found: Iterable[Complement]) -> Iterator[Finding]:
    """Of which countries outside the European Union regions are named."""
    named = (item for items in _by_activity(found).values() for item in _shown(items))
    countries = sorted({item.code[:2] for item in named if item.outside})
    if countries:
        yield Finding("regions_outside", subject, {"countries": countries}, ("region",))


def by_activity(found: Iterable[Complement]) -> Grid:
    """A row for each activity with the regions that would add most; the figures are those of the first."""
    found = list(found)
    columns = (
        GridColumn("activity", "name", wraps=True),
        GridColumn("here", "percent"),
        GridColumn("added", "percent"),
        GridColumn("by_chance", "percent"),
        GridColumn("regions", "texts", wraps=True, folds=True),
        GridColumn("for_path", "name", wraps=True, folds=True, aside=all(item.path == item.activity for item in found)),
    )
    rows = tuple(
        (code, items[0].here, items[0].added, items[0].by_chance,
         tuple(region_label(item) for item in _shown(items)), items[0].path)
        for code, items in _by_activity(found).items()
    )  # fmt: skip
    return Grid("elsewhere", columns, rows, most=MOST_ROWS)


def by_region(found: Iterable[Complement]) -> Grid:
    """Every region of every activity, for a spreadsheet."""
    columns = (
        GridColumn("activity", "name", wraps=True),
        GridColumn("code", "text"),
        GridColumn("code_now", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("outside_union", "flag"),
        GridColumn("here", "percent"),
        GridColumn("added", "percent"),
        GridColumn("by_chance", "percent"),
        GridColumn("holds_it", "flag"),
        GridColumn("path", "name", wraps=True, folds=True),
    )
    rows = tuple(
        (item.activity, item.code, item.now, item.name, item.outside, item.here, item.added, item.by_chance,
         item.holds, item.path)
        for item in found
    )  # fmt: skip
    return Grid("complementary_regions", columns, rows)


def alike_grid(found: Iterable[Alike]) -> Grid:
    columns = (
        GridColumn("code", "text"),
        GridColumn("code_now", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("outside_union", "flag"),
        GridColumn("shared", "percent"),
        GridColumn("shared_count", "count"),
    )
    rows = tuple((item.region, item.now, item.name, item.outside, item.shared, item.count) for item in found)
    return Grid("alike", columns, rows)
