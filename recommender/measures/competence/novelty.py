"""How new a path is, to its lead and to its region, by kind of competence (METHODS A10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from .arrays import Flags, Floats, rounded
from .interval import share_assessed
from .supply import BUSINESS_MODEL, ORGANISATIONAL, TECHNOLOGICAL, Capabilities, Needs

KINDS = (TECHNOLOGICAL, ORGANISATIONAL, BUSINESS_MODEL)
Label = Literal["incremental", "substantial", "radical", "poorly_assessed"]


@dataclass(frozen=True, slots=True)
class NoveltyLimits:
    """Shares at which a path changes its label; judged, ours.

    A need is new where it is held below `half` of its level.
    """

    half: float = 0.5
    incremental: float = 1 / 3
    radical: float = 0.5
    assessed: float = 0.7


LIMITS = NoveltyLimits()


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new about a path.

    to_lead, to_region : (3,) weighted share of the needs of each kind that are new, in [0, 1];
    technological, organisational, business model; NaN where the path needs nothing of the kind
    new_essential : bool, an essential is new to the region
    assessed : weighted share of the needs that somebody was assessed for
    """

    to_lead: Floats
    to_region: Floats
    new_essential: bool
    assessed: float


def novelty(region: Capabilities, needs: Needs, lead: int, limits: NoveltyLimits = LIMITS) -> Novelty:
    """What of the path the lead does not hold itself, and what nobody in the region holds.

    Weights are specificity x weight, as in coverage; nearby competences do not count.
    """
    held = region.held[:, needs.competence]
    weight = region.weight(needs)
    threshold = limits.half * needs.level
    to_lead, to_region = held[lead] < threshold, held.max(axis=0) < threshold
    kinds = region.kinds[needs.competence]
    return Novelty(
        _share_by_kind(to_lead, weight, kinds == np.array(KINDS)[:, None]),
        _share_by_kind(to_region, weight, kinds == np.array(KINDS)[:, None]),
        bool((to_region & needs.essential).any()),
        share_assessed(region, needs),
    )


def _share_by_kind(new: Flags, weight: Floats, of_kind: Flags) -> Floats:
    every = (of_kind * weight).sum(axis=1)
    novel = (of_kind * weight * new).sum(axis=1)
    share: Floats = np.divide(novel, every, out=np.full(len(KINDS), np.nan), where=every > 0)
    return share


def label(new: Novelty, limits: NoveltyLimits = LIMITS) -> Label:
    """One word for a path's novelty.

    Notes
    -----
    Our rule (A10), first match: poorly assessed below 70 % assessed; radical if an essential or
    more than half of the needs in two kinds are new to the region; incremental if less than a
    third is new to the lead in every kind; else substantial.
    """
    to_lead, to_region = (np.nan_to_num(rounded(share)) for share in (new.to_lead, new.to_region))
    if rounded(np.array(new.assessed)) < limits.assessed:
        return "poorly_assessed"
    if new.new_essential or np.count_nonzero(to_region > limits.radical) >= 2:
        return "radical"
    if (to_lead < rounded(np.array(limits.incremental))).all():
        return "incremental"
    return "substantial"
