"""What if: scenarios laid over a profile or a region, beside what is there today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from .. import shipped
from ..analysis.attribution import Attribution, attribute
from ..analysis.opportunities import placed_paths
from ..analysis.scenarios import Move, Outcome, Placed, compared, fit_of, moves, tried
from ..analysis.standing import Scores, criteria_with_values, score_of, standing_of
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
"""Changes of a score from this on are attributed even where rank and band stay."""


def compare_scenarios(request: Request, names: Sequence[str]) -> Study:
    """Base and scenarios side by side, and which edit moved what.

    `names` are scenario files or names of shipped scenarios.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    base, outcomes, laboratory = _outcomes(request, names, whole=False)
    return compared(with_context(base, laboratory.run), outcomes)


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
    base = _told(laboratory, laboratory.part(()))
    outcomes = [
        _outcome(laboratory, base, item, state, whole=whole) for (item, _), state in zip(written, states, strict=True)
    ]
    return base.answer, outcomes, laboratory


def _read(name: str, beside: Reading) -> tuple[WrittenScenario, Reading]:
    reading = Reading()
    file = scenario_file(name)
    written = read_scenario(
        file, reading, name=shipped.display_name(file) if file.is_relative_to(shipped.ROOT) else name
    )
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
    name = f"{Path(old).stem} -> {Path(new).stem}"
    return as_yaml(scenario_between(before, after, name, "to be explained"), first_line=FIRST_LINE)


def scenario_file(name: str) -> Path:
    """The file of a scenario: one of the user's own, or a shipped one by name."""
    known = shipped.scenarios()
    if name in known and not Path(name).exists():
        return shipped.SCENARIOS / f"{name}.yaml"
    if is_profile(name):
        return Path(name)
    raise UnknownName([Problem(Code.NAME_UNKNOWN, f"no scenario is called '{name}'",
                               hint=nearest(name, known, what="shipped scenarios"))])  # fmt: skip


def outcome_of(laboratory: Laboratory, written: WrittenScenario, reading: Reading) -> Outcome:
    """What a scenario moves, tried on a laboratory's run; errors as `compare_scenarios`."""
    base = _told(laboratory, laboratory.part(()))
    return _outcome(laboratory, base, written, laboratory.under(written, reading), whole=False)


def _outcome(laboratory: Laboratory, base: Placed, item: WrittenScenario, state: State, *, whole: bool) -> Outcome:
    after = _told(laboratory, state) if whole else _placed(laboratory, state)
    found = moves(base, after)
    own = [
        move for move in found
        if move.by_itself and (move.placed or abs(move.score[1] - move.score[0]) >= NOTABLE)
    ]  # fmt: skip
    placed = [move.path for move in own]
    parts = _attribution(laboratory, item, base.answer, after.answer, own) if own else None
    told = tuple(_with_contributions(move, placed, parts) for move in found)
    return Outcome(item.scenario, with_context(after.answer, state.run) if whole else after.answer, told)


def _told(laboratory: Laboratory, state: State) -> Placed:
    """The ranking in a state, with everything that there is to say."""
    answer = ranked(state, laboratory.luck)
    everything = (*answer.opportunities, *answer.not_recommended)
    if state.run.profile is not None:
        standing = {item.id: found for item in everything if (found := standing_of(item)) is not None}
        laboratory.standings.keep(state.run.profile, state.run.config, standing)
    return Placed(answer, _scores(answer, state), {item.id: fit_of(item) for item in everything})


def _placed(laboratory: Laboratory, state: State) -> Placed:
    """The same ranking without its story, which costs half."""
    run = state.run
    if run.profile is None:
        return _told(laboratory, state)
    answer, standing = placed_paths(run.profile, run.config, run.lens, state.statistics, laboratory.luck)
    laboratory.standings.keep(run.profile, run.config, standing)
    everything = (*answer.opportunities, *answer.not_recommended)
    fits = {item.id: standing[item.id].fit if item.id in standing else fit_of(item) for item in everything}
    return Placed(answer, _scores(answer, state), fits)


def _scores(answer: Recommendation, state: State) -> dict[str, float]:
    shared = criteria_with_values(answer)
    everything = (*answer.opportunities, *answer.not_recommended)
    return {item.id: score_of(item, shared, state.run.config, state.run.lens) for item in everything}


def _attribution(
    laboratory: Laboratory, item: WrittenScenario, base: Recommendation, answer: Recommendation, own: list[Move]
) -> Attribution:
    """Shares of each edit in the change of each path's score (first half) and fit (second half)."""
    before, after = criteria_with_values(base), criteria_with_values(answer)
    shared = before if before == after else None
    worth = partial(_worth, laboratory, item.edits, [move.path for move in own], shared)
    ends = tuple([*(move.score[end] for move in own), *(move.fit[end] for move in own)] for end in (0, 1))
    return attribute(len(item.edits), worth, seed=laboratory.run.config.luck.seed, ends=(ends[0], ends[1]))


def _worth(
    laboratory: Laboratory, edits: Sequence[WrittenEdit], paths: list[str],
    shared: tuple[Criterion, ...] | None, made: frozenset[int],
) -> list[float]:  # fmt: skip
    state = laboratory.part([edits[row] for row in sorted(made)])
    run = state.run
    if run.profile is None:
        return _worth_of_region(laboratory, state, paths)
    wanted = paths if shared is not None else list(run.profile.library.paths)
    standing = laboratory.standings.of(run.profile, run.config, wanted)
    pairs = Scores(run.profile, run.config, run.lens, state.statistics, shared).of(standing, paths)
    return [*(score for score, _ in pairs), *(fit for _, fit in pairs)]


def _worth_of_region(laboratory: Laboratory, state: State, paths: list[str]) -> list[float]:
    answer = ranked(state, laboratory.luck)
    scores = _scores(answer, state)
    known = {item.id: item.colocation for item in (*answer.opportunities, *answer.not_recommended)}
    fits = [evidence.percentile or 0.0 if (evidence := known.get(path)) else 0.0 for path in paths]
    return [*(scores.get(path, 0.0) for path in paths), *fits]


def _with_contributions(move: Move, placed: list[str], parts: Attribution | None) -> Move:
    if parts is None or move.path not in placed:
        return move
    column, count = placed.index(move.path), len(placed)
    rows = tuple(
        (float(values[column]), float(values[count + column]),
         None if parts.error is None else float(parts.error[row][column]))
        for row, values in enumerate(parts.values)
    )  # fmt: skip
    return replace(move, contributions=rows)
