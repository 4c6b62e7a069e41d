"""A scenario beside the base: which paths move, come and go, and which edit moved them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.finding import Finding
from ..model.recommendation import Band, Opportunity, Recommendation
from ..model.scenario import Scenario
from ..model.study import Grid, GridColumn, Part, Study
from .scoring import DIGITS

SMALLEST = 0.0005
"""Contributions below this vanish in three decimals and are not shown."""
MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Move:
    """What a scenario does to a path; without a score where it is not ranked.

    `contributions` are, edit by edit, its parts of the change of the score (None where it has no score on either
    side) and of the fit, with the standard error of the first one given where they were sampled; empty where nothing
    was attributed.
    """

    path: str
    rank: tuple[int | None, int | None]
    band: tuple[Band | None, Band | None]
    score: tuple[float | None, float | None]
    fit: tuple[float, float]
    contributions: tuple[tuple[float | None, float, float | None], ...] = ()

    @property
    def gained(self) -> int:
        """Ranks gained; negative where lost, 0 where it was or is not ranked."""
        before, after = self.rank
        return before - after if before is not None and after is not None else 0

    @property
    def comes(self) -> bool:
        return self.rank[0] is None and self.rank[1] is not None

    @property
    def goes(self) -> bool:
        return self.rank[0] is not None and self.rank[1] is None

    @property
    def rise(self) -> float | None:
        """Change of the score; None where it has none on one side."""
        before, after = self.score
        return after - before if before is not None and after is not None else None

    @property
    def by_itself(self) -> bool:
        """Whether it comes or goes, or its own score or fit changes: it does not only make room for others."""
        before, after = self.fit
        return self.comes or self.goes or max(abs(self.rise or 0.0), abs(after - before)) >= SMALLEST

    @property
    def placed(self) -> bool:
        """Whether its rank or its band is another."""
        return self.rank[0] != self.rank[1] or self.band[0] != self.band[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scenario and what it comes to."""

    scenario: Scenario
    answer: Recommendation
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A ranking, with or without its story, and the fit of all paths, ranked or not."""

    answer: Recommendation
    fits: Mapping[str, float]


def moves(base: Placed, after: Placed) -> tuple[Move, ...]:
    """Every path whose rank, band, score or fit changes: what comes and goes first, then by the change of the score."""
    one, other = _by_id(base.answer), _by_id(after.answer)
    found = []
    for path in sorted({*one, *other}):
        a, b = one.get(path), other.get(path)
        move = Move(
            path,
            (a.rank if a else None, b.rank if b else None),
            (a.band if a else None, b.band if b else None),
            (a.score if a else None, b.score if b else None),
            (base.fits.get(path, 0.0), after.fits.get(path, 0.0)),
        )
        if move.placed or round(move.rise or 0.0, DIGITS) or round(move.fit[1] - move.fit[0], DIGITS):
            found.append(move)
    return tuple(sorted(found, key=_weight))


def _weight(move: Move) -> tuple[bool, float, str]:
    return (not (move.comes or move.goes), -round(abs(move.rise or 0.0), DIGITS), move.path)


def _by_id(answer: Recommendation) -> dict[str, Opportunity]:
    return {item.id: item for item in (*answer.opportunities, *answer.not_recommended)}


def fit_of(item: Opportunity) -> float:
    """The fit of an opportunity, or the percentile of its co-location where there is no other evidence."""
    if item.competence is not None:
        return item.competence.fit.low
    return (item.colocation.percentile or 0.0) if item.colocation else 0.0


def compared(base: Recommendation, outcomes: Sequence[Outcome]) -> Study:
    """Base and scenarios side by side, then for each scenario what moved and why."""
    parts = [Part(findings=tuple(_told(item) for item in outcomes), listed=True), _side_by_side(base, outcomes)]
    for number, item in enumerate(outcomes):
        parts += scenario_parts(item, name=f"moves_{number + 1}" if len(outcomes) > 1 else "moves")
    return Study(
        recommendation=base,
        subject="scenario-comparison",
        parts=tuple(parts),
        data={"scenarios": [scenario_data(item) for item in outcomes]},
    )


def tried(item: Outcome) -> Study:
    """What one scenario assumes and moves."""
    parts = [Part(findings=(_told(item),), listed=False), *scenario_parts(item, name="moves")]
    about = {"scenario": dict(item.scenario.name)}
    return Study(item.answer, "scenario-run", tuple(parts), about=about, data={"scenarios": [scenario_data(item)]})


def _told(item: Outcome) -> Finding:
    """The outcome of a scenario in one finding."""
    facts = {
        "scenario": dict(item.scenario.name),
        "up": sum(move.gained > 0 and move.by_itself for move in item.moves),
        "down": sum(move.gained < 0 and move.by_itself for move in item.moves),
        "pushed": sum(move.placed and not move.by_itself for move in item.moves),
        "new": [move.path for move in item.moves if move.comes],
        "gone": [move.path for move in item.moves if move.goes],
        "first": item.answer.opportunities[0].id if item.answer.opportunities else None,
        "edits": len(item.scenario.edits),
    }
    return Finding("scenario_outcome", item.scenario.id, facts)


def _side_by_side(base: Recommendation, outcomes: Sequence[Outcome]) -> Part:
    """One row a path that is ranked somewhere: where it stands today and in each scenario."""
    states = [_by_id(item.answer) for item in outcomes]
    today = _by_id(base)
    ranked = {name for state in (today, *states) for name, item in state.items() if item.rank is not None}
    last = len(ranked) + 1

    def best(name: str) -> tuple[int, int, str]:
        """The best rank in any state, and the first state that gives it."""
        ranks = [state[name].rank or last if name in state else last for state in (today, *states)]
        return min(ranks), ranks.index(min(ranks)), name

    order = sorted(ranked, key=best)
    rows = tuple((name, _place(None, today.get(name)), *(_place(today.get(name), state.get(name)) for state in states))
                 for name in order)  # fmt: skip
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("base", "place"),
        *(GridColumn(item.scenario.id, "place", title=item.scenario.name, wraps=True) for item in outcomes),
    )
    return Part(grid=Grid("side_by_side", columns, rows, most=MOST_ROWS), legend="places")


def _place(before: Opportunity | None, item: Opportunity | None) -> tuple[int | None, str | None, int | None]:
    if item is None:
        return None, None, None
    gained = before.rank - item.rank if before and before.rank is not None and item.rank is not None else None
    return item.rank, item.band, gained


def scenario_parts(item: Outcome, *, name: str) -> list[Part]:
    """What a scenario assumes, and what moves because of it."""
    scenario = item.scenario
    edits = tuple(edit_findings(scenario, item))
    shown = [move for move in item.moves if move.placed and move.by_itself]
    rows = tuple((move.path, move.rank, move.band, move.score, move.fit, because(move)) for move in shown)
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("rank", "rank_move"),
        GridColumn("band", "band_move"),
        GridColumn("score", "fine_move"),
        GridColumn("fit", "fine_move"),
        GridColumn("because", "shares", folds=True, wraps=True),
    )
    table = Grid(name, columns, rows, most=MOST_ROWS) if rows else None
    return [Part(title=scenario.name, findings=edits), Part(grid=table, legend="moves" if table else None)]


def because(move: Move) -> tuple[tuple[str, float], ...]:
    """Edits by number with their part, largest first: of the score, or of the fit where there is no score."""
    pairs = [(str(row + 1), fit if score is None else score) for row, (score, fit, _) in enumerate(move.contributions)]
    told = [(edit, value) for edit, value in pairs if abs(value) >= SMALLEST]
    return tuple(sorted(told, key=lambda pair: (-round(abs(pair[1]), DIGITS), pair[0])))


def edit_findings(scenario: Scenario, item: Outcome) -> list[Finding]:
    """What a scenario assumes, edit by edit, whether an edit moves nothing, and how exact the parts are."""
    moved = [move for move in item.moves if move.contributions]
    return [*(_edit(row, scenario, moved) for row, _ in enumerate(scenario.edits)), *_sampled(scenario, moved)]


def _sampled(scenario: Scenario, moved: Sequence[Move]) -> Iterator[Finding]:
    """That there are too many edits for exact parts, and how far off the parts may be."""
    errors = [error for move in moved for _, _, error in move.contributions if error is not None]
    if errors:
        facts = {"edits": len(scenario.edits), "standard_error": round(max(errors), DIGITS)}
        yield Finding("parts_sampled", scenario.id, facts)


def _edit(row: int, scenario: Scenario, moved: Sequence[Move]) -> Finding:
    edit = scenario.edits[row]
    effect = max((abs(value or 0.0) for move in moved for value in move.contributions[row][:2]), default=0.0)
    said = edit.action == "config" and any(
        other.action == "config" and other.reason == edit.reason for other in scenario.edits[:row]
    )
    facts = {
        "number": row + 1,
        "action": edit.action,
        "field": edit.at,
        "written": written(edit.value),
        "reason": dict(edit.reason),
        "reason_said": said,
        "place": edit.place or None,
        "idle": bool(moved) and effect < SMALLEST,
    }
    return Finding("scenario_edit", scenario.id, facts)


def written(value: object) -> str:
    """A value as it would be written on one line."""
    if isinstance(value, Mapping):
        if "id" in value:
            return str(value["id"])
        for one, other in (("a", "b"), ("from", "to")):
            if {one, other} <= value.keys():
                strength = value.get("strength")
                return f"{value[one]} – {value[other]}" + (f" {written(strength)}" if strength else "")
        return ", ".join(f"{key} {written(inner)}" for key, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(written(inner) for inner in value) or "[]"
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def scenario_data(item: Outcome) -> dict[str, object]:
    """A scenario as the documents hold it."""
    return {
        "id": item.scenario.id,
        "name": dict(item.scenario.name),
        "reason": dict(item.scenario.reason),
        "edits": [
            {"number": row + 1, "action": edit.action, "at": edit.at, "value": edit.value,
             "reason": dict(edit.reason), "place": edit.place}
            for row, edit in enumerate(item.scenario.edits)
        ],
        "moves": [_move_data(move) for move in item.moves],
    }  # fmt: skip


def _move_data(move: Move) -> dict[str, object]:
    pairs = {"rank": move.rank, "band": move.band, "score": move.score, "fit": move.fit}
    return {
        "path": move.path,
        **{name: {"from": before, "to": after} for name, (before, after) in pairs.items()},
        "status": "new" if move.comes else "gone" if move.goes else "ranked" if move.rank[1] else "unranked",
        "contributions": [
            {"edit": row + 1, "score": score, "fit": fit, "standard_error": error}
            for row, (score, fit, error) in enumerate(move.contributions)
        ],
    }
