"""Declared priorities, and the two kinds of evidence side by side."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted


def audit_outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return "Il profilo non dichiara priorità; scriverle in region.priorities con i loro percorsi."
    copied = f", di cui {say.count(f['copied'])} attribuiti così anche da un vicino" if f["copied"] else ""
    overlooked = plural(f["overlooked"], "percorso della fascia alta", "percorsi della fascia alta", say)
    mapped = plural(f["declared_paths"], "percorso", "percorsi", say)
    verdicts = (
        f": {mapped}, {say.count(f['supported'])} sostenuti, {say.count(f['weak'])} debolmente, "
        f"{say.count(f['unsupported'])} oggi non sostenuti{copied}, {say.count(f['unknown'])} non valutati"
    )
    return (
        f"La regione dichiara {plural(f['count'], 'priorità', 'priorità', say)}{_where(f, say)}. Quali percorsi vi "
        f"rientrano è un giudizio degli autori di questo profilo, non della regione"
        f"{verdicts if f['declared_paths'] else ', che finora non ne hanno attribuito nessuno'}."
        f" Attribuiti a nessuna: {overlooked}."
    )


def _where(f: Facts, say: Speaker) -> str:
    """I documenti in cui sono dichiarate."""
    told = listed((f"“{title}”" for title in f["declared_in"]), say)
    missing = f"{say.count(f['unsourced'])} senza fonte: verificare prima di citare" if f["unsourced"] else ""
    parts = "; ".join(part for part in (told, missing) if part)
    return f" ({parts})" if parts else ""


def declared_unsupported(f: Facts, say: Speaker) -> str:
    whose = listed((f"“{say.local(text)}”" for text in f["texts"]), say)
    under = f", che gli autori del profilo attribuiscono a {whose}," if whose else ""
    lack = f" Manca: {quoted(f['competences'], say)}." if f["competences"] else " L'aderenza è sotto la soglia."
    also = (
        f" Anche il profilo di {named(f['neighbours'], say)} lo attribuisce a una priorità." if f["neighbours"] else ""
    )
    return f"{say.quoted(f['path'])}{under} oggi non è sostenuto.{lack}{also}"


def supported_undeclared(f: Facts, say: Speaker) -> str:
    hard = f", complessità {say.number(f['complexity'])} su 1" if f["complexity"] is not None else ""
    leads = f", guidato da {say.name(f['lead'])}," if f["lead"] else ""
    beaten = say.hundred(f["percentile"]) if f["percentile"] is not None else 0
    return (
        f"{say.quoted(f['path'])}{leads} aderisce meglio di {beaten} percorsi inventati su 100{hard}, e il profilo non "
        f"lo attribuisce ad alcuna priorità: verificare se una lo comprende."
    )


def priority_without_path(f: Facts, say: Speaker) -> str:
    names = listed((f"“{say.local(text)}”" for text in f["texts"]), say) or "Una priorità"
    return (
        f"{names}: il profilo non le attribuisce alcun percorso, quindi non si può dire nulla; indicare sotto paths "
        f"quelli che comprende, o scriverne uno."
    )


def views_apart(f: Facts, say: Speaker) -> str:
    both = (
        f"le competenze battono {say.hundred(f['competence_percentile'])} su 100, le statistiche "
        f"{say.hundred(f['colocation_percentile'])} su 100"
    )
    counted = listed(map(say.activity, f["activities"]), say) or "nessuna delle sue attività"
    head = f"{say.quoted(f['path'])}: {both}."
    if f["competences_ahead"]:
        home = listed(map(say.activity, f["lead_activities"]), say)
        where = f", oggi contato in {home}" if home else ""
        who = f" Ciò che serve lo possiede {say.name(f['lead'])}{where}." if f["lead"] else ""
        judged = f" Le statistiche lo giudicano da {counted}, in cui la regione non è specializzata."
        return f"{head}{who}{judged}{_present(f, say)}"
    lack = f", ma sono insufficienti {quoted(f['competences'], say)}" if f["competences"] else ", ma altri lo sanno"
    seen = f" Le specializzazioni della regione sono correlate a {counted}{lack}: le statistiche non lo vedono."
    return f"{head}{seen}{_present(f, say)}"


def _present(f: Facts, say: Speaker) -> str:
    """Ciò che uno sguardo sulle candidate lascia fuori."""
    if not f["activities_present"]:
        return ""
    there = listed(map(say.activity, f["activities_present"]), say)
    return f" Lasciano fuori {there}, il {say.percent(f['share_present'])} del percorso: la regione vi è specializzata."
