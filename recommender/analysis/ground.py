"""What all paths of a region share: its actors as arrays, as things are and under each assumption."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..measures.competence.access import Access, access
from ..measures.competence.fit import Bar, Rules
from ..measures.competence.interval import if_unknown_were_there
from ..measures.competence.supply import Capabilities
from ..model.config import Config
from ..model.profile import Partner, Profile
from .landscape import Landscape, landscape, with_partners


@dataclass(frozen=True)
class Ground:
    """A region, computed once for all paths.

    land, wider : the region without and with the actors of its partners
    today : what its actors can do; partnered : with its partners' actors
    partner_of : actor of a partner -> the partner
    """

    profile: Profile
    config: Config
    rules: Rules
    bar: Bar
    land: Landscape
    wider: Landscape
    today: Capabilities
    partnered: Capabilities
    partner_of: Mapping[str, str]

    @cached_property
    def hopeful(self) -> Capabilities:
        """What its actors could do if all that nobody was assessed for were there."""
        return if_unknown_were_there(self.today)

    @cached_property
    def introduced(self) -> Capabilities:
        """What they could do if everybody had been introduced to everybody."""
        return replace(self.today, access=access(self.land.strength, self.config.access.introduction))


def ground(profile: Profile, config: Config) -> Ground:
    """The region of a profile under the rules of `config`."""
    land = landscape(profile, config)
    today = land.capabilities(config)
    rule = config.coalition
    alone = Ground(
        profile=profile,
        config=config,
        rules=Rules(rule.size, rule.cost, rule.gate_exponent),
        bar=Bar(config.eligibility.essential_share, config.eligibility.bar),
        land=land,
        wider=land,
        today=today,
        partnered=today,
        partner_of={},
    )
    return beside(alone, profile.partners) if profile.partners else alone


def beside(here: Ground, partners: tuple[Partner, ...]) -> Ground:
    """The same region beside these partners, whichever it had."""
    profile = replace(here.profile, partners=partners)
    wider = with_partners(here.land, profile)
    known = here.today if wider is here.land else wider.capabilities(here.config)
    return replace(
        here,
        profile=profile,
        wider=wider,
        partnered=known if wider is here.land else _with_own_access(wider, known, here.land, here.today),
        partner_of={actor.id: partner.id for partner in partners for actor in partner.actors},
    )


def _with_own_access(wider: Landscape, partnered: Capabilities, land: Landscape, today: Capabilities) -> Capabilities:
    """The actors of partner regions are no go-betweens: those of the region reach each other as they do today."""
    own = np.array([wider.position(actor) for actor in land.actors])
    technological = partnered.access.technological.copy()
    technological[np.ix_(own, own)] = today.access.technological
    return replace(partnered, access=Access(technological, partnered.access.embedded))
