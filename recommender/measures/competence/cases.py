"""Many leads and many paths laid out as arrays, to be solved together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from .arrays import Flags, Floats, Indices
from .supply import TECHNOLOGICAL, Capabilities, Needs


@dataclass(frozen=True, slots=True)
class Library:
    """Needs of several paths side by side, every array (needs, paths).

    Essentials come first, so that the gate looks at a few rows only. Shorter lists are filled up
    with needs of weight 0 and infinite level: nobody meets them and they do not count.
    """

    competence: Indices
    weight: Floats
    level: Floats
    essential: Flags


def library(paths: Sequence[Needs]) -> Library:
    """`paths` side by side."""
    shape = (max(len(path.competence) for path in paths), len(paths))
    table = Library(np.zeros(shape, int), np.zeros(shape), np.full(shape, np.inf), np.zeros(shape, bool))
    for column, path in enumerate(paths):
        order = np.argsort(~path.essential, kind="stable")
        rows = slice(len(order))
        table.competence[rows, column] = path.competence[order]
        table.weight[rows, column] = path.weight[order]
        table.level[rows, column] = path.level[order]
        table.essential[rows, column] = path.essential[order]
    return table


@dataclass(frozen=True, slots=True)
class Cases:
    """Problems "which partners should this lead take, for these needs?".

    lead : (cases,) position in `Capabilities.leads`; competence, weight (specificity x weight),
    level and essential : (needs, cases), essentials first, filled up as in `Library`.
    """

    lead: Indices
    competence: Indices
    weight: Floats
    level: Floats
    essential: Flags

    def __len__(self) -> int:
        return len(self.lead)

    def __getitem__(self, which: slice | Indices | Flags) -> Cases:
        return Cases(
            self.lead[which], self.competence[:, which], self.weight[:, which],
            self.level[:, which], self.essential[:, which],
        )  # fmt: skip


def cases(region: Capabilities, paths: Library, path: Indices, lead: Indices, labels: Indices | None = None) -> Cases:
    """One case for each entry of `path` and `lead` (cases,).

    `labels` (cases, competences) int, where given, says which competence each one is taken for.
    """
    competence = paths.competence[:, path]
    if labels is not None:
        competence = labels[np.arange(len(path)), competence]
    weight = region.specificity[competence] * paths.weight[:, path]
    return Cases(lead, competence, weight, paths.level[:, path], paths.essential[:, path])


@dataclass(frozen=True, slots=True)
class Partners:
    """Who can supply anything to each lead, filled up with the lead itself, which adds nothing.

    lead : (leads,) int, count : (leads,) number of partners
    actor : (partners, leads) int, ascending before the filling
    technological, embedded : (partners, leads) access of the lead to them
    travels : (competences,) bool, True where technological access counts
    stock : (actors, 2 * competences) levels, `lent` and then `held` of the capabilities
    alone, widest : (2 * competences, leads) the same of each lead, and the best that it has access to
    """

    lead: Indices
    count: Indices
    actor: Indices
    technological: Floats
    embedded: Floats
    travels: Flags
    stock: Floats
    alone: Floats
    widest: Floats


def partners(region: Capabilities) -> Partners:
    """The partners that each lead of `region` has access to; worked out once for each region."""
    if region not in _KNOWN:
        _KNOWN[region] = _partners(region)
    return _KNOWN[region]


_KNOWN: WeakKeyDictionary[Capabilities, Partners] = WeakKeyDictionary()


def _partners(region: Capabilities) -> Partners:
    leads, travels = region.leads, region.kinds == TECHNOLOGICAL
    technological, embedded = region.access.technological[leads], region.access.embedded[leads]
    stock = np.hstack((region.lent, region.held))
    alone = stock[leads]
    reached = (technological > 0) | (embedded > 0)
    reached[np.arange(len(leads)), leads] = False
    widest = _widest(alone, stock, reached, technological, embedded, np.tile(travels, 2))
    count = reached.sum(axis=1)
    order = np.argsort(~reached, axis=1, kind="stable")[:, : count.max(initial=1)]
    actor = np.where(np.take_along_axis(reached, order, axis=1), order, leads[:, None])
    return Partners(
        leads, count, actor.T.copy(),
        np.take_along_axis(technological, actor, axis=1).T.copy(),
        np.take_along_axis(embedded, actor, axis=1).T.copy(),
        travels, stock, alone.T.copy(), widest.T.copy(),
    )  # fmt: skip


def _widest(
    alone: Floats, stock: Floats, reached: Flags, technological: Floats, embedded: Floats, travels: Flags
) -> Floats:
    """(leads, 2 * competences) the best level that each lead has, or has access to."""
    widest = alone.copy()
    for row, far, near, some in zip(widest, technological, embedded, reached, strict=True):
        through = np.where(travels, far[some, None], near[some, None])
        through *= stock[some]
        np.maximum(row, through.max(axis=0, initial=0.0), out=row)
    return widest
