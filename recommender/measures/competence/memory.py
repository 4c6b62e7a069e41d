"""What was found out about made-up paths in one region, and what it says about another (METHODS A5, A6).

Raising a level, an access, or the number of actors lowers the fit of no coalition. So a net fit that some
coalition has is there in every region that can do as much, and a fit that none exceeds is exceeded
in no region that can do no more. And if, in a region that can do as much as ours, no coalition that fits
well enough has a better net fit than some other one of a certain size, then none has here either: where
we know a coalition as good and as small as that one, it comes before all that fit well enough. What is said
of all coalitions of another region also holds for those of ours whose lead draws on no more of what the
path needs than there: so an edit leaves only the leads to be asked again for which it raised something.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from .arrays import Flags, Floats, Indices
from .fit import Rules
from .supply import TECHNOLOGICAL, Capabilities, Needs

MOST_SOLVED = 32
"""Regions that are kept, beside the first."""

Shape = tuple[bytes, bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is known of a path's made-up likes, (draws,) each.

    net, size : net fit and members of a coalition that there is; the best one known
    most : fit that no coalition exceeds
    best_net, best_size : no coalition comes before one with these
    rival_net, rival_size : no coalition that fits `enough` or better comes before one with these
    before : what another region says of most leads, where there is one
    """

    net: Floats
    size: Indices
    most: Floats
    best_net: Floats
    best_size: Indices
    rival_net: Floats
    rival_size: Indices
    enough: Floats
    before: Before | None = None

    @classmethod
    def none(cls, draws: int, before: Before | None = None) -> Bounds:
        """Nothing is known yet."""
        high, size = np.full(draws, np.inf), np.ones(draws, dtype=np.int64)
        return cls(-high, size, high, high.copy(), size.copy(), high.copy(), size.copy(), high.copy(), before)

    @property
    def solved(self) -> Flags:
        """Where the best coalition known is the best there is."""
        same: Flags = (self.net == self.best_net) & (self.size == self.best_size)
        return same

    def surely_less(self, fit: float, margin: float) -> Flags:
        """Where the best coalition surely fits less than `fit`."""
        less: Flags = (self.most < fit - margin) | (self._outdone_by(self) & (self.enough <= fit))
        return less

    def unless_raised(self, fit: float | None, margin: float) -> Flags:
        """Where the best coalition fits less than `fit`, or is the one known, if no lead that was raised has it."""
        if self.before is None:
            return np.zeros(len(self.net), dtype=bool)
        then = self.before.bounds
        if fit is not None:
            less: Flags = (then.most < fit - margin) | (then._outdone_by(self) & (then.enough <= fit))
            return less
        won: Flags = (self.net > then.best_net) | ((self.net == then.best_net) & (self.size <= then.best_size))
        return won

    def _outdone_by(self, found: Bounds) -> Flags:
        """Where all coalitions that fit `enough` come after the best that was `found`."""
        same = (found.net == self.rival_net) & (found.size <= self.rival_size)
        outdone: Flags = (found.net > self.rival_net) | same
        return outdone

    def found(self, draws: Indices, net: Floats, size: Indices) -> None:
        """There are coalitions with these net fits and members."""
        better = (net > self.net[draws]) | ((net == self.net[draws]) & (size < self.size[draws]))
        self.net[draws[better]], self.size[draws[better]] = net[better], size[better]

    def ruled_out(self, draws: Indices, most: Floats) -> None:
        """No coalition fits better than `most`."""
        self.most[draws] = np.minimum(self.most[draws], most)

    def outdone(self, draws: Indices, net: Floats, size: Indices, fit: float) -> None:
        """Coalitions with these net fits and members come before all that fit `fit` or better."""
        self.rival_net[draws], self.rival_size[draws], self.enough[draws] = net, size, fit

    def is_best(self, draws: Indices, net: Floats, size: Indices) -> None:
        """No coalitions come before those with these net fits and members."""
        tighter = (net < self.best_net[draws]) | ((net == self.best_net[draws]) & (size > self.best_size[draws]))
        self.best_net[draws[tighter]], self.best_size[draws[tighter]] = net[tighter], size[tighter]

    def learn_from_below(self, other: Bounds) -> None:
        """Take over what is known of a region that can do no more than ours."""
        self.found(np.arange(len(other.net)), other.net, other.size)

    def learn_from_above(self, other: Bounds, draws: Indices) -> None:
        """Take over what is known of a region that can do as much as ours, as far as these draws need it."""
        self.is_best(draws, other.best_net[draws], other.best_size[draws])
        self.ruled_out(draws, other.most[draws])
        open_ = draws[np.isinf(self.enough[draws])]
        self.outdone(open_, other.rival_net[open_], other.rival_size[open_], np.inf)
        self.enough[open_] = other.enough[open_]

    def learn_most(self, others: Iterable[Bounds | None]) -> None:
        """Take over what no coalition exceeds where all fit as well as here, though at another cost."""
        for other in others:
            if other is not None:
                np.minimum(self.most, other.most, out=self.most)


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of a path's likes in a region from which ours differs.

    raised : (2 * competences, leads) bool, `lent` and then `held`: what a lead of ours may draw on more of than there
    """

    bounds: Bounds
    raised: Flags


@dataclass(frozen=True, slots=True)
class Solved:
    """A region whose actors have names, and the bounds of the paths that were tried there."""

    region: Capabilities
    actors: tuple[str, ...]
    bounds: dict[Shape, Bounds] = field(default_factory=dict)

    def can_do_as_much_as(self, other: Solved) -> bool:
        """Whether it has every actor and lead of the other, and no level or access is lower than there."""
        if self.actors != other.actors and not set(other.actors) <= set(self.actors):
            return False
        position = {name: at for at, name in enumerate(self.actors)}
        at = np.array([position[name] for name in other.actors], dtype=np.int64)
        here, there = self.region, other.region
        rows, both = (..., ...) if self.actors == other.actors else (at, np.ix_(at, at))
        return set(at[there.leads].tolist()) <= set(here.leads.tolist()) and all(
            now is then or bool((now[which] >= then).all())
            for now, then, which in (
                (here.access.embedded, there.access.embedded, both),
                (here.access.technological, there.access.technological, both),
                (here.held, there.held, rows),
                (here.lent, there.lent, rows),
            )
        )

    def raised_since(self, other: Solved) -> Flags:
        """(2 * competences, leads) bool, as in `Before`; True as well where a lower level now lies closer."""
        (far, near, stock), (old_far, old_near, old_stock) = self._of(self.actors), other._of(self.actors)
        leads, travels = self.region.leads, np.tile(self.region.kinds == TECHNOLOGICAL, 2)
        raised = np.empty((stock.shape[1], len(leads)), dtype=bool)
        for kind, now, then in ((travels, far, old_far), (~travels, near, old_near)):
            closer, better = now > then, stock > old_stock
            raised[kind] = (_any(stock[:, kind] > 0, closer[leads]) | _any(better[:, kind], now[leads] > 0)).T
        return raised

    def _of(self, actors: Sequence[str]) -> tuple[Floats, Floats, Floats]:
        """Technological and embedded access of leads, and stock, of these actors; 0 for those that are not there."""
        position, region = {name: at for at, name in enumerate(self.actors)}, self.region
        at = np.array([position.get(name, -1) for name in actors], dtype=np.int64)
        there, leads = at >= 0, np.isin(at, region.leads)
        known = np.logical_and.outer(leads, there)
        far, near = (np.where(known, table[np.ix_(at, at)], 0.0)
                     for table in (region.access.technological, region.access.embedded))  # fmt: skip
        return far, near, np.where(there[:, None], np.hstack((region.lent, region.held))[at], 0.0)


def _any(held: Flags, reached: Flags) -> Flags:
    """(leads, columns) whether an actor that is `reached` (leads, actors) has what is `held` (actors, columns)."""
    found: Flags = reached.astype(np.float32) @ held.astype(np.float32) > 0
    return found


@dataclass(frozen=True, slots=True)
class Memory:
    """Regions in which made-up paths were tried, all with the same rules, relabellings and specificity.

    beside : what was tried with the same relabellings and specificity under other rules
    """

    rules: Rules
    labels: Indices
    specificity: Floats
    solved: list[Solved] = field(default_factory=list)
    beside: Sequence[Memory] = ()

    def serves(self, region: Capabilities, labels: Indices, rules: Rules) -> bool:
        """Whether what it holds can be compared with `region` under `rules`; the very same `labels` are asked for."""
        return labels is self.labels and rules == self.rules and np.array_equal(self.specificity, region.specificity)

    def about(self, region: Capabilities, actors: Sequence[str], paths: Sequence[Needs]) -> list[Bounds]:
        """Bounds for the likes of each path in a region, from all regions that can do as much or no more.

        The arrays are kept: what is written into them is known from then on. The first region is the one `before`.
        """
        here = Solved(region, tuple(actors))
        related = [
            (other, here.can_do_as_much_as(other), other.can_do_as_much_as(here)) for other in reversed(self.solved)
        ]
        same = next((other for other, below, above in related if below and above), None)
        if same is None:
            self.solved.append(here)
            del self.solved[1:-MOST_SOLVED]
        here = same or here
        raised = here.raised_since(self.solved[0]) if here is not self.solved[0] else None
        freer = [
            other for memory in self.beside if _leave_as_much(memory.rules, self.rules)
            for other in memory.solved if other.can_do_as_much_as(here)
        ]  # fmt: skip
        for path in paths:
            if _shape(path) not in here.bounds:
                here.bounds[_shape(path)] = self._bounds(path, related, raised)
                here.bounds[_shape(path)].learn_most([other.bounds.get(_shape(path)) for other in freer])
        return [here.bounds[_shape(path)] for path in paths]

    def _bounds(self, path: Needs, related: Sequence[tuple[Solved, bool, bool]], raised: Flags | None) -> Bounds:
        shape, draws = _shape(path), len(self.labels)
        first = self.solved[0].bounds.get(shape)
        before = Before(first, raised) if first is not None and raised is not None else None
        bounds = Bounds.none(draws, before)
        for other, below, above in related:
            told = other.bounds.get(shape)
            if told is not None and below:
                bounds.learn_from_below(told)
            if told is not None and above:
                bounds.learn_from_above(told, np.arange(draws))
        if before is not None:
            asked = self.labels[:, path.competence] + path.essential * self.labels.shape[1]
            touched: Flags = np.logical_or.reduce(before.raised, axis=1)
            quiet = np.flatnonzero(~touched[asked].any(axis=1))
            bounds.learn_from_above(before.bounds, quiet)
        return bounds


def _leave_as_much(rules: Rules, than: Rules) -> bool:
    """Whether no coalition fits less under `rules`, whatever its members cost."""
    return rules.size >= than.size and rules.gate_exponent <= than.gate_exponent


def _shape(path: Needs) -> Shape:
    return path.competence.tobytes(), path.weight.tobytes(), path.level.tobytes(), path.essential.tobytes()
