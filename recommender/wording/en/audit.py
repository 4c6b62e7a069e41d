"""Declared priorities, and the two kinds of evidence side by side."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted


def audit_outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return "The profile declares no priorities; write them under region.priorities with their paths."
    copied = f", {say.count(f['copied'])} of them also mapped by the profile of a neighbour" if f["copied"] else ""
    overlooked = plural(f["overlooked"], "path of the band high is", "paths of the band high are", say)
    mapped = plural(f["declared_paths"], "path", "paths", say)
    verdicts = (
        f": {mapped}, {say.count(f['supported'])} supported, {say.count(f['weak'])} weakly, "
        f"{say.count(f['unsupported'])} not supported today{copied}, {say.count(f['unknown'])} not assessed"
    )
    return (
        f"The region declares {plural(f['count'], 'priority', 'priorities', say)}{_where(f, say)}. Which paths they "
        f"cover is a judgement of the authors of this profile, not of the region"
        f"{verdicts if f['declared_paths'] else ', who have mapped none so far'}. {overlooked} mapped to none."
    )


def _where(f: Facts, say: Speaker) -> str:
    """The documents in which they are declared."""
    told = listed((f"“{title}”" for title in f["declared_in"]), say)
    missing = f"{say.count(f['unsourced'])} without a source: check before citing" if f["unsourced"] else ""
    parts = "; ".join(part for part in (told, missing) if part)
    return f" ({parts})" if parts else ""


def declared_unsupported(f: Facts, say: Speaker) -> str:
    whose = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    under = f", which the authors of the profile map to {whose}," if whose else ""
    lack = f" Lacking: {quoted(f['competences'], say)}." if f["competences"] else " The fit is below the bar."
    also = f" The profile of {named(f['neighbours'], say)} maps it to a priority as well." if f["neighbours"] else ""
    return f"{say.quoted(f['path'])}{under} is not supported today.{lack}{also}"


def supported_undeclared(f: Facts, say: Speaker) -> str:
    hard = f", complexity {say.number(f['complexity'])} of 1" if f["complexity"] is not None else ""
    leads = f", led by {say.name(f['lead'])}," if f["lead"] else ""
    beaten = say.hundred(f["percentile"]) if f["percentile"] is not None else 0
    return (
        f"{say.quoted(f['path'])}{leads} fits better than {beaten} of 100 made-up paths{hard}, and the profile maps it "
        f"to no priority: check whether one covers it."
    )


def priority_without_path(f: Facts, say: Speaker) -> str:
    names = listed((f"“{say.local(text)}”" for text in f["texts"]), say) or "A priority"
    return (
        f"{names}: the profile maps no path to it, so that nothing can be said; name those that it covers under its "
        f"paths, or write one."
    )


def views_apart(f: Facts, say: Speaker) -> str:
    both = (
        f"competences beat {say.hundred(f['competence_percentile'])} of 100, statistics "
        f"{say.hundred(f['colocation_percentile'])} of 100"
    )
    counted = listed(map(say.activity, f["activities"]), say) or "none of its activities"
    head = f"{say.quoted(f['path'])}: {both}."
    if f["competences_ahead"]:
        home = listed(map(say.activity, f["lead_activities"]), say)
        where = f", today counted under {home}" if home else ""
        who = f" What it takes is held by {say.name(f['lead'])}{where}." if f["lead"] else ""
        return (
            f"{head}{who} Statistics judge it by {counted}, in which the region is not specialised.{_present(f, say)}"
        )
    lack = f" but {quoted(f['competences'], say)} fall short" if f["competences"] else " but others could do it as well"
    seen = f" What the region is specialised in is related to {counted}{lack}: statistics do not see that."
    return f"{head}{seen}{_present(f, say)}"


def _present(f: Facts, say: Speaker) -> str:
    """What a view of candidates leaves out."""
    if not f["activities_present"]:
        return ""
    there = listed(map(say.activity, f["activities_present"]), say)
    return f" They leave out {there}, {say.percent(f['share_present'])} of the path: the region is specialised in that."
