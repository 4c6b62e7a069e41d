"""Titles, headings, heads and legends of the audit."""

from __future__ import annotations

from collections.abc import Mapping

SUPPORT = (
    "Sostenuto: fascia alta o media; poco valutato: così, ma valutato meno di quanto chiede l'impostazione "
    "novelty.assessed; debolmente: bassa; trascurato: fascia alta, attribuito a nessuna priorità."
)

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "audit": "{region}: le priorità dichiarate e l'evidenza",
    },
    "heading": {
        "audited_paths": "Percorso per percorso, prima quelli senza sostegno",
        "unsupported": "Attribuiti a una priorità, oggi non sostenuti",
        "views_apart": "Dove competenze e statistiche non concordano",
        "overlooked": "Sostenuti, attribuiti a nessuna priorità",
        "unanswered": "Priorità cui non è attribuito alcun percorso",
        "views_side_by_side": "Competenze e statistiche",
    },
    "column": {
        "verdict": "Esito",
        "priorities": "Attribuito a",
        "priority": "Priorità",
        "assessed": "Valutato",
        "mapped_paths": "Percorsi",
        "supported_paths": "Sostenuti",
        "best_supported": "Migliore",
        "blocked_by": "Perché no",
        "ask_about": "Chiedere di",
        "also_mapped_by": "Attribuito anche da",
    },
    "folded": {
        "priorities": "Attribuito a",
        "best_supported": "Migliore",
        "blocked_by": "Perché no",
        "ask_about": "Chiedere di",
        "also_mapped_by": "Attribuito anche da",
    },
    "verdict": {
        "supported": "sostenuto",
        "supported_thinly": "sostenuto, poco valutato",
        "weak": "sostenuto debolmente",
        "unsupported": "non sostenuto",
        "mapped_elsewhere": "non sostenuto, attribuito anche altrove",
        "unknown": "non valutato",
        "overlooked": "trascurato",
        "quiet": "attribuito a nessuna",
    },
    "empty": {
        "unsupported": "A nessuno dei percorsi attribuiti e valutati manca sostegno.",
        "overlooked": "Nessun percorso della fascia alta è escluso: ognuno è attribuito a una priorità.",
        "none_high": "Nessun percorso è della fascia alta.",
    },
    "legend": {
        "priorities": "Esito: il migliore dei suoi percorsi. Sostenuti: di quanti la fascia è alta o media. Valutato: "
        "quota di ciò che serve a un percorso che qualcuno ha valutato, per peso; di una priorità la media dei suoi.",
        "audit": SUPPORT,
        "audit_neighbours": f"{SUPPORT} Attribuito anche altrove: così anche nel profilo di un vicino, che non dice "
        "chi abbia preso da chi.",
    },
}
