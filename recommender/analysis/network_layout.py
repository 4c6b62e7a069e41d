"""Where to draw the actors of a network, so that those who work together stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

ROUNDS = 400
DIGITS = 6
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def network_layout(actors: Sequence[str], links: Mapping[tuple[str, str], float]) -> dict[str, float]:
    """Where on a circle each actor stands, as a share of the full turn, the same on every machine.

    Parameters
    ----------
    actors : ids, in the order that starts the drawing
    links : pairs of actors -> strength in [0, 1]; the strongest of several counts

    Notes
    -----
    A drawing by springs shows who belongs together, but hides names under each other. So the actors stand
    on a circle, where every name has room, in the order of their angles in such a drawing: the spring model
    of Fruchterman and Reingold (1991, Software: Practice and Experience 21:1129), started from
    a sunflower, which has no symmetry that could hold the springs in balance.
    """
    count = len(actors)
    if not count:
        return {}
    place = spring_places(_strengths(actors, links))
    angle = np.round(np.arctan2(*(place - place.mean(axis=0)).T[::-1]), DIGITS)
    order = sorted(range(count), key=lambda number: (angle[number], number))
    return {actors[number]: position / count for position, number in enumerate(order)}


def spring_places(pull: np.ndarray) -> np.ndarray:
    """Where each node stands, (nodes, 2): pulled together by `pull` (nodes, nodes) in [0, 1], else pushed apart."""
    count = len(pull)
    turn = GOLDEN_ANGLE * np.arange(count)
    place: np.ndarray = np.sqrt((np.arange(count) + 0.5) / count)[:, None] * np.stack(
        [np.cos(turn), np.sin(turn)], axis=1
    )
    ideal = 1.6 / np.sqrt(count)
    for heat in np.linspace(0.12, 0.002, ROUNDS):
        apart = place[:, None, :] - place[None, :, :]
        distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 0.01)
        push = ideal**2 / distance**2 - pull * distance / ideal
        move = (apart * push[:, :, None]).sum(axis=1) - 0.35 * place
        length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)
        place = np.round(place + move * (np.minimum(length, heat) / length)[:, None], 9)
    return place


def _strengths(actors: Sequence[str], links: Mapping[tuple[str, str], float]) -> np.ndarray:
    at = {actor: number for number, actor in enumerate(actors)}
    pull = np.zeros((len(actors), len(actors)))
    for (a, b), strength in links.items():
        pull[at[a], at[b]] = pull[at[b], at[a]] = max(pull[at[a], at[b]], strength)
    return pull
