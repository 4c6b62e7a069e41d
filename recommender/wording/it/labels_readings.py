"""Titoli, intestazioni e legende delle statistiche lette altrimenti."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "heading": {
        "drawn_again": "Se i giudizi e le statistiche fossero un po' diversi",
        "readings": "Se le statistiche si leggessero altrimenti",
        "held": "Comunque si leggano le statistiche",
    },
    "column": {
        "stay_first": "Dei primi dieci restano",
        "ranked_no_more": "Non più in graduatoria",
        "ranked_anew": "Nuovi in graduatoria",
        "among_first": "Fra i primi dieci",
        "still_ranked": "In graduatoria",
        "rank_between": "Posti",
    },
    "folded": {
        "ranked_no_more": "Non più in graduatoria",
        "ranked_anew": "Nuovi in graduatoria",
    },
    "legend": {
        "readings": "Spostamento medio dei posti di ciò che è in entrambe le graduatorie, nell'ordine fra loro. "
        "Cambia una cosa per volta, con tutto ciò che ne segue; la previsione resta. Affinità con una "
        "sola misura: la densità attorno a ogni attività, o il punteggio Sapling.",
        "held": "In quante delle letture è fra i primi dieci, e in quante è in graduatoria; i posti vanno dal "
        "migliore al peggiore.",
    },
    "choice": {
        "cut": "Specializzata da un quoziente di localizzazione di {value}",
        "quotient": "Specializzata {value}",
        "year": "Anno {value}",
        "relatedness": "Affinità solo con {value}",
    },
    "choice_value": {
        "shrunken": "secondo un quoziente avvicinato a 1 dove i conteggi sono piccoli",
        "likely": "solo dove è probabile in nove casi su dieci",
        "density": "densità (minore delle due probabilità)",
        "sapling_between_activities": "similarità Sapling fra attività",
        "sapling_between_regions": "similarità Sapling fra regioni",
        "association": "forza di associazione",
        "association-probability": "probabilità di associazione",
        "cosine": "coseno delle coppie",
        "cosine-by-ubiquity": "coseno delle presenze",
        "jaccard": "indice di Jaccard delle coppie",
        "jaccard-by-ubiquity": "indice di Jaccard delle presenze",
        "lift": "lift",
        "probability-by-ubiquity": "probabilità di condividere una regione",
        "quotient-correlation": "correlazione dei quozienti di localizzazione",
        "taxonomy": "rete tassonomica",
        "weighted-correlation": "correlazione pesata delle quote",
    },
}
