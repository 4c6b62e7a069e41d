"""Titles, headings, column heads and the lines around a result."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "scenario-comparison": "{region}: e se?",
        "scenario-run": "{region}: e se? {scenario}",
        "recommendation_paths": "{region}: in che cosa può crescere",
        "recommendation_activities": "{region}: attività alla portata, secondo le statistiche",
        "explanation": "{region}: {path}",
        "comparison": "{region}: {first} o {second}?",
        "region": "la regione",
    },
    "header": {
        "assessed": "Valutato",
        "judged": "Evidenza",
        "strongest": "Oggi",
        "weighting": "Ottica",
        "reference_vintage": "Statistiche",
        "region_recoded": "Codice regione",
    },
    "heading": {
        "reasons": "Perché vengono per primi",
        "findings": "Che altro sapere",
        "not_assessed": "Ancora nessun giudizio: chiedere",
        "not_yet": "Non raccomandati, e perché",
        "limits": "Che cosa limita questa risposta",
        "next": "Come proseguire",
        "needs_met": "Quanto è soddisfatto ciò che serve",
    },
    "question": {
        "why": "Perché?",
        "with_what": "Con che cosa, e con chi?",
        "missing": "Che cosa manca?",
        "from_whom": "Da chi potrebbe venire?",
        "change": "Che cosa cambierebbe la risposta?",
        "certainty": "Quanto è sicuro?",
        "source": "Da dove viene?",
    },
    "column": {
        "base": "Oggi",
        "because": "A causa di",
        "rank": "#",
        "rank_full": "Posizione",
        "path": "Percorso",
        "activity": "Attività",
        "band": "Fascia",
        "score": "Punti 0–1",
        "fit": "Aderenza 0–1",
        "fit_range": "Aderenza da–a",
        "percentile": "Supera su 100",
        "by_statistics": "Supera su 100, per statistiche",
        "complexity": "Complesso 0–1",
        "coalition": "Chi insieme",
        "gap": "Lacuna principale (presente su necessario)",
        "density": "Affine già qui",
        "location_quotient": "Quoziente di localizzazione",
        "tags": "Transizioni",
        "related": "Affine a",
        "why": "Perché no",
        "ask": "Chiedere di",
        "competence": "Competenza",
        "weight": "Peso 0–1",
        "has": "C'è 0–1",
        "needs": "Serve 0–1",
        "met": "Coperto",
        "from": "Da chi",
    },
    "folded": {
        "because": "A causa di",
        "coalition": "Chi",
        "gap": "Lacuna",
        "tags": "Per",
        "related": "Affine a",
        "from": "Da chi",
    },
    "cell": {
        "others_moved": "si spostano gli altri",
        "gap": "{name} {has} su {needs}",
        "essential": "essenziale",
        "none": "nessuna",
        "not_needed": "non serve",
        "not_assessed": "non valutato",
        "near": "{} (vicina: {})",
        "more": "e altri {count}: --format md, csv o json li danno tutti",
        "nobody": "nessuno",
    },
    "legend": {
        "places": "Posto e fascia; tra parentesi i posti guadagnati (+) o persi (−) rispetto a oggi.",
        "moves": "A causa di: il numero di una modifica e la sua parte nella variazione del punteggio (dove qualcosa "
        "entra o esce: dell'aderenza). Le parti di tutte le modifiche danno l'intera variazione (valori di Shapley).",
        "paths": "Supera su 100: di 100 percorsi inventati della stessa forma, quanti aderiscono meno a questa "
        "regione. Fascia alta da {high}, media da {medium}.",
        "activities": "Supera su 100: di 100 attività in cui la regione non è specializzata, quante sono meno affini a "
        "ciò che fa. Fascia alta da {high}, media da {medium}.",
    },
    "next": {
        "explain": "perché, con chi, che cosa manca, che cosa cambierebbe",
        "compare": "due fianco a fianco",
        "init": "un profilo d'esempio da copiare e cambiare",
        "json": "tutto, per un programma; ogni frase con i fatti e le righe da cui viene",
    },
    "word": {
        "source": "SOURCE",
    },
}
