"""METHODS A0 to A6 word for word, over all coalitions there are: what the fast code must agree with.

Nothing here uses the code under test, except to hand a region over to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, permutations

import numpy as np

from recommender.measures.competence.access import access
from recommender.measures.competence.coalition import Coalition
from recommender.measures.competence.fit import Bar, Rules
from recommender.measures.competence.supply import Capabilities, Needs, capabilities

TECHNOLOGICAL = 0


@dataclass(frozen=True)
class Region:
    """What a profile says, as arrays; `levels` are NaN where nobody was assessed."""

    levels: np.ndarray
    kinds: np.ndarray
    specificity: np.ndarray
    nearness: np.ndarray
    strength: np.ndarray
    leads: np.ndarray
    substitution: float = 0.5

    def capabilities(self) -> Capabilities:
        """The same region, as the code under test sees it."""
        return capabilities(
            self.levels, self.kinds, self.specificity, self.nearness, access(self.strength), self.leads,
            substitution=self.substitution,
        )  # fmt: skip

    def but(self, **changes) -> Region:
        return replace(self, **changes)


@dataclass(frozen=True)
class Best:
    """The best coalition by net fit, then fewer members, then the lower lead, then lower members."""

    net: float
    fit: float
    lead: int
    members: tuple[int, ...]


def reach(region: Region, lead: int) -> tuple[np.ndarray, np.ndarray]:
    """(actors,) access of a lead for technological competences, and for the others (A2)."""
    direct = region.strength[lead].copy()
    over_two = (region.strength[lead][:, None] * region.strength).max(axis=0)
    near, far = direct, np.maximum(direct, over_two)
    near[lead] = far[lead] = 1.0
    return far, near


def offers(region: Region, needs: Needs, lead: int) -> np.ndarray:
    """(needs, actors) level that each actor supplies to a lead (A3)."""
    held = np.nan_to_num(region.levels)
    far, near = reach(region, lead)
    rows = []
    for competence, essential in zip(needs.competence, needs.essential, strict=True):
        technological = region.kinds[competence] == TECHNOLOGICAL
        level = held[:, competence]
        if technological and not essential:
            others = region.nearness[competence] * (region.kinds == TECHNOLOGICAL)
            level = np.maximum(level, region.substitution * (others * held).max(axis=1))
        rows.append((far if technological else near) * level)
    return np.array(rows)


def shares(region: Region, needs: Needs, lead: int) -> np.ndarray:
    """(needs, actors) share of each need that each actor meets for a lead."""
    return np.minimum(1.0, offers(region, needs, lead) / needs.level[:, None])


def fits(region: Region, needs: Needs, share: np.ndarray, gamma: float) -> tuple[np.ndarray, np.ndarray]:
    """Fit and weakest essential of (needs, coalitions) shares met (A4)."""
    weight = region.specificity[needs.competence] * needs.weight
    weakest = share[needs.essential].min(axis=0, initial=1.0)
    return sum(weight[:, None] * share) / weight.sum() * weakest**gamma, weakest


@lru_cache(maxsize=64)
def coalitions(actors: int, lead: int, size: int) -> np.ndarray:
    """(size, coalitions) members of every coalition of a lead, smaller ones first, filled up with the lead."""
    others = [actor for actor in range(actors) if actor != lead]
    rows = [
        [lead, *helpers, *[lead] * (size - 1 - number)]
        for number in range(size)
        for helpers in combinations(others, number)
    ]
    return np.array(rows).T.copy()


def as_found(coalition: Coalition | None) -> Best | None:
    """What the code under test found, to be compared."""
    if coalition is None:
        return None
    return Best(coalition.net, coalition.fit, coalition.lead, coalition.members)


def best(region: Region, needs: Needs, rules: Rules, bar: Bar | None = None) -> Best | None:
    """The best of all coalitions, or of those over the bar; None where there is none (A5, A7)."""
    of_all, over = best_two(region, needs, rules, bar or Bar(0.0, 0.0))
    return of_all if bar is None else over


def best_two(region: Region, needs: Needs, rules: Rules, bar: Bar) -> tuple[Best | None, Best | None]:
    """The best of all coalitions, and the best of those over the bar."""
    found = [best_two_of_lead(region, needs, rules, int(lead), bar) for lead in sorted(region.leads)]
    of_all, over = (
        min(
            (one for one in column if one is not None),
            key=lambda one: (-one.net, len(one.members), one.lead, one.members),
            default=None,
        )
        for column in zip(*found, strict=True)
    )
    return of_all, over


def best_two_of_lead(
    region: Region, needs: Needs, rules: Rules, lead: int, bar: Bar
) -> tuple[Best | None, Best | None]:
    every = coalitions(len(region.levels), lead, rules.size)
    share = shares(region, needs, lead)
    joint = share[:, every[0]]
    for members in every[1:]:
        np.maximum(joint, share[:, members], out=joint)
    fit, weakest = fits(region, needs, joint, rules.gate_exponent)
    helpers = (every != lead).sum(axis=0)
    net = np.round(fit - rules.cost * helpers, 9)
    over = (np.round(weakest, 9) >= bar.essential) & (np.round(fit, 9) >= bar.fit)

    def first_of(rivals: np.ndarray) -> Best | None:
        first = int(rivals.argmax())  # smaller coalitions come first, then lower members
        if rivals[first] == -np.inf:
            return None
        members = tuple(sorted(set(every[:, first].tolist())))
        return Best(float(net[first]), round(float(net[first] + rules.cost * helpers[first]), 9), lead, members)

    return first_of(net), first_of(np.where(over, net, -np.inf))


def worth(region: Region, needs: Needs, members: tuple[int, ...], rules: Rules) -> float:
    """v(S): the best fit of all of S over the leads in S (A8)."""
    led = [shares(region, needs, lead)[:, list(members)].max(axis=1) for lead in members if lead in region.leads]
    return max((float(fits(region, needs, share[:, None], rules.gate_exponent)[0][0]) for share in led), default=0.0)


def shapley(region: Region, needs: Needs, members: tuple[int, ...], rules: Rules) -> list[float]:
    """What each member adds on arrival, averaged over all orders of arrival (A8)."""
    values = dict.fromkeys(members, 0.0)
    orders = list(permutations(members))
    for order in orders:
        for place, member in enumerate(order):
            before, after = (worth(region, needs, order[:end], rules) for end in (place, place + 1))
            values[member] += (after - before) / len(orders)
    return [values[member] for member in members]


def percentile(region: Region, needs: Needs, fit: float, labels: np.ndarray, rules: Rules) -> float:
    """Mid-rank of a fit among the same path with its competences relabelled (A6)."""
    behind = 0.0
    for label in labels:
        made_up = best(region, needs.of(label[needs.competence]), rules)
        assert made_up is not None
        behind += 1.0 if made_up.fit < fit else 0.5 if made_up.fit == fit else 0.0
    return behind / len(labels)
