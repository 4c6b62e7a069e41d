"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: con quali altre regioni",
    },
    "heading": {
        "partners": "Chi porterebbe di più",
        "consortium": "Quali poche insieme",
        "mind": "Che altro sapere sui partner",
        "elsewhere": "Regioni con attività complementari, secondo le statistiche",
    },
    "column": {
        "partner": "Partner",
        "today": "Aggiunge oggi",
        "proposed": "Con mezzo legame",
        "linked": "Con legame pieno",
        "given": "Diamo a loro",
        "overlap": "Abbiamo del loro",
        "code": "Codice",
        "region_name": "Regione",
        "potential": "Aggiungerebbe",
        "shared": "In comune",
        "brings": "Ha ciò che qui manca",
    },
    "folded": {
        "brings": "Ha ciò che qui manca",
    },
    "legend": {
        "partners": "Aggiunge: il guadagno di aderenza netta, sommato sui percorsi che sono allora possibili. Con "
        "mezzo legame un livello di 0,80 arriva come 0,40: dove gli attori della regione ne hanno "
        "altrettanto non si guadagna nulla. Diamo a loro: lo stesso dal loro lato, per quanto se ne "
        "conoscono gli attori. Abbiamo del loro: quota di quanto possiedono i loro attori che possiedono "
        "anche i nostri.",
        "elsewhere": "Aggiungerebbe: quota media della correlazione intorno alle attività dei percorsi chiesti "
        "(altrimenti di quelli dichiarati) che mancano qui e che le specializzazioni dell'altra regione "
        "riempirebbero (da Balland e Boschma 2021, nostra ricostruzione, con la similarità Sapling). Senza dati sui "
        "legami è complementarità potenziale; le regioni grandi e varie vengono prime per natura. In comune: delle "
        "specializzazioni di entrambe, quelle condivise. Di queste regioni non si conoscono gli attori.",
    },
}
