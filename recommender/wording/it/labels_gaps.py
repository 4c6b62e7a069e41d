"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "supplies": "Chi potrebbe fornire ciò che manca",
        "gap_closers": "Chi potrebbe colmare quale lacuna",
        "returned": "Che cosa riceverebbero i partner da noi",
        "alike": "Regioni simili più che complementari, secondo le statistiche",
    },
    "column": {
        "has_needs": "Ha → desiderato",
        "held_there": "Livello là",
        "here_best": "Migliore qui",
        "paths_count": "Percorsi",
        "for_paths": "Per",
        "there": "Là",
        "closer_here": "Qui",
        "we_bring": "Portiamo",
        "shared_count": "Di cui attività",
    },
    "folded": {
        "there": "Là",
        "closer_here": "Più vicino qui",
        "we_bring": "Portiamo",
    },
    "empty": {
        "supplies": "Di nessun attore di una regione partner si sa che possieda di più di ciò che manca.",
        "gap_closers": "A questi percorsi non manca nulla: quanto serve arriva a chi guiderebbe.",
    },
    "legend": {
        "supplies": "Competenze che mancano ai percorsi e di cui un attore noto di una regione partner possiede più di "
        "quanto arriva a chi guiderebbe; prima quelle di cui qui nessuno possiede altrettanto (per le altre basterebbe "
        "un legame dentro la regione), poi secondo quanto costa la mancanza. Livelli 0–1; – : qui nessuno l'ha "
        "valutata, prima chiedere.",
        "gap_closers": "Ha: il livello che arriva a chi guiderebbe; desiderato: il livello che il percorso chiede.",
        "alike": "In comune: delle specializzazioni di entrambe, quelle condivise. Utili per imparare insieme, meno "
        "per colmare lacune; di queste regioni non si conoscono attori.",
    },
}
