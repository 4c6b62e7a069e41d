"""What if: scenarios laid over a profile or a region, beside what is there today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from .. import shipped
from ..analysis.attribution import Attribution, Effort, attribute
from ..analysis.opportunities import placed_paths
from ..analysis.scenarios import Move, Outcome, Placed, compared, fit_of, moves, tried
from ..analysis.standing import Scores, criteria_with_values, standing_of
from ..inputs.difference import scenario_between
from ..inputs.reading import Reading
from ..inputs.scenario_reader import WrittenEdit, WrittenScenario, read_scenario
from ..model.config import Criterion
from ..model.problem import Code, Problem, UnknownName, nearest
from ..model.recommendation import Recommendation
from ..model.study import Study, Trial
from ..outputs.profile_yaml import as_yaml
from .laboratory import Laboratory, State, ranked
from .loading import load_profile
from .recommend import is_profile, with_context
from .request import Request

FIRST_LINE = "# Written by ris3 scenario new: replace each `to be explained` by the reason.\n"
NOTABLE = 0.005
"""Changes of a score, or of a fit where there is none, from this on are attributed even where rank and band stay."""


def compare_scenarios(request: Request, names: Sequence[str]) -> Study:
    """Base and scenarios side by side, and which edit moved what.

    `names` are scenario files or names of shipped scenarios.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    base, outcomes, laboratory = _outcomes(request, names, whole=False)
    base = with_context(base, laboratory.run)
    new = {
        item.id: item.name
        for outcome in outcomes
        for item in (*outcome.answer.opportunities, *outcome.answer.not_recommended)
    }
    return compared(replace(base, names={**new, **base.names}), outcomes)


def run_scenario(request: Request, name: str) -> Trial:
    """The recommendation under one scenario, and how it differs from today's; errors as `compare_scenarios`."""
    base, [outcome], _ = _outcomes(request, [name], whole=True)
    everything = (*base.opportunities, *base.not_recommended)
    places = {item.id: (item.rank, item.band, item.score) for item in everything}
    return Trial(outcome.answer, tried(outcome), places)


def _outcomes(
    request: Request, names: Sequence[str], *, whole: bool
) -> tuple[Recommendation, list[Outcome], Laboratory]:
    """The ranking of today and each scenario's, this one with its whole story or without."""
    laboratory = Laboratory.of(request)
    written = [_read(name, laboratory.run.reading) for name in names]
    states = [laboratory.under(item, reading) for item, reading in written]
    for _, reading in written:
        laboratory.run.reading.sources |= reading.sources
    base = _placed(laboratory, laboratory.part(()))
    outcomes = [
        _outcome(laboratory, base, item, state, whole=whole) for (item, _), state in zip(written, states, strict=True)
    ]
    return base.answer, outcomes, laboratory


def _read(name: str, beside: Reading) -> tuple[WrittenScenario, Reading]:
    reading = Reading()
    file = scenario_file(name)
    known = {item: shipped.SCENARIOS / f"{item}.yaml" for item in shipped.scenarios()}
    written = read_scenario(
        file, reading, name=shipped.display_name(file) if file.is_relative_to(shipped.ROOT) else name,
        shipped={item: (place, shipped.display_name(place)) for item, place in known.items()},
    )  # fmt: skip
    return written, reading


def new_scenario(
    old: str, new: str, *, encoding: str = "utf-8", delimiter: str | None = None, decimal: str = "."
) -> str:
    """The scenario, as YAML text, under which the profile `old` is the profile `new`.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the two, or if a scenario cannot say how they differ.
    """
    before, after = (
        load_profile(source, Reading(), encoding=encoding, delimiter=delimiter, decimal=decimal)
        for source in (old, new)
    )
    name = " -> ".join(_apart(Path(old), Path(new)))
    return as_yaml(scenario_between(before, after, name, "to be explained"), first_line=FIRST_LINE)


def _apart(old: Path, new: Path) -> tuple[str, str]:
    """What two profiles are called; by their folders where the files are called the same."""
    if old.stem != new.stem:
        return old.stem, new.stem
    return old.parent.name or old.stem, new.parent.name or new.stem


def scenario_file(name: str) -> Path:
    """The file of a scenario: one of the user's own, or a shipped one by name."""
    known = shipped.scenarios()
    if name in known and not Path(name).exists():
        return shipped.SCENARIOS / f"{name}.yaml"
    if is_profile(name):
        return Path(name)
    raise UnknownName([Problem(Code.NAME_UNKNOWN, f"no scenario is called '{name}'",
                               hint=nearest(name, known, what="shipped scenarios"))])  # fmt: skip


def outcome_of(
    laboratory: Laboratory, written: WrittenScenario, reading: Reading, effort: Effort | None = None
) -> Outcome:
    """What a scenario moves, tried on a laboratory's run; errors as `compare_scenarios`."""
    base = _placed(laboratory, laboratory.part(()))
    return _outcome(laboratory, base, written, laboratory.under(written, reading), whole=False, effort=effort)


def _outcome(
    laboratory: Laboratory, base: Placed, item: WrittenScenario, state: State, *, whole: bool,
    effort: Effort | None = None,
) -> Outcome:  # fmt: skip
    after = _told(laboratory, state) if whole else _placed(laboratory, state)
    found = moves(base, after)
    own = [move for move in found if move.by_itself and (move.placed or _change(move) >= NOTABLE)]
    parts = _attribution(laboratory, item, base.answer, after.answer, own, effort) if own else {}
    told = tuple(replace(move, contributions=parts.get(move.path, ())) for move in found)
    return Outcome(item.scenario, with_context(after.answer, state.run) if whole else after.answer, told)


def _told(laboratory: Laboratory, state: State) -> Placed:
    """The ranking in a state, with everything that there is to say."""
    answer = ranked(state, laboratory.luck)
    everything = (*answer.opportunities, *answer.not_recommended)
    if state.run.profile is not None:
        standing = {item.id: found for item in everything if (found := standing_of(item)) is not None}
        laboratory.standings.keep(state.run.profile, state.run.config, standing)
    return Placed(answer, {item.id: fit_of(item) for item in everything})


def _placed(laboratory: Laboratory, state: State) -> Placed:
    """The same ranking without its story, which costs half."""
    run = state.run
    if run.profile is None:
        return _told(laboratory, state)
    answer, standing = placed_paths(run.profile, run.config, run.lens, state.statistics, laboratory.luck)
    laboratory.standings.keep(run.profile, run.config, standing)
    everything = (*answer.opportunities, *answer.not_recommended)
    fits = {item.id: standing[item.id].fit if item.id in standing else fit_of(item) for item in everything}
    return Placed(answer, fits)


def _change(move: Move) -> float:
    return abs(move.rise if move.rise is not None else move.fit[1] - move.fit[0])


Parts = tuple[tuple[float | None, float, float | None], ...]


def _attribution(
    laboratory: Laboratory, item: WrittenScenario, base: Recommendation, answer: Recommendation, own: list[Move],
    effort: Effort | None,
) -> dict[str, Parts]:  # fmt: skip
    """By path, the part of each edit in the change of its score, where it has one on both sides, and of its fit."""
    before, after = criteria_with_values(base), criteria_with_values(answer)
    scored = [move for move in own if move.rise is not None]
    worth = partial(
        _worth, laboratory, item.edits, [move.path for move in own], [move.path for move in scored],
        before if before == after else None,
    )  # fmt: skip
    ends = tuple([*(move.score[end] or 0.0 for move in scored), *(move.fit[end] for move in own)] for end in (0, 1))
    seed = laboratory.run.config.luck.seed
    found = attribute(len(item.edits), worth, seed=seed, ends=(ends[0], ends[1]), effort=effort)
    columns = {move.path: column for column, move in enumerate(scored)}
    return {move.path: _parts(found, columns.get(move.path), len(scored) + row) for row, move in enumerate(own)}


def _parts(found: Attribution, score: int | None, fit: int) -> Parts:
    """The parts of a path whose score and fit are these quantities; with the error of the first there is."""
    told = fit if score is None else score
    return tuple(
        (None if score is None else float(values[score]), float(values[fit]),
         None if found.error is None else float(found.error[row][told]))
        for row, values in enumerate(found.values)
    )  # fmt: skip


def _worth(
    laboratory: Laboratory, edits: Sequence[WrittenEdit], paths: list[str], scored: list[str],
    shared: tuple[Criterion, ...] | None, made: frozenset[int],
) -> list[float]:  # fmt: skip
    """Score of the `scored` paths, then fit of all `paths`, if only these edits were `made`."""
    state = laboratory.part([edits[row] for row in sorted(made)])
    run = state.run
    if run.profile is None:
        return _worth_of_region(laboratory, state, paths, scored)
    wanted = paths if shared is not None else list(run.profile.library.paths)
    standing = laboratory.standings.of(run.profile, run.config, wanted, scored)
    scores = Scores(run.profile, run.config, run.lens, state.statistics, shared).of(standing, scored)
    return [*(score for score, _ in scores), *(standing[path].fit if path in standing else 0.0 for path in paths)]


def _worth_of_region(laboratory: Laboratory, state: State, paths: list[str], scored: list[str]) -> list[float]:
    answer = ranked(state, laboratory.luck)
    scores = {item.id: item.score or 0.0 for item in answer.opportunities}
    known = {item.id: item.colocation for item in (*answer.opportunities, *answer.not_recommended)}
    fits = [evidence.percentile or 0.0 if (evidence := known.get(path)) else 0.0 for path in paths]
    return [*(scores.get(path, 0.0) for path in scored), *fits]
