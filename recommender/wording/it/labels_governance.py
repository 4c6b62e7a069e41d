"""Titles, headings, heads and legends of the answers about governance."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "governance": "{region}: chi potrebbe portarlo avanti",
    },
    "heading": {
        "vision": "Uno sguardo lungo su ogni cluster, in tre orizzonti",
        "organisations": "Organizzazioni di cluster",
        "alone_resources": "Che cosa le piccole imprese non possono da sole: le risorse",
        "alone_research": "Che cosa le piccole imprese non possono da sole: ricerca e sviluppo",
        "alone_access": "Che cosa le piccole imprese non possono da sole: l'accesso a istituzioni e altre regioni",
        "alone_organisation": "Di che cosa hanno bisogno le organizzazioni",
        "pooling": "Risorse da mettere in comune: competenze troppo grandi per un solo cluster",
        "criteria": "I sette criteri della condizione abilitante",
    },
    "column": {
        "vision_now": "Regge ora",
        "vision_link": "Dopo un legame",
        "vision_build": "Dopo aver costruito una competenza",
        "short_in": "Manca a percorsi",
        "summed_gain": "Aggiunge aderenza",
        "wanted": "Desiderato 0–1",
        "held_most_by": "Ne ha di più",
        "held_in": "In",
        "pooling_answer": "Insieme",
        "short_for": "Manca a",
        "association": "Organizzazione",
        "members": "Cluster",
        "readiness": "Pronta 0–1",
        "known": "Noti su 7",
        "ask_for": "Chiedere",
    },
    "folded": {
        "vision_now": "Regge ora",
        "vision_link": "Dopo un legame",
        "vision_build": "Dopo aver costruito una competenza",
        "ask_for": "Chiedere",
        "short_for": "Manca a",
        "held_most_by": "Ne ha di più",
        "held_in": "In",
    },
    "pooling_answer": {
        "link": "legarsi a chi la possiede",
        "build_with_holder": "costruire il resto una volta, con loro",
        "build_together": "costruirla una volta, insieme",
    },
    "empty": {
        "organisations": "Il profilo non ha organizzazioni di cluster: chiedere chi parla per le imprese di ognuno.",
        "no_organisation": "Nessun dato: le regole guardano le organizzazioni di cluster, e il profilo non ne ha.",
        "alone": "Nessuna nostra regola è scattata, e nessuna aspetta dati.",
        "pooling": "Nessuna competenza manca ai percorsi possibili di più cluster.",
        "no_path_yet": "Nessun percorso è ancora possibile, perciò nulla si può dire mancante a uno.",
        "vision": "Nessun percorso è alla portata di un cluster oggi, con un legame o con una competenza: valutarne di "
        "più, o scrivere un percorso.",
    },
    "legend": {
        "pooling": "Competenze che mancano a percorsi possibili di due o più cluster. Manca in percorsi: a quanti; "
        "aggiunge: quanto darebbe a tutti, fornita per intero; desiderato: il livello più alto che uno chiede; livello "
        "migliore: di chi ne ha di più, nella regione o presso un partner. Le competenze da mettere in comune di "
        "un'organizzazione sono le righe che mancano a un suo cluster.",
        "vision": "Tra parentesi con chi, o quale competenza, la sola che il cluster quasi possiede. ris3 clusters "
        "SOURCE CLUSTER dice di più. Dove non c'è un percorso, nessuno è alla portata.",
        "organisations": "Pronta: "
        "media di ciò che si sa di marchio, personale, soci, fondi privati, età della strategia e"
        " legami con la ricerca; nessun valore se se ne conoscono meno di quanti chiede "
        "readiness.fewest_known (scale e soglie sono "
        "nostre; personale, soci, fondi privati, revisione della strategia e legami con la ricerca sono gli indicatori "
        "2.2.1, 1.1.2, 3.2, 4.1.5 e 2.7 della lista europea ESCA/EUCLES per la gestione dei cluster). "
        "Dove non si sa nulla non si suppone nulla. Noti: quanti di questi sei e la quota di piccole imprese.",
        "criteria": "Regolamento (UE) 2021/1060, allegato IV, condizione 1.1, in parole nostre e brevi. Nessuna "
        "evidenza significa: il profilo non ne dice nulla.",
    },
    "indicator": {
        "staff_fte": "personale (equivalenti a tempo pieno)",
        "member_count": "numero di soci",
        "sme_share": "quota di piccole imprese",
        "private_funding_share": "quota di fondi privati",
        "research_links": "legami dei soci con la ricerca",
        "strategy_year": "anno della strategia",
        "label": "marchio di qualità e scadenza",
    },
}
