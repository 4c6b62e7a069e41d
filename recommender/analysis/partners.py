"""Which other regions supply what is missing, and what they get in return (METHODS A14, B11)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..model.profile import Partner, Profile
from .ground import Ground
from .partner_gains import FULL_LINK, Alone, PathGain, linked
from .partner_profiles import as_partner, as_profile

PROPOSED_LINK = 0.5
"""Strength that a proposed link of two regions counts with, where none as strong is there (A14; judged, ours)."""
SIMILAR = 0.9
"""Share of what a region holds from which, if we hold it too, it is called similar (judged, ours)."""
EXHAUSTIVE = 3
AMONG = 30


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner region: what it adds to us and we to it, were we fully linked.

    `gains` and `returns` count only what either side holds more of than anybody of the other who was assessed for it;
    `to_ask` and `returns_to_ask` are further paths that would be lifted if what nobody was assessed for is not there.
    `today` and `proposed` are the sums of what it adds with the links of today, and with a link of the two regions of
    `PROPOSED_LINK` at least; `used` are the paths that the links of today lift. `overlap` is the share of what it
    holds, by level and specificity, that we hold as well.
    """

    partner: Partner
    gains: tuple[PathGain, ...]
    today: float
    proposed: float
    returns: tuple[PathGain, ...]
    overlap: float | None
    used: tuple[PathGain, ...] = ()
    to_ask: tuple[PathGain, ...] = ()
    returns_to_ask: tuple[PathGain, ...] = ()

    @property
    def gain(self) -> float:
        return math.fsum(item.gain for item in self.gains)

    @property
    def given(self) -> float | None:
        """What we add to them; None where it all depends on what nobody there was assessed for."""
        if self.returns_to_ask and not self.returns:
            return None
        return math.fsum(item.gain for item in self.returns)

    @property
    def similar(self) -> bool:
        """Similar rather than complementary: nearly all that it can do we can do, and it opens nothing new."""
        return self.overlap is not None and self.overlap >= SIMILAR and not any(item.new for item in self.gains)


@dataclass(frozen=True, slots=True)
class Consortium:
    """At most `most` partners and what they add together; `gap` is how much more some others might add.

    `exact` : every choice was tried, so that the gap is 0. `whole` is what all `considered` partners would add.
    """

    members: tuple[str, ...]
    gain: float
    gap: float
    exact: bool
    gains: tuple[PathGain, ...]
    most: int
    whole: float
    considered: int


def partner_views(alone: Alone, partners: Sequence[Partner], others: Mapping[str, Profile]) -> tuple[PartnerView, ...]:
    """Every partner with known actors, the most useful first, with what each adds to the paths that are then possible.

    `others` are whole profiles by the id of the partner; what we bring in return is then computed with their
    own links, otherwise with their actors alone.
    """
    known = [partner for partner in partners if partner.actors]
    helping = _Helping.of(alone, known)
    views = [_view(alone, partner, others, helping) for partner in known]
    return tuple(sorted(views, key=lambda view: (-round(view.gain, 9), -len(view.to_ask), view.partner.id)))


def _view(alone: Alone, partner: Partner, others: Mapping[str, Profile], helping: _Helping) -> PartnerView:
    mine = helping.certain.that_gain_by([partner])
    used = mine.gains([partner])
    certain, to_ask = helping.by(partner)
    returned, returned_to_ask = _returns(alone, partner, others)
    return PartnerView(
        partner,
        gains=certain,
        today=math.fsum(item.gain for item in used),
        proposed=mine.worth([linked(partner, PROPOSED_LINK)]),
        returns=returned,
        overlap=overlap(alone.here, partner),
        used=used,
        to_ask=to_ask,
        returns_to_ask=returned_to_ask,
    )


def _returns(
    alone: Alone, partner: Partner, others: Mapping[str, Profile]
) -> tuple[tuple[PathGain, ...], tuple[PathGain, ...]]:
    """What we bring them, were they fully linked to us: for certain, and what is to be asked there."""
    ours = alone.here.profile
    theirs = others.get(partner.id) or as_profile(partner, ours)
    theirs = replace(theirs, partners=(), vocabulary=ours.vocabulary, library=ours.library)
    if not (theirs.clusters or theirs.institutions):
        return (), ()
    us = as_partner(ours, None)
    return _Helping.of(Alone.of(theirs, alone.here.config, alone.asked), [us]).by(us)


@dataclass(frozen=True, slots=True)
class _Helping:
    """A region that partners help: where only the `certain` counts, and with what nobody there was assessed for."""

    certain: Alone
    perhaps: Alone

    @classmethod
    def of(cls, alone: Alone, partners: Sequence[Partner]) -> _Helping:
        perhaps = alone.counting("above").that_gain_by(partners)
        return cls(alone.counting("assessed").that_gain_by(partners), perhaps.not_assessed_in_full())

    def by(self, partner: Partner) -> tuple[tuple[PathGain, ...], tuple[PathGain, ...]]:
        """What a partner adds for certain, and the further paths that it lifts if what is not assessed is missing."""
        certain = self.certain.gains([linked(partner, FULL_LINK)])
        paths = {item.path for item in certain}
        perhaps = self.perhaps.gains([linked(partner, FULL_LINK)])
        return certain, tuple(item for item in perhaps if item.path not in paths and item.unassessed)


def consortium(alone: Alone, views: Sequence[PartnerView], most: int) -> Consortium | None:
    """The best at most `most` partners over the paths, in summed net fit; None where all together add nothing.

    Exhaustive up to three out of the thirty best: more actors never lower a net fit, so that only sets of the
    full size are compared, and of the best the smallest part that adds as much is taken. Beyond, partners are
    taken one at a time, and who then adds nothing beside the others is left out again; the gap is what all thirty
    together would add beyond that. Who adds nothing alone is asked as well: two may hold one essential each. Counted
    is what is certain, as in the views.
    """
    asked = views[:AMONG]
    gaining = alone.counting("assessed").that_gain_by([view.partner for view in asked])
    partners = {view.partner.id: linked(view.partner, FULL_LINK) for view in asked}

    def worth(names: Iterable[str]) -> float:
        return round(gaining.worth([partners[name] for name in names]), 9)

    everybody, names = worth(partners), sorted(partners)
    if not everybody:
        return None
    exact = most <= EXHAUSTIVE or most >= len(names)
    if exact:
        best = max(combinations(names, min(most, len(names))), key=worth)
        parts = [part for size in range(1, len(best) + 1) for part in combinations(best, size)]
        chosen = next(part for part in parts if worth(part) == worth(best))
    else:
        chosen = ()
        while len(chosen) < most:
            left = [name for name in names if name not in chosen]
            chosen = (*chosen, max(left, key=lambda name: worth((*chosen, name))))
        for name in chosen:
            rest = tuple(other for other in chosen if other != name)
            chosen = rest if worth(rest) == worth(chosen) else chosen
    gains = gaining.gains([partners[name] for name in chosen])
    gain = math.fsum(item.gain for item in gains)
    gap = 0.0 if exact else max(0.0, round(everybody - gain, 9))
    return Consortium(tuple(sorted(chosen)), gain, gap, exact, gains, most, everybody, len(asked))


def overlap(here: Ground, partner: Partner) -> float | None:
    """Share of what the partner's actors hold at best that our own hold as well, by specificity."""
    column = {name: place for place, name in enumerate(here.land.competences)}
    theirs: dict[int, float] = {}
    for actor in partner.actors:
        for name, level in actor.competences.items():
            theirs[column[name]] = max(level.value, theirs.get(column[name], 0.0))
    ours = here.today.held.max(axis=0, initial=0.0)
    weight = here.today.specificity
    total = math.fsum(float(weight[place]) * level for place, level in theirs.items())
    shared = math.fsum(float(weight[place]) * min(level, float(ours[place])) for place, level in theirs.items())
    return round(shared / total, 9) if total else None
