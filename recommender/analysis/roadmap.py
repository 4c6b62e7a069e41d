"""In which order? Steps towards several paths, with who takes them, how long they take and what opens on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.config import Pace
from ..model.finding import Finding
from ..model.profile import PASSIVE_LINKS, Profile
from ..model.recommendation import Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .scoring import DIGITS
from .steps import Step

EXACT_UP_TO = 16
"""With more steps than this the order is the shortest first for each target, without a proof."""


@dataclass(frozen=True, slots=True)
class Target:
    """A path to get to, and the steps of its cheapest plan; none where it is possible today."""

    path: str
    steps: tuple[Step, ...]
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Timed:
    """A step in its place: from when to when, who could take it in hand, and what is possible after it."""

    step: Step
    start: float
    end: float
    serves: tuple[str, ...]
    owners: tuple[str, ...]
    helpers: tuple[str, ...]
    opens: tuple[str, ...] = ()


def years_of(step: Step, pace: Pace) -> float:
    """How long a step takes, one after the other (METHODS A23; the pace is judged, in the settings)."""
    if step.change == "bring_in_partner":
        return pace.partner
    rise = step.level_to - (step.level_from or 0.0)
    return round(rise * (pace.competence if step.change == "raise_competence" else pace.link), DIGITS)


def side_by_side(steps: Sequence[Step], pace: Pace) -> tuple[tuple[float, float], ...]:
    """When each of some ordered steps begins and ends if every actor takes one step at a time, and no more is shared.

    Steps without a common actor run at the same time; the last end is the length of the critical path.
    """
    free: dict[str, float] = {}
    spans = []
    for step in steps:
        taking_part = [step.actor, *([step.other] if step.other else [])]
        start = max(free.get(actor, 0.0) for actor in taking_part)
        end = round(start + years_of(step, pace), DIGITS)
        free |= dict.fromkeys(taking_part, end)
        spans.append((start, end))
    return tuple(spans)


def shared_steps(targets: Sequence[Target]) -> tuple[Step, ...]:
    """Every step once: where two targets want different levels of the same, the higher."""
    best: dict[tuple[str, ...], Step] = {}
    for step in (step for target in targets for step in target.steps):
        held = best.get(step.target)
        if held is None or step.level_to > held.level_to:
            best[step.target] = step
    return tuple(sorted(best.values(), key=lambda step: step.order))


def best_order(steps: Sequence[Step], targets: Sequence[Target], pace: Pace) -> tuple[Step, ...]:
    """The order with the smallest sum of the times at which the targets are reached; ties by the order of `steps`.

    Exact up to `EXACT_UP_TO` steps, by dynamic programming over sets of steps; beyond that the target
    with least left to do comes next.
    """
    position = {step.target: row for row, step in enumerate(steps)}
    wanted = [sum(1 << position[step.target] for step in target.steps) for target in targets if target.steps]
    years = [years_of(step, pace) for step in steps]
    if len(steps) > EXACT_UP_TO:
        return _greedy(steps, wanted, years)
    return _exact(steps, wanted, years)


def _exact(steps: Sequence[Step], wanted: Sequence[int], years: Sequence[float]) -> tuple[Step, ...]:
    full = (1 << len(steps)) - 1
    elapsed = [sum(years[row] for row in range(len(steps)) if done >> row & 1) for done in range(full + 1)]
    cost, choice = [0.0] * (full + 1), [0] * (full + 1)
    for done in range(full - 1, -1, -1):
        options = []
        for row in range(len(steps)):
            if not done >> row & 1:
                after = done | 1 << row
                reached = sum(target & after == target and target & done != target for target in wanted)
                options.append((round(cost[after] + reached * elapsed[after], DIGITS), row))
        cost[done], choice[done] = min(options)
    order, done = [], 0
    while done != full:
        order.append(steps[choice[done]])
        done |= 1 << choice[done]
    return tuple(order)


def _greedy(steps: Sequence[Step], wanted: Sequence[int], years: Sequence[float]) -> tuple[Step, ...]:
    order: list[int] = []
    waiting = [[row for row in range(len(steps)) if target >> row & 1] for target in wanted]
    while waiting:
        left = [[row for row in rows if row not in order] for rows in waiting]
        spans = [round(sum(years[row] for row in rows), DIGITS) for rows in left]
        following = spans.index(min(spans))
        order += left[following]
        del waiting[following]
    return tuple(steps[row] for row in order)


def owners_of(step: Step, profile: Profile) -> tuple[str, ...]:
    """Associations that hold the actors, else whoever governs or brokers for them, else the actor itself."""
    actors = {step.actor, step.other or step.actor}
    holding = [item for item in profile.associations if actors & set(item.members)]
    both = [item.id for item in holding if actors <= set(item.members)]
    if both or holding:
        return tuple((both or [item.id for item in holding])[:2])
    own = {actor.id for actor in profile.actors()}
    between = sorted(
        {
            end
            for link in profile.links
            if link.kind in PASSIVE_LINKS and {link.a, link.b} & actors
            for end in (link.a, link.b)
        }
        - actors
    )
    return tuple(between[:2]) or tuple(sorted(actors & own))[:1]


def helpers_of(step: Step, item: Opportunity | None) -> tuple[str, ...]:
    """Who holds what is to be built: partners in other regions, and actors that are not linked yet."""
    gaps = item.gaps if item is not None else ()
    found = [source.id for gap in gaps if gap.competence == step.competence for source in gap.sources
             if source.kind in ("partner", "unlinked") and source.supply > (step.level_from or 0.0)]  # fmt: skip
    return tuple(dict.fromkeys(found))[:2]


def roadmap_study(
    answer: Recommendation, targets: Sequence[Target], steps: Sequence[Timed], pace: Pace, *, first: int, last: int,
    sooner: Sequence[Finding] = (), way: Part | None = None, data: Mapping[str, object] | None = None,
) -> Study:  # fmt: skip
    """Steps in their order, with years, owners, indicators and what opens on the way.

    `sooner` says what would shorten them, `way` over which paths the way leads, `data` is that for the document.
    """
    subject = answer.region_code or "region"
    total = steps[-1].end if steps else 0.0
    facts = {
        "paths": [target.path for target in targets], "count": len(steps), "years": round(total, DIGITS),
        "year": first, "until": last, "fits": total <= last - first + 1 + 1e-9,
    }  # fmt: skip
    told = [Finding("roadmap", subject, facts)]
    spans = side_by_side([item.step for item in steps], pace)
    together = max((end for _, end in spans), default=0.0)
    if round(together, DIGITS) < round(total, DIGITS):
        short = {"years_side_by_side": together, "years": round(total, DIGITS), "until": first + _whole(together)}
        told.append(Finding("roadmap_side_by_side", subject, short))
    told += [Finding("roadmap_now", target.path, {"path": target.path}) for target in targets
             if target.reachable and not target.steps]  # fmt: skip
    told += [
        Finding("roadmap_closed", target.path, {"path": target.path}) for target in targets if not target.reachable
    ]
    assumed = Finding("roadmap_pace", subject, {"competence_years": pace.competence, "link_years": pace.link,
                                                "partner_years": pace.partner})  # fmt: skip
    grid = Grid("steps", _COLUMNS, tuple(_row(row, item, first) for row, item in enumerate(steps, start=1)))
    parts = [Part(findings=tuple(told), listed=False)]
    if steps:
        parts += [Part(heading="steps", grid=grid), Part(findings=(assumed,), listed=False)]
    if sooner:
        parts.append(Part(heading="sooner", findings=tuple(sooner)))
    if way is not None:
        parts.append(way)
    document = {
        "years": {"from": first, "to": last},
        "targets": [
            {"path": target.path, "reachable": target.reachable, "steps": len(target.steps)} for target in targets
        ],
        "side_by_side": [{"step": row, "start": start, "end": end} for row, (start, end) in enumerate(spans, start=1)],
        "way": dict(data or {}),
    }
    return Study(answer, "roadmap", tuple(parts), data=document)


_COLUMNS = (
    GridColumn("number", "count"),
    GridColumn("change", "change_kind"),
    GridColumn("who", "names", wraps=True),
    GridColumn("competence", "name", wraps=True),
    GridColumn("level", "number_move"),
    GridColumn("when", "span"),
    GridColumn("owners", "names", folds=True, wraps=True),
    GridColumn("serves", "names", folds=True, wraps=True),
    GridColumn("opens", "names", folds=True, wraps=True),
    GridColumn("helpers", "names", folds=True, wraps=True),
)
"""Level is the indicator: its baseline, and its target."""


def _whole(end: float) -> int:
    """The year, counted from the first, in which something ends."""
    return int(max(0.0, end - 1e-9))


def _row(row: int, item: Timed, first: int) -> tuple[object, ...]:
    step = item.step
    who = tuple(name for name in (step.actor, step.other) if name)
    years = (first + int(item.start + 1e-9), first + max(int(item.start), _whole(item.end)))
    level = (step.level_from or 0.0, step.level_to)
    return (row, step.change, who, step.competence, level, years, item.owners, item.serves, item.opens, item.helpers)


def on_the_way(before: Mapping[str, bool], after: Mapping[str, bool]) -> tuple[str, ...]:
    """Paths that are possible after a step and were not before it."""
    return tuple(sorted(name for name, possible in after.items() if possible and not before.get(name, False)))
