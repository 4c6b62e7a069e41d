"""Each path against the region: the coalition that fits best, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..measures.competence.arrays import Floats
from ..measures.competence.coalition import Coalition, best_coalitions, best_eligible_coalitions
from ..measures.competence.fit import Bar, Rules, met, weakest_essential
from ..measures.competence.luck import null_percentiles, relabellings
from ..measures.competence.shapley import shapley_values
from ..measures.competence.supply import Capabilities, Needs, supply
from ..model.config import Config
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import (
    Asset,
    CompetenceEvidence,
    Driver,
    Gap,
    Interval,
    NeedState,
    Novelty,
    Transformation,
)
from ..model.vocabulary import COMPETENCE_KINDS
from .landscape import Landscape, landscape, with_partners
from .needs import Coverage, fit_of, gaps, need_states
from .newness import novelty_label, transformation
from .reasons import levels_used

MOST_ASSETS = 3


@dataclass(frozen=True, slots=True)
class PathFit:
    """What competence evidence says about a path; `evidence` is None where nobody could lead it."""

    needs: tuple[NeedState, ...]
    evidence: CompetenceEvidence | None = None
    eligible: bool = False
    eligible_if_unknown_met: bool = True
    novelty: Novelty | None = None
    transformation: Transformation | None = None
    rule: str = ""
    drivers: tuple[Driver, ...] = ()
    gaps: tuple[Gap, ...] = ()
    nearest: Mapping[str, tuple[str | None, float]] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything about the region that all paths share, computed once."""

    profile: Profile
    config: Config
    rules: Rules
    land: Landscape
    caps: Capabilities
    wider: Landscape
    wider_caps: Capabilities
    introduced: Capabilities
    partner_of: dict[str, str]


def ground(profile: Profile, config: Config) -> Ground:
    """The region as arrays, alone, with its partners, and as it would be after introductions."""
    land = landscape(profile, config)
    wider = with_partners(land, profile)
    caps = land.capabilities(config)
    return Ground(
        profile=profile,
        config=config,
        rules=Rules(config.coalition.size, config.coalition.cost, config.coalition.gate_exponent),
        land=land,
        caps=caps,
        wider=wider,
        wider_caps=caps if wider is land else wider.capabilities(config),
        introduced=land.capabilities(config, introduction=config.access.introduction),
        partner_of={actor.id: partner.id for partner in profile.partners for actor in partner.actors},
    )


def fit_paths(profile: Profile, config: Config) -> dict[str, PathFit]:
    """Competence evidence for every path of the library, by id."""
    here = ground(profile, config)
    paths = [profile.library.paths[name] for name in sorted(profile.library.paths)]
    needs = [here.land.needs(path) for path in paths]
    if not len(here.land.leads):
        return {path.id: PathFit(_unassessed(here.land, asked)) for path, asked in zip(paths, needs, strict=True)}
    best = _best(here, here.caps, needs)
    unknown_met = [_if_unknown_met(here, asked) for asked in needs]
    introduced = best_coalitions(here.introduced, needs, here.rules)
    partnered = best_coalitions(here.wider_caps, needs, here.rules) if here.partner_of else best
    labels = relabellings(here.land.kinds, config.luck.draws, config.luck.seed)
    fits = np.array([found.fit for found in best])
    lucky = null_percentiles(here.caps, needs, fits, labels, here.rules)
    return {
        path.id: _fit(here, path, asked, Answers(*answers), float(percentile))
        for path, asked, answers, percentile in zip(
            paths, needs, zip(best, unknown_met, introduced, partnered, strict=True), lucky, strict=True
        )
    }


@dataclass(frozen=True, slots=True)
class Answers:
    """The best coalition for a path: today, if the unassessed were met, after introductions, with partners."""

    today: Coalition
    unknown_met: Coalition
    introduced: Coalition
    partnered: Coalition


def _best(here: Ground, caps: Capabilities, needs: list[Needs]) -> list[Coalition]:
    """The best coalitions; where one lacks an essential, the best that does not, if there is one."""
    found = best_coalitions(caps, needs, here.rules)
    rule = here.config.eligibility
    over = best_eligible_coalitions(caps, needs, Bar(rule.essential_share, rule.bar), here.rules)
    return [
        best if other is None or _eligible(here.config, caps, asked, best) else other
        for asked, best, other in zip(needs, found, over, strict=True)
    ]


def _eligible(config: Config, caps: Capabilities, needs: Needs, found: Coalition) -> bool:
    rule = config.eligibility
    share = met(supply(caps, needs, found.lead).available[:, list(found.members)].max(axis=1), needs.level)
    weakest = float(weakest_essential(share, needs.essential))
    return round(weakest, 9) >= rule.essential_share and round(found.fit, 9) >= rule.bar


def _unassessed(land: Landscape, needs: Needs) -> tuple[NeedState, ...]:
    return tuple(
        NeedState(
            land.competences[column], COMPETENCE_KINDS[land.kinds[column]], float(needs.weight[row]),
            float(needs.level[row]), float(land.specificity[column]), bool(needs.essential[row]),
            False, 0.0, 0.0, None, None, 0.0,
        )
        for row, column in enumerate(needs.competence)
    )  # fmt: skip


def _fit(here: Ground, path: Path, needs: Needs, answers: Answers, percentile: float) -> PathFit:
    found = answers.today
    covered = need_states(here.land, here.caps, needs, found.lead, np.array(found.members))
    shares = shapley_values(here.caps, needs, found.members, here.rules)
    drivers = _drivers(here, found, covered, shares)
    novelty = _novelty(here, path, needs, found, covered)
    lead = here.land.actors[found.lead]
    total = float(shares.sum())
    lead_share = float(shares[found.members.index(found.lead)]) / total if total > 0 else 0.0
    kind, rule = transformation(path, here.profile, lead, lead_share, novelty.label)
    return PathFit(
        needs=covered.states,
        evidence=_evidence(here, needs, answers, covered, percentile),
        eligible=_eligible(here.config, here.caps, needs, found),
        eligible_if_unknown_met=_eligible(here.config, _unknown_caps(here, needs), needs, answers.unknown_met),
        novelty=novelty,
        transformation=kind,
        rule=rule,
        drivers=drivers,
        gaps=gaps(here.land, here.caps, here.wider, here.partner_of, covered, here.rules.gate_exponent),
        nearest=_nearest(here.land, needs),
    )


def _if_unknown_met(here: Ground, needs: Needs) -> Coalition:
    """The best coalition if every need that nobody assessed were met (METHODS A0)."""
    return _best(here, _unknown_caps(here, needs), [needs])[0]


def _unknown_caps(here: Ground, needs: Needs) -> Capabilities:
    unknown = needs.competence[~here.land.assessed()[needs.competence]]
    held, lent = here.caps.held.copy(), here.caps.lent.copy()
    held[:, unknown] = lent[:, unknown] = 1.0
    return replace(here.caps, held=held, lent=lent)


def _evidence(here: Ground, needs: Needs, answers: Answers, covered: Coverage, percentile: float) -> CompetenceEvidence:
    found = answers.today
    region = _potential(here, needs)
    assessed = here.land.assessed()[needs.competence]
    weight = here.caps.weight(needs)
    partners = max(found.fit, answers.partnered.fit)
    order = sorted(found.members, key=lambda member: (member != found.lead, member))
    actors = tuple(here.land.actors[member] for member in order)
    return CompetenceEvidence(
        fit=Interval(found.fit, max(found.fit, answers.unknown_met.fit)),
        net_fit=found.net,
        coverage=found.coverage,
        gate=found.gate,
        null_percentile=percentile,
        draws=here.config.luck.draws,
        lead=here.land.actors[found.lead],
        coalition=actors,
        assessed_share=float(weight[assessed].sum() / weight.sum()),
        needs_assessed=int(assessed.sum()),
        potential=max(region, found.fit),
        connection_gap=max(0.0, region - found.fit),
        with_introduction=max(found.fit, answers.introduced.fit),
        with_partners=partners,
        partner_gain=partners - found.fit,
        exact=found.exact,
        upper_bound=found.upper_bound,
        needs=covered.states,
        unconnected=_assets(here, needs, found, covered),
        weakest_link=_weakest_link(here, found),
    )


def _potential(here: Ground, needs: Needs) -> float:
    """Fit with every access in the region 1 and no limit of size (METHODS A8)."""
    lent, held = here.caps.lent.max(axis=0), here.caps.held.max(axis=0)
    available: Floats = np.where(needs.essential, held[needs.competence], lent[needs.competence])
    return fit_of(available, here.caps, needs, here.rules.gate_exponent)


def _assets(here: Ground, needs: Needs, found: Coalition, covered: Coverage) -> tuple[Asset, ...]:
    """Actors outside the coalition whose full link to the lead would add most."""
    now = fit_of(covered.available, here.caps, needs, here.rules.gate_exponent)
    assets = []
    for position, actor in enumerate(here.land.actors):
        if position not in found.members:
            table = np.where(
                needs.essential, here.caps.held[position, needs.competence], here.caps.lent[position, needs.competence]
            )
            joined = np.maximum(covered.available, table)
            gain = fit_of(joined, here.caps, needs, here.rules.gate_exponent) - now
            if round(gain, 9) > 0:
                access = float(here.caps.access.technological[found.lead, position])
                assets.append(Asset(actor, gain, access))
    return tuple(sorted(assets, key=lambda asset: (-round(asset.gain, 9), asset.id))[:MOST_ASSETS])


def _weakest_link(here: Ground, found: Coalition) -> tuple[str, str, float] | None:
    """The weakest direct link between the lead and another member."""
    lead = here.land.actors[found.lead]
    links = [
        (float(here.land.strength[found.lead, member]), here.land.actors[member])
        for member in found.members
        if member != found.lead
    ]
    if not links:
        return None
    strength, other = min(links)
    return lead, other, strength


def _drivers(here: Ground, found: Coalition, covered: Coverage, shares: Floats) -> tuple[Driver, ...]:
    rows = []
    for member, value in zip(found.members, shares, strict=True):
        actor = here.land.actors[member]
        mine = [need for need in covered.states if need.supplier == actor]
        role: Any = here.land.roles[member]
        rows.append(Driver(role, actor, float(value), tuple(levels_used(mine, here.profile))))
    return tuple(sorted(rows, key=lambda driver: (-round(driver.contribution, 9), driver.id)))


def _novelty(here: Ground, path: Path, needs: Needs, found: Coalition, covered: Coverage) -> Novelty:
    weight = here.caps.weight(needs)
    lead = here.caps.held[found.lead, needs.competence] < needs.level / 2
    region = here.caps.held.max(axis=0)[needs.competence] < needs.level / 2
    kinds = here.land.kinds[needs.competence]
    shares: list[dict[str, float]] = []
    for new in (lead, region):
        shares.append({
            name: float(weight[new & (kinds == kind)].sum() / weight[kinds == kind].sum())
            for kind, name in enumerate(COMPETENCE_KINDS)
            if (kinds == kind).any()
        })  # fmt: skip
    assessed = here.land.assessed()[needs.competence]
    share = float(weight[assessed].sum() / weight.sum())
    essential_new = bool((region & needs.essential).any())
    label = novelty_label(shares[0], shares[1], essential_new, share, here.config.novelty)
    return Novelty(shares[0], shares[1], label)


def _nearest(land: Landscape, needs: Needs) -> dict[str, tuple[str | None, float]]:
    """For each need, who in the region holds most of it."""
    levels = np.nan_to_num(land.levels)
    result: dict[str, tuple[str | None, float]] = {}
    for column in needs.competence:
        row = int(levels[:, column].argmax())
        level = float(levels[row, column])
        result[land.competences[column]] = (land.actors[row] if level > 0 else None, level)
    return result
