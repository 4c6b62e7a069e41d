"""What is related to what: competences that paths need together, activities that regions have together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..measures.relatedness import cosine_by_ubiquity
from ..model.recommendation import NeedState, Opportunity, Recommendation
from ..model.reference import Floats, ReferenceModel
from ..model.report import Dot, Relation, Space, State
from .network_layout import spring_places

MOST_DOTS = 120
LINKS_PER_DOT = 1.5
DIGITS = 4
CANDIDATES = 10


def competence_space(answer: Recommendation) -> Space | None:
    """The competences that paths need, near each other where the same paths need both.

    Relatedness is the cosine of Salton and McGill (1983, Introduction to Modern Information Retrieval) over
    the paths of the library: n_ab / sqrt(n_a n_b), n the paths that need a, b, or both. Where there are too
    many to be told apart, those that most paths need are drawn.
    """
    items = [item for item in (*answer.opportunities, *answer.not_recommended) if item.competence]
    needs = _needs(items)
    order = sorted(needs, key=lambda name: (-len(needs[name]), name))[:MOST_DOTS]
    if len(order) < 3:
        return None
    rows = {item.id: row for row, item in enumerate(items)}
    asked = np.zeros((len(items), len(order)), dtype=bool)
    for column, name in enumerate(order):
        asked[[rows[path] for path, _ in needs[name]], column] = True
    states = [_state([need for _, need in needs[name]]) for name in order]
    levels = [max(need.best_in_region for _, need in needs[name]) for name in order]
    values = [None if state == "unknown" else level for state, level in zip(states, levels, strict=True)]
    return _space(cosine_by_ubiquity(asked), order, [len(needs[name]) for name in order], values, states)


def _needs(items: Sequence[Opportunity]) -> dict[str, list[tuple[str, NeedState]]]:
    """Each competence with the paths that need it."""
    needs: dict[str, list[tuple[str, NeedState]]] = {}
    for item in items:
        for need in item.competence.needs if item.competence else ():
            needs.setdefault(need.competence, []).append((item.id, need))
    return needs


def _state(needs: Sequence[NeedState]) -> State:
    """How far the region's best comes up to what the paths ask for on average."""
    if not any(need.assessed for need in needs):
        return "unknown"
    best = max(need.best_in_region for need in needs)
    if best >= sum(need.level for need in needs) / len(needs):
        return "held"
    return "partly" if best > 0 else "absent"


def activity_space(answer: Recommendation, model: ReferenceModel, region: str) -> Space:
    """The activities of a reference model, near each other where the same regions are specialised in both.

    After the product space of Hidalgo, Klinger, Barabási and Hausmann (2007, Science 317:482): the minimum
    conditional probability of being specialised in both.
    """
    quotients = model.location_quotient[model.region_index(region)]
    present = model.present[model.region_index(region)]
    wanted = _wanted(answer)
    order = sorted(range(len(model.activities)), key=lambda column: (-model.activity_sizes[column], column))[:MOST_DOTS]
    names = [model.activities[column] for column in order]
    states: list[State] = [
        "specialised" if present[column] else "candidate" if model.activities[column] in wanted else "other"
        for column in order
    ]
    known = [None if np.isnan(quotients[column]) else float(quotients[column]) for column in order]
    weights = [value or 0.0 for value in known]
    return _space(model.relatedness[np.ix_(order, order)], names, weights, known, states)


def _wanted(answer: Recommendation) -> set[str]:
    """The first activities of the order, or those of its first paths."""
    first = answer.opportunities[:CANDIDATES]
    if answer.subject == "activities":
        return {item.id for item in first}
    return {part.code for item in first if item.colocation for part in item.colocation.activities}


def _space(
    relatedness: Floats, names: Sequence[str], weights: Sequence[float], values: Sequence[float | None],
    states: Sequence[State],
) -> Space:  # fmt: skip
    links = tuple(backbone(relatedness))
    pull = np.zeros((len(names), len(names)))
    strongest = max((weight for _, _, weight in links), default=1.0)
    for one, other, weight in links:
        pull[one, other] = pull[other, one] = weight / strongest
    places = np.round(spring_places(pull), DIGITS)
    dots = zip(names, places, weights, values, states, strict=True)
    return Space(tuple(Dot(name, float(x), float(y), float(w), v, s) for name, (x, y), w, v, s in dots), links)


def backbone(relatedness: Floats) -> Iterator[Relation]:
    """A maximum spanning forest and the strongest other pairs, LINKS_PER_DOT for each node in all.

    Parameters
    ----------
    relatedness : (nodes, nodes) float64, symmetric; pairs at 0 or below are not linked

    Notes
    -----
    The display of Hidalgo and others (2007): the forest holds the drawing together, the strongest pairs show
    where it is dense. Of equal pairs the first in the order of the nodes is taken.
    """
    count = len(relatedness)
    rows, columns = np.triu_indices(count, 1)
    weights = np.nan_to_num(relatedness[rows, columns])
    order = [int(pair) for pair in np.argsort(-weights, kind="stable") if weights[pair] > 0]
    forest = set(_forest(order, rows, columns, count))
    spare = max(0, int(LINKS_PER_DOT * count) - len(forest))
    chosen = forest | set([pair for pair in order if pair not in forest][:spare])
    for pair in order:
        if pair in chosen:
            yield int(rows[pair]), int(columns[pair]), round(float(weights[pair]), DIGITS)


def _forest(order: Sequence[int], rows: np.ndarray, columns: np.ndarray, count: int) -> Iterator[int]:
    """Kruskal's (1956, Proceedings of the AMS 7:48) forest from pairs in descending order."""
    group = list(range(count))
    for pair in order:
        one, other = group[rows[pair]], group[columns[pair]]
        if one != other:
            group = [one if number == other else number for number in group]
            yield pair
