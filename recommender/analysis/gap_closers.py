"""Who could close which gap of which path, here and in partner regions; and what partners would get from us."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from ..model.profile import Partner, PartnerActor, Profile
from ..model.recommendation import Gap, Opportunity, Recommendation
from ..model.study import Grid, GridColumn
from .partners import PartnerView

MOST_ROWS = 12
MOST_SUPPLIES = 4

Effect: TypeAlias = Literal["closes", "narrows", "ask_here"]


@dataclass(frozen=True, slots=True)
class Supplier:
    """Who holds most of a competence in the partner regions, and how much."""

    partner: Partner
    actor: PartnerActor
    level: float

    def at(self, competence: str) -> str:
        return f"actors.{self.actor.id}.competences.{competence}"


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds how much of something."""

    actor: str
    level: float


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


def best_here(profile: Profile) -> dict[str, Held]:
    """Who of the region holds most of each competence that somebody was assessed for; ties by id."""
    held: dict[str, Held] = {}
    for actor in sorted(profile.actors(), key=lambda actor: actor.id):
        for name, level in actor.competences.items():
            if name not in held or round(level.value - held[name].level, 9) > 0:
                held[name] = Held(actor.id, level.value)
    return held


def closer(profile: Profile, gap: Gap, here: Held | None) -> Supplier | None:
    """Who of a partner region could close a gap: with more than reaches the lead, and than anybody here holds."""
    return supplier(profile, gap.competence, max(gap.available, here.level if here else 0.0))


def effect(gap: Gap, there: Supplier) -> Effect:
    """What a partner's actor would do to a gap; of what nobody here was assessed for, ask here first."""
    if not gap.assessed:
        return "ask_here"
    return "closes" if round(there.level - gap.level, 9) >= 0 else "narrows"


def supplies(profile: Profile, answer: Recommendation, paths: Collection[str]) -> Grid:
    """A row for each competence of which somebody in a partner region holds more than anybody here.

    First those that somebody here was assessed for; by what their lack costs possible paths, then all paths.
    """
    columns = (
        GridColumn("competence", "name", wraps=True),
        GridColumn("paths_count", "count"),
        GridColumn("closed_count", "count"),
        GridColumn("held_there", "number"),
        GridColumn("here_best", "number"),
        GridColumn("there", "whose", wraps=True, folds=True),
        GridColumn("closer_here", "name", wraps=True, folds=True),
        GridColumn("for_paths", "first_names", aside=True),
        GridColumn("at", "at", folds=True),
    )
    own = best_here(profile)
    missed: dict[str, list[tuple[Opportunity, Gap, Supplier]]] = {}
    for item, gap in _gaps(answer, paths):
        there = closer(profile, gap, own.get(gap.competence))
        if there is not None:
            missed.setdefault(gap.competence, []).append((item, gap, there))

    def order(name: str) -> tuple[bool, float, float, str]:
        possible = sum(gap.lost for item, gap, _ in missed[name] if item.rank is not None)
        return name not in own, -round(possible, 9), -round(sum(gap.lost for _, gap, _ in missed[name]), 9), name

    rows = (_supply(name, missed[name], own.get(name)) for name in sorted(missed, key=order))
    return Grid("supplies", columns, tuple(rows), most=MOST_SUPPLIES)


def _supply(competence: str, missed: Sequence[tuple[Opportunity, Gap, Supplier]], here: Held | None) -> tuple[Any, ...]:
    there = missed[0][2]
    closed = sum(effect(gap, each) == "closes" for _, gap, each in missed) if here else None
    return (
        competence, len(missed), closed, there.level, here.level if here else None,
        (there.actor.id, there.partner.id), here.actor if here else None,
        [item.id for item, _, _ in missed], _places(competence, there, here),
    )  # fmt: skip


def _places(competence: str, there: Supplier | None, here: Held | None) -> list[str]:
    return [
        *([there.at(competence)] if there else []),
        *([f"actors.{here.actor}.competences.{competence}"] if here else []),
    ]


def gap_closers(profile: Profile, answer: Recommendation, paths: Collection[str]) -> Grid:
    """A row for each gap of the paths, in the order of the ranking: the lead, the best here, and what a partner adds.

    A partner is named only where it holds more than anybody here.
    """
    columns = (
        GridColumn("path", "name", wraps=True, aside=len(paths) == 1),
        GridColumn("competence", "name", wraps=True),
        GridColumn("has_needs", "number_move"),
        GridColumn("here_best", "number"),
        GridColumn("held_there", "number"),
        GridColumn("partner_adds", "word"),
        GridColumn("there", "whose", wraps=True, folds=True),
        GridColumn("closer_here", "name", wraps=True, folds=True),
        GridColumn("lead", "name", aside=True),
        GridColumn("at", "at", folds=True),
    )
    own, rows = best_here(profile), []
    for item, gap in _gaps(answer, paths):
        here = own.get(gap.competence)
        there = closer(profile, gap, here)
        rows.append((
            item.id, gap.competence, (gap.available, gap.level), here.level if here else None,
            there.level if there else None, effect(gap, there) if there else None,
            (there.actor.id, there.partner.id) if there else None, here.actor if here and here.level > 0 else None,
            item.competence.lead if item.competence else None, _places(gap.competence, there, here),
        ))  # fmt: skip
    return Grid("gap_closers", columns, tuple(rows), most=MOST_ROWS)


def returned(views: Sequence[PartnerView]) -> Grid | None:
    """What each partner would get from us, its most lifted paths first; no fit where it was not assessed enough."""
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("path", "name", wraps=True),
        GridColumn("fit_move", "number_move"),
        GridColumn("we_bring", "names", wraps=True, folds=True),
        GridColumn("to_assess", "names", wraps=True, folds=True),
    )
    rows = tuple(
        (view.partner.id, gain.path, None if gain.unassessed else (gain.fit_from, gain.fit_to), gain.brings,
         gain.unassessed)
        for view in views
        for gain in (*view.returns, *view.returns_to_ask)
    )  # fmt: skip
    return Grid("returned", columns, rows, most=MOST_ROWS) if rows else None
