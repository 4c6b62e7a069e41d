"""Declared priorities against the evidence, beside those of neighbouring regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..analysis.audit import audited
from ..analysis.audit_study import audit_study
from ..model.profile import Profile
from ..model.study import Study
from .neighbours import read_others
from .recommend import answer_of, prepare_profile
from .request import Request


def audit(request: Request, neighbours: Sequence[str] = ()) -> Study:
    """What is declared and supported, declared without support, supported but not declared.

    `neighbours` are profiles of other regions, or folders of them.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare_profile(request)
    others: dict[str, Profile] = {}
    for other in read_others(neighbours, request, run.profile):
        others[other.id] = other.profile
        run.reading.sources.update(other.reading.sources)
    answer = answer_of(run)
    names = {**answer.names, **{code: other.region.name for code, other in others.items()}}
    found = audited(run.profile, answer, others, run.config)
    return audit_study(run.profile, replace(answer, names=names), run.config, found, sorted(others))
