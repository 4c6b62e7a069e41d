"""Declared priorities, and the two kinds of evidence side by side."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._apart import explained, holder
from ._lists import listed, named, plural, quoted


def audit_outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return "Il profilo non dichiara priorità; scriverle in region.priorities con i loro percorsi."
    head = (
        f"La regione dichiara {plural(f['count'], 'priorità', 'priorità', say)}{_where(f, say)}. Quali percorsi vi "
        f"rientrano è un giudizio degli autori di questo profilo, non della regione"
    )
    overlooked = plural(f["overlooked"], "percorso della fascia alta", "percorsi della fascia alta", say)
    left = f" Attribuiti a nessuna: {overlooked}." if f["overlooked"] else ""
    if not f["declared_paths"]:
        return f"{head}, che finora non ne hanno attribuito nessuno.{left}"
    mapped = plural(f["declared_paths"], "percorso", "percorsi", say)
    also = (
        f" (anche un vicino li attribuisce così: {say.count(f['mapped_elsewhere'])})" if f["mapped_elsewhere"] else ""
    )
    words = {
        "supported": "sostenuti", "supported_thinly": "sostenuti ma poco valutati", "weak": "sostenuti debolmente",
        "unsupported": "oggi non sostenuti", "unknown": "non valutati",
    }  # fmt: skip
    after = {"unsupported": also}
    told = ", ".join(f"{word} {say.count(f[name])}{after.get(name, '')}" for name, word in words.items() if f[name])
    return f"{head}: {mapped}{', ' if told else ''}{told}.{left}"


def _where(f: Facts, say: Speaker) -> str:
    """I documenti in cui sono dichiarate."""
    told = listed((f"“{title}”" for title in f["declared_in"]), say)
    missing = f"{say.count(f['unsourced'])} senza fonte: verificare prima di citare" if f["unsourced"] else ""
    parts = "; ".join(part for part in (told, missing) if part)
    return f" ({parts})" if parts else ""


def declared_unsupported(f: Facts, say: Speaker) -> str:
    whose = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    under = f", che gli autori del profilo attribuiscono a {whose}," if whose else ""
    lack = f" Manca: {quoted(f['competences'], say)}." if f["competences"] else ""
    ask = f" Nessuno ha valutato {quoted(f['unassessed'], say)}: chiedere prima." if f["unassessed"] else ""
    why = f"{lack}{ask}" or " L'aderenza è sotto la soglia."
    also = (
        f" Anche il profilo di {named(f['neighbours'], say)} lo attribuisce a una priorità." if f["neighbours"] else ""
    )
    return f"{say.quoted(f['path'])}{under} oggi non è sostenuto.{why}{also}"


def supported_undeclared(f: Facts, say: Speaker) -> str:
    hard = f", complessità {say.number(f['complexity'])} su 1" if f["complexity"] is not None else ""
    who = f" {holder(f, say)}." if f["main_holder"] else ""
    beaten = say.hundred(f["percentile"]) if f["percentile"] is not None else 0
    return (
        f"{say.quoted(f['path'])} aderisce meglio di {beaten} percorsi inventati su 100{hard}, valutato il "
        f"{say.percent(f['assessed_share'])} di ciò che serve, e il profilo non lo attribuisce ad alcuna priorità: "
        f"verificare se una lo comprende.{who}"
    )


def priorities_without_path(f: Facts, say: Speaker) -> str:
    names = listed((f"“{say.local(text)}”" for text in f["texts"]), say, most=len(f["texts"])) or "alcuna priorità"
    return (
        f"Il profilo non attribuisce percorsi a {names}, quindi non se ne può dire nulla; indicare sotto paths quelli "
        f"che comprende, o scriverne uno."
    )


def views_apart(f: Facts, say: Speaker) -> str:
    why = explained(f, say)
    counted = listed(map(say.activity, f["activities"]), say) or "nessuna delle sue attività"
    return (
        f"{say.quoted(f['path'])}: le competenze battono {say.hundred(f['competence_percentile'])} su 100, le "
        f"statistiche {say.hundred(f['colocation_percentile'])} su 100. {why[:1].upper()}{why[1:]}. Le statistiche ne "
        f"giudicano il {say.percent(f['share_seen'])}, da {counted}."
    )
