"""Heads and legends about gaps, returns and regions that are alike."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "gap_closers": "Chi potrebbe colmare quale lacuna",
        "returned": "Che cosa riceverebbero i partner da noi",
        "alike": "Regioni simili più che complementari, secondo le statistiche",
    },
    "column": {
        "has_needs": "Ha → serve",
        "held_there": "Livello là",
        "there": "Chi là",
        "in_region": "Partner",
        "closer_here": "Qui",
        "we_bring": "Portiamo",
        "shared_count": "Di cui attività",
    },
    "folded": {
        "there": "Chi là",
        "in_region": "In",
        "closer_here": "Più vicino qui",
        "we_bring": "Portiamo",
    },
    "legend": {
        "gap_closers": "Ha: il livello che arriva a chi guiderebbe; serve: il livello chiesto dal percorso. Se si "
        "chiedono percorsi precisi, ogni lacuna ha una riga; altrimenti solo quelle che un attore noto di una "
        "regione partner potrebbe colmare.",
        "alike": "In comune: delle specializzazioni di entrambe, quelle condivise. Utili per imparare insieme, meno "
        "per colmare lacune; di queste regioni non si conoscono attori.",
    },
}
