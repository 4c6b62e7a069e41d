"""What explains that competences and statistics disagree about a path."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, quoted

HOLDER = {
    "holder_not_counted": "not counted under an activity",
    "division_wider_than_holder": "counted under {home}, wider than what it does and no speciality of the region",
    "holder_counted_elsewhere": "counted under {home}, which statistics do not look at here",
}


def holder(f: Facts, say: Speaker) -> str:
    """Who would lead, and who brings most where that is somebody else."""
    part = f"{say.percent(f['main_share'])} of the fit"
    if f["lead"] in (None, f["main_holder"]):
        return f"{say.name(f['main_holder'])} would lead it and brings most ({part})"
    return f"{say.name(f['main_holder'])} brings most ({part}; {say.name(f['lead'])} would lead it)"


def explained(f: Facts, say: Speaker) -> str:
    """The reasons, the most telling first."""
    return "; ".join(_reason(why, f, say) for why in f["apart_because"]) or "not explained"


def _reason(why: str, f: Facts, say: Speaker) -> str:
    if why == "mostly_present":
        there = listed(map(say.activity, f["activities_present"]), say) or "most of it"
        left = f"{say.percent(f['share_present'])} of it is a speciality of the region already and left out: {there}"
        return f"{left}; {holder(f, say)}"
    if why == "nobody_brings_any":
        if f["competences_ahead"]:
            return "nobody is known to bring any of it, so that its place among made-up paths is a tie, no strength"
        return "nobody is known to bring any of it"
    if why == "competences_short":
        return f"what the region does is close to it, but {quoted(f['competences'], say) or 'much'} fall short"
    if why == "not_more_than_luck":
        return "what the region does is close to it, but many made-up paths fit as well"
    wide = why == "division_wider_than_holder"
    under = [code for code in f["main_activities"] if not wide or code in f["activities"]]
    home = listed(map(say.activity, under), say) or "other activities"
    return f"{holder(f, say)}, {HOLDER[why].format(home=home)}"
