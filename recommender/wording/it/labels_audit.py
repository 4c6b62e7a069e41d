"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: le priorità dichiarate e l'evidenza",
    },
    "heading": {
        "unsupported": "Dichiarati, oggi non sostenuti",
        "overlooked": "Sostenuti, non dichiarati",
        "unanswered": "Dichiarate, senza percorso",
        "views_side_by_side": "Dove competenze e statistiche non concordano",
    },
    "column": {
        "verdict": "Esito",
        "priorities": "Dichiarato in",
    },
    "folded": {
        "priorities": "Dichiarato in",
    },
    "verdict": {
        "supported": "sostenuto",
        "weak": "sostenuto debolmente",
        "unsupported": "non sostenuto",
        "copied": "non sostenuto, copiato?",
        "unknown": "non valutato",
        "overlooked": "trascurato",
        "quiet": "non dichiarato",
    },
    "legend": {
        "audit": "Sostenuto: fascia alta o media; debolmente: bassa; trascurato: fascia alta e nessuna priorità lo"
        " dichiara. Copiato?: qui non sostenuto, e lo dichiara anche un vicino.",
        "views": "Sono entrambi percentili: dei percorsi inventati per le competenze, delle attività in cui la "
        "regione non è specializzata per le statistiche. Nessuno dei due ha ragione da solo: una "
        "divisione è più ampia di un percorso, e un giudizio è un giudizio.",
    },
}
