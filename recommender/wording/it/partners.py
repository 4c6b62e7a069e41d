"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted


def partner_brings(f: Facts, say: Speaker) -> str:
    who = f" ({named(f['brought_by'], say)})" if f["brought_by"] else ""
    what = f" porterebbe {quoted(f['competences'], say, most=2)}" if f["competences"] else " si unirebbe"
    new = ", oggi non possibile" if f["path"] in f["new"] else ""
    new = ", di cui qui nessuno ha valutato tutti i requisiti" if f["path"] in f["paths_to_ask"] else new
    count = len(f["paths"])
    return (
        f"{say.name(f['partner'])}{who}{what}. Con un legame pieno migliorerebbe "
        f"{plural(count, 'percorso', 'percorsi', say)}{', soprattutto' if count > 1 else ':'} "
        f"{say.quoted(f['path'])}{new} (aderenza {say.number(f['fit_from'])} → {say.number(f['fit_to'])} su 1)."
    )


def partner_receives(f: Facts, say: Speaker) -> str:
    what = f" con {quoted(f['competences'], say, most=2)}" if f["competences"] else ""
    joint = f" Guadagnano entrambe in {plural(len(f['joint']), 'percorso', 'percorsi', say)}." if f["joint"] else ""
    return (
        f"In cambio la regione migliorerebbe {plural(len(f['paths']), 'percorso', 'percorsi', say)} di "
        f"{say.name(f['partner'])}{what}, come {say.quoted(f['path'])} (aderenza "
        f"{say.number(f['fit_from'])} → {say.number(f['fit_to'])} su 1).{joint}"
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    return (
        f"{say.name(f['partner'])} è simile più che complementare: la regione possiede il {say.percent(f['overlap'])} "
        f"di quanto sanno fare i suoi attori noti."
    )


def regions_alike(f: Facts, say: Speaker) -> str:
    alone = len(f["regions_named"]) == 1
    shares = [say.percent(f[name]) for name in ("high", "low") if f[name] is not None]
    common = "–".join(dict.fromkeys(shares)) or "alcune"
    return (
        f"Secondo le statistiche {listed(f['regions_named'], say, most=5) or 'nessuna'} "
        f"{'è simile' if alone else 'sono simili'} più che complementari: delle attività in cui l'una o l'altra è "
        f"specializzata, {common} sono comuni."
    )


def partner_unknown(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "Il profilo non nomina regioni partner: chiedere quali legami ci sono con altre regioni."
    return f"Non si conoscono gli attori di {named(f['partners'], say)}: chiedere chi sono e che cosa sanno fare."


def consortium(f: Facts, say: Speaker) -> str:
    new = f" Oggi non possibili senza di loro: {quoted(f['new'], say, most=2)}." if f["new"] else ""
    if f["paths_to_ask"]:
        new += f" Forse possibili senza di loro, prima da chiedere: {quoted(f['paths_to_ask'], say, most=2)}."
    chosen, known = named(f["partners"], say, most=len(f["partners"])) or "nessuna", say.count(f["partners_known"])
    several = f["partners_known"] > 1
    head = (
        f"Scelta migliore di al massimo {say.count(min(f['at_most'], f['partners_known']))} fra {known}"
        if several
        else "L'unico di cui si sa"
    )
    share = f["added"] / f["added_by_all"] if f["added_by_all"] > 0 else 1.0
    of_all = f", il {say.percent(min(1.0, share))} di quanto darebbero tutti e {known}" if several else ""
    return (
        f"{head}: {chosen}. Con legami pieni migliorerebbero {plural(len(f['paths']), 'percorso', 'percorsi', say)}; "
        f"di quanto serve loro, secondo i pesi, sarebbe coperto il {say.percent(f['covered_to'])} invece del "
        f"{say.percent(f['covered_from'])}.{new} Si aggiungono {say.number(f['added'])} di aderenza netta (1 è un "
        f"percorso da zero all'aderenza piena){of_all}.{_sure(f, say) if several else ''}{_similar(f, say)}"
    )


def _similar(f: Facts, say: Speaker) -> str:
    who = named(f["similar"], say)
    return (
        f" Ciò che porterebbe {who} lo possiedono anche attori della regione: prima cercare legami al suo interno."
        if who
        else ""
    )


def _sure(f: Facts, say: Speaker) -> str:
    if f["exact"]:
        return " Ogni altra scelta è stata provata: nessuna aggiunge di più."
    if round(f["gap"], 2) == 0:
        return " Sono stati presi uno alla volta; nessun'altra scelta aggiunge di più."
    return (
        f" Sono stati presi uno alla volta: un'altra scelta potrebbe aggiungere al massimo {say.number(f['gap'])} di "
        f"aderenza netta."
    )


def partner_links(f: Facts, say: Speaker) -> str:
    used = [
        f"{plural(len(paths), 'percorso', 'percorsi', say)} con {say.name(partner)}"
        for partner, paths in f["paths_of_partners"].items()
    ]
    idle = named(f["partners"], say, most=5)
    if not used:
        whom = f", con {idle}," if idle else ""
        return f"I legami di oggi{whom} non migliorano alcun percorso che sarebbe allora possibile."
    rest = f" Quelli con {idle} nessuno." if idle else ""
    return f"I legami di oggi migliorano {listed(used, say, most=5)}.{rest}"


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "cluster", say)
    whom = named(f["clusters_named"], say, most=3) or "nessuno"
    return (
        f"Su {many}, {say.count(len(f['clusters_named']))} senza alcun legame proprio con un'altra regione nel "
        f"profilo: {whom}."
    )
