"""How far each need of a path is met, where the gaps are, and who could close them (METHODS A3, A8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..measures.competence.arrays import Flags, Floats, Indices, rounded
from ..measures.competence.coalition import Coalition
from ..measures.competence.fit import fit, met
from ..measures.competence.supply import TECHNOLOGICAL, Needs, nearest_competence, suppliers, supply
from ..model.recommendation import Gap, GapSource, NeedState
from ..model.vocabulary import COMPETENCE_KINDS
from .ground import Ground

MOST_SOURCES = 3
"""Sources of a kind that are named for a gap: who comes fourth would not be asked."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a coalition brings to its lead, need by need: `available` (needs,) levels, and `states`."""

    needs: Needs
    lead: int
    available: Floats
    states: tuple[NeedState, ...]


def covered_by(here: Ground, needs: Needs, coalition: Coalition) -> Coverage:
    """Every need of a path with what the coalition supplies of it, and who."""
    members = np.array(coalition.members)
    offers = supply(here.today, needs, coalition.lead)
    available = offers.available[:, members].max(axis=1)
    states = _states(here, needs, available, *suppliers(offers, members))
    return Coverage(needs, coalition.lead, available, states)


def unsupplied(here: Ground, needs: Needs) -> tuple[NeedState, ...]:
    """Every need of a path that nobody could lead."""
    nobody = np.full(len(needs.level), -1)
    return _states(here, needs, np.zeros(len(nobody)), nobody, nobody >= 0)


def _states(here: Ground, needs: Needs, available: Floats, who: Indices, nearby: Flags) -> tuple[NeedState, ...]:
    land, region = here.land, here.today
    share = met(available, needs.level)
    best = region.held.max(axis=0, initial=0.0)
    return tuple(
        NeedState(
            competence=land.competences[column],
            kind=COMPETENCE_KINDS[land.kinds[column]],
            weight=float(needs.weight[row]),
            level=float(needs.level[row]),
            specificity=float(land.specificity[column]),
            essential=bool(needs.essential[row]),
            assessed=bool(region.assessed[column]),
            available=float(available[row]),
            share=float(share[row]),
            supplier=land.actors[who[row]] if who[row] >= 0 else None,
            nearby=_stand_in(here, who[row], column) if nearby[row] else None,
            best_in_region=float(best[column]),
        )
        for row, column in enumerate(needs.competence.tolist())
    )


def _stand_in(here: Ground, actor: int, wanted: int) -> str:
    return here.land.competences[nearest_competence(here.today.held[actor], here.land.nearness, wanted)]


def nearest(here: Ground, needs: Needs) -> dict[str, tuple[str | None, float]]:
    """For each need, who in the region holds most of it, and its level; links are not asked."""
    held = here.today.held[:, needs.competence]
    most, who = held.max(axis=0), held.argmax(axis=0)
    return {
        here.land.competences[column]: (here.land.actors[actor] if level > 0 else None, level)
        for column, actor, level in zip(needs.competence.tolist(), who.tolist(), most.tolist(), strict=True)
    }


def gaps(here: Ground, covered: Coverage) -> tuple[Gap, ...]:
    """Needs that are not met in full, those that cost most first, with where each could come from."""
    lost = _lost(here, covered)
    found = [
        Gap(
            state.competence, state.kind, state.level, state.available, state.essential, state.assessed,
            float(lost[row]), tuple(_sources(here, covered, row)),
        )
        for row, state in enumerate(covered.states)
        if round(state.share, 9) < 1
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda gap: (not gap.essential, -round(gap.lost, 9), gap.competence)))


def _lost(here: Ground, covered: Coverage) -> Floats:
    """(needs,) fit that closing each gap would add, all else equal."""
    needs = covered.needs
    share = met(covered.available, needs.level)
    closed = np.tile(share[:, None], len(share))
    np.fill_diagonal(closed, 1.0)
    now, then = (
        fit(each, here.today.weight(needs), needs.essential, here.rules.gate_exponent) for each in (share, closed)
    )
    return np.maximum(0.0, then - now)


def _sources(here: Ground, covered: Coverage, row: int) -> Iterator[GapSource]:
    """The best sources of each kind, by what they would supply; who has no link yet by a trace of it."""
    column, enough = int(covered.needs.competence[row]), rounded(covered.available[row])
    everybody = [*_in_region(here, covered.lead, column, enough), *_at_partners(here, covered.lead, column, enough)]
    everybody.sort(key=lambda source: (-source.supply * max(source.access, 0.01), source.id))
    of_kind = {kind: [one for one in everybody if one.kind == kind] for kind in ("linked", "unlinked", "partner")}
    own = [*of_kind["linked"][:MOST_SOURCES], *of_kind["unlinked"][:MOST_SOURCES]]
    if not any(source.role == "institution" for source in own):  # whoever looks for a university finds one here
        own += [source for source in everybody if source.role == "institution"][:1]
    yield from own
    yield from of_kind["partner"][:MOST_SOURCES]


def _in_region(here: Ground, lead: int, column: int, enough: Floats) -> Iterator[GapSource]:
    region = here.today
    travels = region.kinds[column] == TECHNOLOGICAL
    access = region.access.technological[lead] if travels else region.access.embedded[lead]
    held = region.held[:, column]
    for actor in np.flatnonzero(rounded(held) > enough).tolist():
        if actor != lead:
            name, level, share = here.land.actors[actor], float(held[actor]), float(access[actor])
            role = here.land.roles[actor]
            yield GapSource("linked" if share > 0 else "unlinked", name, level, share, role=role)


def _at_partners(here: Ground, lead: int, column: int, enough: Floats) -> Iterator[GapSource]:
    if not here.partner_of:
        return
    wider = here.wider
    strength = wider.strength[wider.position(here.land.actors[lead])]
    held = here.partnered.held[:, column]
    for position in np.flatnonzero(rounded(held) > enough).tolist():
        actor = wider.actors[position]
        if actor in here.partner_of:
            yield GapSource("partner", actor, float(held[position]), float(strength[position]), here.partner_of[actor])
