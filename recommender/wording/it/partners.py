"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels_partners import LABELS


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
        f"{say.name(f['partner'])}{what}{', come' if len(f['paths']) > 1 else ':'} {say.quoted(f['path'])} (aderenza "
        f"{say.number(f['fit_from'])} → {say.number(f['fit_to'])} su 1).{joint}"
    )


def partner_to_ask(f: Facts, say: Speaker) -> str:
    what, who = quoted(f["competences"], say, most=2) or "qualcosa", say.name(f["partner"])
    return (
        f"Qui nessuno è stato valutato per {what}, che {who} "
        f"possiede: prima chiedere qui. Se alla regione mancano, migliorerebbe "
        f"{plural(len(f['paths']), 'percorso', 'percorsi', say)}{_such_as(f, say)}."
    )


def return_to_ask(f: Facts, say: Speaker) -> str:
    what, who = quoted(f["competences"], say, most=2) or "qualcosa", say.name(f["partner"])
    return (
        f"Non valutate là, quindi non contate: {what}, che la regione possiede. "
        f"Chiedere a {who}: se le mancano, là migliorerebbero "
        f"{plural(len(f['paths']), 'percorso', 'percorsi', say)}{_such_as(f, say)}."
    )


def _such_as(f: Facts, say: Speaker) -> str:
    such_as = ", come" if len(f["paths"]) > 1 else ":"
    return f"{such_as} {say.quoted(f['paths'][0])}" if f["paths"] else ""


def partner_path(f: Facts, say: Speaker) -> str:
    led = f", guidato da {say.name(f['lead'])}," if f["lead"] else ""
    head = f"{say.quoted(f['path'])}{led} ha un'aderenza di {say.number(f['fit'])} su 1."
    verbs = (("closes", "colmerebbero"), ("narrows", "ridurrebbero la lacuna di"))
    partner = listed([f"{verb} {quoted(f[key], say)}" for key, verb in verbs if f[key]], say)
    told = [
        f"I partner {partner}." if partner else "Di quanto manca nessun partner noto possiede più della regione.",
        f"Qui qualcuno possiede, di {quoted(f['inside'], say)}, più di quanto arriva a chi guida: prima collegarsi."
        if f["inside"]
        else "",
        f"Qui nessuno è stato valutato per {quoted(f['ask_here'], say)}: prima chiedere." if f["ask_here"] else "",
        f"Nessuno che si conosca possiede di più di {quoted(f['nowhere'], say)}: va costruito." if f["nowhere"] else "",
    ]
    if not any(f[key] for key in ("closes", "narrows", "inside", "ask_here", "nowhere")):
        return f"{head} Non gli manca nulla."
    return " ".join([head, *filter(None, told)])


def partner_no_help(f: Facts, say: Speaker) -> str:
    path = say.quoted(f["path"])
    if f["possible_today"]:
        return f"{path} è possibile oggi, e nessun partner noto, da solo o con altri, lo migliorerebbe."
    if f["nowhere"]:
        why = f"nessuno che si conosca, qui o là, possiede abbastanza degli essenziali: {quoted(f['nowhere'], say)}"
    elif f["ask_here"]:
        why = f"per questi essenziali qui nessuno è stato valutato, prima chiedere: {quoted(f['ask_here'], say)}"
    elif f["passenger"]:
        why = "la regione non possiede abbastanza di alcun essenziale, e sarebbe solo trasportata"
    else:
        why = "ciò di cui possiedono più della regione non è ciò che manca"
    return f"Nessun partner noto, da solo o con altri, renderebbe possibile {path}: {why}."


def partners_left_out(f: Facts, say: Speaker) -> str:
    names = listed((say.local(name) for name in f["texts"]), say) or "nessuna"
    one = len(f["texts"]) == 1
    return (
        f"Escluse dalla cartella: {names}, senza codice NUTS come le regioni inventate. Per "
        f"{'contarla' if one else 'contarle'} nominare il file stesso."
    )


def partners_need_profile(f: Facts, say: Speaker) -> str:
    return (
        "Senza un profilo si confrontano solo le attività: in che cosa ogni regione è specializzata, non chi vi "
        "potrebbe collaborare con chi."
    )


def regions_outside(f: Facts, say: Speaker) -> str:
    where = listed((LABELS["country"].get(code, code) for code in f["countries"]), say, most=9) or "un altro paese"
    return (
        f"Con * ({where}): fuori dall'Unione europea e dalla sua politica di coesione; va verificato se un programma "
        f"Interreg o un'associazione a Orizzonte Europa copra un progetto comune."
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    who, held = say.name(f["partner"]), say.percent(f["overlap"])
    if f["competences"]:
        return (
            f"{who} è simile, perché la regione possiede il {held} di quanto sanno fare i suoi attori noti; ma "
            f"possiede più di chiunque qui di {quoted(f['competences'], say)}, e in questo è complementare."
        )
    return (
        f"{who} è simile più che complementare: la regione possiede il {held} di quanto sanno fare i suoi attori noti, "
        f"e nulla di ciò di cui possiedono di più migliorerebbe un percorso."
    )


def regions_alike(f: Facts, say: Speaker) -> str:
    alone = len(f["regions_named"]) == 1
    shares = [say.percent(f[name]) for name in ("high", "low") if f[name] is not None]
    common = "–".join(dict.fromkeys(shares)) or "alcune"
    above, partners = listed(f["regions_above"], say), named(f["partners"], say)
    rest = (
        f" Simile nell'insieme, {above} aggiungerebbe però intorno a una singola attività qui sotto." if above else ""
    )
    if partners:
        rest += f" Simile nelle attività, {partners} possiede però competenze di cui qui nessuno possiede altrettanto."
    return (
        f"Secondo le statistiche {listed(f['regions_named'], say, most=5) or 'nessuna'} "
        f"{'è la più simile' if alone else 'sono le più simili'}: delle attività in cui l'una o l'altra è "
        f"specializzata, {common} sono comuni.{rest}"
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
    whole = len(f["partners"]) == f["partners_known"]
    head = f"Scelta migliore di al massimo {say.count(min(f['at_most'], f['partners_known']))} fra {known}"
    if whole:
        head = "L'unico di cui si conoscono attori" if f["partners_known"] == 1 else "Tutti quelli con attori noti"
    share = f["added"] / f["added_by_all"] if f["added_by_all"] > 0 else 1.0
    of_all = "" if whole else f", il {say.percent(min(1.0, share))} di quanto darebbero tutti e {known}"
    return (
        f"{head}: {chosen}. Con legami pieni migliorerebbero {plural(len(f['paths']), 'percorso', 'percorsi', say)}; "
        f"di quanto serve loro, secondo i pesi, sarebbe coperto il {say.percent(f['covered_to'])} invece del "
        f"{say.percent(f['covered_from'])}.{new} Si aggiungono {say.number(f['added'])} di aderenza netta (1 su un "
        f"percorso: da zero all'aderenza piena){of_all}.{'' if whole else _sure(f, say)}"
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
        return (
            f"I legami di oggi{whom} non migliorano alcun percorso che sarebbe allora possibile: di quanto ne arriva "
            f"qualcuno qui possiede altrettanto."
        )
    rest = f" Quelli con {idle} nessuno." if idle else ""
    what = "Con ciò di cui qui nessuno possiede altrettanto, i legami di oggi migliorano"
    return f"{what} {listed(used, say, most=5)}.{rest}"


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "cluster", say)
    whom = named(f["clusters_named"], say, most=3) or "nessuno"
    return (
        f"Su {many}, {say.count(len(f['clusters_named']))} senza alcun legame proprio con un'altra regione nel "
        f"profilo: {whom}."
    )
