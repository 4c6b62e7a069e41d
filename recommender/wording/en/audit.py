"""Declared priorities, and the two kinds of evidence side by side."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._apart import explained, holder
from ._lists import listed, named, plural, quoted


def audit_outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return "The profile declares no priorities; write them under region.priorities with their paths."
    head = (
        f"The region declares {plural(f['count'], 'priority', 'priorities', say)}{_where(f, say)}. Which paths they "
        f"cover is a judgement of the authors of this profile, not of the region"
    )
    overlooked = plural(f["overlooked"], "path of the band high is", "paths of the band high are", say)
    left = f" {overlooked} mapped to none." if f["overlooked"] else ""
    if not f["declared_paths"]:
        return f"{head}, who have mapped none so far.{left}"
    mapped = plural(f["declared_paths"], "path", "paths", say)
    also = (
        f" ({say.count(f['mapped_elsewhere'])} also mapped by a neighbour's profile)" if f["mapped_elsewhere"] else ""
    )
    words = {
        "supported": "supported", "supported_thinly": "supported but thinly assessed", "weak": "weakly supported",
        "unsupported": f"not supported today{also}", "unknown": "not assessed",
    }  # fmt: skip
    told = ", ".join(f"{say.count(f[name])} {word}" for name, word in words.items() if f[name])
    return f"{head}: {mapped}{', ' if told else ''}{told}.{left}"


def _where(f: Facts, say: Speaker) -> str:
    """The documents in which they are declared."""
    told = listed((f"“{title}”" for title in f["declared_in"]), say)
    missing = f"{say.count(f['unsourced'])} without a source: check before citing" if f["unsourced"] else ""
    parts = "; ".join(part for part in (told, missing) if part)
    return f" ({parts})" if parts else ""


def declared_unsupported(f: Facts, say: Speaker) -> str:
    whose = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    under = f", which the authors of the profile map to {whose}," if whose else ""
    lack = f" Lacking: {quoted(f['competences'], say)}." if f["competences"] else ""
    ask = f" Nobody has assessed {quoted(f['unassessed'], say)}: ask first." if f["unassessed"] else ""
    why = f"{lack}{ask}" or " The fit is below the bar."
    also = f" The profile of {named(f['neighbours'], say)} maps it to a priority as well." if f["neighbours"] else ""
    return f"{say.quoted(f['path'])}{under} is not supported today.{why}{also}"


def supported_undeclared(f: Facts, say: Speaker) -> str:
    hard = f", complexity {say.number(f['complexity'])} of 1" if f["complexity"] is not None else ""
    who = f" {holder(f, say)}." if f["main_holder"] else ""
    beaten = say.hundred(f["percentile"]) if f["percentile"] is not None else 0
    return (
        f"{say.quoted(f['path'])} fits better than {beaten} of 100 made-up paths{hard}, "
        f"{say.percent(f['assessed_share'])} of what it needs assessed, and the profile maps it to no priority: check "
        f"whether one covers it.{who}"
    )


def priorities_without_path(f: Facts, say: Speaker) -> str:
    names = listed((f"“{say.local(text)}”" for text in f["texts"]), say, most=len(f["texts"])) or "any priority"
    return (
        f"The profile maps no path to {names}, so that nothing can be said of it; name the paths that it covers under "
        f"its paths, or write one."
    )


def views_apart(f: Facts, say: Speaker) -> str:
    why = explained(f, say)
    counted = listed(map(say.activity, f["activities"]), say) or "none of its activities"
    return (
        f"{say.quoted(f['path'])}: competences beat {say.hundred(f['competence_percentile'])} of 100, statistics "
        f"{say.hundred(f['colocation_percentile'])} of 100. {why[:1].upper()}{why[1:]}. Statistics judge "
        f"{say.percent(f['share_seen'])} of it, by {counted}."
    )
