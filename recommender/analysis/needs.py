"""How far each need of a path is met, where the gaps are, and who could close them (METHODS A3, A8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Floats, Indices
from ..measures.competence.fit import coverage, gate, met, weakest_essential
from ..measures.competence.supply import Capabilities, Needs, suppliers, supply
from ..model.recommendation import Gap, GapSource, NeedState
from ..model.vocabulary import COMPETENCE_KINDS
from .landscape import Landscape

MOST_SOURCES = 3
"""Sources of a kind that are named for a gap: who comes fourth would not be asked."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a coalition of `members` brings to its lead, need by need."""

    needs: Needs
    lead: int
    members: Indices
    available: Floats
    states: tuple[NeedState, ...]


def need_states(land: Landscape, caps: Capabilities, needs: Needs, lead: int, members: Indices) -> Coverage:
    """Every need of a path with what the coalition supplies of it, and who."""
    offers = supply(caps, needs, lead)
    who, nearby = suppliers(offers, members)
    available = offers.available[:, members].max(axis=1)
    assessed = land.assessed()
    in_region = np.nan_to_num(land.levels).max(axis=0, initial=0.0)
    states = tuple(
        NeedState(
            competence=land.competences[column],
            kind=COMPETENCE_KINDS[land.kinds[column]],
            weight=float(needs.weight[row]),
            level=float(needs.level[row]),
            specificity=float(land.specificity[column]),
            essential=bool(needs.essential[row]),
            assessed=bool(assessed[column]),
            available=float(available[row]),
            share=float(met(available[row : row + 1], needs.level[row : row + 1])[0]),
            supplier=land.actors[who[row]] if who[row] >= 0 else None,
            nearby=land.competences[caps.stand_in[who[row], column]] if nearby[row] else None,
            best_in_region=float(in_region[column]),
        )
        for row, column in enumerate(needs.competence)
    )
    return Coverage(needs, lead, members, available, states)


def fit_of(available: Floats, caps: Capabilities, needs: Needs, exponent: float) -> float:
    """Fit of a supply of (needs,) levels."""
    share = met(available, needs.level)
    return float(coverage(share, caps.weight(needs)) * gate(weakest_essential(share, needs.essential), exponent))


def gaps(
    land: Landscape,
    caps: Capabilities,
    wider: Landscape,
    partner_of: dict[str, str],
    covered: Coverage,
    exponent: float,
) -> tuple[Gap, ...]:
    """Needs that are not met in full, those that cost most first, with where each could come from.

    `wider` is the landscape with the actors of partner regions, `partner_of` names their partner.
    """
    now = fit_of(covered.available, caps, covered.needs, exponent)
    found = []
    for row, state in enumerate(covered.states):
        if round(state.share, 9) < 1:
            closed = covered.available.copy()
            closed[row] = covered.needs.level[row]
            lost = max(0.0, fit_of(closed, caps, covered.needs, exponent) - now)
            sources = tuple(_sources(land, caps, wider, partner_of, covered, row))
            known = state.level, state.available, state.essential, state.assessed
            found.append(Gap(state.competence, state.kind, *known, lost, sources))
    return tuple(sorted(found, key=lambda gap: (not gap.essential, -round(gap.lost, 9), gap.competence)))


def _sources(
    land: Landscape, caps: Capabilities, wider: Landscape, partner_of: dict[str, str], covered: Coverage, row: int
) -> Iterator[GapSource]:
    column = int(covered.needs.competence[row])
    reach = caps.access.technological if land.kinds[column] == 0 else caps.access.embedded
    enough = round(float(covered.available[row]), 9)
    linked: list[GapSource] = []
    unlinked: list[GapSource] = []
    elsewhere: list[GapSource] = []
    for position, actor in enumerate(land.actors):
        level = float(caps.held[position, column])
        if round(level, 9) > enough and position != covered.lead:
            access = float(reach[covered.lead, position])
            here = linked if access > 0 else unlinked
            here.append(GapSource("linked" if access > 0 else "unlinked", actor, level, access))
    for position, actor in enumerate(wider.actors):
        level = float(np.nan_to_num(wider.levels[position, column]))
        if actor in partner_of and round(level, 9) > enough:
            lead = wider.position(land.actors[covered.lead])
            access = float(wider.strength[lead, position])
            elsewhere.append(GapSource("partner", actor, level, access, partner_of[actor]))
    for sources in (linked, unlinked, elsewhere):
        yield from sorted(sources, key=lambda source: (-source.supply * max(source.access, 0.01), source.id))[
            :MOST_SOURCES
        ]
