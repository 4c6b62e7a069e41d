"""What limits the answer."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted
from .labels import LABELS
from .labels_forecast import LABELS as LABELS_FORECAST


def single_evidence(f: Facts, say: Speaker) -> str:
    only = "statistics" if f["missing"] == "competence" else "competences"
    whom = f" for {quoted(f['opportunities'], say)}" if f["opportunities"] else ""
    return f"Only {only} speak{whom}: {LABELS['why_missing'][f['why']]}."


def missing_criterion(f: Facts, say: Speaker) -> str:
    name = LABELS["criterion"][f["criterion"]]
    missing = len(f["opportunities"]) or f["of"]
    whom = f"{quoted(f['opportunities'], say)} ({say.count(missing)} of {say.count(f['of'])} ranked)"
    whom = whom if missing < f["of"] else f"any of the {say.count(f['of'])} ranked"
    return (
        f"{name} has no value for {whom}, so it is left out of every "
        f"score; the range of a score shows it at 0 and at 1."
    )


def judged(f: Facts, say: Speaker) -> str:
    total = sum(f[kind] for kind in ("judged", "surveyed", "measured", "proxy"))
    levels = plural(total, "competence level", "competence levels", say)
    if f["judged"] == total:
        return f"{levels} in the profile, all judged by its authors; none is measured."
    return f"{say.count(f['judged'])} of {levels} in the profile are judged by its authors; {_others(f, say)}."


def _others(f: Facts, say: Speaker) -> str:
    told = (("measured", "measured"), ("surveyed", "from a survey"), ("proxy", "measured on something close"))
    return listed((f"{say.count(f[kind])} {words}" for kind, words in told if f[kind]), say)


def poorly_assessed(f: Facts, say: Speaker) -> str:
    ask = f" Ask about {quoted(f['competences'], say)}." if f["competences"] else ""
    return f"Only {say.count(f['needs_assessed'])} of {plural(f['needs'], 'need', 'needs', say)} were assessed.{ask}"


def greedy_search(f: Facts, say: Speaker) -> str:
    return (
        f"Not every coalition was tried: the fit is at least {say.number(f['fit'])} and at most "
        f"{say.number(f['upper_bound'])} of 1."
    )


def region_recoded(f: Facts, say: Speaker) -> str:
    steps = "; ".join(f"{step['old']} became {step['new']} in NUTS {step['vintage']}" for step in f["steps"])
    how = LABELS["recoding"][f["recoding"]] + (f" ({steps})" if steps else "")
    return f"The statistics hold the region {f['given']} under the code {f['held']}: {how}."


def reference_vintage(f: Facts, say: Speaker) -> str:
    title = LABELS["dataset"].get(f["title"], f["title"])
    source = f"{title}, {f['publisher']}" if f["publisher"] else title
    when = f", {f['year']}" if f["year"] is not None else ""
    told = [LABELS["unit"].get(f["counted"], f["counted"])] if f["counted"] else []
    if f["regions"] is not None and f["activities_held"] is not None:
        told += [f"{say.count(f['regions'])} regions, {say.count(f['activities_held'])} activities"]
    return f"{source}{when}{': ' if told else ''}{'; '.join(told)}."


def not_validated(f: Facts, say: Speaker) -> str:
    doubts = "; ".join(LABELS_FORECAST["standing_reason"][doubt] for doubt in f["forecast_doubts"])
    why = f": {doubts}" if doubts else ""
    return (
        "The statistical order shows what is related to the region today; it has not been validated as a "
        f"forecast{why}."
    )


def forecast_checked(f: Facts, say: Speaker) -> str:
    within = "" if f["years_ahead"] is None else f" within {plural(f['years_ahead'], 'year', 'years', say)}"
    candidates = plural(f["checked_candidates"], "candidate", "candidates", say)
    return (
        f"How likely each activity is entered{within}, to a location quotient of 1 or more, was learned in the "
        f"table up to {f['origin_year']}. "
        f"Checked on {candidates} that were held out, {say.count(f['checked_entries'])} of them entered: the likeliest "
        f"tenth is entered {say.tenths(f['promised_lift'])} times as often as all. Likely is not worthwhile: what "
        "would happen without any policy is no effect of one."
    )


def weak_complexity(f: Facts, say: Speaker) -> str:
    correlation = say.number(f["diversity_correlation"])
    doubts = "; ".join(LABELS["doubt"][doubt].format(correlation=correlation) for doubt in f["doubts"])
    why = f": {doubts}" if doubts else ""
    instead = " The judged complexity of the paths counts instead." if f["judged_instead"] else ""
    return f"The complexity of activities is weak evidence in these statistics{why}.{instead}"


def relatedness_given(f: Facts, say: Speaker) -> str:
    parts = (
        f"{LABELS['relatedness_measure'][item['measure']]} ({item['file']}, weight {say.number(item['weight'])}, "
        f"{plural(item['covered'], 'activity', 'activities', say)})"
        for item in f["relatedness_files"]
    )
    counted = listed(parts, say) or "figures of your own"
    return f"Relatedness also counts {counted}; each measure of the statistics has the weight 1."


def one_plant(f: Facts, say: Speaker) -> str:
    if not f["activities"]:
        return f"No specialisation hangs on a single plant of {say.count(f['plant'])} persons employed."
    count = say.count(len(f["activities"]))
    return (
        f"{count} of {say.count(f['of'])} specialisations hang on no more than one large plant: with "
        f"{say.count(f['plant'])} persons employed fewer, the location quotient would be below 1 in "
        f"{listed(map(say.activity, f['activities']), say)}."
    )


def suppressed_cells(f: Facts, say: Speaker) -> str:
    which = f": {listed(map(say.activity, f['activities']), say)}" if f["activities"] else ""
    return (
        f"{say.count(f['count'])} of {plural(f['of'], 'activity', 'activities', say)} of the region "
        f"{'is' if f['count'] == 1 else 'are'} suppressed or missing in the statistics and left out{which}."
    )


def estimated_figures(f: Facts, say: Speaker) -> str:
    here = (
        f"of this region: {listed(map(say.activity, f['activities']), say)}" if f["activities"] else "none of them here"
    )
    return (
        f"{say.count(f['cells'])} of {plural(f['cells_held'], 'figure', 'figures', say)} of these statistics "
        f"{'is' if f['cells'] == 1 else 'are'} estimated from published totals or shared out between divided regions; "
        f"{here}. What rests on them is an estimate as well."
    )


def illustrative(f: Facts, say: Speaker) -> str:
    return say.local(f["text"])


def input_warning(f: Facts, say: Speaker) -> str:
    return f"{f['place']}: {f['message']}" if f["place"] else str(f["message"])
