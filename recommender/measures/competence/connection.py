"""What links cost a path: its potential, and the assets that nobody is linked to (METHODS A8)."""

from __future__ import annotations

import numpy as np

from .arrays import Floats
from .coalition import Coalition
from .fit import RULES, Rules, fit, met
from .supply import Capabilities, Needs, share_met


def share_if_linked(region: Capabilities, needs: Needs) -> Floats:
    """(needs, actors) share of each need that each actor meets for anyone who has full access to it."""
    stock = np.where(needs.essential[:, None], region.held.T[needs.competence], region.lent.T[needs.competence])
    return met(stock, needs.level[:, None])


def potential(region: Capabilities, needs: Needs, rules: Rules = RULES) -> float:
    """Fit if every actor had full access to every other and coalitions could be of any size.

    No coalition of the region fits better; potential less fit is the connection gap.
    """
    share = share_if_linked(region, needs).max(axis=1)
    return float(fit(share, region.weight(needs), needs.essential, rules.gate_exponent))


def unconnected_assets(region: Capabilities, needs: Needs, coalition: Coalition, rules: Rules = RULES) -> Floats:
    """(actors,) fit that each actor would add to the coalition with full access to it; NaN for members."""
    gain = gains_if_linked(region, needs, coalition, rules)
    gain[list(coalition.members)] = np.nan
    return gain


def gains_if_linked(region: Capabilities, needs: Needs, coalition: Coalition, rules: Rules = RULES) -> Floats:
    """(actors,) fit that full access of the lead to each actor would add; of members too, whose links may be weak."""
    share = share_met(region, needs, coalition.lead, coalition.members)
    joined = np.maximum(share[:, None], share_if_linked(region, needs))
    now, then = (fit(each, region.weight(needs), needs.essential, rules.gate_exponent) for each in (share, joined))
    return np.asarray(then - now)
