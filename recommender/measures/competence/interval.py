"""A fit is an interval: from everything unknown being absent to everything unknown being there (METHODS A0)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .arrays import Floats, rounded
from .coalition import Coalition, best_coalitions
from .fit import RULES, Rules, coverage, fit
from .supply import Capabilities, Needs, share_met


@dataclass(frozen=True, slots=True)
class Assessed:
    """Share of a path's needs whose competence somebody was assessed for, in [0, 1]."""

    by_weight: float
    by_count: float


def assessed(region: Capabilities, needs: Needs) -> Assessed:
    """Share of the needs assessed by anybody, weighted by specificity x weight, and plainly."""
    known = region.assessed[needs.competence].astype(float)
    return Assessed(float(coverage(known, region.weight(needs))), float(known.mean()))


def if_unknown_were_there(region: Capabilities) -> Capabilities:
    """The region in which everybody holds, fully, each competence that nobody was assessed for.

    It meets needs for these competences, and does not stand in for others.
    """
    held, lent = (np.where(region.assessed, levels, 1.0) for levels in (region.held, region.lent))
    return replace(region, held=held, lent=lent)


def high_fits(region: Capabilities, paths: Sequence[Needs], today: Sequence[Coalition], rules: Rules = RULES) -> Floats:
    """(paths,) upper end of the fit: what it would be if all that nobody was assessed for were there.

    The better of today's coalition and of the one that would then be best by net fit: that one may
    have fewer members and less fit, which must not put the upper end below the lower.
    """
    hopeful = if_unknown_were_there(region)
    then = [coalition.fit for coalition in best_coalitions(hopeful, paths, rules)]
    still = [fit_of(hopeful, needs, now, rules) for needs, now in zip(paths, today, strict=True)]
    return np.maximum(then, still)


def fit_of(region: Capabilities, needs: Needs, coalition: Coalition, rules: Rules = RULES) -> float:
    """Fit of a coalition, found elsewhere, in this region; to nine decimals."""
    share = share_met(region, needs, coalition.lead, coalition.members)
    return float(rounded(fit(share, region.weight(needs), needs.essential, rules.gate_exponent)))
