"""Declared priorities against the evidence, beside those of neighbouring regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..analysis.audit import audit_study, audited
from ..inputs.reading import Reading
from ..model.profile import Profile
from ..model.study import Study
from .ecosystem import prepare_profile
from .loading import load_profile
from .recommend import answer_of
from .request import Request


def audit(request: Request, neighbours: Sequence[str] = ()) -> Study:
    """What is declared and supported, declared without support, supported but not declared, or copied.

    `neighbours` are profiles of other regions.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare_profile(request)
    assert run.profile is not None
    others: dict[str, Profile] = {}
    for name in neighbours:
        reading = Reading()
        other = load_profile(name, reading, encoding=request.encoding, decimal=request.decimal)
        others[other.region.code or name] = other
        run.reading.sources.update(reading.sources)
    answer = answer_of(run)
    names = {**answer.names, **{code: other.region.name for code, other in others.items()}}
    found = audited(run.profile, answer, others)
    return audit_study(run.profile, replace(answer, names=names), run.config, found, sorted(others))
