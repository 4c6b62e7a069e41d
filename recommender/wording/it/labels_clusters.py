"""Titles, headings, heads and legends of the answers about clusters."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "clusters": "{region}: i cluster e i loro legami",
        "cluster": "{region}: {cluster}",
    },
    "heading": {
        "bridges": "Ponti da costruire tra i cluster",
        "next_links": "Prossimi legami con le istituzioni",
        "unused_institutions": "Istituzioni con cui nessun cluster lavora",
        "variety": "Varietà e punti deboli",
        "as_it_is": "Com'è",
        "renewal": "Come potrebbe rinnovarsi",
        "own_links": "I suoi prossimi legami",
    },
    "column": {
        "divisions": "Contato sotto",
        "employees_stated": "Addetti, secondo il profilo",
        "quotient_stated": "Quoziente di localizzazione, secondo il profilo",
        "at": "Righe",
        "cluster": "Cluster",
        "maturity": "Fase",
        "employees": "Addetti",
        "stars": "Stelle",
        "institutions": "Istituzioni collegate",
        "clusters": "Cluster collegati",
        "now": "Regge oggi",
        "leads": "Ne guiderebbe",
        "a": "Cluster",
        "b": "Con",
        "link": "Legame 0–1",
        "lifted": "Percorsi migliorati",
        "ahead": "Oltre l'oggi",
        "best_path": "Soprattutto",
        "fit_move": "Aderenza 0–1",
        "renews": "Aperti da un legame o una competenza",
    },
    "folded": {
        "divisions": "Contato sotto",
        "employees_stated": "Addetti, secondo il profilo",
        "quotient_stated": "Quoziente di localizzazione, secondo il profilo",
        "at": "Righe",
        "location_quotient": "Quoziente di localizzazione",
        "institutions": "Istituzioni",
        "clusters": "Cluster collegati",
        "best_path": "Soprattutto",
        "b": "Con",
        "stars": "Stelle",
    },
    "legend": {
        "clusters": "Regge: lo guida, porta un requisito essenziale o ha gran parte dell'aderenza. Quoziente di "
        "localizzazione e stelle sono calcolati qui dalle statistiche, per tutte le attività sotto cui il cluster è "
        "contato, insieme: comprendono altri, e non tutto. Secondo il profilo: ciò che dichiarano i suoi autori, con "
        "l'anno, su che cosa si basa e che cosa conta. I due quozienti differiscono se contano altre attività, e anche "
        "per le stesse se sono calcolati su un altro insieme di regioni (la fonte nel profilo dice quale). "
        "Stelle: dimensione e peso, nel primo decimo delle regioni delle statistiche per addetti nelle "
        "attività del cluster e per la loro quota nella regione; specializzazione, un quoziente di "
        "localizzazione di 2 o più (soglie dell'Osservatorio europeo dei cluster, prima edizione; da "
        "confermare). Sulla produttività mancano dati.",
        "bridges": "Un percorso conta se i due, con un legame pieno, lo migliorano di 0,05 o più rispetto al "
        "migliore da solo e superano la soglia. Oltre l'oggi: meglio della migliore coalizione della "
        "regione, tolto il costo di un partner; l'ordine è per quanto, su tutti questi percorsi.",
    },
    "empty": {
        "challenge_actors": "Da ciò che è valutato nessun percorso ha aderenza sopra 0: valutare prima ciò che serve.",
        "clusters": "Il profilo non ha cluster: scriverne uno sotto clusters.",
        "bridges": "Nessun legame tra due cluster farebbe meglio di quanto la regione sa fare oggi.",
        "next_links": "Nessun legame tra un cluster e un'istituzione farebbe meglio di quanto la regione sa fare oggi.",
        "path_institutions": "Nessuna istituzione possiede più di ciò che manca di quanto già arrivi a chi guida.",
        "unused_institutions": "Ogni istituzione con competenze lavora con un cluster o con la sua associazione.",
        "variety": "I cluster non hanno competenze valutate: valutarne prima qualcuna.",
        "strong_pairs": "Nessuna statistica contiene la regione, o nessuna coppia di attività forti è non correlata.",
        "lacks": "Nessuna istituzione con un legame debole o assente possiede ciò che gli manca per ciò che regge.",
        "own_links": "Nessun nuovo legame suo farebbe meglio di quanto la regione sa fare oggi.",
    },
    "next": {
        "cluster_card": "un cluster per intero",
    },
}
