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
        f"0 and 1 for each full step, see the settings){more}. {_around(f, say)} {_sureness(f, say)}"
    )


def _around(f: Facts, say: Speaker) -> str:
    """Whom the changes are about."""
    leads = plural(f["could_lead"], "cluster or institution", "clusters and institutions", say)
    return f"Changes were looked for around each of the {leads} that could lead, with it in the lead."


def _sureness(f: Facts, say: Speaker) -> str:
    """How far it is known that nothing is cheaper."""
    stay = ", as long as the other paths keep their scores" if f["aim"] == "rank" else ""
    if f["proved"]:
        return f"No set of up to {plural(f['most'], 'change', 'changes', say)} costs less{stay}."
    bound = "" if f["at_least"] is None else f": none costs less than {say.number(f['at_least'])}{stay}"
    return f"Not all sets could be tried{bound}."


def goal_plan(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    rank = f", at rank {say.count(f['rank'])}" if f["rank"] is not None else ""
    led = f", led by {say.quoted(f['lead'])}" if f["lead"] is not None else ""
    return (
        f"Plan {f['number']} costs {say.number(f['cost'])}. Carried out, the fit of {say.quoted(f['path'])} goes from "
        f"{say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1, and the band from “{bands[f['band_from']]}” "
        f"to “{bands[f['band_to']]}”{rank}{led}."
    )


def goal_out_of_reach(f: Facts, say: Speaker) -> str:
    short = f" What is missing most: {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    aim = f"for {say.quoted(f['path'])} {_aim(f)}"
    rank = f["rank_at_best"]
    if f["nearest_fit"] is None:
        rest = "" if rank is None else f" and it to rank {say.count(rank)} at best: the other criteria hold it there"
        return (
            f"{_around(f, say)} Not even all of them around one, taken together, are enough {aim}: they bring its fit "
            f"to {say.number(f['upper_bound'])} of 1{rest}.{short}"
        )
    sets = f"up to {plural(f['most'], 'change', 'changes', say)}"
    verdict = f"No set of {sets} is enough" if f["proved"] else f"No set of {sets} was found that is enough"
    tried = "" if f["proved"] else "; not all sets could be tried"
    return (
        f"{_around(f, say)} {verdict} {aim}{tried}. The best that was seen reaches a fit of "
        f"{say.number(f['nearest_fit'])} of 1; all around one together {say.number(f['upper_bound'])}.{short}"
    )


def goal_met(f: Facts, say: Speaker) -> str:
    rank = f", rank {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Nothing needs to change for {say.quoted(f['path'])} {_aim(f)}: today its fit is {say.number(f['fit'])} of 1, "
        f"band “{LABELS['band'][f['band']]}”{rank}."
    )
