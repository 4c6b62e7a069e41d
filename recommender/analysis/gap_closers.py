"""Who could close which gap of which path, here and in partner regions; and what partners would get from us."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.profile import Partner, PartnerActor, Profile
from ..model.recommendation import Gap, GapSource, Opportunity, Recommendation
from ..model.study import Grid, GridColumn
from .partners import PartnerView

MOST_ROWS = 12
MOST_SUPPLIES = 4
MOST_RETURNS = 3


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who holds most of a competence in the partner regions, and how much."""

    partner: Partner
    actor: PartnerActor
    level: float

    def at(self, competence: str) -> str:
        return f"actors.{self.actor.id}.competences.{competence}"


def supplier(profile: Profile, competence: str, more_than: float) -> Supplier | None:
    """The actor of a partner region who holds most of it, if that is more than a level; ties by id."""
    held = [
        Supplier(partner, actor, actor.competences[competence].value)
        for partner in profile.partners
        for actor in partner.actors
        if competence in actor.competences
    ]
    best = min(held, key=lambda item: (-round(item.level, 9), item.actor.id), default=None)
    return best if best is not None and round(best.level - more_than, 9) > 0 else None


def _gaps(answer: Recommendation, paths: Collection[str]) -> Iterator[tuple[Opportunity, Gap]]:
    """All gaps of these paths, in the order of the ranking."""
    for item in (*answer.opportunities, *answer.not_recommended):
        yield from ((item, gap) for gap in item.gaps if item.id in paths)


def supplies(profile: Profile, answer: Recommendation, paths: Collection[str]) -> Grid:
    """A row for each competence of which somebody in a partner region holds more than reaches whoever would lead.

    First those of which nobody in the region holds as much; then by what their lack costs possible paths.
    """
    columns = (
        GridColumn("competence", "name", wraps=True),
        GridColumn("paths_count", "count"),
        GridColumn("held_there", "number"),
        GridColumn("here_best", "number"),
        GridColumn("there", "whose", wraps=True, folds=True),
        GridColumn("closer_here", "name", wraps=True, folds=True),
        GridColumn("for_paths", "first_names", aside=True),
        GridColumn("at", "at", folds=True),
    )
    missed: dict[str, list[tuple[Opportunity, Gap]]] = {}
    for item, gap in _gaps(answer, paths):
        if supplier(profile, gap.competence, gap.available) is not None:
            missed.setdefault(gap.competence, []).append((item, gap))

    def order(row: tuple[Any, ...]) -> tuple[bool, float, float, str]:
        name, there, here = row[0], row[2], row[3]
        possible = sum(gap.lost for item, gap in missed[name] if item.rank is not None)
        return (
            here is not None and here >= there,
            -round(possible, 9),
            -round(sum(gap.lost for _, gap in missed[name]), 9),
            name,
        )

    rows = sorted((_supply(profile, name, missed[name]) for name in missed), key=order)
    return Grid("supplies", columns, tuple(rows), most=MOST_SUPPLIES)


def _supply(profile: Profile, competence: str, missed: Sequence[tuple[Opportunity, Gap]]) -> tuple[Any, ...]:
    there = supplier(profile, competence, -1.0)
    held = [(actor.competences[competence].value, actor.id) for actor in profile.actors()
            if competence in actor.competences]  # fmt: skip
    level, here = min(held, key=lambda each: (-each[0], each[1]), default=(None, None))
    assert there is not None  # asked for before
    own = [f"actors.{here}.competences.{competence}"] if here else []
    return (
        competence, len(missed), there.level, level, (there.actor.id, there.partner.id), here,
        [item.id for item, _ in missed], [there.at(competence), *own],
    )  # fmt: skip


def gap_closers(profile: Profile, answer: Recommendation, paths: Collection[str]) -> Grid:
    """A row for each gap of the paths, in the order of the ranking.

    The best of each kind is named: by level held and access for the region's own, by level for a partner's.
    """
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("competence", "name", wraps=True),
        GridColumn("has_needs", "number_move"),
        GridColumn("held_there", "number"),
        GridColumn("there", "whose", wraps=True, folds=True),
        GridColumn("closer_here", "name", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = []
    for item, gap in _gaps(answer, paths):
        there, here = supplier(profile, gap.competence, gap.available), best_source(gap, "linked", "unlinked")
        at = [*([there.at(gap.competence)] if there else []),
              *([f"actors.{here.id}.competences.{gap.competence}"] if here else [])]  # fmt: skip
        rows.append((
            item.id, gap.competence, (gap.available, gap.level), there.level if there else None,
            (there.actor.id, there.partner.id) if there else None, here.id if here else None, at,
        ))  # fmt: skip
    return Grid("gap_closers", columns, tuple(rows), most=MOST_ROWS)


def best_source(gap: Gap, *kinds: str) -> GapSource | None:
    """Who holds most of what is missing, of these kinds of source."""
    found = [source for source in gap.sources if source.kind in kinds]
    return min(found, key=lambda source: (-round(source.supply, 9), -round(source.access, 9), source.id), default=None)


def returned(views: Sequence[PartnerView]) -> Grid | None:
    """What each partner would get from us, its most lifted paths first."""
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("path", "name", wraps=True),
        GridColumn("fit_move", "number_move"),
        GridColumn("we_bring", "names", wraps=True, folds=True),
    )
    rows = tuple(
        (view.partner.id, gain.path, (gain.fit_from, gain.fit_to), gain.brings)
        for view in views
        for gain in view.returns
    )
    return Grid("returned", columns, rows, most=MOST_ROWS) if rows else None
