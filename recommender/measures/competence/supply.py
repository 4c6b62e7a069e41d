"""What every actor can supply to a lead, itself or by a nearby competence (METHODS A0, A3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .access import Access
from .arrays import Flags, Floats, Indices, Kinds, rounded
from .fit import met

IN_CACHE = 1 << 16
"""Numbers in an array that is gone over several times."""

TECHNOLOGICAL, ORGANISATIONAL, BUSINESS_MODEL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Needs:
    """What a path asks for: arrays of one length, one entry a need.

    competence : index of the competence; weight > 0; level in (0, 1]; essential : a prerequisite.
    """

    competence: Indices
    weight: Floats
    level: Floats
    essential: Flags

    def __post_init__(self) -> None:
        shapes = {a.shape for a in (self.competence, self.weight, self.level, self.essential)}
        if len(shapes) != 1 or len(self.competence) == 0 or self.competence.ndim != 1:
            raise ValueError(f"needs are {sorted(shapes)}, expected four arrays of one length above 0")
        if not ((self.weight > 0).all() and (self.level > 0).all()):
            raise ValueError("a need has a weight or level that is not above 0")

    def of(self, competence: Indices) -> Needs:
        """The same weights, levels and essentials, asked of other competences."""
        return replace(self, competence=competence)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Capabilities:
    """What the actors of a region can do, and lend each other.

    held : (actors, competences) level in [0, 1], 0 where absent or not assessed
    lent : (actors, competences) the same, or what a nearby competence gives where that is more
    assessed : (competences,) bool, True where somebody was assessed, be it at 0
    kinds : (competences,) int8, TECHNOLOGICAL, ORGANISATIONAL or BUSINESS_MODEL
    specificity : (competences,) in (0, 1]
    access : how much of a level reaches another actor
    leads : (leads,) int, the actors that may lead, ascending
    """

    held: Floats
    lent: Floats
    assessed: Flags
    kinds: Kinds
    specificity: Floats
    access: Access
    leads: Indices

    def weight(self, needs: Needs) -> Floats:
        """(needs,) specificity x weight."""
        return self.specificity[needs.competence] * needs.weight


def capabilities(
    levels: Floats, kinds: Kinds, specificity: Floats, nearness: Floats,
    access: Access, leads: Indices, *, substitution: float = 0.5,
) -> Capabilities:  # fmt: skip
    """Capabilities from assessed levels.

    Parameters
    ----------
    levels : (actors, competences) float in [0, 1], NaN where not assessed (counts as 0 here)
    kinds, specificity : (competences,)
    nearness : (competences, competences) float in [0, 1], symmetric, zero diagonal
        Only entries between technological competences are read.
    access : between the same actors
    leads : (leads,) int, positions of actors
    substitution : float in [0, 1]
        Share of a nearby competence that counts (rho); 0 turns the nearby rule off.

    Raises
    ------
    ValueError
        If shapes disagree, a level leaves [0, 1], or a lead is named twice or unknown.
    """
    held = np.nan_to_num(levels, nan=0.0)
    _check(held, kinds, specificity, nearness, access, leads)
    technological = kinds == TECHNOLOGICAL
    near = np.where(np.logical_and.outer(technological, technological), nearness, 0.0)
    assessed = np.logical_not(np.isnan(levels).all(axis=0))
    lent = np.maximum(held, substitution * _nearby(held, near))
    return Capabilities(held, lent, assessed, kinds, specificity, access, np.sort(leads))


def _nearby(held: Floats, nearness: Floats) -> Floats:
    """(actors, competences) the most that a nearby competence gives."""
    best = np.zeros_like(held)
    near, other = np.nonzero(nearness)
    first = np.flatnonzero(np.diff(near, prepend=-1))
    step = max(1, IN_CACHE // max(1, len(near)))
    for start in range(0, len(held) if len(near) else 0, step):
        some = slice(start, start + step)
        best[some, near[first]] = np.maximum.reduceat(held[some, other] * nearness[near, other], first, axis=1)
    return best


def nearest_competence(held: Floats, nearness: Floats, wanted: int) -> int:
    """Which nearby competence comes closest to the `wanted` one, for an actor that has `held`; of equals the first."""
    return int((held * nearness[wanted]).argmax())


def _check(held: Floats, kinds: Kinds, specificity: Floats, nearness: Floats, access: Access, leads: Indices) -> None:
    actors, competences = held.shape
    shapes = {
        "kinds": (kinds.shape, (competences,)),
        "specificity": (specificity.shape, (competences,)),
        "nearness": (nearness.shape, (competences, competences)),
        "technological access": (access.technological.shape, (actors, actors)),
        "embedded access": (access.embedded.shape, (actors, actors)),
    }
    for name, (shape, expected) in shapes.items():
        if shape != expected:
            raise ValueError(f"{name} is {shape}, expected {expected}")
    if not ((held >= 0) & (held <= 1)).all():
        raise ValueError("a level leaves [0, 1]")
    if len(set(leads.tolist())) != len(leads) or not ((leads >= 0) & (leads < actors)).all():
        raise ValueError("a lead is named twice or is no actor")


@dataclass(frozen=True, slots=True)
class Supply:
    """What each actor can supply to one lead for each need of a path.

    available : (needs, actors) level in [0, 1]
    nearby : (needs, actors) bool, True where only a nearby competence gives that much
    """

    available: Floats
    nearby: Flags


def supply(capabilities: Capabilities, needs: Needs, lead: int) -> Supply:
    """What every actor can supply to `lead`, through the access that the lead has to it.

    Notes
    -----
    Our rule (A3). A nearby competence stands in for technological needs that are not essential.
    """
    wanted = needs.competence
    through = np.where(
        (capabilities.kinds[wanted] == TECHNOLOGICAL)[:, None],
        capabilities.access.technological[lead],
        capabilities.access.embedded[lead],
    )
    own = through * capabilities.held.T[wanted]
    available = np.where(needs.essential[:, None], own, through * capabilities.lent.T[wanted])
    return Supply(available, available > own)


def share_met(capabilities: Capabilities, needs: Needs, lead: int, members: Sequence[int]) -> Floats:
    """(needs,) share of each need that the best of `members` meets for `lead`."""
    available = supply(capabilities, needs, lead).available[:, list(members)].max(axis=1)
    return met(available, needs.level)


def suppliers(offers: Supply, members: Indices) -> tuple[Indices, Flags]:
    """Who among `members` meets each need best, and whether only by a nearby competence.

    Returns
    -------
    (needs,) actor index, -1 where nobody supplies anything, and (needs,) bool. Of equal supplies
    the competence itself comes before a nearby one, then the member named first.
    """
    available = rounded(offers.available[:, members])
    nearby = offers.nearby[:, members]
    most = available.max(axis=1, keepdims=True)
    choice = np.where(available == most, 2 - nearby, 0).argmax(axis=1)[:, None]
    found = most[:, 0] > 0
    actor = np.where(found, members[choice[:, 0]], -1)
    return actor, found & np.take_along_axis(nearby, choice, axis=1)[:, 0]
