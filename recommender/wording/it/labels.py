"""Words for what findings and results are made of: bands, criteria, types, kinds."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "band": {
        "high": "alta",
        "medium": "media",
        "low": "bassa",
        "not_assessed": "non valutato",
        "not_yet": "non ancora",
    },
    "criterion": {
        "relatedness": "Affinità",
        "complexity": "Complessità",
        "transition": "Transizione",
        "demand": "Domanda",
        "connectivity": "Connettività",
        "governance": "Governance",
    },
    "lens": {
        "balanced": "Equilibrata",
        "low-risk": "A basso rischio",
        "high-complexity": "Ad alta complessità",
        "green": "Transizione verde",
        "digital": "Transizione digitale",
        "social": "Sfide sociali",
    },
    "quadrant": {
        "high_road": "via alta: affine e complesso",
        "slow_road": "via lenta: affine, meno complesso",
        "casino": "scommessa: complesso, meno affine",
        "dead_end": "vicolo cieco: meno affine, meno complesso",
    },
    "transformation": {
        "radical_foundation": "una fondazione radicale",
        "modernisation": "una modernizzazione",
        "transition": "una transizione",
        "diversification": "una diversificazione",
    },
    "rule": {
        "radical_novelty": "molto di ciò che serve è nuovo per la regione",
        "led_by_institution": "lo guiderebbe un'istituzione, non un cluster",
        "lead_active": "il capofila vi è già attivo",
        "declared": "lo dichiarano gli autori e nulla lo smentisce",
        "lead_declining": "lo porterebbe in gran parte un cluster in declino",
        "lead_transforming": "lo porterebbe in gran parte un cluster in trasformazione",
        "otherwise": "un cluster porterebbe in qualcosa di nuovo ciò che sa fare",
    },
    "novelty": {
        "incremental": "incrementale",
        "substantial": "sostanziale",
        "radical": "radicale",
        "poorly_assessed": "troppo poco valutato per dirlo",
    },
    "competence_kind": {
        "technological": "tecnologico",
        "organisational": "organizzativo",
        "business_model": "modello di business",
    },
    "evidence": {
        "judged": "stimati",
        "surveyed": "da indagine",
        "measured": "misurati",
        "proxy": "proxy",
    },
    "basis": {
        "competence": "competenze",
        "colocation": "statistiche",
        "both": "competenze e statistiche",
        "judged": "stima",
        "surveyed": "indagine",
        "measured": "misura",
        "proxy": "proxy",
        "profile": "profilo",
        "missing": "manca",
    },
    "why_missing": {
        "no_profile": "non c'è un profilo di ciò che sanno fare gli attori della regione",
        "no_region_code": "il profilo non indica un codice di regione, quindi nessuna statistica gli corrisponde",
        "region_not_in_reference": "le statistiche non contengono la regione",
        "no_candidate_activity": "le statistiche non hanno attività candidate da confrontare",
        "no_data": "i dati sono riservati o mancanti",
        "not_asked_for": "l'altra evidenza non è stata chiesta",
    },
    "recoding": {
        "recoded": "è cambiato solo il codice",
        "boundary_shift": "il confine si è spostato, quindi i dati riguardano un'area un po' diversa",
        "merged": "da allora alcune regioni sono state unite, quindi i dati riguardano un'area più grande",
        "split": "da allora la regione è stata divisa, quindi i dati riguardano quella più grande",
        "part": "le due aree coincidono solo in parte, quindi i dati riguardano un'altra area",
    },
    "dataset": {
        "sbs_r_nuts06_r2": "Statistiche strutturali sulle imprese per regione (sbs_r_nuts06_r2)",
    },
    "unit": {
        "local units": "unità locali",
        "wages and salaries, million euro": "retribuzioni, milioni di euro",
        "persons employed": "addetti",
    },
    "relatedness_measure": {
        "input-output": "le forniture tra attività",
        "skill-relatedness": "i passaggi di lavoratori tra attività",
        "skill-relatedness-ratio": "i passaggi di lavoratori tra attività",
        "competence-similarity": "le competenze che le attività condividono",
        "given-relatedness": "una vicinanza fornita da voi",
    },
    "doubt": {
        "disconnected": "alcune regioni e attività non hanno nulla in comune con le altre",
        "small_spectral_gap": "due ordini diversi spiegano i dati quasi ugualmente bene",
        "undefined": "non si può calcolare",
        "sign_by_size": "è quasi indipendente dalla varietà delle regioni (correlazione {correlation}), quindi alta "
        "vuol dire presente nelle regioni grandi più che difficile da fare",
        "sign_uncertain": "è quasi indipendente dalla varietà delle regioni (correlazione {correlation}), quindi alta "
        "e bassa potrebbero essere scambiate",
    },
    "aspect": {
        "fit": "Aderenza",
        "percentile": "Supera i percorsi inventati",
        "potential": "Aderenza con tutti collegati",
    },
    "listed": {
        "paths": "percorsi",
        "activities": "attività",
    },
    "transition": {
        "green": "verde",
        "digital": "digitale",
        "social": "sociale",
    },
    "actor_kind": {
        "cluster": "cluster",
        "institution": "istituzione",
        "association": "associazione",
        "user": "utente",
        "activity": "attività",
    },
    "source_kind": {
        "linked": "con legame",
        "unlinked": "nella regione, senza legame",
        "partner": "regione partner",
    },
    "governance_fact": {
        "staff_fte": "personale",
        "member_count": "soci",
        "sme_share": "piccole imprese",
        "private_funding_share": "fondi privati",
        "research_links": "legami con la ricerca",
        "strategy_age": "età della strategia in anni",
        "institutions": "istituzioni collegate",
        "beyond": "legami fuori regione",
        "pooled": "competenze da mettere in comune",
    },
    "evidence_kind": {
        "documented": "documentato",
        "partial": "documentato in parte",
        "stated": "dichiarato, non documentato",
        "none": "nessuna evidenza nel profilo",
    },
    "enabling_criterion": {
        "1": "Analisi delle sfide per la diffusione dell'innovazione e la digitalizzazione",
        "2": "Un organismo competente che gestisce la strategia",
        "3": "Monitoraggio e valutazione",
        "4": "Scoperta imprenditoriale con i portatori di interesse",
        "5": "Azioni per migliorare il sistema di ricerca e innovazione",
        "6": "Azioni a sostegno della transizione industriale",
        "7": "Cooperazione con partner fuori dallo Stato membro",
    },
    "star": {
        "size": "dimensione",
        "specialisation": "specializzazione",
        "focus": "peso nella regione",
    },
    "learning": {
        "interacting": "con fornitori e clienti",
        "using": "con gli utenti",
        "science": "con ricerca e formazione",
    },
    "maturity": {
        "emerging": "emergente",
        "growing": "in crescita",
        "mature": "maturo",
        "declining": "in declino",
        "transforming": "in trasformazione",
    },
    "status": {
        "candidate": "candidata",
        "present": "presente",
        "unknown": "ignota",
        "absent_from_table": "assente dalle statistiche",
    },
}
