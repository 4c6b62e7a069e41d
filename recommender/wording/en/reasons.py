"""Why a path or an activity stands where it stands."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker, others
from ._lists import listed, named, plural, quoted


def missing_essential(f: Facts, say: Speaker) -> str:
    asked = f"wanted at {say.number(f['level'])} of 1, minimum {say.number(f['minimum'])}"
    reach = f"{say.number(f['available'])} is within the lead's reach" if f["available"] else "none is within reach"
    return f"{say.quoted(f['competence'])} is essential and missing: {asked}; {reach}. {_nearest(f, say)}"


def _nearest(f: Facts, say: Speaker) -> str:
    if f["nearest"] is None or not f["nearest_level"]:
        return "Nobody in the region is known to have it."
    name, level = say.name(f["nearest"]), say.number(f["nearest_level"])
    if f["nearest_level"] >= f["minimum"]:
        return f"At {name} it stands at {level}, but the link to the lead is too weak."
    return f"Nearest: {name}, with {level}."


def essential_not_assessed(f: Facts, say: Speaker) -> str:
    names = quoted(f["essentials"], say) or "all of it"
    return f"Nobody has assessed {names}, which {_is_are(f['essentials'])} essential: ask first."


def not_assessed(f: Facts, say: Speaker) -> str:
    unknown, needs = f["needs"] - f["needs_assessed"], plural(f["needs"], "need", "needs", say)
    return (
        f"No verdict yet: nobody has assessed {say.count(unknown)} of {needs}. {_ask(f, say)}"
        f"The fit is {say.number(f['low'])} of 1 if all of it is absent and {say.number(f['high'])} if all of it is "
        f"there; the bar is {say.number(f['bar'])}."
    )


def _ask(f: Facts, say: Speaker) -> str:
    essential = quoted(f["essentials"], say)
    which = f", of which {essential} {_is_are(f['essentials'])} essential" if essential else ""
    return f"Ask about {quoted(f['competences'], say, most=5)}{which}. " if f["competences"] else ""


def _is_are(items: list[str]) -> str:
    return "is" if len(items) == 1 else "are"


def below_bar(f: Facts, say: Speaker) -> str:
    now = f"The fit is {say.number(f['fit'])} of 1, below the bar of {say.number(f['bar'])}."
    potential = f"with everybody in the region linked it would be {say.number(f['potential'])}"
    if f["potential"] >= f["bar"]:
        return f"{now} Links would lift it over that bar: {potential}."
    return f"{now} Links would not be enough: {potential}."


def excluded_activity(f: Facts, say: Speaker) -> str:
    return f"Not proposed under the eligibility rules: {say.local(f['reason'])}"


def already_present(f: Facts, say: Speaker) -> str:
    return (
        f"Already here: the region is specialised in {say.activity(f['activity'])} "
        f"(location quotient {say.number(f['location_quotient'])}; "
        f"{say.number(f['presence'])} or more counts as specialised)."
    )


def no_data(f: Facts, say: Speaker) -> str:
    return f"The figure for {say.activity(f['activity'])} is suppressed or missing, so nothing can be said."


def fits(f: Facts, say: Speaker) -> str:
    company = [say.name(ident) for ident in others(f["coalition"], f["lead"])]
    if not company:
        return led_alone(f, say)
    return f"{say.name(f['lead'])} would lead, together with {listed(company, say)}: {_covered(f, say)}"


def led_alone(f: Facts, say: Speaker) -> str:
    return f"{say.name(f['lead'])} can carry it without partners: {_covered(f, say)}"


def _covered(f: Facts, say: Speaker) -> str:
    met = f"{say.count(f['needs_met'])} of {plural(f['needs'], 'need', 'needs', say)} in full"
    fit, coverage = say.number(f["fit"]), say.percent(f["coverage"])
    if f["coverage"] - f["fit"] < 0.005:
        return f"{coverage} of what it needs is covered ({met}), a fit of {fit} of 1."
    return (
        f"{coverage} of what it needs is covered ({met}), and the weakest essential competence "
        f"takes the fit down to {fit} of 1."
    )


def luck(f: Facts, say: Speaker) -> str:
    beaten = say.hundred(f["percentile"])
    drawn = f"({say.count(f['draws'])} drawn at random)"
    if f["percentile"] < 0.4:
        return f"Most made-up paths of the same shape fit better: it beats {beaten} of 100 {drawn}."
    if f["percentile"] < 0.6:
        return f"Made-up paths of the same shape fit about as well: it beats {beaten} of 100 {drawn}."
    return f"It fits this region better than {beaten} of 100 made-up paths of the same shape {drawn}."


def weak_link(f: Facts, say: Speaker) -> str:
    pair = named([f["a"], f["b"]], say)
    if not f["strength"]:
        bare = "linked today only by governing or brokering" if f["passive"] else "not linked today"
        return f"{pair} would have to work together and are {bare}."
    return (
        f"{pair} would have to work together and rarely do so today (link strength {say.number(f['strength'])} of 1)."
    )


def colocated(f: Facts, say: Speaker) -> str:
    told = [f"{say.activity(item['activity'])} {say.percent(item['contribution'])}" for item in f["related"]]
    if not told:
        return f"Nothing in which the region is specialised is related to it. {_closer(f, say)}"
    return (
        f"Of the relatedness around it, {say.percent(f['density'])} is already in the region, "
        f"above all {listed(told, say)}. {_closer(f, say)}"
    )


def _closer(f: Facts, say: Speaker) -> str:
    if f["percentile"] is None:
        return "How it compares with other candidates is not defined."
    return f"It is closer to what the region does than {say.hundred(f['percentile'])} of 100 candidate activities."


def prospect(f: Facts, say: Speaker) -> str:
    lasting = f["lasting_probability"]
    stayed = f", and {_cases(lasting, say)} stayed" if lasting is not None else ""
    where = listed(map(say.activity, f["activities"]), say)
    head = f"Statistics would count it, or part of it, under {where}, which is wider. " if where else ""
    return f"{head}{_entered(f, say)}{stayed}{_usual(f, say)}."


def below_lift(f: Facts, say: Speaker) -> str:
    return f"{_entered(f, say)}{_usual(f, say)}."


def _entered(f: Facts, say: Speaker) -> str:
    within = "" if f["years_ahead"] is None else f" within {plural(f['years_ahead'], 'year', 'years', say)}"
    return f"Of 100 such cases, {_cases(f['entry_probability'], say)} entered{within}"


def _usual(f: Facts, say: Speaker) -> str:
    return f"; of 100 candidates of all kinds, {_cases(f['entry_base_rate'], say)}" if f["entry_base_rate"] else ""


def _cases(share: float, say: Speaker) -> str:
    """So many of 100; a tenth where there are fewer than ten."""
    many = share * 100
    return say.count(round(many)) if many >= 10 else say.tenths(many) if many >= 0.1 else "fewer than 0.1"


def nearby(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['nearby'])} of {say.name(f['actor'])} stands in for {say.quoted(f['competence'])} "
        f"and covers {say.percent(f['stands_in'])} of that need: near, not the same."
    )
