"""Steps towards several paths, and how long they take."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted


def roadmap(f: Facts, say: Speaker) -> str:
    paths = quoted(f["paths"], say) or "the paths"
    if not f["count"]:
        return f"No step is needed, or none is known, for {paths}."
    start = f" from {f['year']}" if f["year"] is not None else ""
    fits = f"That fits until {f['until']}." if f["fits"] else f"That does not fit until {f['until']}."
    lead, how = ("leads", "") if f["count"] == 1 else ("lead", ", one after the other")
    return (
        f"{plural(f['count'], 'step', 'steps', say)} {lead} to {paths}{how} in {say.tenths(f['years'])} "
        f"years{start}. {fits}"
    )


def roadmap_side_by_side(f: Facts, say: Speaker) -> str:
    return (
        f"Side by side, the steps take {say.tenths(f['years_side_by_side'])} years instead of {say.tenths(f['years'])} "
        f"and end in {f['until']}: steps without a common actor at the same time, each actor one step at a time."
    )


def roadmap_now(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} is possible today and can start."


def roadmap_closed(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} is out of reach with a few changes, so no step here leads to it; see `ris3 goal`."


def roadmap_way(f: Facts, say: Speaker) -> str:
    over = f" over {quoted(f['stones'], say)}" if f["stones"] else ""
    if f["rounds_at_least"] is not None:
        least = say.tenths(f["rounds_at_least"])
        instead = f"So many paths are ordered by the most related first; no order takes less than {least}."
    elif f["direct"] is None:
        instead = "Without these paths on the way there is none."
    elif f["stones"]:
        instead = f"Without them it would be {say.tenths(f['direct'])}."
    else:
        tried = plural(f["stones_considered"], "possible path", "possible paths", say)
        instead = f"No detour is shorter ({tried} considered)."
    paths = quoted(f["paths"], say) or "the paths"
    return (
        f"As strategic diffusion counts, {paths} can be expected in {say.tenths(f['rounds'])} "
        f"rounds{over}. {instead} Assumed, not measured: in a round the region takes up a path with a probability "
        f"that is the share of its related paths that are in the band high today or were taken up before; related "
        f"are the {say.percent(f['related_share'])} of all pairs of paths that need most in common. How long a round "
        f"lasts is not known."
    )


def roadmap_at_home(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} is in the band high today: no other path needs to come first."


def roadmap_cut_off(f: Facts, say: Speaker) -> str:
    return (
        f"No chain of possible paths leads to {say.quoted(f['path'])} from what is in the band high today; its needs "
        f"have to be built for its own sake."
    )


def roadmap_shortcut(f: Facts, say: Speaker) -> str:
    level = f"{say.number(f['level_to'])} of 1"
    if f["change"] == "bring_in_partner":
        how = f"bring in {say.quoted(f['actor'])} and link it to {say.quoted(f['other'])} at {level}"
    else:
        how = f"link {say.quoted(f['actor'])} and {say.quoted(f['other'])} at {level}"
    return (
        f"Sooner than step {say.count(f['step'])}: {how}. {say.quoted(f['path'])} becomes possible as well, in "
        f"{say.tenths(f['years_to'])} years instead of {say.tenths(f['years_from'])}, at a cost of "
        f"{say.number(f['cost_to'])} instead of {say.number(f['cost_from'])}."
    )


def roadmap_not_sooner(f: Facts, say: Speaker) -> str:
    tried = plural(f["count"], "other link or partner", "other links and partners", say)
    return f"None of the {tried} that were tried in place of a step makes a path possible sooner."


def roadmap_pooled(f: Facts, say: Speaker) -> str:
    steps = say.enumerate((say.count(number) for number in f["steps_shared"]), "and", "{} more")
    who = f", for instance by {say.quoted(f['actor'])}" if f["actor"] else ""
    several = f"Steps {steps}" if steps else "Several steps"
    return (
        f"{several} build the same competence, {say.quoted(f['competence'])}: supplied once to all{who}, it saves "
        f"{say.tenths(f['years_saved'])} years."
    )


def roadmap_pace(f: Facts, say: Speaker) -> str:
    return (
        f"Assumed, not measured: {say.tenths(f['competence_years'])} years for a competence to rise from 0 to 1, "
        f"{say.tenths(f['link_years'])} for a link, {say.tenths(f['partner_years'])} to bring in a partner (settings "
        f"`pace`). Levels are the indicators: today and when the step is done."
    )
