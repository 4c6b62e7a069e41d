"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: con quali altre regioni",
    },
    "heading": {
        "asked_paths": "I partner possono aiutare?",
        "partners": "Chi porterebbe che cosa, e che cosa porteremmo noi",
        "consortium": "Quali poche insieme",
        "partner_links": "I legami che ci sono",
        "links_today": "Legami in uso, e chi resta isolato",
        "similar": "Regioni simili: per imparare, meno per colmare lacune",
        "elsewhere": "Regioni con attività complementari, secondo le statistiche",
        "complementary_regions": "Regioni con attività complementari, secondo le statistiche: tutte",
    },
    "column": {
        "partner": "Partner",
        "opened": "Di cui oggi non possibili",
        "paths_to_ask": "Da chiedere qui",
        "today": "Aggiunge oggi",
        "proposed": "Con un progetto comune",
        "linked": "Con legame pieno",
        "given": "Diamo a loro",
        "overlap": "Abbiamo del loro",
        "between": "Fra",
        "strength": "Forza 0–1",
        "lifts_today": "Percorsi migliorati oggi",
        "code": "Codice",
        "code_now": "Codice oggi",
        "outside_union": "Fuori dall'UE",
        "region_name": "Regione",
        "here": "Qui già",
        "added": "La prima aggiunge",
        "by_chance": "Per caso",
        "regions": "Aggiungono di più",
        "for_path": "Per",
        "holds_it": "Vi è specializzata",
        "shared": "In comune",
    },
    "partner_adds": {
        "closes": "colma",
        "narrows": "riduce",
        "ask_here": "prima chiedere qui",
    },
    "country": {
        "AL": "Albania",
        "BA": "Bosnia ed Erzegovina",
        "CH": "Svizzera",
        "IS": "Islanda",
        "LI": "Liechtenstein",
        "MD": "Moldavia",
        "ME": "Montenegro",
        "MK": "Macedonia del Nord",
        "NO": "Norvegia",
        "RS": "Serbia",
        "TR": "Turchia",
        "UA": "Ucraina",
        "UK": "Regno Unito",
        "XK": "Kosovo",
    },
    "folded": {
        "between": "Fra",
        "regions": "Aggiungono di più",
        "for_path": "Per",
    },
    "empty": {
        "no_partner_gains": "Nessuno dei partner di cui si conoscono gli attori migliorerebbe un percorso, nemmeno con "
        "un legame pieno: quanto possiedono lo possiedono anche i nostri attori, o manca accanto un essenziale che "
        "nessuno possiede.",
        "consortium": "Nemmeno insieme aggiungono qualcosa di certo.",
        "elsewhere": "La regione è specializzata in ogni attività di questi percorsi che le statistiche contengono, o "
        "intorno alle altre nessuno aggiunge più di quanto darebbe il caso: nessuna regione spicca.",
        "no_statistics": "Le statistiche non contengono questa regione, o il profilo non ne dà il codice, quindi "
        "non se ne può dire nulla: --table prende dati propri.",
    },
    "next": {
        "partners_with": "con i profili di altre regioni accanto",
        "partners_path": "un percorso: ogni lacuna e chi potrebbe colmarla",
        "partners_gaps": "ogni lacuna di ogni percorso",
        "partners_explain": "che cosa manca al percorso, e che cosa cambierebbe le cose",
        "partners_init": "un profilo proprio, per poter nominare attori",
    },
    "legend": {
        "partners": "Conta solo ciò di cui un partner possiede più di chiunque qui, e solo se qui qualcuno è stato "
        "valutato. "
        "Aggiunge: aderenza netta, sommata sui percorsi che sono allora possibili; 1 è un percorso da zero "
        "all'aderenza piena. La forza di un legame va da 0 a 1 (pieno): di un livello di 0,80 un progetto comune "
        "(0,50) lascia passare 0,40. Diamo a loro: lo stesso dal loro lato; – : là non valutato, chiedere. Abbiamo del "
        "loro: in competenze.",
        "partner_links": "Il solo nome del partner: le due regioni nel loro insieme. Migliorati: percorsi possibili, "
        "grazie a quanto quel partner fornisce con i legami di oggi.",
        "elsewhere": "Quota della correlazione intorno a un'attività di questi percorsi (altrimenti di quelli "
        "dichiarati) che qui manca: quanto riempie la regione, quanto aggiungerebbero le specializzazioni della prima "
        "regione (Balland e Boschma 2021, nostra ricostruzione, similarità Sapling) e quanto altrettante estratte a "
        "sorte; in ordine di eccedenza. Codici NUTS 2024: + dove la regione fu divisa, in dove ne è parte. "
        "Complementarità potenziale di attività: di queste regioni non si conoscono attori né legami.",
        "elsewhere_activities": "Quota della correlazione intorno a un'attività in cui la regione potrebbe crescere: "
        "quanto riempie la regione, quanto aggiungerebbero le specializzazioni della prima regione (Balland e Boschma "
        "2021, nostra ricostruzione, similarità Sapling) e quanto altrettante estratte a sorte; in ordine di "
        "eccedenza. Codici NUTS 2024: + dove la regione fu divisa, in dove ne è parte.",
    },
}
