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
        "actions": "Che cosa fare",
        "pooling": "Che cosa mettere in comune: troppo per un solo cluster",
        "criteria": "I sette criteri della condizione abilitante",
    },
    "column": {
        "vision_now": "Possibile ora",
        "vision_link": "Dopo un legame",
        "vision_build": "Dopo aver costruito una competenza",
        "association": "Organizzazione",
        "members": "Cluster",
        "readiness": "Pronta 0–1",
        "known": "Noti su 7",
        "ask_for": "Chiedere",
    },
    "folded": {
        "vision_now": "Possibile ora",
        "vision_link": "Dopo un legame",
        "vision_build": "Dopo aver costruito una competenza",
        "ask_for": "Chiedere",
    },
    "legend": {
        "vision": "Tra parentesi con chi, o quale competenza, la sola che il cluster quasi possiede. ris3 clusters "
        "SOURCE CLUSTER dice di più.",
        "organisations": "Pronta: "
        "media di ciò che si sa di marchio, personale, soci, fondi privati, età della strategia e"
        " legami con la ricerca; nessun valore se se ne conoscono meno di tre (scale e soglie sono "
        "nostre). Dove non si sa nulla non si suppone nulla.",
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
