"""How well each actor can draw on each other actor (METHODS A2)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Floats


@dataclass(frozen=True, slots=True)
class Access:
    """Share of a partner's level that reaches an actor, in [0, 1]; symmetric, 1 on the diagonal.

    `technological` (actors, actors) is for technological competences, which travel over two links.
    `embedded` (actors, actors) is for organisational and business-model competences, which are
    rooted in firms and need a direct link.
    """

    technological: Floats
    embedded: Floats


def access(strength: Floats, introduction: float = 0.0) -> Access:
    """Access between all actors, from the strengths of their direct links.

    Parameters
    ----------
    strength : (actors, actors) float in [0, 1]
        Symmetric, 0 on the diagonal and where there is no link that transmits competences.
    introduction : float in [0, 1]
        Access that actors without a direct link have at least, had somebody introduced them.
        It does not carry on over a second link. 0 describes the links as they are.

    Raises
    ------
    ValueError
        If `strength` is not square, symmetric, within [0, 1] and 0 on its diagonal.

    Notes
    -----
    Our rule. Technological: the direct strength or the best product over exactly two links.
    """
    _check(strength)
    introduced = np.where(strength > 0, 0.0, introduction)
    embedded = np.maximum(strength, introduced)
    technological = np.maximum(over_two_links(strength), embedded)
    np.fill_diagonal(embedded, 1.0)
    np.fill_diagonal(technological, 1.0)
    return Access(technological, embedded)


def over_two_links(strength: Floats) -> Floats:
    """(actors, actors) best product of two strengths on the way from one actor to the other."""
    best = np.zeros_like(strength)
    for to_between in strength:
        linked = to_between.nonzero()[0]
        best[linked] = np.maximum(best[linked], np.multiply.outer(to_between[linked], to_between))
    return best


def _check(strength: Floats) -> None:
    if strength.ndim != 2 or strength.shape[0] != strength.shape[1]:
        raise ValueError(f"strength is {strength.shape}, expected a square array")
    if not np.array_equal(strength, strength.T):
        raise ValueError("strength is not symmetric")
    if not ((strength >= 0) & (strength <= 1)).all():
        raise ValueError("strength leaves [0, 1]")
    if strength.diagonal().any():
        raise ValueError("an actor is linked to itself")
