"""Governance: who is ready, what to pool, what to do."""

from __future__ import annotations

from ...model.finding import Facts
from ..asked import asked
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS
from .labels_governance import LABELS as ASKED


def region_readiness(f: Facts, say: Speaker) -> str:
    of = f"{say.count(f['known_clusters'])} of {plural(f['count'], 'cluster', 'clusters', say)}"
    if f["readiness"] is not None and f["low"] is not None and f["high"] is not None:
        ends = f"{say.number(f['low'])} to {say.number(f['high'])}"
        head = (
            f"Readiness of the region: {say.number(f['readiness'])} of 1, the mean over {of} of that of their "
            f"organisations (our rule); with the other clusters at 0 or at 1, {ends}."
        )
    else:
        head = (
            f"Readiness of the region: no data. Enough is known of the organisations of {of}; from "
            f"{say.percent(f['least_known'])} of them on we take the mean (our rule)."
        )
    what = listed((ASKED["indicator"][name] for name in f["ask"]), say, most=len(f["ask"]))
    ask = f" Ask {named(f['asked_actors'], say)} for what they have not said of {what}."
    ask = ask if f["asked_actors"] and what else ""
    return f"{head}{ask}"


def ungoverned(f: Facts, say: Speaker) -> str:
    whom = named(f["clusters_named"], say, most=5)
    many = plural(f["count"], "cluster", "clusters", say)
    head = f"Of {many}, these belong to no organisation in the profile: {whom}." if whom else ""
    idle = named(f["idle_organisations"], say, most=5)
    of_none = f"Of these organisations no cluster of the profile is a member: {idle}." if idle else ""
    told = " ".join(part for part in (head, of_none) if part)
    return f"{told} Ask who speaks for whom." if told else f"Every one of {many} belongs to an organisation."


def alone_unknown(f: Facts, say: Speaker) -> str:
    names = LABELS["governance_fact"]
    what = listed((names[name] for name in f["unknown_facts"]), say, most=len(f["unknown_facts"]))
    whom = named(f["asked_actors"], say, most=5) or "the organisations"
    return f"No data on {what or 'this'} for {whom}: ask for it, and our rules can say more."


def governance_action(f: Facts, say: Speaker) -> str:
    action = say.local(f["action_text"]).rstrip(".")
    whom = asked(f["asked_of"], say, listed, LABELS["governance_fact"], "in brackets")
    return f"{action}. For: {whom or 'nobody'}."


def pooled(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    whose = f" of {named(f['clusters_named'], say)}" if f["clusters_named"] else ""
    lack = plural(len(f["paths"]), "possible path", "possible paths", say)
    head = f"{say.quoted(f['competence'])} is short in {lack}{whose}{told}."
    where = f" in {say.name(f['partner'])}" if f["partner"] else ""
    if f["best_actor"] is None or f["best_level"] is None:
        return f"{head} Nobody in the region or at a partner is known to hold any: build it once, together."
    best, level, wanted = say.name(f["best_actor"]), say.number(f["best_level"]), say.number(f["level"])
    if f["best_level"] >= f["level"] - 1e-9:
        return f"{head} {best}{where} holds {level} of 1, as much as they need: link to it, or work with it more."
    return (
        f"{head} {best}{where} holds most, {level} where up to {wanted} of 1 is wanted: build what is missing once, "
        f"with it."
    )


def enabling_criterion(f: Facts, say: Speaker) -> str:
    name = LABELS["enabling_criterion"].get(str(f["criterion_number"]), "Criterion")
    said = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    told = LABELS["evidence_kind"][f["evidence_kind"]]
    if f["evidence_kind"] == "none" and f["topics"] and not said:
        where = listed((f"governance.{topic}" for topic in f["topics"]), say)
        told = f"{told}; write it under {where}"
    read = f"; source: {listed((f'“{each}”' for each in f['read_in']), say)}" if f["read_in"] else ""
    return f"{f['criterion_number']}. {name}: {told}{f' ({said})' if said else ''}{read}."
