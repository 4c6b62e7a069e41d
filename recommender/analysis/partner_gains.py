"""What partners with known actors would add to each path of a region (METHODS A14)."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from ..measures.competence.arrays import rounded
from ..measures.competence.coalition import Coalition, preferred_coalitions
from ..measures.competence.supply import Capabilities, Needs
from ..model.config import Config
from ..model.evidence import Graded
from ..model.profile import Partner, Profile
from .ground import Ground, beside, ground
from .needs import covered_by
from .partner_profiles import best_levels, beyond

FULL_LINK = 1.0

Counting: TypeAlias = Literal["all", "above", "assessed"]
"""What of a partner counts: all that it holds; only what it holds more of than anybody of the region, for else a link
inside the region would do; and only if somebody of the region was assessed for it, for else it may be there."""


@dataclass(frozen=True, slots=True)
class PathGain:
    """What a partner would do to a path that is then over the bar; in net fit, never negative.

    `covered_from` and `covered_to` are the weighted shares of the needs that are covered (METHODS A4).
    `brings` are the competences that its actors supply in the coalition, `suppliers` who supplies each, `actors` all
    of those. `unassessed` are those of `brings` for which nobody of the region that gains was assessed.
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
    suppliers: tuple[str, ...] = ()
    unassessed: tuple[str, ...] = ()


def _channel(partner: Partner) -> tuple[str, float]:
    return partner.id, partner.strength.value if partner.strength else 0.0


def linked(partner: Partner, least: float) -> Partner:
    """The partner with a channel of at least this strength; links between single actors stay."""
    strength = max(least, partner.strength.value if partner.strength else 0.0)
    return replace(partner, strength=Graded(strength))


Channels: TypeAlias = frozenset[tuple[str, float]]
"""Partners, each with the strength of its channel."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A region without partners, and its best coalition for each path.

    `known` remembers of each path which sets of partners were tried, which of them the best coalition took,
    and the gain: any smaller set that still has those gives the same. Of the paths that were `asked` about, `paths`
    are those of which the region itself holds an essential as far as the bar asks: it is no passenger of a partner.
    `best` are the highest levels that its actors were assessed for, `modes` the same where other things count.
    """

    here: Ground
    asked: tuple[str, ...]
    paths: tuple[str, ...]
    needs: tuple[Needs, ...]
    today: tuple[Coalition, ...]
    known: dict[str, list[tuple[Channels, Channels, PathGain | None]]]
    best: Mapping[str, float]
    modes: dict[Counting, Alone]
    what_counts: Counting = "all"

    @classmethod
    def of(cls, profile: Profile, config: Config, paths: Sequence[str]) -> Alone:
        here = ground(replace(profile, partners=()), config)
        every = {name: here.land.needs(profile.library.paths[name]) for name in paths} if len(here.land.leads) else {}
        mine = {name: needs for name, needs in every.items() if _holds_some(here, needs)}
        needs = tuple(mine.values())
        today = preferred_coalitions(here.today, needs, here.bar, here.rules) if needs else []
        return cls(here, tuple(paths), tuple(mine), needs, tuple(today), {}, best_levels(here.profile), {})

    def counting(self, what: Counting) -> Alone:
        """The same where this counts of a partner; it remembers what it found, whoever asks for it."""
        if what not in self.modes:
            wider = self.modes.get("above") if what == "assessed" else None
            self.modes[what] = replace(self, known=wider._known_of_assessed() if wider else {}, what_counts=what)
        return self.modes[what]

    def _known_of_assessed(self) -> dict[str, list[tuple[Channels, Channels, PathGain | None]]]:
        """What holds as well where only the assessed counts: that nothing is gained, and paths assessed in full."""
        whole = self._assessed_in_full()
        return {
            path: [entry for entry in tried if path in whole or entry[2] is None] for path, tried in self.known.items()
        }

    def that_gain_by(self, partners: Iterable[Partner]) -> Alone:
        """The same with only the paths that all partners together lift: what they do not, no fewer of them do."""
        return self._only({item.path for item in self.gains([linked(partner, FULL_LINK) for partner in partners])})

    def not_assessed_in_full(self) -> Alone:
        """The same with only the paths of which nobody here was assessed for some need."""
        return self._only(set(self.paths) - self._assessed_in_full())

    def _assessed_in_full(self) -> set[str]:
        assessed = self.here.today.assessed
        return {path for path, needs in zip(self.paths, self.needs, strict=True) if assessed[needs.competence].all()}

    def _only(self, paths: Collection[str]) -> Alone:
        kept = [row for row, path in enumerate(self.paths) if path in paths]
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
        wider = self._beside(partners)
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

    def _beside(self, partners: Sequence[Partner]) -> Ground:
        if self.what_counts == "all":
            return beside(self.here, tuple(partners))
        unassessed = self.what_counts == "above"
        wider = beside(self.here, tuple(beyond(partner, self.best, unassessed=unassessed) for partner in partners))
        return replace(wider, partnered=_that_stands_in(wider, self.here, unassessed=unassessed))

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
            tuple(state.supplier for state in order if state.supplier),
            tuple(state.competence for state in order if state.competence not in self.best),
        )


def _that_stands_in(wider: Ground, here: Ground, *, unassessed: bool) -> Capabilities:
    """What stands in for something else counts by the same rule: above the best of the region, and assessed there."""
    best = here.today.held.max(axis=0, initial=0.0)
    helps = rounded(wider.partnered.lent - best) > 0
    if not unassessed:
        helps &= here.today.assessed
    own = np.array([actor not in wider.partner_of for actor in wider.wider.actors])
    return replace(wider.partnered, lent=np.where(helps | own[:, None], wider.partnered.lent, 0.0))


def _holds_some(here: Ground, needs: Needs) -> bool:
    """Whether the region itself holds an essential as far as the bar asks, if there are any."""
    held = here.today.held[:, needs.competence].max(axis=0, initial=0.0)
    enough = rounded(held / needs.level) >= here.bar.essential
    return bool((enough & needs.essential).any() or not needs.essential.any())
