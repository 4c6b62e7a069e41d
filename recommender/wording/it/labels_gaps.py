"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "supplies": "Chi potrebbe fornire ciò che manca",
        "gap_closers": "Chi potrebbe colmare quale lacuna",
        "returned": "Che cosa riceverebbero i partner da noi",
        "alike": "Le regioni più simili, secondo le statistiche",
    },
    "column": {
        "has_needs": "Ha → desiderato",
        "held_there": "Livello là",
        "here_best": "Migliore qui",
        "paths_count": "Percorsi",
        "for_paths": "Per",
        "there": "Là",
        "closer_here": "Qui",
        "closed_count": "Colma in",
        "partner_adds": "Un partner",
        "we_bring": "Portiamo",
        "to_assess": "Là non valutate",
        "shared_count": "Di cui attività",
    },
    "folded": {
        "there": "Là",
        "closer_here": "Migliore qui",
        "we_bring": "Portiamo",
        "to_assess": "Là non valutate",
    },
    "empty": {
        "supplies": "Di nessun attore di una regione partner si sa che possieda di più di ciò che manca.",
        "gap_closers": "A questi percorsi non manca nulla: quanto serve arriva a chi guiderebbe.",
    },
    "legend": {
        "supplies": "Competenze che mancano ai percorsi e di cui un attore noto di una regione partner possiede più di "
        "chiunque qui, secondo quanto costa la mancanza. Colma in: percorsi di cui possiede quanto chiedono; negli "
        "altri riduce la lacuna. Livelli 0–1. Per ultimo, con – : qui nessuno è stato valutato, prima chiedere qui.",
        "gap_closers": "Ha: il livello che arriva a chi guiderebbe; desiderato: il livello chiesto dal percorso. "
        "Migliore qui: il livello più alto nella regione, collegato o no. Un partner è nominato solo se ha di più.",
        "returned": "Aderenza dei loro percorsi senza e con noi. – : là nessuno è stato valutato per ciò che "
        "porteremmo, quindi non si afferma nulla.",
        "alike": "In comune: delle specializzazioni di entrambe, quelle condivise. Utili per imparare insieme, meno "
        "per colmare lacune; di queste regioni non si conoscono attori.",
    },
}
