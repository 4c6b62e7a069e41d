"""Many leads and many paths laid out as arrays, to be solved together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """

    lead: Indices
    count: Indices
    actor: Indices
    technological: Floats
    embedded: Floats
    travels: Flags
    stock: Floats


def partners(region: Capabilities) -> Partners:
    """The partners that each lead of `region` has access to."""
    leads = region.leads
    technological, embedded = region.access.technological[leads], region.access.embedded[leads]
    reached = (technological > 0) | (embedded > 0)
    reached[np.arange(len(leads)), leads] = False
    count = reached.sum(axis=1)
    order = np.argsort(~reached, axis=1, kind="stable")[:, : count.max(initial=1)]
    actor = np.where(np.take_along_axis(reached, order, axis=1), order, leads[:, None])
    return Partners(
        leads, count, actor.T.copy(),
        np.take_along_axis(technological, actor, axis=1).T.copy(),
        np.take_along_axis(embedded, actor, axis=1).T.copy(),
        region.kinds == TECHNOLOGICAL, np.hstack((region.lent, region.held)),
    )  # fmt: skip


def levels_of_leads(partners: Partners) -> tuple[Floats, Floats]:
    """(2 * competences, leads) levels, `lent` and then `held`: of each lead, and of the best it has access to."""
    alone = partners.stock[partners.lead].T.copy()
    widest = alone.copy()
    travels = np.tile(partners.travels, 2)[:, None]
    for actor, far, near in zip(partners.actor, partners.technological, partners.embedded, strict=True):
        np.maximum(widest, partners.stock[actor].T * np.where(travels, far, near), out=widest)
    return alone, widest
