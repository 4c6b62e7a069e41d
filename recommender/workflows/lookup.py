"""One opportunity of an answer, by its id or its name; or why the answer has none of that name."""

from __future__ import annotations

import re

from ..model.evidence import in_language
from ..model.problem import Code, Problem, UnknownName, nearest
from ..model.recommendation import Opportunity, Recommendation
from .request import Request


def find(answer: Recommendation, wanted: str, request: Request | None = None) -> Opportunity:
    """An opportunity by its id, or by its name in any language.

    Raises
    ------
    UnknownName
        With the nearest one, or with why the answer does not hold it.
    """
    found = answer.find(wanted) or _named(answer, wanted)
    if found is not None:
        return found
    raise UnknownName([_not_ranked(answer, wanted, request)])


def _named(answer: Recommendation, wanted: str) -> Opportunity | None:
    """The only opportunity that is called so."""
    everything = (*answer.opportunities, *answer.not_recommended)
    names = ((item, {name.casefold() for name in item.name.values()}) for item in everything)
    found = [item for item, called in names if wanted.casefold() in called]
    return found[0] if len(found) == 1 else None


def _not_ranked(answer: Recommendation, wanted: str, request: Request | None) -> Problem:
    """Why nothing can be told about an id: the region has it already, the table lacks it, or nobody knows it."""
    known = [item.id for item in (*answer.opportunities, *answer.not_recommended)]
    if answer.subject == "paths":
        return _unknown(f"no path is called '{wanted}'", nearest(wanted, known, what="known paths"))
    region = in_language(answer.region_name, "en")
    label = f"{wanted} {in_language(answer.names[wanted], 'en')}" if wanted in answer.names else wanted
    hint = f"'ris3 recommend {_source(answer, request)}' lists the activities that it could grow into"
    for strength in answer.strengths:
        if strength.code == wanted:
            quotient = f"location quotient {strength.location_quotient:.2f}; 1 is average"
            return _unknown(f"{region} is already specialised in {label} ({quotient})", hint)
    if wanted in answer.names:
        return _unknown(f"the statistics have no figures for {label}", hint)
    wider = _division(wanted, [*known, *(strength.code for strength in answer.strengths)])
    near = f"the statistics tell divisions: ask for '{wider}'" if wider else nearest(wanted, known, what=_KNOWN)
    return _unknown(f"no activity is called '{wanted}'", near)


_KNOWN = "known activities"


def _source(answer: Recommendation, request: Request | None) -> str:
    if request is None or request.table is None:
        return answer.region_code or ""
    return f"--table {request.table} --region {request.region or answer.region_code}"


def _division(wanted: str, known: list[str]) -> str | None:
    """The NACE division in which a group or class stands: C28 for 28.1, 28.12 or C2812."""
    found = re.fullmatch(r"[A-U]?([0-9]{2})[.0-9]*", wanted)
    return next((code for code in known if found and re.fullmatch(f"[A-U]{found[1]}", code)), None)


def _unknown(message: str, hint: str) -> Problem:
    return Problem(Code.ID_UNKNOWN, message, hint=hint)
