"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: con quali altre regioni",
    },
    "heading": {
        "partners": "Chi porterebbe che cosa, e che cosa porteremmo noi",
        "consortium": "Quali poche insieme",
        "partner_links": "I legami che ci sono",
        "links_today": "Legami in uso, e chi resta isolato",
        "similar": "Simili più che complementari: per imparare, non per colmare lacune",
        "elsewhere": "Regioni con attività complementari, secondo le statistiche",
        "complementary_regions": "Regioni con attività complementari, secondo le statistiche: tutte",
    },
    "column": {
        "partner": "Partner",
        "opened": "Di cui oggi non possibili",
        "today": "Aggiunge oggi",
        "proposed": "Con un progetto comune",
        "linked": "Con legame pieno",
        "given": "Diamo a loro",
        "overlap": "Abbiamo del loro",
        "between": "Fra",
        "strength": "Forza 0–1",
        "lifts_today": "Percorsi migliorati oggi",
        "code": "Codice",
        "region_name": "Regione",
        "here": "Qui già",
        "added": "La prima aggiunge",
        "by_chance": "Per caso",
        "regions": "Aggiungono di più",
        "for_path": "Per",
        "holds_it": "Vi è specializzata",
        "shared": "In comune",
    },
    "folded": {
        "between": "Fra",
        "regions": "Aggiungono di più",
        "for_path": "Per",
    },
    "empty": {
        "no_partner_gains": "Nessuno dei partner di cui si conoscono gli attori migliorerebbe un percorso, nemmeno con "
        "un legame pieno: quanto arriva da loro l'hanno anche i nostri attori, o manca accanto un essenziale che "
        "nessuno possiede.",
        "consortium": "Nemmeno insieme i partner aggiungono qualcosa.",
        "similar": "Nessun partner di cui si conoscono gli attori è soltanto simile.",
        "elsewhere": "La regione è specializzata in ogni attività di questi percorsi che le statistiche contengono, o "
        "intorno alle altre nessuno aggiunge più di quanto darebbe il caso: nessuna regione spicca.",
        "no_statistics": "Le statistiche non contengono questa regione, o il profilo non ne dà il codice, quindi "
        "non se ne può dire nulla: --table prende dati propri.",
    },
    "next": {
        "partners_with": "con i profili di altre regioni accanto",
        "partners_path": "un percorso: ogni lacuna e chi potrebbe colmarla",
        "partners_gaps": "ogni lacuna di ogni percorso",
    },
    "legend": {
        "partners": "Aggiunge: aderenza netta, sommata sui percorsi che sono allora possibili; 1 è un percorso da zero "
        "all'aderenza piena. La forza di un legame va da 0 a 1 (pieno), come sotto partners nel profilo: di un livello "
        "di 0,80 un legame di 0,50 lascia passare 0,40, e dove i nostri attori ne hanno altrettanto non aggiunge "
        "nulla. Un progetto comune conta 0,50. Diamo a loro: lo stesso dal loro lato, per quanto noto. "
        "Abbiamo del loro: in competenze.",
        "partner_links": "Il solo nome del partner: le due regioni nel loro insieme. Migliorati: percorsi possibili, "
        "grazie a quanto quel partner fornisce con i legami di oggi.",
        "elsewhere": "Quota della correlazione intorno a un'attività, che qui manca, di questi percorsi (altrimenti di "
        "quelli dichiarati): quanto riempie la regione, quanto aggiungerebbero le specializzazioni della prima regione "
        "(Balland e Boschma 2021, nostra ricostruzione, similarità Sapling) e quanto altrettante estratte a sorte; "
        "l'ordine è secondo l'eccedenza, altrimenti verrebbero prime ovunque le più varie. I servizi si raccolgono "
        "nelle capitali, che perciò lì vengono prime. Complementarità potenziale di attività: di queste regioni non "
        "si conoscono attori né legami.",
    },
}
