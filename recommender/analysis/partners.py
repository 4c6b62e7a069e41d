"""Which other regions supply what is missing, and what they get in return (METHODS A14, B11)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from ..measures.competence.arrays import rounded
from ..measures.competence.coalition import Coalition, preferred_coalitions
from ..measures.competence.supply import Needs
from ..model.config import Config
from ..model.evidence import Graded
from ..model.profile import Partner, Profile
from .ground import Ground, beside, ground
from .needs import covered_by
from .partner_profiles import as_partner, as_profile

PROPOSED_LINK = 0.5
"""Strength that a proposed link of two regions counts with, where none as strong is there (A14; judged, ours)."""
FULL_LINK = 1.0
SIMILAR = 0.9
"""Share of what a region holds from which, if we hold it too, it is called similar (judged, ours)."""
EXHAUSTIVE = 3
AMONG = 30


@dataclass(frozen=True, slots=True)
class PathGain:
    """What a partner would do to a path that is then over the bar; in net fit, never negative.

    `covered_from` and `covered_to` are the weighted shares of the needs that are covered (METHODS A4).
    `brings` are the competences that its actors supply in the coalition, `actors` those actors.
    """

    path: str
    gain: float
    fit_from: float
    fit_to: float
    new: bool
    brings: tuple[str, ...]
    actors: tuple[str, ...]
    covered_from: float = 0.0
    covered_to: float = 0.0


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner region: what it adds to us and we to it, were we fully linked.

    `today` and `proposed` are the sums of what it adds with the links of today, and with a link of the two regions
    of `PROPOSED_LINK` at least: less than our own actors have is no help. `used` are the paths that the links of
    today lift. `overlap` is the share of what it holds,
    by level and specificity, that we hold as well.
    """

    partner: Partner
    gains: tuple[PathGain, ...]
    today: float
    proposed: float
    returns: tuple[PathGain, ...]
    overlap: float | None
    used: tuple[PathGain, ...] = ()

    @property
    def gain(self) -> float:
        return math.fsum(item.gain for item in self.gains)

    @property
    def given(self) -> float:
        return math.fsum(item.gain for item in self.returns)

    @property
    def similar(self) -> bool:
        """Similar rather than complementary: what it can do we can do, and it opens nothing new."""
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
    gaining = alone.that_gain_by(known)
    views = [
        PartnerView(
            partner,
            gaining.gains([_linked(partner, FULL_LINK)]),
            math.fsum(item.gain for item in used),
            gaining.worth([_linked(partner, PROPOSED_LINK)]),
            _returns(alone, partner, others),
            overlap(alone.here, partner),
            used,
        )
        for partner in known
        for used in [gaining.gains([partner])]
    ]
    return tuple(sorted(views, key=lambda view: (-round(view.gain, 9), view.partner.id)))


def _returns(alone: Alone, partner: Partner, others: Mapping[str, Profile]) -> tuple[PathGain, ...]:
    """What we bring them, were they fully linked to us."""
    ours = alone.here.profile
    theirs = others.get(partner.id) or as_profile(partner, ours)
    theirs = replace(theirs, partners=(), vocabulary=ours.vocabulary, library=ours.library)
    if not (theirs.clusters or theirs.institutions):
        return ()
    there = Alone.of(theirs, alone.here.config, alone.asked)
    return there.gains([_linked(as_partner(ours, None), FULL_LINK)])


def _channel(partner: Partner) -> tuple[str, float]:
    return partner.id, partner.strength.value if partner.strength else 0.0


def _linked(partner: Partner, least: float) -> Partner:
    """The partner with a channel of at least this strength; links between single actors stay."""
    strength = max(least, partner.strength.value if partner.strength else 0.0)
    return replace(partner, strength=Graded(strength))


def consortium(alone: Alone, views: Sequence[PartnerView], most: int) -> Consortium | None:
    """The best at most `most` partners over the paths, in summed net fit; None where all together add nothing.

    Exhaustive up to three out of the thirty best: more actors never lower a net fit, so that only sets of the
    full size are compared, and of the best the smallest part that adds as much is taken. Beyond, partners are
    taken one at a time, and the gap is what all thirty together would add beyond that. Who adds nothing alone
    is asked as well: two may hold one essential each.
    """
    asked = views[:AMONG]
    gaining = alone.that_gain_by([view.partner for view in asked])
    linked = {view.partner.id: _linked(view.partner, FULL_LINK) for view in asked}

    def worth(names: Iterable[str]) -> float:
        return round(gaining.worth([linked[name] for name in names]), 9)

    everybody, names = worth(linked), sorted(linked)
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
    gains = gaining.gains([linked[name] for name in chosen])
    gain = math.fsum(item.gain for item in gains)
    gap = 0.0 if exact else max(0.0, round(everybody - gain, 9))
    return Consortium(tuple(sorted(chosen)), gain, gap, exact, gains, most, everybody, len(asked))


Channels: TypeAlias = frozenset[tuple[str, float]]
"""Partners, each with the strength of its channel."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A region without partners, and its best coalition for each path.

    `known` remembers of each path which sets of partners were tried, which of them the best coalition took,
    and the gain: any smaller set that still has those gives the same. Of the paths that were `asked` about, `paths`
    are those of which the region itself holds an essential as far as the bar asks: it is no passenger of a partner.
    """

    here: Ground
    asked: tuple[str, ...]
    paths: tuple[str, ...]
    needs: tuple[Needs, ...]
    today: tuple[Coalition, ...]
    known: dict[str, list[tuple[Channels, Channels, PathGain | None]]]

    @classmethod
    def of(cls, profile: Profile, config: Config, paths: Sequence[str]) -> Alone:
        here = ground(replace(profile, partners=()), config)
        every = {name: here.land.needs(profile.library.paths[name]) for name in paths} if len(here.land.leads) else {}
        mine = {name: needs for name, needs in every.items() if _holds_some(here, needs)}
        needs = tuple(mine.values())
        today = preferred_coalitions(here.today, needs, here.bar, here.rules) if needs else []
        return cls(here, tuple(paths), tuple(mine), needs, tuple(today), {})

    def that_gain_by(self, partners: Iterable[Partner]) -> Alone:
        """The same with only the paths that all partners together lift: what they do not, no fewer of them do."""
        lifted = {item.path for item in self.gains([_linked(partner, FULL_LINK) for partner in partners])}
        kept = [row for row, path in enumerate(self.paths) if path in lifted]
        return replace(
            self,
            paths=tuple(self.paths[row] for row in kept),
            needs=tuple(self.needs[row] for row in kept),
            today=tuple(self.today[row] for row in kept),
        )

    def worth(self, partners: Sequence[Partner]) -> float:
        return math.fsum(item.gain for item in self.gains(partners))

    def gains(self, partners: Sequence[Partner]) -> tuple[PathGain, ...]:
        """Paths over the bar that these partners lift, the largest gain first."""
        theirs = [partner for partner in partners if partner.actors]
        if not self.today or not theirs:
            return ()
        channels = frozenset(map(_channel, theirs))
        new = [row for row, path in enumerate(self.paths) if not self._recall(path, channels)]
        if new:
            self._look(theirs, channels, new)
        found = [gain for path in self.paths for _, gain in self._recall(path, channels)[:1] if gain is not None]
        return tuple(sorted(found, key=lambda row: (-round(row.gain, 9), row.path)))

    def _recall(self, path: str, channels: Channels) -> list[tuple[Channels, PathGain | None]]:
        """What is known of a path with these partners: of a larger set whose best coalition needs no others."""
        tried = self.known.get(path, [])
        return [(taken, gain) for wider, taken, gain in tried if taken <= channels <= wider]

    def _look(self, partners: Sequence[Partner], channels: Channels, rows: Sequence[int]) -> None:
        wider = beside(self.here, tuple(partners))
        own = {partner.id: _channel(partner) for partner in partners}
        needs = [self.needs[row] for row in rows]
        for row, after in zip(rows, preferred_coalitions(wider.partnered, needs, wider.bar, wider.rules), strict=True):
            before, asked, path = self.today[row], self.needs[row], self.paths[row]
            members = {wider.wider.actors[member] for member in after.members}
            taken = frozenset(own[wider.partner_of[name]] for name in members if name in wider.partner_of)
            lifts = after.clears(wider.bar) and round(after.net - before.net, 9) > 0
            gain = self._gain(wider, path, asked, before, after) if lifts else None
            # what all of them do not lift, no fewer do
            self.known.setdefault(path, []).append((channels, taken if gain else frozenset(), gain))

    def _gain(self, wider: Ground, path: str, needs: Needs, before: Coalition, after: Coalition) -> PathGain:
        covered = covered_by(replace(wider, land=wider.wider, today=wider.partnered), needs, after)
        theirs = [state for state in covered.states if state.supplier in wider.partner_of]
        order = sorted(theirs, key=lambda state: (-state.weight * state.specificity, state.competence))
        return PathGain(
            path,
            after.net - before.net,
            before.fit,
            max(before.fit, after.fit),
            not before.clears(self.here.bar),
            tuple(state.competence for state in order),
            tuple(sorted({state.supplier for state in theirs if state.supplier})),
            before.coverage,
            after.coverage,
        )


def _holds_some(here: Ground, needs: Needs) -> bool:
    """Whether the region itself holds an essential as far as the bar asks, if there are any."""
    held = here.today.held[:, needs.competence].max(axis=0, initial=0.0)
    enough = rounded(held / needs.level) >= here.bar.essential
    return bool((enough & needs.essential).any() or not needs.essential.any())


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
