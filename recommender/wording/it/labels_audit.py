"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: le priorità dichiarate e l'evidenza",
    },
    "heading": {
        "unsupported": "Attribuiti a una priorità, oggi non sostenuti",
        "overlooked": "Sostenuti, attribuiti a nessuna priorità",
        "unanswered": "Priorità cui non è attribuito alcun percorso",
        "views_side_by_side": "Dove competenze e statistiche non concordano",
    },
    "column": {
        "verdict": "Esito",
        "priorities": "Attribuito a",
    },
    "folded": {
        "priorities": "Attribuito a",
    },
    "verdict": {
        "supported": "sostenuto",
        "weak": "sostenuto debolmente",
        "unsupported": "non sostenuto",
        "copied": "non sostenuto, attribuito anche altrove",
        "unknown": "non valutato",
        "overlooked": "trascurato",
        "quiet": "attribuito a nessuna",
    },
    "empty": {
        "unsupported": "A nessuno dei percorsi attribuiti e valutati manca sostegno.",
        "overlooked": "Nessun percorso della fascia alta è escluso: ognuno è attribuito a una priorità.",
        "none_high": "Nessun percorso è della fascia alta.",
        "views_side_by_side": "Su nessun percorso valutato competenze e statistiche differiscono oltre il limite.",
        "competences_say_more": "Su nessun percorso valutato le competenze dicono di più oltre il limite.",
        "statistics_say_more": "Su nessun percorso valutato le statistiche dicono di più oltre il limite.",
    },
    "legend": {
        "audit": "Sostenuto: fascia alta o media; debolmente: bassa; trascurato: fascia alta, attribuito a nessuna"
        " priorità. L'attribuzione è un giudizio degli autori del profilo. Attribuito anche altrove: qui non"
        " sostenuto, e attribuito a una priorità anche nel profilo di un vicino; lo giudicano i suoi autori, e non dice"
        " chi abbia preso da chi.",
        "views": "Sono entrambi percentili: dei percorsi inventati per le competenze, delle attività in cui la "
        "regione non è specializzata per le statistiche. Nessuno dei due ha ragione da solo: una "
        "divisione è più ampia di un percorso, e un giudizio è un giudizio.",
    },
}
