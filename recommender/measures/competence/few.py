"""Cases with few partners worth a look, gathered so that their combinations are tried together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from .arrays import Floats, Indices
from .survey import Offers, Survey

Number = TypeVar("Number", np.float64, np.int64)


@dataclass(frozen=True, slots=True)
class Few:
    """Cases with their relevant partners only, ascending; filled up with the first of them.

    case : (cases,) where each comes from; count : (cases,) relevant partners
    joint (needs, partners, cases) and essential (essentials, partners, cases) : as in `Offers`
    actor : (partners, cases); total : (cases,)
    fit_bound, net_bound : (helpers, cases) as in `Survey`
    """

    case: Indices
    count: Indices
    joint: Floats
    essential: Floats
    actor: Indices
    total: Floats
    fit_bound: Floats
    net_bound: Floats

    def among(self, which: Indices) -> Few:
        """Some of the cases, with no more partners than they have."""
        count = self.count[which]
        most = int(count.max(initial=1))
        return Few(
            self.case[which], count, self.joint[:, :most, which], self.essential[:, :most, which],
            self.actor[:most, which], self.total[which], self.fit_bound[:, which], self.net_bound[:, which],
        )  # fmt: skip


def few(here: Offers, first: Survey, case: Indices, place: Indices) -> Few:
    """The cases at positions `case` of a survey; `place` says where all of its cases come from."""
    relevant = first.relevant[:, case]
    count = np.count_nonzero(relevant, axis=0)
    partner = np.argsort(~relevant, axis=0, kind="stable")[: count.max(initial=1)]
    partner = np.where(np.arange(len(partner))[:, None] < count, partner, partner[0])
    cell = partner * len(here.total) + case
    joint, essential = (
        rows.reshape(len(rows), here.actor.size).take(cell, axis=1) for rows in (here.joint, here.joint_essential)
    )
    return Few(
        place[case], count, joint, essential, here.actor.take(cell), here.total[case],
        first.fit_bound[:, case], first.net_bound[:, case],
    )  # fmt: skip


def together(parts: Sequence[Few]) -> Few:
    """All cases of several gatherings, filled up in the same way; what a part lacks never counts."""
    most = max(len(part.actor) for part in parts)
    return Few(
        _joined([part.case for part in parts], 0), _joined([part.count for part in parts], 0),
        _joined([_widened(part.joint, most) for part in parts], 0.0),
        _joined([_widened(part.essential, most) for part in parts], 1.0),
        _joined([_widened(part.actor[None], most)[0] for part in parts], 0),
        _joined([part.total for part in parts], 0.0),
        _joined([part.fit_bound for part in parts], -np.inf), _joined([part.net_bound for part in parts], -np.inf),
    )  # fmt: skip


def _widened(rows: npt.NDArray[Number], partners: int) -> npt.NDArray[Number]:
    """(rows, `partners`, cases) of fewer partners, filled up with the first."""
    missing = partners - rows.shape[1]
    return np.concatenate((rows, rows[:, :1].repeat(missing, axis=1)), axis=1) if missing else rows


def _joined(parts: Sequence[npt.NDArray[Number]], fill: float) -> npt.NDArray[Number]:
    """Arrays side by side on their last axis; `fill` where one is shorter on the first."""
    if parts[0].ndim == 1:
        return np.concatenate(parts)
    most = max(part.shape[0] for part in parts)
    whole: npt.NDArray[Number] = np.full(
        (most, *parts[0].shape[1:-1], sum(part.shape[-1] for part in parts)), fill, parts[0].dtype
    )
    start = 0
    for part in parts:
        whole[: len(part), ..., start : start + part.shape[-1]] = part
        start += part.shape[-1]
    return whole
