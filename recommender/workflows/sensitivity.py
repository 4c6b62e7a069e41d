"""How sure is the order: judgements and weights drawn, methods changed one at a time, people side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import shipped
from ..analysis.readings_study import Reordered, readings_parts
from ..analysis.redrawing import RedrawnTable, Tell
from ..analysis.robustness import Robustness, robustness, with_uncertainty
from ..analysis.sensitivity import Choice, Sheet, ranks_of, sensitivity_study
from ..analysis.standing import Scores, Standing, standing_of, standings
from ..inputs.csv_text import csv_style
from ..inputs.reading import Reading
from ..inputs.weight_sheets import read_weight_sheets
from ..model.finding import Finding
from ..model.problem import Code, input_error
from ..model.recommendation import Recommendation
from ..model.study import Study
from .laboratory import Laboratory, State, ranked
from .recommend import with_context
from .request import Request
from .settings import settings_for
from .statistics_again import read_otherwise, redrawn

DRAWS = 10_000
SPREAD = 0.15
CHOICES: tuple[tuple[str, Any], ...] = (
    ("aggregation", "geometric"),
    ("coalition.gate_exponent", 0.0),
    ("coalition.gate_exponent", 1.0),
    ("coalition.cost", 0.0),
    ("coalition.cost", 0.06),
    ("coalition.size", 2),
    ("nearby.enabled", False),
    ("access.member_link", 0.25),
    ("access.member_link", 0.75),
    ("statistics.complexity", "never"),
    ("statistics.complexity", "always"),
)
"""Choices of method that could have been made otherwise, tried one at a time."""
WITHOUT_PROFILE = ("aggregation",)
SAME_STANDING = ("aggregation", "statistics.complexity")
"""What moves no fit: the standing of paths is that of today."""


def sensitivity(
    request: Request, *, draws: int = DRAWS, spread: float = SPREAD, sheets: str | None = None,
    tell: Tell | None = None,
) -> Study:  # fmt: skip
    """How much of the ranking holds when judgements, weights and methods are other than they are.

    Parameters
    ----------
    draws : how often judgements and weights are drawn
    spread : how far a judged number may be off, on either side
    sheets : a CSV with the weights of several people
    tell : is told how many of the statistics' redraws are done, and out of how many

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names, or if nothing is ranked.
    """
    laboratory = Laboratory.of(request)
    run, state = laboratory.run, laboratory.part(())
    people = _sheets(sheets, request, run.reading)
    answer = with_context(ranked(state, laboratory.luck), run)
    _refuse_nothing(answer)
    found, answer = _drawn(laboratory, answer, draws, spread, tell)
    choices = list(_choices(laboratory, state, answer))
    study = sensitivity_study(answer, found, choices, people, aggregation=run.config.aggregation, spread=spread)
    return replace(study, parts=(*study.parts, *readings_parts(answer, list(_readings(laboratory, state, answer)))))


def recommend_with_uncertainty(
    request: Request, *, draws: int, spread: float = SPREAD, tell: Tell | None = None
) -> Recommendation:
    """The recommendation, each ranked opportunity with its rank interval and how sure its band is."""
    laboratory = Laboratory.of(request)
    answer = with_context(ranked(laboratory.part(()), laboratory.luck), laboratory.run)
    if answer.opportunities:
        _, answer = _drawn(laboratory, answer, draws, spread, tell)
    return answer if request.top is None else replace(answer, opportunities=answer.opportunities[: request.top])


def _drawn(
    laboratory: Laboratory, answer: Recommendation, draws: int, spread: float, tell: Tell | None
) -> tuple[Robustness, Recommendation]:
    """The draws, and the answer with what they show and what they are of."""
    run = laboratory.run
    table: RedrawnTable | None = None
    told: tuple[Finding, ...] = ()
    if run.evidence is not None and any(item.colocation for item in answer.opportunities):
        table, about = redrawn(run.evidence, run.config, paths=run.profile is not None, draws=draws, tell=tell)
        told = (about,)
    found = robustness(
        answer, run.profile, run.config,
        draws=draws, spread=spread, seed=run.config.luck.seed, luck=laboratory.luck, table=table,
    )  # fmt: skip
    return found, replace(with_uncertainty(answer, found), warnings=(*told, *answer.warnings))


def _refuse_nothing(answer: Recommendation) -> None:
    if not answer.opportunities:
        raise input_error(Code.NAME_RULE, "nothing is ranked, so there is no order to be sure of",
                          hint="'ris3 recommend' says why")  # fmt: skip


def _sheets(file: str | None, request: Request, reading: Reading) -> list[Sheet]:
    if file is None:
        return []
    style = csv_style(request.delimiter, request.decimal)
    found = read_weight_sheets(Path(file), reading, style=style, encoding=request.encoding)
    return [Sheet(who, weights) for who, weights in found]


def _choices(laboratory: Laboratory, state: State, answer: Recommendation) -> Iterator[Choice]:
    run, profile = laboratory.run, state.run.profile
    ids = [item.id for item in answer.opportunities]
    everything = (*answer.opportunities, *answer.not_recommended)
    base = {item.id: found for item in everything if (found := standing_of(item)) is not None}
    for lens in shipped.lenses():
        if lens != run.settings.values["lens"]:
            yield Choice("lens", lens, ranks_of(ids, _order(laboratory, _state(laboratory, {}, lens=lens), base, ids)))
    for criterion, weight in run.lens.criteria.items():
        if weight > 0 and criterion in answer.opportunities[0].weights and len(answer.opportunities[0].weights) > 1:
            rest = {name: value for name, value in run.lens.criteria.items() if name != criterion}
            total = sum(rest.values())
            without = {name: value / total for name, value in rest.items()} | {criterion: 0.0}
            lean = replace(state, run=replace(state.run, lens=replace(run.lens, criteria=without)))
            yield Choice("without", criterion, ranks_of(ids, _order(laboratory, lean, base, ids)))
    for name, value in CHOICES:
        if run.settings.values[name] != value and (profile is not None or name in WITHOUT_PROFILE):
            other = _state(laboratory, {name: value})
            known = base if name in SAME_STANDING else None
            yield Choice(name, str(value).lower(), ranks_of(ids, _order(laboratory, other, known, ids)))


def _readings(laboratory: Laboratory, state: State, answer: Recommendation) -> Iterator[Reordered]:
    """The order under each other reading of the statistics; what the forecast says stays."""
    evidence, profile = state.run.evidence, state.run.profile
    if evidence is None or not any(item.colocation for item in answer.opportunities):
        return
    everything = (*answer.opportunities, *answer.not_recommended)
    standing = {item.id: found for item in everything if (found := standing_of(item)) is not None}
    ids = [item.id for item in answer.opportunities]
    for reading, other in read_otherwise(evidence, state.run.config):
        statistics = other.for_paths(profile, state.run.config) if profile is not None else None
        tried = State(replace(state.run, evidence=other), statistics)
        score = _order(laboratory, tried, standing, ids)
        known = [(value, name) for name, value in score.items() if value is not None]
        order = sorted(known, key=lambda pair: (-round(pair[0], 9), pair[1]))
        yield Reordered(reading.name, reading.value, tuple(name for _, name in order))


def _state(laboratory: Laboratory, values: Mapping[str, Any], *, lens: str | None = None) -> State:
    settings, chosen = settings_for(laboratory.run.request, Reading(), lens=lens, options=values)
    config = settings.config()
    weights = replace(chosen, criteria=config.criteria, transitions=config.transitions)
    return laboratory.state_of(replace(laboratory.run, settings=settings, config=config, lens=weights))


def _order(
    laboratory: Laboratory, state: State, known: Mapping[str, Standing] | None, ids: list[str]
) -> dict[str, float | None]:
    """Score of each opportunity, None where it is not eligible."""
    profile = state.run.profile
    if profile is None:
        answer = ranked(state, laboratory.luck)
        return {item.id: item.score for item in answer.opportunities}
    standing = known
    if standing is None:
        everything, luck = list(profile.library.paths), laboratory.luck
        standing = standings(profile, state.run.config, everything, luck, compared=ids, eligible_only=True)
    scores = Scores(profile, state.run.config, state.run.lens, state.statistics, None).of(standing, ids)
    return {
        name: score if name in standing and standing[name].eligible else None
        for name, (score, _) in zip(ids, scores, strict=True)
    }
