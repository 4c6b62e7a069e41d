"""What a figure shows, for those who do not see it."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS


def quadrants(f: Facts, say: Speaker) -> str:
    names = LABELS["quadrant"]
    told = listed(
        (f"{say.count(count)} {names[key].partition(':')[0]}" for key, count in f["quadrants"].items()), say, most=4
    )
    first = f" The first on the high road is {say.quoted(f['path'])}." if f["path"] else ""
    what = LABELS["listed"][f["listed"]]
    return (
        f"{say.count(f['count'])} {what} by relatedness (across) and complexity (up), cut at the medians of these "
        f"{what}: {told}.{first}{_borderline(f, say)}"
    )


def _borderline(f: Facts, say: Speaker) -> str:
    if f["borderline"] is None:
        return ""
    lies = "1 of them is" if f["borderline"] == 1 else f"{say.count(f['borderline'])} of them are"
    return f" The lines reach as far as nine of ten draws; {lies} borderline, in no field in nine of ten."


def competence_map(f: Facts, say: Speaker) -> str:
    kind = LABELS["competence_kind"][f["kind"]]
    held = plural(f["held_by"], "cluster holds", "clusters hold", say)
    some = f["drawn_competences"] < f["count"] or f["drawn_clusters"] < f["clusters"]
    rows = plural(f["drawn_competences"], "competence", "competences", say)
    columns = plural(f["drawn_clusters"], "cluster that was", "clusters that were", say)
    drawn = f" Drawn: the {rows} most widely held and the {columns} assessed for most of them." if some else ""
    return (
        f"{plural(f['count'], f'{kind} competence', f'{kind} competences', say)} in "
        f"{plural(f['clusters'], 'cluster', 'clusters', say)}. The most widely held is {say.quoted(f['competence'])}: "
        f"{held} some of it, most of all {say.name(f['best_actor'])} ({say.number(f['best_level'])} of 1).{drawn}"
    )


def actor_network(f: Facts, say: Speaker) -> str:
    alone = f["unlinked"]
    without = f" Without any link, and so not drawn: {named(alone, say)}." if alone else ""
    drawn = f" Drawn are the {say.count(f['drawn'])} with most links." if f["drawn"] < f["actors"] - len(alone) else ""
    return (
        f"{plural(f['actors'], 'actor', 'actors', say)} and {plural(f['links'], 'link', 'links', say)}. Most links "
        f"({say.count(f['links_of_actor'])}) end at {say.name(f['actor'])}.{drawn}{without}"
    )


def partner_map(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "The profile names no partner regions."
    told = f"{plural(len(f['partners']), 'partner region', 'partner regions', say)}: {named(f['partners'], say)}."
    if f["partner"] is None:
        return f"{told} None of them is known to have more of what the ranked paths lack."
    gaps = plural(f["gaps"], "gap", "gaps", say)
    return f"{told} {say.name(f['partner'])} could help with most: {gaps} of the ranked paths."


def competence_space(f: Facts, say: Speaker) -> str:
    held, partly, absent, unknown = (
        say.count(f["competence_states"].get(state, 0)) for state in ("held", "partly", "absent", "unknown")
    )
    short = (
        f" Of what is not held in full, most paths need {quoted(f['competences'], say)}." if f["competences"] else ""
    )
    return (
        f"{plural(f['count'], 'competence', 'competences', say)} that paths need, joined where the same paths need "
        f"both. The region has {held} as far as paths ask on average, "
        f"{partly} in part; {absent} are assessed as absent and "
        f"{unknown} not assessed.{short}"
    )


def activity_space(f: Facts, say: Speaker) -> str:
    found = f["activity_states"]
    next_ones = f" Among the first candidates: {named(f['activities'], say)}." if f["activities"] else ""
    return (
        f"{plural(f['count'], 'activity', 'activities', say)}, joined where the same regions are specialised in both. "
        f"This one is specialised in {say.count(found.get('specialised', 0))} of them.{next_ones}"
    )
