"""A ranking seen otherwise: by one kind of evidence, by both side by side, or from a challenge."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..analysis.challenge_study import challenge_study, challenges_study
from ..analysis.evidence_views import evidence_study, rank_by_competences, rank_by_statistics
from ..inputs.taxonomies import read_challenges
from ..model.problem import Code, Problem, UnknownName, input_error, nearest
from ..model.recommendation import Recommendation
from ..model.study import Study
from .recommend import ProfileRun, answer_of, prepare_profile, with_context
from .request import Request
from .shelf import CHALLENGES
from .statistics import Evidence

View = Literal["competence", "colocation"]
EVERY = "list"
"""Instead of a challenge: all of them."""


def recommend_by(request: Request, view: View) -> Recommendation:
    """The paths of a profile ranked by one kind of evidence alone.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the request, and where no statistics hold the region.
    """
    run = prepare_profile(request)
    if view == "competence":
        answer = rank_by_competences(run.profile, run.config, run.lens)
    else:
        statistics = _with_statistics(run).for_paths(run.profile, run.config)
        answer = rank_by_statistics(run.profile, run.config, run.lens, statistics)
    answer = with_context(answer, run)
    answer = replace(answer, settings={**answer.settings, "evidence": view})
    return answer if request.top is None else replace(answer, opportunities=answer.opportunities[: request.top])


def compare_evidence(request: Request) -> Study:
    """Both kinds of evidence about every path, side by side; errors as for `recommend_by`."""
    run = prepare_profile(request)
    _with_statistics(run)
    return evidence_study(run.profile, answer_of(run), run.config)


def start_from_challenge(request: Request, challenge: str) -> Study:
    """What the region could do about a societal challenge of the shipped list, or which there are (`list`).

    Raises
    ------
    RecommenderError
        As for `recommend`, and where the list has no such challenge.
    """
    run = prepare_profile(request)
    known = read_challenges(CHALLENGES)
    if challenge == EVERY:
        return challenges_study(answer_of(run), known)
    if challenge not in known:
        hint = nearest(challenge, known, what="challenges")
        raise UnknownName([Problem(Code.ID_UNKNOWN, f"no challenge is called '{challenge}'", hint=hint)])
    return challenge_study(run.profile, answer_of(run), known[challenge])


def _with_statistics(run: ProfileRun) -> Evidence:
    if run.evidence is None:
        hint = "give a table with --table and --region, or the region's code in the profile"
        raise input_error(Code.USAGE, "no statistics hold this region", hint=hint)
    return run.evidence
