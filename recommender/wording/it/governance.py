"""Governance: who is ready, what to pool, what to do."""

from __future__ import annotations

from ...model.finding import Facts
from ..asked import asked
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS
from .labels_governance import LABELS as ASKED


def region_readiness(f: Facts, say: Speaker) -> str:
    of = f"{say.count(f['known_clusters'])} su {plural(f['count'], 'cluster', 'cluster', say)}"
    if f["readiness"] is not None and f["low"] is not None and f["high"] is not None:
        ends = f"da {say.number(f['low'])} a {say.number(f['high'])}"
        head = (
            f"Quanto è pronta la regione: {say.number(f['readiness'])} su 1, la media su {of} di quella delle loro "
            f"organizzazioni (regola nostra); con gli altri cluster a 0 o a 1, {ends}."
        )
    else:
        head = (
            f"Quanto è pronta la regione: nessun dato. Si sa abbastanza delle organizzazioni di {of}; la media si "
            f"fa dal {say.percent(f['least_known'])} in su (regola nostra)."
        )
    what = listed((ASKED["indicator"][name] for name in f["ask"]), say, most=len(f["ask"]))
    ask = (
        f" Chiedere a {named(f['asked_actors'], say)} ciò che non hanno detto di {what}."
        if f["asked_actors"] and what
        else ""
    )
    return f"{head}{ask}"


def ungoverned(f: Facts, say: Speaker) -> str:
    whom = named(f["clusters_named"], say, most=5)
    many = plural(f["count"], "cluster", "cluster", say)
    head = f"Su {many}, questi non hanno un'organizzazione nel profilo: {whom}." if whom else ""
    idle = named(f["idle_organisations"], say, most=5)
    of_none = f"Di queste organizzazioni non è socio alcun cluster del profilo: {idle}." if idle else ""
    told = " ".join(part for part in (head, of_none) if part)
    return f"{told} Chiedere chi parla per chi." if told else f"Tutti i cluster ({many}) hanno un'organizzazione."


def alone_unknown(f: Facts, say: Speaker) -> str:
    names = LABELS["governance_fact"]
    what = listed((names[name] for name in f["unknown_facts"]), say, most=len(f["unknown_facts"]))
    whom = named(f["asked_actors"], say, most=5) or "le organizzazioni"
    return f"Nessun dato su {what or 'questo'} per {whom}: chiederlo, e le nostre regole diranno di più."


def governance_action(f: Facts, say: Speaker) -> str:
    action = say.local(f["action_text"]).rstrip(".")
    whom = asked(f["asked_of"], say, listed, LABELS["governance_fact"], "tra parentesi")
    return f"{action}. Per: {whom or 'nessuno'}."


def pooled(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    whose = f" di {named(f['clusters_named'], say)}" if f["clusters_named"] else ""
    lack = plural(len(f["paths"]), "percorso possibile", "percorsi possibili", say)
    head = f"{say.quoted(f['competence'])} manca in parte a {lack}{whose}{told}."
    where = f" ({say.name(f['partner'])})" if f["partner"] else ""
    if f["best_actor"] is None or f["best_level"] is None:
        return f"{head} Nella regione e presso i partner non risulta chi ne abbia: costruirla una volta, insieme."
    best, level, wanted = say.name(f["best_actor"]), say.number(f["best_level"]), say.number(f["level"])
    if f["best_level"] >= f["level"] - 1e-9:
        return f"{head} {best}{where} ne ha {level} su 1, quanto è desiderato: collegarsi, o lavorarci di più insieme."
    return (
        f"{head} Chi ne ha di più è {best}{where}: {level}, dove è desiderato fino a {wanted} su 1; costruire ciò che "
        f"manca una volta, insieme."
    )


def enabling_criterion(f: Facts, say: Speaker) -> str:
    name = LABELS["enabling_criterion"].get(str(f["criterion_number"]), "Criterio")
    said = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    told = LABELS["evidence_kind"][f["evidence_kind"]]
    if f["evidence_kind"] == "none" and f["topics"] and not said:
        where = listed((f"governance.{topic}" for topic in f["topics"]), say)
        told = f"{told}; scriverlo sotto {where}"
    read = f"; fonte: {listed((f'“{each}”' for each in f['read_in']), say)}" if f["read_in"] else ""
    return f"{f['criterion_number']}. {name}: {told}{f' ({said})' if said else ''}{read}."
