"""One kind of evidence alone, both side by side, a challenge, a portfolio."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS
from .labels_recommend import LABELS as OWN

FEW = 2
"""So many paths are named again for each kind of user; more stand above, and in the data."""


def counted_under(f: Facts, say: Speaker) -> str:
    there = listed(map(say.activity, f["present"]), say)
    if f["percentile"] is None:
        why = f"the region is already specialised in {there}" if there else "they hold none of its activities"
        return f"Statistics say nothing of {say.quoted(f['path'])}: {why}."
    counted = listed(map(say.activity, f["activities"]), say) or "its activities"
    besides = f"; already there: {there}" if there else ""
    return (
        f"Counted under {counted}, closer to what the region does than {say.hundred(f['percentile'])} of 100 "
        f"candidate activities{besides}."
    )


def views_compared(f: Facts, say: Speaker) -> str:
    more, less = len(f["ahead_by_competences"]), len(f["ahead_by_statistics"])
    if not f["count"]:
        return "Of no assessed path do statistics speak, so that the two kinds of evidence cannot be compared."
    both = f"Both kinds of evidence speak of {say.count(f['count'])} of {plural(f['of'], 'path', 'paths', say)}"
    far = f"differ by more than {say.hundred(f['limit'])} of 100"
    if not more + less + len(f["ties"]):
        return f"{both}. On none do they {far}."
    told = {
        "competences say more on": more,
        "statistics say more on": less,
        "nobody brings anything on": len(f["ties"]),
    }
    which = listed((f"{words} {say.count(number)}" for words, number in told.items() if number), say)
    return f"{both}. On {say.count(more + less + len(f['ties']))} they {far}: {which}."


def challenge_outcome(f: Facts, say: Speaker) -> str:
    what = listed((f"“{say.local(text)}”" for text in f["texts"]), say) or "the challenge"
    total = len(f["paths"]) + len(f["paths_not_yet"]) + len(f["paths_to_ask"])
    if not total:
        return f"No path of the library answers {what}: write one."
    possible = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    later = f" Not yet: {quoted(f['paths_not_yet'], say)}." if f["paths_not_yet"] else ""
    ask = f" To ask about first: {quoted(f['paths_to_ask'], say)}." if f["paths_to_ask"] else ""
    reached = ""
    if f["count"]:
        kinds = plural(f["count"], "kind of user", "kinds of user", say)
        met = say.count(min(f["of"], f["count"]))
        reached = f" Of {kinds} that they name, {met} work with who would carry them."
    return (
        f"{plural(total, 'path answers', 'paths answer', say)} {what}; {say.count(len(f['paths']))} "
        f"possible today{possible}.{later}{ask}{reached}"
    )


def user_to_involve(f: Facts, say: Speaker) -> str:
    kind = OWN["user_kind"][f["user_kind"]].capitalize()
    many = len(f["paths"]) > FEW
    asked = f" ({say.count(len(f['paths'])) + ' paths' if many else quoted(f['paths'], say)})" if f["paths"] else ""
    if not f["users"]:
        return f"{kind}{asked}: none in the profile; ask who could try it out."
    if f["linked_users"] and f["paths_reached"]:
        met = quoted(f["paths_reached"], say)
        rest = [path for path in f["paths"] if path not in f["paths_reached"]]
        others = f", not yet with who would carry {quoted(rest, say)}" if rest else ""
        return f"{kind}: {named(f['linked_users'], say)} already work with who would carry {met}{others}."
    if f["works_with"]:
        others = f"works with {named(f['works_with'], say)}, but with nobody who would carry "
        which = "it" if len(f["paths"]) == 1 else "them"
        return f"{kind}{asked}: {named(f['users'], say)} {others}{which}; bring them in from the start."
    return f"{kind}{asked}: {named(f['users'], say)}, without a working link yet; bring them in from the start."


def portfolio(f: Facts, say: Speaker) -> str:
    head = OWN["novelty_line"][f["label"]]
    now = f"{say.count(len(f['possible']))} possible today"
    which = f" ({quoted(f['possible'], say)})" if f["possible"] else ""
    beat = (
        f", beating {say.hundred(f['mean_percentile'])} of 100 on average" if f["mean_percentile"] is not None else ""
    )
    later = f"; not yet: {quoted(f['paths_not_yet'], say)}" if f["paths_not_yet"] else ""
    ask = f"; to ask about first: {quoted(f['paths_to_ask'], say)}" if f["paths_to_ask"] else ""
    return f"{head}: {now}{which}{beat if f['possible'] else ''}{later}{ask}."


def transition_scores(f: Facts, say: Speaker) -> str:
    names = LABELS["transition"]
    told = [
        f"{names[key]} {say.number(f['transition_means'][key])} of 1"
        + (f" (most: {say.quoted(f['transition_best'][key])})" if key in f["transition_best"] else "")
        for key in names
        if key in f["transition_means"]
    ]
    if not told:
        return "No ranked path says what it would do for the transitions."
    return f"For the transitions, mean of {plural(f['count'], 'ranked path', 'ranked paths', say)} (judged): " + (
        f"{listed(told, say)}."
    )
