"""A fit is an interval: from everything unknown being absent to everything unknown being there (METHODS A0)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .arrays import rounded
from .coalition import Coalition
from .fit import RULES, Rules, coverage, fit
from .supply import Capabilities, Needs, share_met


def share_assessed(region: Capabilities, needs: Needs) -> float:
    """Share of a path's needs that somebody was assessed for, weighted by specificity x weight, in [0, 1]."""
    known = region.assessed[needs.competence].astype(float)
    return float(coverage(known, region.weight(needs)))


def if_unknown_were_there(region: Capabilities) -> Capabilities:
    """The region in which everybody holds, fully, each competence that nobody was assessed for.

    It meets needs for these competences, and does not stand in for others.
    """
    held, lent = (np.where(region.assessed, levels, 1.0) for levels in (region.held, region.lent))
    return replace(region, held=held, lent=lent)


def high_fit(hopeful: Capabilities, needs: Needs, today: Coalition, then: Coalition, rules: Rules = RULES) -> float:
    """Upper end of a path's fit: what it would be if all that nobody was assessed for were there.

    Parameters
    ----------
    hopeful : the region `if_unknown_were_there`
    today, then : the coalitions chosen for the path in the region as it is, and in the hopeful one

    Notes
    -----
    The better of the two: the one chosen then has the best net fit, so it may have fewer members and
    less fit than today's, which must not put the upper end below what today's would reach.
    """
    return max(then.fit, fit_of(hopeful, needs, today, rules))


def fit_of(region: Capabilities, needs: Needs, coalition: Coalition, rules: Rules = RULES) -> float:
    """Fit of a coalition, found elsewhere, in this region; to nine decimals."""
    share = share_met(region, needs, coalition.lead, coalition.members)
    return float(rounded(fit(share, region.weight(needs), needs.essential, rules.gate_exponent)))
