"""The whole in a sentence or two."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker, others
from ._lists import listed, named, plural
from .labels import LABELS


def outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return f"There are no {LABELS['listed'][f['listed']]} to judge."
    within = sum(f["bands"][band] for band in ("high", "medium", "low"))
    if not within:
        return f"{_none(f, say)} {_rest(f, say)}".strip()
    if f["top"] is not None and within == f["top"]:
        return _first(f, say)
    bands = listed((f"{say.count(f['bands'][band])} {LABELS['band'][band]}" for band in _told(f)), say)
    step = ("a possible next step", "possible next steps") if f["listed"] == "paths" else ("a candidate", "candidates")
    possible = f"is {step[0]}" if within == 1 else f"are {step[1]}"
    things = plural(f["count"], *_noun(f), say)
    return f"{say.count(within)} of {things} {possible}: {bands}. {_first(f, say)} {_rest(f, say)}".strip()


def _noun(f: Facts) -> tuple[str, str]:
    return ("path", "paths") if f["listed"] == "paths" else ("activity", "activities")


def _told(f: Facts) -> list[str]:
    return [band for band in ("high", "medium", "low") if f["bands"][band]]


def _none(f: Facts, say: Speaker) -> str:
    return f"None of {plural(f['count'], *_noun(f), say)} is a possible next step today."


def _first(f: Facts, say: Speaker) -> str:
    if f["lead"] is None:
        return f"First comes {say.quoted(f['path'])}."
    company = others(f["coalition"], f["lead"])
    joined = f" with {named(company, say)}" if company else ""
    return f"First comes {say.quoted(f['path'])}, led by {say.name(f['lead'])}{joined}."


def _rest(f: Facts, say: Speaker) -> str:
    not_yet, unknown = f["bands"]["not_yet"], f["bands"]["not_assessed"]
    told = [f"{say.count(not_yet)} {_is_are(not_yet)} not possible yet"] if not_yet else []
    told += [f"{say.count(unknown)} cannot be judged before somebody assesses what they need"] if unknown else []
    return f"Of the rest, {listed(told, say)}." if told and f["listed"] == "paths" else ""


def _is_are(number: int) -> str:
    return "is" if number == 1 else "are"


def assessed(f: Facts, say: Speaker) -> str:
    if not f["clusters"]:
        return "The profile names no clusters yet."
    each = " each" if f["clusters"] > 1 else ""
    held = f"{say.tenths(f['competences_per_cluster'])} competences{each}"
    who = f"{plural(f['clusters'], 'cluster', 'clusters', say)} with {held}"
    if not f["needs"]:
        return f"{who}; there are no paths."
    share = say.percent(f["needs_assessed"] / f["needs"])
    return (
        f"{who}; {share} of the {say.count(f['needs'])} competences that the paths need are assessed. "
        f"Fits of two profiles cannot be compared."
    )


def strongest(f: Facts, say: Speaker) -> str:
    top = [f"{say.activity(item['activity'])} {say.number(item['location_quotient'])}" for item in f["strongest"]]
    most = plural(f["count"], "activity", "activities", say)
    named = f"; location quotient (1 is average): {listed(top, say, most=5)}" if top else ""
    return f"Specialised in {most}{named}."


def weighting(f: Facts, say: Speaker) -> str:
    names, lenses = LABELS["criterion"], LABELS["lens"]
    weights = sorted(f["weights"].items(), key=lambda item: (-item[1], list(names).index(item[0])))
    told = listed((f"{names[key].lower()} {say.percent(weight)}" for key, weight in weights if weight), say, most=6)
    missing = listed((names[key].lower() for key in f["left_out"]), say, most=6)
    without = f"; left out for want of values: {missing}" if missing else ""
    lens = lenses.get(f["lens"], f["lens"])
    return f"{lens}: {told}{without}." if told else f"{lens}{without}."
