"""Clusters, the links between them, and institutions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS
from .labels_institutions import LABELS as FIGURES


def bridge(f: Facts, say: Speaker) -> str:
    pair = named([f["a"], f["b"]], say)
    bare = "linked only by governing or brokering" if f["passive"] else "not linked"
    today = f"linked at {say.number(f['strength'])} of 1" if f["strength"] else bare
    brought = [
        f"{say.name(actor)} would bring {quoted(what, say)}"
        for actor, what in ((f["a"], f["brings_a"]), (f["b"], f["brings_b"]))
        if what
    ]
    new = f" New to the region: {quoted(f['new'], say)}." if f["new"] else ""
    told = f" To this path, {'; '.join(brought)}." if brought else ""
    told += f" Essential for it: {quoted(f['essentials'], say)}." if f["essentials"] else ""
    return f"{pair} are {today}. Fully linked they would lift {_lifted(f, say)}.{told}{new}"


def _lifted(f: Facts, say: Speaker) -> str:
    beyond, many = "beyond what anybody in the region can do today", len(f["paths"])
    move = f"{say.quoted(f['path'])}, from a fit of {say.number(f['fit_from'])} to {say.number(f['fit_to'])} of 1"
    if many == 1:
        return f"{move}{', ' + beyond if f['ahead'] else ''}"
    part = "all of them" if f["ahead"] == many else f"{say.count(f['ahead'])} of them"
    counted = f", {part} {beyond}" if f["ahead"] else ""
    return f"{say.count(many)} paths{counted}; most of all {move}"


def unused_institution(f: Facts, say: Speaker) -> str:
    holds = f", which holds {quoted(f['competences'], say)}" if f["competences"] else ""
    head = f"No cluster is linked to {say.name(f['actor'])}{holds}."
    if not f["competences"]:
        return f"{head} The profile does not say what it can do: ask."
    if f["best_actor"] is None or f["path"] is None or f["reached"] is None:
        return f"{head} None of the paths would gain from a link with a single cluster."
    return (
        f"{head} Its best next link is {say.name(f['best_actor'])}: together they would carry "
        f"{say.quoted(f['path'])} to a fit of {say.number(f['reached'])} of 1."
    )


def competence_variety(f: Facts, say: Speaker) -> str:
    return (
        f"The clusters hold {plural(f['count'], 'competence', 'competences', say)} in "
        f"{plural(f['fields'], 'field', 'fields', say)}. Of the variety of {say.tenths(f['entropy'])} bits, "
        f"{say.tenths(f['related_variety'])} lie within fields (related) and {say.tenths(f['unrelated_variety'])} "
        f"between them (unrelated)."
    )


def single_point(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    many = plural(len(f["paths"]), "possible path asks", "possible paths ask", say)
    level = f"{say.number(f['best_level'])} of 1"
    return f"Only {say.name(f['actor'])} holds {say.quoted(f['competence'])} ({level}) as far as {many}{told}."


def unique_competences(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['competences'], say, most=6)}" if f["competences"] else ""
    return (
        f"{plural(f['count'], 'competence is', 'competences are', say)} held at half or more by one actor alone{told}."
    )


def cluster_size(f: Facts, say: Speaker) -> str:
    own = f["stated"].get("employees")
    head = f"{say.count(int(own['value']))} persons employed{_counts(own, say)}" if own else NO_SIZE
    stars = f" {_stars(f, say)}" if f["measured"] else ""
    return f"Agglomeration: {head}.{_stated(f, say)}{_counted(f, say)}{stars}{_judged(f, say, AGGLOMERATION)}"


NO_SIZE = "persons employed are not known; ask"


def _counts(figure: Mapping[str, Any], say: Speaker) -> str:
    """What a figure of the profile counts, of when, and what it rests on."""
    told = (figure["year"], LABELS["evidence"][figure["evidence"]], figure["note"])
    return f" ({', '.join(str(part) for part in told if part)})"


def _stated(f: Facts, say: Speaker) -> str:
    """The quotient and the share that the profile states, which need not be those of the statistics."""
    quotient, share = f["stated"].get("lq_employment"), f["stated"].get("share_of_region")
    told = [f"location quotient {say.number(quotient['value'])}{_counts(quotient, say)}"] if quotient else []
    told += [f"{say.percent(share['value'])} of the region's employment{_counts(share, say)}"] if share else []
    return f" By the profile: {' and '.join(told)}." if told else ""


def _counted(f: Facts, say: Speaker) -> str:
    told = []
    if f["location_quotient"] is not None:
        told.append(f"location quotient {say.number(f['location_quotient'])}")
    if f["share_of_region"] is not None:
        told.append(f"{say.percent(f['share_of_region'])} of the region's employment")
    if not told or not f["activities_counted"]:
        return ""
    under = listed(map(say.activity, f["activities_counted"]), say, most=len(f["activities_counted"]))
    source = ", ".join(str(part) for part in (f["publisher"] or f["title"], f["year"]) if part)
    where = f" ({source})" if source else ""
    wider = "which hold others as well and not all of the cluster"
    return f" Statistics{where} count it under {under}, {wider}: {' and '.join(told)}."


def _stars(f: Facts, say: Speaker) -> str:
    told = listed((LABELS["star"][name] for name in f["stars"]), say)
    head = f"Stars: {told}" if told else "None of the three stars"
    places = [
        f"{LABELS['star'][name]} beats {say.hundred(f[key])} of 100 regions"
        for name, key in (("size", "size_percentile"), ("focus", "focus_percentile"))
        if f[key] is not None
    ]
    return f"{head} ({'; '.join([*places, 'a star from 90, or from a location quotient of 2'])})."


AGGLOMERATION = "the mean of the percentiles of size and of focus"
SPECIALISATION = "the mean of min(1, location quotient / {full}) and of the share of local supplies, where known"
EMBEDDEDNESS = "the mean of min(1, counted research links per ten members / {full}) and of the mean link strength"


def _judged(f: Facts, say: Speaker, rule: str) -> str:
    """The feature by our rule where there are figures, beside what the authors judge; which is which is said."""
    named = rule.format(full=say.tenths(f["full_at"]).removesuffix(".0")) if "full_at" in f else rule
    if f["facet_by_figures"] is None:
        told = f"judged by the authors at {say.number(f['facet'])} of 1" if f["facet"] is not None else "not judged"
        return f" The feature is {told}: there are too few figures for our rule, {named}."
    also = f"; judged by the authors: {say.number(f['facet'])}" if f["facet"] is not None else ""
    return f" The feature from these figures is {say.number(f['facet_by_figures'])} of 1 (our rule: {named}{also})."


def cluster_chain(f: Facts, say: Speaker) -> str:
    told = []
    if f["local_supply"] is not None:
        told.append(f"{say.percent(f['local_supply'])} of supplies are local")
    if f["suppliers"]:
        told.append(f"supply relations with {named(f['suppliers'], say)}")
    told += [f"{FIGURES['specialised_in'][name]} {say.number(figure['value'])}{_counts(figure, say)}"
             for name, figure in f["specialised_in"].items()]  # fmt: skip
    missing = "" if f["local_supply"] is not None else " No data on local supplies: ask for their share."
    head = "; ".join(told) or "no supply relations in the profile"
    return f"Specialisation: {head}.{missing}{_judged(f, say, SPECIALISATION)}"


def cluster_roots(f: Facts, say: Speaker) -> str:
    if not f["institutions"]:
        return f"Embeddedness: no working link to any local institution.{_judged(f, say, EMBEDDEDNESS)}"
    density = f" ({say.tenths(f['per_ten'])} per ten members)" if f["per_ten"] is not None else ""
    return (
        f"Embeddedness: {plural(len(f['institutions']), 'institution', 'institutions', say)}{density}, above all "
        f"{named(f['institutions'], say)}; mean strength {say.number(f['strength'])} of 1; it works with "
        f"{say.percent(f['connected'])} of the region's clusters, institutions and users."
        f"{_judged(f, say, EMBEDDEDNESS)}"
    )


def cluster_learning(f: Facts, say: Speaker) -> str:
    modes = [f"{LABELS['learning'][name]} {say.percent(f[name])}" for name in LABELS["learning"] if f[name] is not None]
    head = f"Learns by {listed(modes, say)} of its link strength." if modes else "No working links in the profile: ask."
    return f"{head}{_silo(f, say)}"


UNKNOWN_INSIDE = " How much its own members work together stands in no profile: ask."


def _silo(f: Facts, say: Speaker) -> str:
    if f["silo"] is None:
        return ""
    if f["silo"] > 1 - 1e-9:
        return f" It has no link beyond the region.{UNKNOWN_INSIDE}"
    inside = say.number(f["silo"])
    return f" It also works beyond the region: silo index {inside} of 1 (−1 would be only beyond).{UNKNOWN_INSIDE}"


def cluster_competences(f: Facts, say: Speaker) -> str:
    stage = f"{LABELS['maturity'][f['maturity']].capitalize()} cluster" if f["maturity"] else "Maturity not stated"
    best = f". Strongest in {quoted(f['competences'], say)}" if f["competences"] else ". No competences assessed"
    rare = f". Rare by the library's specificity: {quoted(f['rare'], say)}" if f["rare"] else ""
    return f"{stage}{best}{rare}."


def cluster_transitions(f: Facts, say: Speaker) -> str:
    names = LABELS["transition"]
    told = listed((f"{names[key]} {say.percent(f['carried'][key])}" for key in names if key in f["carried"]), say)
    asked = listed(
        (f"{names[key]} {say.number(f['challenged'][key])} of 1" for key in names if key in f["challenged"]), say
    )
    head = f"Share of its competences that helps a transition: {told}." if told else "No competences to count."
    return f"{head} {f'Under pressure from: {asked}.' if asked else 'Pressure on it: no data; ask for its exposure.'}"


def cluster_now(f: Facts, say: Speaker) -> str:
    helps = ""
    if f["joined"]:
        many = plural(len(f["joined"]), "other", "others", say)
        helps = (
            f" In {many} it only helps, without leading, without an essential and with less than "
            f"{say.percent(f['least_share'])} of the fit, which does not renew it: {quoted(f['joined'], say)}."
        )
    if not f["paths"]:
        return f"Now: it carries none of the possible paths.{helps}"
    every = {1: "it", 2: "both"}.get(len(f["paths"]), "all of them")
    part = every if f["leads"] == len(f["paths"]) else f"{say.count(f['leads'])} of them"
    lead = f" and would lead {part}" if f["leads"] else ""
    return f"Now: it carries {plural(len(f['paths']), 'possible path', 'possible paths', say)}{lead}.{helps}"


def cluster_carries(f: Facts, say: Speaker) -> str:
    why = ["leads the path"] if f["leads_it"] else []
    if f["essentials_brought"]:
        word = "essential" if len(f["essentials_brought"]) == 1 else "essentials"
        why.append(f"brings the {word} {quoted(f['essentials_brought'], say)}")
    why.append(f"has {say.percent(f['share'])} of the fit")
    return f"{say.quoted(f['path'])}: it {listed(why, say)}."


def cluster_link(f: Facts, say: Speaker) -> str:
    return (
        f"After one link, with {say.name(f['other'])}: {say.quoted(f['path'])}, at a fit of "
        f"{say.number(f['fit_to'])} of 1."
    )


def cluster_build(f: Facts, say: Speaker) -> str:
    return (
        f"After building {say.quoted(f['competence'])} from the {say.number(f['available'])} that reaches it to the "
        f"{say.number(f['level'])} wanted: {say.quoted(f['path'])}, at a fit of {say.number(f['fit_to'])} of 1."
    )


def cluster_stuck(f: Facts, say: Speaker) -> str:
    stage = f" {LABELS['maturity'][f['maturity']]}" if f["maturity"] else ""
    return (
        f"None of the paths renews this{stage} cluster by itself, by one link or by one competence: assess it further, "
        f"or write a path for it."
    )


def cluster_deliveries(f: Facts, say: Speaker) -> str:
    what = listed(
        (
            f"{say.activity(item['activity'])} {say.percent(item['contribution'])}"
            + (f" (location quotient {say.number(item['location_quotient'])})" if item["location_quotient"] else "")
            for item in f["inputs"]
        ),
        say,
    )
    table = listed(f["files"], say) or "the table"
    chain = f"Production chain, by {table}: of what {say.name(f['actor'])} buys, {say.percent(f['within'])} comes from "
    most = f"; most from {what}" if what else ""
    if f["local_estimate"] is None:
        return f"{chain}its own activities{most}."
    return (
        f"{chain}its own activities{most}. The region could supply about {say.percent(f['local_estimate'])} "
        f"(simple location quotients, over {say.percent(f['known_share'])} of the inputs; a proxy, not who really "
        f"delivers)."
    )


def cluster_lacks(f: Facts, say: Speaker) -> str:
    bare = "linked to it only by governing or brokering" if f["passive"] else "not linked to it"
    link = f"linked to it at {say.number(f['strength'])} of 1" if f["strength"] else bare
    holds = (
        f" holds {quoted(f['competences'], say)}, of which {say.name(f['actor'])} has too little,"
        if (f["competences"])
        else f" would help {say.name(f['actor'])}"
    )
    whose = "" if f["lead"] == f["actor"] else f" to {say.name(f['lead'])}" if f["lead"] else " to the lead"
    more = len(f["paths"]) - 1
    besides = f" and help {plural(more, 'other path', 'other paths', say)}" if more > 0 else ""
    return (
        f"{say.name(f['other'])}{holds} and is {link}. Fully linked{whose}, it would raise the fit of "
        f"{say.quoted(f['path'])} by {say.number(f['gain'])} of 1{besides}."
    )
