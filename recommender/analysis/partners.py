"""Which other regions supply what is missing, and what they get in return (METHODS A14, B11)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..measures.competence.arrays import rounded
from ..measures.competence.coalition import Coalition, preferred_coalitions
from ..measures.competence.supply import Needs
from ..model.config import Config
from ..model.evidence import Graded
from ..model.profile import Cluster, Institution, Partner, PartnerActor, Profile, Region
from .ground import Ground, ground
from .needs import covered_by

PROPOSED_LINK = 0.5
"""Strength that a proposed channel counts with, where none as strong is there (A14; judged, ours)."""
FULL_LINK = 1.0
SIMILAR = 0.9
"""Share of what a region holds from which, if we hold it too, it is called similar (judged, ours)."""
EXHAUSTIVE = 3
AMONG = 30
SEPARATOR = ":"
"""Stands between a region and its actor, where a whole profile is taken as a partner."""


@dataclass(frozen=True, slots=True)
class PathGain:
    """What a partner would do to a path that is then over the bar; in net fit, never negative.

    `brings` are the competences that its actors supply in the coalition, `actors` those actors.
    """

    path: str
    gain: float
    fit_from: float
    fit_to: float
    new: bool
    brings: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner region: what it adds to us and we to it, were we fully linked.

    `today` and `proposed` are the sums of what it adds with the links of today, and with a channel of
    `PROPOSED_LINK` at least: less than our own actors have is no help. `overlap` is the share of what it holds,
    by level and specificity, that we hold as well.
    """

    partner: Partner
    gains: tuple[PathGain, ...]
    today: float
    proposed: float
    returns: tuple[PathGain, ...]
    overlap: float | None

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
    """At most so many partners and what they add together; `gap` is how much more some others might add.

    `exact` : every choice was tried, so that the gap is 0.
    """

    members: tuple[str, ...]
    gain: float
    gap: float
    exact: bool
    gains: tuple[PathGain, ...]


def as_partner(other: Profile, known: Partner | None) -> Partner:
    """A region's whole profile as a partner: its clusters and institutions; a channel that is `known` stays."""
    name = other.region.code or "region"
    clusters = [
        PartnerActor(f"{name}{SEPARATOR}{item.id}", item.name, "cluster", item.competences, item.sources)
        for item in other.clusters
    ]
    institutions = [
        PartnerActor(f"{name}{SEPARATOR}{item.id}", item.name, "institution", item.competences, item.sources)
        for item in other.institutions
    ]
    actors = tuple(actor for actor in (*clusters, *institutions) if actor.competences)
    if known is not None:
        return replace(known, actors=actors, links=())
    return Partner(name, other.region.name, region=other.region.code, actors=actors)


def as_profile(partner: Partner, ours: Profile) -> Profile:
    """A partner as a region of its own, as far as its actors are known; links among them are not."""
    clusters = tuple(Cluster(item.id, item.name, item.competences) for item in partner.actors if item.kind == "cluster")
    rest = tuple(
        Institution(item.id, item.name, "other", item.competences)
        for item in partner.actors
        if item.kind == "institution"
    )
    region = Region(partner.name, partner.region)
    return Profile(region, ours.vocabulary, ours.library, clusters=clusters, institutions=rest)


def partner_views(
    profile: Profile, config: Config, paths: Sequence[str], others: Mapping[str, Profile]
) -> tuple[PartnerView, ...]:
    """Every partner with known actors, the most useful first, with what each adds to the paths that are then possible.

    `others` are whole profiles by the id of the partner; what we bring in return is then computed with their
    own links, otherwise with their actors alone.
    """
    alone = _Region.of(replace(profile, partners=()), config, paths).that_gain_by(profile.partners)
    us = as_partner(profile, None)
    views = []
    for partner in profile.partners:
        if not partner.actors:
            continue
        gains = alone.gains([_linked(partner, FULL_LINK)])
        today, proposed = alone.worth([partner]), alone.worth([_linked(partner, PROPOSED_LINK)])
        theirs = others.get(partner.id) or as_profile(partner, profile)
        theirs = replace(theirs, partners=(), vocabulary=profile.vocabulary, library=profile.library)
        returns = (
            _Region.of(theirs, config, paths).gains([_linked(us, FULL_LINK)])
            if theirs.clusters or theirs.institutions
            else ()
        )
        views.append(PartnerView(partner, gains, today, proposed, returns, overlap(alone.here, partner)))
    return tuple(sorted(views, key=lambda view: (-round(view.gain, 9), view.partner.id)))


def _linked(partner: Partner, least: float) -> Partner:
    """The partner with a channel of at least this strength; links between single actors stay."""
    strength = max(least, partner.strength.value if partner.strength else 0.0)
    return replace(partner, strength=Graded(strength))


def consortium(
    profile: Profile, config: Config, paths: Sequence[str], views: Sequence[PartnerView], most: int
) -> Consortium | None:
    """The best at most `most` partners over the paths, in summed net fit.

    Exhaustive up to three out of the thirty best; beyond, taken one at a time, and the gap is what all thirty
    together would add beyond that: no set adds more than everybody, since more actors never lower a net fit.
    """
    useful = [view for view in views if view.gain > 0][:AMONG]
    if not useful:
        return None
    alone = _Region.of(replace(profile, partners=()), config, paths).that_gain_by(view.partner for view in useful)
    proposed = {view.partner.id: _linked(view.partner, FULL_LINK) for view in useful}
    names = sorted(proposed)
    if most <= EXHAUSTIVE or most >= len(names):
        sets = [chosen for size in range(1, min(most, len(names)) + 1) for chosen in combinations(names, size)]
        best = max(sets, key=lambda chosen: (round(alone.worth(proposed[name] for name in chosen), 9), -len(chosen)))
        gains = alone.gains([proposed[name] for name in best])
        return Consortium(best, math.fsum(item.gain for item in gains), 0.0, True, gains)
    chosen: list[str] = []
    while len(chosen) < most:
        left = [name for name in names if name not in chosen]
        chosen.append(max(left, key=lambda name: round(alone.worth(proposed[each] for each in (*chosen, name)), 9)))
    gains = alone.gains([proposed[name] for name in chosen])
    gain = math.fsum(item.gain for item in gains)
    everybody = alone.worth(proposed.values())
    return Consortium(tuple(sorted(chosen)), gain, max(0.0, round(everybody - gain, 9)), False, gains)


@dataclass(frozen=True, slots=True)
class _Region:
    """A region without partners, and its best coalition for each path."""

    here: Ground
    paths: tuple[str, ...]
    needs: tuple[Needs, ...]
    today: tuple[Coalition, ...]

    @classmethod
    def of(cls, profile: Profile, config: Config, paths: Sequence[str]) -> _Region:
        here = ground(profile, config)
        needs = tuple(here.land.needs(profile.library.paths[name]) for name in paths)
        today = preferred_coalitions(here.today, needs, here.bar, here.rules) if len(here.land.leads) and needs else []
        return cls(here, tuple(paths), needs, tuple(today))

    def that_gain_by(self, partners: Iterable[Partner]) -> _Region:
        """The same with only the paths that all partners together lift: what they do not, no fewer of them do."""
        everybody = [_linked(partner, FULL_LINK) for partner in partners]
        return _Region.of(self.here.profile, self.here.config, sorted(item.path for item in self.gains(everybody)))

    def worth(self, partners: Iterable[Partner]) -> float:
        return math.fsum(item.gain for item in self.gains(list(partners)))

    def gains(self, partners: Sequence[Partner]) -> tuple[PathGain, ...]:
        """Paths over the bar that these partners lift, the largest gain first."""
        if not self.today:
            return ()
        wider = ground(replace(self.here.profile, partners=tuple(partners)), self.here.config)
        if not wider.partner_of:
            return ()
        found = preferred_coalitions(wider.partnered, self.needs, self.here.bar, self.here.rules)
        rows = [
            self._gain(wider, *each)
            for each in zip(self.paths, self.needs, self.today, found, strict=True)
            if each[3].clears(self.here.bar) and round(each[3].net - each[2].net, 9) > 0 and self._holds_some(each[1])
        ]
        return tuple(sorted(rows, key=lambda row: (-round(row.gain, 9), row.path)))

    def _holds_some(self, needs: Needs) -> bool:
        """Whether the region itself holds an essential as far as the bar asks: it is no passenger of its partner."""
        held = self.here.today.held[:, needs.competence].max(axis=0, initial=0.0)
        enough = rounded(held / needs.level) >= self.here.bar.essential
        return bool((enough & needs.essential).any() or not needs.essential.any())

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
        )


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
