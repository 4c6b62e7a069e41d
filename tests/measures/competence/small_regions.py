"""Hypothesis strategies for regions small enough to try every coalition, with many ties.

Sizes shrink; what fills the arrays comes from a drawn seed, ten times faster than cell by cell.
"""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from recommender.measures.competence.fit import Bar, Rules
from recommender.measures.competence.supply import Needs
from tests.measures.competence.by_hand import Region

# Few values, so that coalitions tie.
SOME_LEVELS = [np.nan, np.nan, 0.0, 0.25, 0.3, 0.5, 0.7, 0.9, 1.0]
SOME_SHARES = [0.25, 0.3, 0.5, 0.7, 0.9, 1.0]
SOME_STRENGTHS = [0.0, 0.0, 0.25, 0.3, 0.5, 0.9, 1.0]
LEVELS, SHARES, STRENGTHS = map(st.sampled_from, (SOME_LEVELS, SOME_SHARES, SOME_STRENGTHS))
SEEDS = st.integers(0, 2**32)
FEW, SOME = st.integers(1, 6), st.integers(2, 6)


@st.composite
def regions(draw, actors=FEW, competences=SOME):
    rows, columns, fill = draw(actors), draw(competences), np.random.default_rng(draw(SEEDS))
    return Region(
        levels=fill.choice(SOME_LEVELS, (rows, columns)),
        kinds=np.sort(fill.integers(0, 3, columns).astype(np.int8)),
        specificity=fill.choice(SOME_SHARES, columns),
        nearness=_symmetric(fill.choice([0.0, 0.0, 0.5, 1.0], (columns, columns))),
        strength=_symmetric(fill.choice(SOME_STRENGTHS, (rows, rows))),
        leads=fill.choice(rows, fill.integers(1, rows + 1), replace=False),
        substitution=draw(st.sampled_from([0.0, 0.5, 1.0])),
    )


def _symmetric(full):
    upper = np.triu(full, 1)
    return upper + upper.T


@st.composite
def networks(draw):
    actors = draw(st.integers(1, 7))
    return _symmetric(np.random.default_rng(draw(SEEDS)).choice(SOME_STRENGTHS, (actors, actors)))


@st.composite
def problems(draw, paths=3, actors=FEW, competences=SOME):
    """A region and the needs of some paths."""
    region = draw(regions(actors, competences))
    fill = np.random.default_rng(draw(SEEDS))
    return region, [_needs(region, fill) for _ in range(draw(st.integers(1, paths)))]


def _needs(region, fill):
    competences = region.levels.shape[1]
    number = fill.integers(1, min(5, competences) + 1)
    return Needs(
        fill.choice(competences, number, replace=False),
        fill.choice(SOME_SHARES, number),
        fill.choice(SOME_SHARES, number),
        fill.random(number) < 0.4,
    )


RULES = st.builds(
    Rules,
    size=st.integers(1, 4),
    cost=st.sampled_from([0.0, 0.03, 0.1, 0.25]),
    gate_exponent=st.sampled_from([0.0, 0.5, 1.0, 2.0]),
)
BARS = st.builds(Bar, essential=st.sampled_from([0.3, 0.5, 1.0]), fit=st.sampled_from([0.0, 0.25, 0.5]))
