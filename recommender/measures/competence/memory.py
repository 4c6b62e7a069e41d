"""What was found out about made-up paths in one region, and what it says about another (METHODS A5, A6).

Raising a level, an access, or the number of actors lowers the fit of no coalition. So a net fit that some
coalition has is there in every region that can do as much, and a fit that none exceeds is exceeded
in no region that can do no more. And if, in a region that can do as much as ours, no coalition that fits
well enough has a better net fit than some other one of a certain size, then none has here either: where
we know a coalition as good and as small as that one, it comes before all that fit well enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .arrays import Flags, Floats, Indices
from .fit import Rules
from .supply import Capabilities, Needs

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
    """

    net: Floats
    size: Indices
    most: Floats
    best_net: Floats
    best_size: Indices
    rival_net: Floats
    rival_size: Indices
    enough: Floats

    @classmethod
    def none(cls, draws: int) -> Bounds:
        """Nothing is known yet."""
        high, size = np.full(draws, np.inf), np.ones(draws, dtype=np.int64)
        return cls(-high, size, high, high.copy(), size.copy(), high.copy(), size.copy(), high.copy())

    @property
    def solved(self) -> Flags:
        """Where the best coalition known is the best there is."""
        same: Flags = (self.net == self.best_net) & (self.size == self.best_size)
        return same

    def surely_less(self, fit: float, margin: float) -> Flags:
        """Where the best coalition surely fits less than `fit`."""
        outdone = (self.net > self.rival_net) | ((self.net == self.rival_net) & (self.size <= self.rival_size))
        less: Flags = (self.most < fit - margin) | (outdone & (self.enough <= fit))
        return less

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

    def learn_from(self, other: Bounds, *, below: bool, above: bool) -> None:
        """Take over what is known of a region that is `below` ours, or `above` it: that can do no more, or as much."""
        if below:
            self.found(np.arange(len(other.net)), other.net, other.size)
        if above:
            self.is_best(np.arange(len(other.net)), other.best_net, other.best_size)
            np.minimum(self.most, other.most, out=self.most)
            open_ = np.flatnonzero(np.isinf(self.enough))
            self.outdone(open_, other.rival_net[open_], other.rival_size[open_], np.inf)
            self.enough[open_] = other.enough[open_]


@dataclass(frozen=True, slots=True)
class Solved:
    """A region whose actors have names, and the bounds of the paths that were tried there."""

    region: Capabilities
    actors: tuple[str, ...]
    bounds: dict[Shape, Bounds] = field(default_factory=dict)

    def can_do_as_much_as(self, other: Solved) -> bool:
        """Whether it has every actor and lead of the other, and no level or access is lower than there."""
        if not set(other.actors) <= set(self.actors):
            return False
        at = np.array([self.actors.index(name) for name in other.actors], dtype=np.int64)
        here, there, both = self.region, other.region, np.ix_(at, at)
        return bool(
            np.isin(at[there.leads], here.leads).all()
            and (here.held[at] >= there.held).all()
            and (here.lent[at] >= there.lent).all()
            and (here.access.technological[both] >= there.access.technological).all()
            and (here.access.embedded[both] >= there.access.embedded).all()
        )


@dataclass(frozen=True, slots=True)
class Memory:
    """Regions in which made-up paths were tried, all with the same rules, relabellings and specificity."""

    rules: Rules
    labels: Indices
    specificity: Floats
    solved: list[Solved] = field(default_factory=list)

    def serves(self, region: Capabilities, labels: Indices, rules: Rules) -> bool:
        """Whether what it holds can be compared with `region` under `rules`; the very same `labels` are asked for."""
        return labels is self.labels and rules == self.rules and np.array_equal(self.specificity, region.specificity)

    def about(self, region: Capabilities, actors: Sequence[str], paths: Sequence[Needs]) -> list[Bounds]:
        """Bounds for the likes of each path in a region, from all regions that can do as much or no more.

        The arrays are kept: what is written into them is known from then on.
        """
        here = Solved(region, tuple(actors))
        related = [
            (other, here.can_do_as_much_as(other), other.can_do_as_much_as(here)) for other in reversed(self.solved)
        ]
        for path in paths:
            shape = _shape(path)
            if shape not in here.bounds:
                here.bounds[shape] = Bounds.none(len(self.labels))
                for other, below, above in related:
                    if shape in other.bounds:
                        here.bounds[shape].learn_from(other.bounds[shape], below=below, above=above)
        self.solved.append(here)
        del self.solved[1:-MOST_SOLVED]
        return [here.bounds[_shape(path)] for path in paths]


def _shape(path: Needs) -> Shape:
    return path.competence.tobytes(), path.weight.tobytes(), path.level.tobytes(), path.essential.tobytes()
