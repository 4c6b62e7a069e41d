"""What if: scenarios laid over a profile or a region, beside what is there today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import isnan
from pathlib import Path
from typing import Any

from .. import shipped
from ..analysis.attribution import Attribution, attribute
from ..analysis.colocation import colocation
from ..analysis.figures import with_figures
from ..analysis.opportunities import rank_paths
from ..analysis.scenarios import Move, Outcome, compared, moves, tried
from ..analysis.standing import Scores, criteria_with_values, score_of, standings
from ..analysis.statistics import Statistics
from ..inputs.difference import scenario_between
from ..inputs.library import shipped_challenges
from ..inputs.overlay import Overlay
from ..inputs.reading import Reading
from ..inputs.scenario_reader import WrittenEdit, WrittenScenario, read_scenario
from ..model.config import Criterion
from ..model.problem import Code, Problem, UnknownName, nearest
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.scenario import STATISTICS
from ..model.study import Study, Trial
from ..outputs.profile_yaml import as_yaml
from .profiles import load_profile
from .recommend import Run, answer_of, is_profile, prepare, with_context
from .request import Request
from .settings import resolve_settings
from .shelf import known_activities, shipped_shelf
from .statistics import Evidence, statistics_for

FIRST_LINE = "# Written by ris3 scenario new: replace each `to be explained` by the reason.\n"
SCORED_ONLY = ("criteria", "transitions", "lens", "aggregation")
"""Settings that change scores and nothing below them."""


@dataclass(frozen=True, slots=True)
class State:
    """A run as it would be under some edits."""

    run: Run
    statistics: Statistics | None


@dataclass(slots=True)
class Laboratory:
    """A prepared run, over which scenarios are laid; what they share is worked out once."""

    run: Run
    overlay: Overlay | None
    evidence: dict[Any, Evidence | None] = field(default_factory=dict)
    for_paths: dict[Any, Statistics | None] = field(default_factory=dict)
    standing: dict[Any, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, request: Request) -> Laboratory:
        run = prepare(request)
        overlay = None
        if run.profile is not None:
            challenges = shipped_challenges(shipped_shelf(), Reading())
            overlay = Overlay(run.profile, run.reading.origins, challenges, known_activities())
        return cls(run, overlay)

    def under(self, written: WrittenScenario, reading: Reading) -> State:
        """The run under a whole scenario.

        Raises
        ------
        InputErrors
            With everything that is wrong with its edits.
        """
        profile = self._checked(written, reading)
        reading.finish()
        whole = replace(self.run.reading, sources=self.run.reading.sources | reading.sources, origins=reading.origins)
        return self._state(written.edits, profile, whole)

    def _checked(self, written: WrittenScenario, reading: Reading) -> Profile | None:
        figures = [item for item in written.edits if item.edit.section == STATISTICS]
        for item in figures:
            self._check_figure(item, reading)
        if self.overlay is not None:
            return self.overlay.under(written.edits, reading)
        for item in written.edits:
            if item.edit.action != "config" and item not in figures:
                message = f"there is no profile in which to change '{item.edit.at}'"
                reading.add(Code.NAME_RULE, message, item.at, hint="name a profile, or change statistics and settings")
        return None

    def _check_figure(self, item: WrittenEdit, reading: Reading) -> None:
        evidence, code = self.run.evidence, item.edit.at.partition(".")[2]
        if evidence is None:
            reading.add(Code.NAME_RULE, "there are no statistics of this region to change", item.at)
        elif code not in evidence.model.activities:
            hint = nearest(code, evidence.model.activities, what="activities")
            reading.add(Code.NAME_UNKNOWN, f"the statistics have no activity '{code}'", item.at, hint=hint)
        elif item.edit.action not in ("set", "scale"):
            reading.add(Code.NAME_RULE, "a figure can be set or scaled", item.at)
        else:
            self._check_amount(item, code, evidence, reading)

    def _check_amount(self, item: WrittenEdit, code: str, evidence: Evidence, reading: Reading) -> None:
        row, column = evidence.model.region_index(evidence.region.code), evidence.model.activity_index(code)
        if item.edit.action == "scale" and isnan(evidence.model.values[row, column]):
            reading.add(Code.NAME_RULE, f"the figure of {code} is not known", item.at, hint="use `set`")
        elif item.edit.action == "set" and _amount(item) is None:
            reading.add(Code.SCHEMA_NUMBER, f"'{item.edit.value}' is not an amount of 0 or more", item.value)

    def part(self, edits: Sequence[WrittenEdit]) -> State:
        """The run under a part of a scenario's edits; those that need one of the others do nothing."""
        profile = self.overlay.under_some(edits) if self.overlay is not None else None
        return self._state(edits, profile, self.run.reading)

    def _state(self, edits: Sequence[WrittenEdit], profile: Profile | None, reading: Reading) -> State:
        request, chosen = (
            self.run.request,
            {item.edit.at: item.edit.value for item in edits if item.edit.action == "config"},
        )
        run = replace(self.run, profile=profile, reading=reading)
        if chosen:
            options: dict[str, Any] = {} if request.seed is None else {"luck.seed": request.seed}
            settings, lens = resolve_settings(
                Reading(), lens=request.lens, config=request.config, options=options, scenario=chosen
            )
            config = settings.config()
            lens = replace(lens, criteria=config.criteria, transitions=config.transitions)
            run = replace(run, settings=settings, config=config, lens=lens)
        evidence = self._evidence(edits, run)
        return State(replace(run, evidence=evidence), self._statistics(evidence, run))

    def _evidence(self, edits: Sequence[WrittenEdit], run: Run) -> Evidence | None:
        figures = tuple(item for item in edits if item.edit.section == STATISTICS and item.edit.action != "config")
        key = (
            tuple((item.edit.at, item.edit.action, repr(item.edit.value)) for item in figures),
            run.config.statistics,
        )
        if key not in self.evidence:
            known = self.run.evidence
            if run.config.statistics.reference != self.run.config.statistics.reference:
                known = statistics_for(run.request, run.profile, run.config, Reading())
            self.evidence[key] = _with_figures(known, figures) if known else None
        return self.evidence[key]

    def _statistics(self, evidence: Evidence | None, run: Run) -> Statistics | None:
        if evidence is None or run.profile is None:
            return None
        key = (id(evidence), id(run.profile.library), run.config.statistics)
        if key not in self.for_paths:
            self.for_paths[key] = evidence.for_paths(run.profile, run.config)
        return self.for_paths[key]


def _amount(item: WrittenEdit) -> float | None:
    try:
        value = float(item.edit.value)
    except (TypeError, ValueError):
        return None
    return value if 0 <= value < float("inf") else None


def _with_figures(evidence: Evidence, edits: Sequence[WrittenEdit]) -> Evidence:
    if not edits:
        return evidence
    model, region = evidence.model, evidence.region.code
    for item in edits:
        code = item.edit.at.partition(".")[2]
        held = float(model.values[model.region_index(region), model.activity_index(code)])
        new = float(item.edit.value) if item.edit.action == "set" else held * float(item.edit.value)
        model = with_figures(model, region, {code: new})
    return replace(evidence, model=model, view=colocation(model, region))


def ranked(state: State) -> Recommendation:
    """The recommendation in a state, before names and places are added."""
    if state.run.profile is None:
        return answer_of(state.run, bare=True)
    return rank_paths(state.run.profile, state.run.config, state.run.lens, state.statistics)


def compare_scenarios(request: Request, names: Sequence[str]) -> Study:
    """Base and scenarios side by side, and which edit moved what.

    `names` are scenario files or names of shipped scenarios.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    base, outcomes, laboratory = _outcomes(request, names)
    return compared(with_context(base, laboratory.run), outcomes)


def run_scenario(request: Request, name: str) -> Trial:
    """The recommendation under one scenario, and how it differs from today's; errors as `compare_scenarios`."""
    base, [outcome], _ = _outcomes(request, [name])
    everything = (*base.opportunities, *base.not_recommended)
    places = {item.id: (item.rank, item.band, item.score) for item in everything}
    return Trial(outcome.answer, tried(outcome), places)


def _outcomes(request: Request, names: Sequence[str]) -> tuple[Recommendation, list[Outcome], Laboratory]:
    laboratory = Laboratory.of(request)
    written = [_read(name, laboratory.run.reading) for name in names]
    states = [laboratory.under(item, reading) for item, reading in written]
    for _, reading in written:
        laboratory.run.reading.sources |= reading.sources
    start = laboratory.part(())
    base = ranked(start)
    outcomes = [
        _outcome(laboratory, start, base, item, state) for (item, _), state in zip(written, states, strict=True)
    ]
    return base, outcomes, laboratory


def _read(name: str, beside: Reading) -> tuple[WrittenScenario, Reading]:
    reading = Reading()
    file = scenario_file(name)
    written = read_scenario(
        file, reading, name=shipped.display_name(file) if file.is_relative_to(shipped.ROOT) else name
    )
    return written, reading


def new_scenario(old: str, new: str, *, encoding: str = "utf-8", delimiter: str = ",", decimal: str = ".") -> str:
    """The scenario, as YAML text, under which the profile `old` is the profile `new`.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the two, or if a scenario cannot say how they differ.
    """
    style = {"encoding": encoding, "delimiter": delimiter, "decimal": decimal}
    before, after = (load_profile(source, Reading(), **style) for source in (old, new))
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


def _outcome(
    laboratory: Laboratory, start: State, base: Recommendation, item: WrittenScenario, state: State
) -> Outcome:
    answer = ranked(state)
    before, after = _scores(base, start), _scores(answer, state)
    found = moves(base, answer, before, after)
    placed = [move.path for move in found if move.placed]
    parts = _attribution(laboratory, item, base, answer, placed) if placed else None
    told = tuple(_with_contributions(move, placed, parts) for move in found)
    return Outcome(item.scenario, with_context(answer, state.run), told)


def _scores(answer: Recommendation, state: State) -> dict[str, float]:
    shared = criteria_with_values(answer)
    everything = (*answer.opportunities, *answer.not_recommended)
    return {item.id: score_of(item, shared, state.run.config, state.run.lens) for item in everything}


def _attribution(
    laboratory: Laboratory, item: WrittenScenario, base: Recommendation, answer: Recommendation, paths: list[str]
) -> Attribution:
    """Shares of each edit in the change of each path's score (first half) and fit (second half)."""
    before, after = criteria_with_values(base), criteria_with_values(answer)
    shared = before if before == after else None
    worth = partial(_worth, laboratory, item.edits, paths, shared)
    return attribute(len(item.edits), worth, seed=laboratory.run.config.luck.seed)


def _worth(
    laboratory: Laboratory, edits: Sequence[WrittenEdit], paths: list[str],
    shared: tuple[Criterion, ...] | None, made: frozenset[int],
) -> list[float]:  # fmt: skip
    state = laboratory.part([edits[row] for row in sorted(made)])
    run = state.run
    if run.profile is None:
        return _worth_of_region(state, paths)
    wanted = paths if shared is not None else list(run.profile.library.paths)
    below = frozenset(row for row in made if not _only_scores(edits[row]))
    key = (id(edits), below, tuple(wanted))
    if key not in laboratory.standing:
        laboratory.standing[key] = standings(run.profile, run.config, wanted)
    pairs = Scores(run.profile, run.config, run.lens, state.statistics, shared).of(laboratory.standing[key], paths)
    return [*(score for score, _ in pairs), *(fit for _, fit in pairs)]


def _only_scores(item: WrittenEdit) -> bool:
    return item.edit.action == "config" and item.edit.at in SCORED_ONLY


def _worth_of_region(state: State, paths: list[str]) -> list[float]:
    answer = ranked(state)
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
