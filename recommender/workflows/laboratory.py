"""A run, over which scenarios are laid; what they share is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import isnan
from typing import Any

from ..analysis.colocation import colocation
from ..analysis.figures import with_figures
from ..analysis.luck import Luck
from ..analysis.opportunities import rank_paths
from ..analysis.standing import Standings
from ..analysis.statistics import Statistics
from ..inputs.library import shipped_challenges
from ..inputs.numbers import read_number
from ..inputs.overlay import Overlay
from ..inputs.reading import Reading
from ..inputs.scenario_reader import WrittenEdit, WrittenScenario
from ..model.problem import Code, nearest
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.scenario import STATISTICS
from .recommend import Run, answer_of, prepare
from .request import Request
from .settings import settings_for
from .shelf import known_activities, shipped_shelf
from .statistics import Evidence, statistics_for


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
    luck: Luck = field(default_factory=Luck)
    standings: Standings = field(init=False)

    def __post_init__(self) -> None:
        self.standings = Standings(self.luck)

    @classmethod
    def of(cls, request: Request) -> Laboratory:
        """The laboratory of everything that a request names; errors as for `prepare`."""
        return cls.on(prepare(request))

    @classmethod
    def on(cls, run: Run) -> Laboratory:
        """The laboratory of a run."""
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
            settings, lens = settings_for(request, Reading(), scenario=chosen)
            config = settings.config()
            lens = replace(lens, criteria=config.criteria, transitions=config.transitions)
            run = replace(run, settings=settings, config=config, lens=lens)
        return self.state_of(run, edits)

    def state_of(self, run: Run, edits: Sequence[WrittenEdit] = ()) -> State:
        """A run with the statistics that its settings, and the `edits` among them, ask for."""
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
        value = read_number(str(item.edit.value))
    except ValueError:
        return None
    return value if value >= 0 else None


def _with_figures(evidence: Evidence, edits: Sequence[WrittenEdit]) -> Evidence:
    if not edits:
        return evidence
    model, region = evidence.model, evidence.region.code
    for item in edits:
        code = item.edit.at.partition(".")[2]
        held = float(model.values[model.region_index(region), model.activity_index(code)])
        new = float(item.edit.value) if item.edit.action == "set" else held * float(item.edit.value)
        model = with_figures(model, region, {code: new})
    return replace(evidence, model=model, view=colocation(model, region, evidence.extras))


def ranked(state: State, luck: Luck) -> Recommendation:
    """The recommendation in a state, before names and places are added; `luck` is the laboratory's."""
    if state.run.profile is None:
        return answer_of(state.run, bare=True)
    return rank_paths(state.run.profile, state.run.config, state.run.lens, state.statistics, luck)
