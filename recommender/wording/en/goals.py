"""What would need to be true for a path to get where it should."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS


def _aim(f: Facts) -> str:
    wanted = LABELS["band"].get(f["wanted"], f["wanted"])
    return {
        "eligible": "to become possible",
        "fit": f"to reach a fit of {wanted} of 1",
        "band": f"to reach the band “{wanted}”",
        "rank": f"to reach rank {wanted} or better",
    }[f["aim"]]


def goal_reached(f: Facts, say: Speaker) -> str:
    others = plural(f["others"], "other plan costs", "other plans cost", say)
    more = f", and {'at least ' if f['others_cut'] else ''}{others} nearly the same" if f["others"] else ""
    changes = plural(f["count"], "change suffices", "changes suffice", say)
    return (
        f"For {say.quoted(f['path'])} {_aim(f)}, {changes}, at a cost of {say.number(f['cost'])} (costs are between "
        f"0 and 1 for each full step, see the settings){more}. {_sureness(f, say)}{_around(f, say)}"
    )


def _around(f: Facts, say: Speaker) -> str:
    """Whom the changes are about."""
    if f["lead"] is None:
        return ""
    return f" Changes were looked for around {say.quoted(f['lead'])}, which leads today; another lead was not tried."


def _sureness(f: Facts, say: Speaker) -> str:
    """How far it is known that nothing is cheaper."""
    if f["proved"]:
        there_are = plural(f["steps_there_are"], "change", "changes", say)
        return f"Of all sets of the {there_are} that there are, none costs less."
    told = (
        f"It is the cheapest of all sets of {plural(f['considered'], 'change', 'changes', say)}, the most useful of "
        f"{say.count(f['steps_there_are'])}. That none with the others is cheaper is not proved"
    )
    return f"{told}." if f["at_least"] is None else f"{told}; none costs less than {say.number(f['at_least'])}."


def goal_plan(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    rank = f", at rank {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Plan {f['number']} costs {say.number(f['cost'])}. Carried out, the fit of {say.quoted(f['path'])} goes from "
        f"{say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1, and the band from “{bands[f['band_from']]}” "
        f"to “{bands[f['band_to']]}”{rank}."
    )


def goal_out_of_reach(f: Facts, say: Speaker) -> str:
    short = f" What is missing most: {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    aim = f"for {say.quoted(f['path'])} {_aim(f)}"
    if f["nearest_fit"] is None:
        rank = f["rank_at_best"]
        rest = "" if rank is None else f" and leave it at rank {say.count(rank)}: the other criteria hold it there"
        return (
            f"Not even all of the {say.count(f['considered'])} changes that there are, taken together, are enough "
            f"{aim}: they bring its fit to {say.number(f['upper_bound'])} of 1{rest}.{_open(f)}{short}{_around(f, say)}"
        )
    return (
        f"No set of at most {plural(f['most'], 'change', 'changes', say)} out of the {say.count(f['considered'])} "
        f"considered{_of_all(f, say)} is enough {aim}. The best of them reaches a fit of "
        f"{say.number(f['nearest_fit'])} of 1; all that there are together "
        f"{say.number(f['upper_bound'])}.{short}{_around(f, say)}"
    )


def _open(f: Facts) -> str:
    """Ranks and bands are compared with made-up paths, for which changes do something too."""
    return "" if f["proved"] else " That a part of them is enough where all are not is unlikely, but not ruled out."


def _of_all(f: Facts, say: Speaker) -> str:
    return "" if f["considered"] == f["steps_there_are"] else f", of {say.count(f['steps_there_are'])},"


def goal_met(f: Facts, say: Speaker) -> str:
    rank = f", rank {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Nothing needs to change for {say.quoted(f['path'])} {_aim(f)}: today its fit is {say.number(f['fit'])} of 1, "
        f"band “{LABELS['band'][f['band']]}”{rank}."
    )
