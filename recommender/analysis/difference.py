"""Two recommendations of one region: what moved, and what it could come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..model.evidence import LocalText
from ..model.finding import Finding
from ..model.recommendation import Recommendation
from ..model.snapshot import Snapshot, Standing
from ..model.study import Grid, GridColumn, Part, Study

Way = Literal["order", "band", "score"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What counts as moved: a rank among the first `top`, a band, or a score by more than `tolerance`."""

    top: int = 10
    tolerance: float = 0.005


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two snapshots, as far as `limits` say that it counts.

    moved : paths whose place changed beyond the limits; inputs and settings : names of what changed;
    ours : names of inputs that come with ris3
    """

    old: Snapshot
    new: Snapshot
    moved: tuple[str, ...]
    inputs: tuple[str, ...]
    settings: tuple[str, ...]
    ours: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)

    def ways(self, path: str) -> tuple[Way, ...]:
        """In which ways a path moved: its place among the first, its band, its score."""
        return _ways(self.old.standings.get(path), self.new.standings.get(path), self.limits)

    @property
    def own_inputs(self) -> tuple[str, ...]:
        return tuple(name for name in self.inputs if name not in self.ours)

    @property
    def shipped(self) -> tuple[str, ...]:
        """Data and rules of ris3 that changed; another lens that was chosen is none of them."""
        both = self.old.inputs.keys() & self.new.inputs.keys()
        return tuple(name for name in self.inputs if name in self.ours and name in both)

    @property
    def unexplained(self) -> bool:
        """Something moved although nothing that it depends on changed: a regression of ris3."""
        return bool(self.moved) and not (self.inputs or self.settings or self.old.version != self.new.version)


def difference(old: Snapshot, new: Snapshot, limits: Limits, ours: frozenset[str] = frozenset()) -> Difference:
    """What changed from `old` to `new`; `ours` are names of inputs that come with ris3."""
    both = sorted({*old.standings, *new.standings})
    moved = [name for name in both if _ways(old.standings.get(name), new.standings.get(name), limits)]
    return Difference(
        old, new,
        tuple(sorted(moved, key=lambda name: (_rank(new, name), _rank(old, name), name))),
        _changed(old.inputs, new.inputs),
        tuple(name for name in _changed(old.settings, new.settings) if name != "top"),
        ours, limits,
    )  # fmt: skip


def _rank(snapshot: Snapshot, name: str) -> int:
    held = snapshot.standings.get(name)
    return held.rank if held is not None and held.rank is not None else len(snapshot.standings) + 1


def _ways(old: Standing | None, new: Standing | None, limits: Limits) -> tuple[Way, ...]:
    """In which ways a path moved; a path that was not there, or is no more, moves from or to no rank and no band."""
    rank_from, rank_to = (side.rank if side else None for side in (old, new))
    band_from, band_to = (side.band if side else None for side in (old, new))
    score_from, score_to = ((side.score if side else None) or 0.0 for side in (old, new))
    best = min((rank for rank in (rank_from, rank_to) if rank is not None), default=limits.top + 1)
    happened: dict[Way, bool] = {
        "order": rank_from != rank_to and best <= limits.top,
        "band": band_from != band_to or (rank_from is None) != (rank_to is None),
        "score": abs(score_from - score_to) > limits.tolerance + 1e-12,
    }
    return tuple(way for way, moved in happened.items() if moved)


def _changed(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(name for name in {*old, *new} if old.get(name) != new.get(name)))


Because = Mapping[str, tuple[tuple[str, float], ...]]


def difference_study(
    found: Difference, *, subject: str, edits: Sequence[Finding] = (), because: Because | None = None
) -> Study:
    """The verdict, what moved, and which edits of the profile explain it."""
    parts = [Part(findings=tuple(_verdict(found)), listed=False)]
    if found.moved:
        parts.append(Part(heading="moved", grid=_grid(found, because or {}), legend="moves" if because else None))
    if edits:
        parts.append(Part(heading="edits", findings=tuple(edits), legend=None))
    data = {
        "moved": [_row(found, name) for name in found.moved],
        "inputs_changed": list(found.inputs),
        "settings_changed": list(found.settings),
        "versions": {"from": found.old.version, "to": found.new.version},
        "unexplained": found.unexplained,
    }
    return Study(_stand_in(found), subject, tuple(parts), data=data)


def _stand_in(found: Difference) -> Recommendation:
    """The new side as far as names, settings and inputs go: no ranking is repeated."""
    names: dict[str, LocalText] = {**found.old.names, **found.new.names}
    return Recommendation(
        region_code=found.new.region_code,
        region_name={"en": found.new.region_name},
        subject="activities" if found.new.subject == "activities" else "paths",
        settings=found.new.settings,
        opportunities=(),
        not_recommended=(),
        names=names,
    )


def _verdict(found: Difference) -> list[Finding]:
    subject = found.new.region_code or "region"
    old, new = found.old.standings, found.new.standings
    here = [name for name in found.moved if name in new and new[name].rank is not None]
    before = [name for name in found.moved if name in old and old[name].rank is not None]
    ways = Counter(way for name in found.moved for way in found.ways(name))
    counts = {
        "count": len(found.moved),
        "order_moved": ways["order"],
        "bands_moved": ways["band"],
        "scores_moved": ways["score"],
        "of_first": found.limits.top,
        "tolerance": f"{found.limits.tolerance:g}",
        "new": [name for name in here if name not in before],
        "gone": [name for name in before if name not in here],
    }
    told = [Finding("moved", subject, counts) if found.moved else Finding("nothing_moved", subject, {})]
    if found.unexplained:
        told.append(Finding("moved_without_cause", subject, {"version": found.new.version}))
    if found.own_inputs:
        told.append(Finding("inputs_changed", subject, {"files": list(found.own_inputs)}))
    if found.settings:
        told.append(Finding("settings_changed", subject, {"files": list(found.settings)}))
    if found.shipped or found.old.version != found.new.version:
        facts = {"version_from": found.old.version, "version": found.new.version, "files": list(found.shipped)}
        told.append(Finding("rules_changed", subject, facts))
    return told


def _grid(found: Difference, because: Because) -> Grid:
    columns = [
        GridColumn("path", "name", wraps=True),
        GridColumn("rank", "rank_move"),
        GridColumn("band", "band_move"),
        GridColumn("score", "fine_move"),
        GridColumn("drivers", "names_move", wraps=True, folds=True),
    ]
    if because:
        columns.append(GridColumn("because", "shares", wraps=True, folds=True))
    rows = []
    for name in found.moved:
        a, b = found.old.standings.get(name), found.new.standings.get(name)
        row = (
            name,
            (a.rank if a else None, b.rank if b else None),
            (a.band if a else None, b.band if b else None),
            (a.score if a else None, b.score if b else None),
            (a.drivers[:3] if a else (), b.drivers[:3] if b else ()),
        )
        rows.append((*row, because.get(name, ())) if because else row)
    return Grid("moved", tuple(columns), tuple(rows))


def _row(found: Difference, name: str) -> dict[str, object]:
    a, b = found.old.standings.get(name), found.new.standings.get(name)
    return {
        "path": name,
        "moved": list(found.ways(name)),
        "rank": {"from": a.rank if a else None, "to": b.rank if b else None},
        "band": {"from": a.band if a else None, "to": b.band if b else None},
        "score": {"from": a.score if a else None, "to": b.score if b else None},
    }
