"""Governance: who is ready, what to pool, what to do."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS


def ungoverned(f: Facts, say: Speaker) -> str:
    whom = named(f["clusters_named"], say, most=5) or "nessuno"
    many = plural(f["count"], "cluster", "cluster", say)
    return f"Su {many}, questi non hanno un'organizzazione nel profilo: {whom}. Chiedere chi parla per le loro imprese."


def governance_action(f: Facts, say: Speaker) -> str:
    whom = listed((f"{say.name(item['actor'])} ({_facts(item['facts'], say)})" for item in f["asked_of"]), say, most=4)
    return f"{say.local(f['action_text']).rstrip('.')}. Per: {whom or 'nessuno'}."


def _facts(facts: dict[str, float], say: Speaker) -> str:
    return ", ".join(f"{LABELS['governance_fact'][name]}: {_value(name, facts[name], say)}" for name in facts)


def _value(name: str, value: float, say: Speaker) -> str:
    return say.percent(value) if name.endswith("share") else say.tenths(value).removesuffix(",0")


def pooled(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    whose = f" di {named(f['clusters_named'], say)}" if f["clusters_named"] else ""
    lack = plural(len(f["paths"]), "percorso possibile", "percorsi possibili", say)
    head = f"{say.quoted(f['competence'])} manca in parte a {lack}{whose}{told}."
    where = f" ({say.name(f['partner'])})" if f["partner"] else ""
    if f["best_actor"] is None or f["best_level"] is None:
        return f"{head} Non risulta un'istituzione o un partner che ne abbia di più: costruirla una volta, insieme."
    return f"{head} Chi ne ha di più è {say.name(f['best_actor'])}{where}: {say.number(f['best_level'])} su 1."


def enabling_criterion(f: Facts, say: Speaker) -> str:
    name = LABELS["enabling_criterion"].get(str(f["criterion_number"]), "Criterio")
    said = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    told = LABELS["evidence_kind"][f["evidence_kind"]]
    return f"{f['criterion_number']}. {name}: {told}{f' ({said})' if said else ''}."
