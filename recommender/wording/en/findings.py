"""What deserves attention in the region as a whole."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS

THIN_BANDS = (
    " A high band says less here than in a full profile: most made-up paths need what nobody was asked about, so a "
    "path can beat them because more of it is known."
)


def unconnected_asset(f: Facts, say: Speaker) -> str:
    gain = f"would raise the fit by {say.number(f['gain'])} (of 1)"
    actor, path = say.name(f["actor"]), say.quoted(f["path"])
    also = [other for other in f["paths"] if other != f["path"]]
    more = f" {quoted(also, say)} would gain as well." if also else ""
    if f["lead"] is None:
        return (
            f"Strong asset, no link: {path} could be led by {actor}, linked to nobody today. Full links {gain}.{more}"
        )
    link = f"weak link ({say.number(f['access'])} of 1)" if f["access"] else "no link"
    held = f"{quoted(f['competences'], say)} at {actor}" if f["competences"] else actor
    return (
        f"Strong asset, {link}: {held} would serve {path}. "
        f"A full link to {say.name(f['lead'])}, who would lead it, {gain}.{more}"
    )


def views_disagree(f: Facts, say: Speaker) -> str:
    skills, places = f["competence_percentile"], f["colocation_percentile"]
    made_up = f"{say.hundred(skills)} of 100 made-up paths"
    candidates = f"{say.hundred(places)} of 100 candidate activities"
    if skills > places:
        return (
            f"{say.quoted(f['path'])}: competences say more than statistics. It beats {made_up}, but only {candidates}."
        )
    return f"{say.quoted(f['path'])}: statistics say more than competences. It beats {candidates}, but only {made_up}."


def prerequisite(f: Facts, say: Speaker) -> str:
    count = plural(len(f["paths"]), "path that is", "paths that are", say)
    return (
        f"{say.quoted(f['competence'])} is missing for {count} not yet possible: {quoted(f['paths'], say)}. "
        f"Wanted at {say.number(f['level'])} of 1; {_best(f, say)}."
    )


def _best(f: Facts, say: Speaker) -> str:
    if f["best_level"] is None or not f["best_level"]:
        return "nobody in the region is known to have it"
    level = say.number(f["best_level"])
    if f["best_actor"] is None:
        return f"the best level is {level}"
    if f["best_level"] >= f["level"]:
        return f"{say.name(f['best_actor'])}, with {level}, is too weakly linked to whoever would lead"
    return f"nearest: {say.name(f['best_actor'])}, with {level}"


def nothing_eligible(f: Facts, say: Speaker) -> str:
    count, unknown = f["count"], f["not_assessed"]
    if not count:
        return "There are no paths to judge."
    if unknown == count:
        whom = "the only path" if count == 1 else f"any of the {say.count(count)} paths"
        return f"No verdict on {whom} before somebody assesses what is needed."
    why = f"an essential competence is missing, or the fit is below {say.number(f['bar'])} of 1"
    rest = (
        f" On the other {say.count(unknown)} there is no verdict before somebody assesses the needs." if unknown else ""
    )
    if count == 1:
        return f"The only path is not possible today: {why}."
    whom = (
        f"{say.count(count - unknown)} of the {say.count(count)} paths are"
        if unknown
        else (f"None of the {say.count(count)} paths is")
    )
    return f"{whom} {'not ' if unknown else ''}possible today: {why}.{rest}"


def thin_profile(f: Facts, say: Speaker) -> str:
    unknown = f["needs"] - f["needs_assessed"]
    ask = f" Ask first about {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    if not f["needs_assessed"]:
        return f"The profile says nothing yet about what the paths need, so there is no verdict.{ask}"
    so = "what follows is only what can be judged so far" if f["eligible"] else "there is no verdict"
    return (
        f"Thin profile: {say.count(unknown)} of the {say.count(f['needs'])} competences that the paths need are not "
        f"assessed, so {so}.{ask}{THIN_BANDS if f['eligible'] else ''}"
    )


def disagrees_with_declared_kind(f: Facts, say: Speaker) -> str:
    kinds, rules = LABELS["transformation"], LABELS["rule"]
    return (
        f"{say.quoted(f['path'])} is declared as {kinds[f['declared']]}; by our rule it is {kinds[f['found']]}, "
        f"because {rules[f['rule']]}."
    )


def connection_gap(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['path'])}: with everybody in the region linked the fit would be {say.number(f['potential'])} "
        f"of 1 instead of {say.number(f['fit'])}."
    )
