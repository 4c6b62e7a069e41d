"""What deserves attention in the region as a whole."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS


def unconnected_asset(f: Facts, say: Speaker) -> str:
    gain = f"by {say.number(f['gain'])} (fits lie between 0 and 1)"
    actor, path = say.name(f["actor"]), say.quoted(f["path"])
    also = [other for other in f["paths"] if other != f["path"]]
    more = f" {quoted(also, say)} would gain as well." if also else ""
    if f["lead"] is None:
        return f"{actor} could lead {path} but works with nobody: with full links its fit would rise {gain}.{more}"
    link = f"is hardly linked ({say.number(f['access'])} of 1)" if f["access"] else "is not linked"
    held = f"{actor} has {quoted(f['competences'], say)}" if f["competences"] else actor
    joint = ", which" if f["competences"] else " is something that"
    return (
        f"{held}{joint} {path} needs, and {link} to {say.name(f['lead'])}, who would lead it: "
        f"a full link would raise the fit {gain}.{more}"
    )


def views_disagree(f: Facts, say: Speaker) -> str:
    skills, places = f["competence_percentile"], f["colocation_percentile"]
    hint = (
        "the profile sees strengths that the statistics do not"
        if skills > places
        else "the statistics see neighbours whose competences the profile does not mention"
    )
    return (
        f"{say.quoted(f['path'])}: the two kinds of evidence disagree. By competences it beats {say.hundred(skills)} "
        f"of 100 made-up paths, by statistics {say.hundred(places)} of 100 candidate activities; {hint}."
    )


def prerequisite(f: Facts, say: Speaker) -> str:
    count = plural(len(f["paths"]), "path that is", "paths that are", say)
    return (
        f"{say.quoted(f['competence'])} is missing for {count} not yet possible: {quoted(f['paths'], say)}. "
        f"It is needed at {say.number(f['level'])} of 1; {_best(f, say)}."
    )


def _best(f: Facts, say: Speaker) -> str:
    if f["best_level"] is None or not f["best_level"]:
        return "nobody in the region is known to have it"
    level = say.number(f["best_level"])
    if f["best_actor"] is None:
        return f"the best level is {level}"
    if f["best_level"] >= f["level"]:
        return f"{say.name(f['best_actor'])} has it at {level}, but not linked closely enough to who would lead"
    return f"{say.name(f['best_actor'])} comes nearest, with {level}"


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
    return (
        f"The profile is too thin for a verdict: {say.count(unknown)} of the {say.count(f['needs'])} competences "
        f"that the paths need are not assessed.{ask}"
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
