"""Heads and legends about institutions, production chains and strong pairs."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "cluster_institutions": "Quale istituzione potrebbe colmare le lacune di quale cluster",
        "institutions": "Istituzioni che possiedono ciò che manca ai percorsi: tutte",
        "matrix": "Che cosa potrebbero fare due cluster insieme",
        "path_institutions": "Quale istituzione potrebbe colmare le lacune di quale percorso",
        "chains": "Filiere",
        "strong_pairs": "Attività forti ma non correlate, e che cosa potrebbe unirle",
        "lacks": "Chi possiede ciò che le manca",
    },
    "column": {
        "works_with": "Lavora con",
        "lead": "Guida",
        "institution": "Prossimo legame",
        "holds": "Che possiede",
        "clusters_counted": "Cluster contati lì",
        "gain": "Aggiunge in aderenza",
        "strong_in": "Forte in",
        "and_in": "e in",
        "bridge": "Le unirebbe",
        "crossing_score": "Punteggio",
    },
    "folded": {
        "works_with": "Lavora con",
        "lead": "Guida",
        "institution": "Prossimo legame",
        "holds": "Che possiede",
        "clusters_counted": "Cluster contati lì",
    },
    "specialised_in": {
        "lq_exports": "quoziente di localizzazione delle esportazioni",
        "rta_patents": "vantaggio tecnologico rivelato",
    },
    "legend": {
        "cluster_institutions": "Per i percorsi che il cluster guida o di cui fa parte: l'istituzione che possiede "
        "più di quanto manca a entrambi e lavora poco o per nulla con esso; quanto aggiungerebbe un legame "
        "pieno con chi guida. – : nulla che un'istituzione possa colmare.",
        "matrix": "Percorsi possibili che due cluster fanno chiaramente meglio insieme: sotto la diagonale con il "
        "legame di oggi, sopra quelli che un legame pieno migliorerebbe ancora. I numeri in alto sono delle righe.",
        "path_institutions": "L'istituzione il cui legame pieno con chi guida aggiungerebbe più aderenza, a parità "
        "di tutto il resto; legame 0: oggi nessuno. Un percorso senza riga: nessuna aggiungerebbe almeno 0,01, perché "
        "nessuna possiede più di ciò che arriva a chi guida o perché manca anche un altro essenziale; "
        "la tabella di tutte le istituzioni ha tutte quelle che ne possiedono di più.",
        "strong_pairs": "Attività con un quoziente di localizzazione sopra 1 in almeno 9 casi su 10, la cui "
        "correlazione sta nel terzo più basso di tutte le coppie. Punteggio: la correlazione dell'attività che le "
        "unisce con la meno vicina delle due, per 1 meno la correlazione fra le due, per il guadagno di complessità "
        "dove è un'evidenza solida (da Janssen e Frenken 2019, nostra ricostruzione; da confermare).",
    },
}
