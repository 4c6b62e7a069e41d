"""Titles, chapters and the fixed lines of a report."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "report": {
        "title_paths": "{region}: in che cosa può crescere",
        "title_activities": "{region}: attività alla portata",
        "subtitle": "Opportunità di diversificazione: {reader}",
        "space_of_competences": "I numeri del disegno delle competenze",
        "space_of_activities": "I numeri del disegno delle attività",
        "more_rows": "E altre {count} righe: la cartella di lavoro (report -o FILE.xlsx) le elenca tutte.",
        "contents": "Indice",
        "how_to_read_map": "Livelli da 0 (valutato, assente) a 1 (tra i migliori). Una casella vuota non è stata "
        "valutata.",
        "rests_on": "Su che cosa si basano i numeri",
        "made_with": "Prodotto con",
        "how_to_judge": "Ciascuno compila la scheda da solo prima della discussione; poi si confronta.",
        "table_caption": "Tabella {number}",
        "figure_caption": "Figura {number}",
        "more_findings": "E altri {count}: la cartella di lavoro (report -o FILE.xlsx) li elenca tutti.",
        "continued": "{title} (segue)",
        "skip": "Vai al rapporto",
        "made_by": "Prodotto con {tool}. Gli stessi file e le stesse impostazioni danno lo stesso rapporto.",
    },
    "live": {
        "title": "Che cosa conta di più per voi?",
        "help": "Spostate i pesi: tabella e diagramma li seguono. Nulla lascia questa pagina.",
        "reset": "Torna ai pesi del rapporto",
        "save": "Salva come file di ottica",
        "link": "Copia un collegamento a questi pesi",
        "copied": "Copiato.",
        "changed": "I vostri pesi; i testi del rapporto mantengono l'ordine del rapporto.",
        "unchanged": "I pesi del rapporto.",
        "no_value": "alcuni percorsi non hanno un valore: non conta",
        "search": "Cerca nella tabella",
        "shown": "{count} righe su {of}",
        "sort": "Ordina per {column}",
        "lens_label": "Salvata da un rapporto",
        "print": "Stampa o salva come PDF",
        "open_all": "Apri tutte le schede",
        "close_all": "Chiudi tutte le schede",
        "all_zero": "Date un peso ad almeno un criterio.",
    },
    "column_note": {
        "texts": "Testi. Per un'altra lingua aggiungere una colonna, come {name}_it.",
        "list": "Più valori si separano con uno spazio.",
        "graded": "Un numero. Accanto possono stare {name}_evidence, {name}_source, {name}_year e {name}_confidence. "
        "Vuoto: non valutato; 0: valutato, assente.",
        "text": "Un codice o un nome, come testo.",
        "number": "Un numero.",
    },
    "reader": {
        "board": "sintesi per la direzione",
        "team": "rapporto completo",
        "authority": "rapporto per l'autorità di gestione",
        "workshop": "materiali per il laboratorio",
    },
    "chapter": {
        "changes": "Che cosa è cambiato",
        "roadmap": "La strada verso ciò che non è ancora possibile",
        "scenarios": "E se",
        "ecosystem": "I cluster uno accanto all'altro",
        "partner_gaps": "Chi potrebbe colmare quale lacuna",
        "partners": "Regioni partner",
        "governance": "Come è gestita la strategia",
        "sensitivity": "Quanto è sicuro l'ordine?",
        "summary": "In una pagina",
        "ranking": "La graduatoria",
        "sheets": "Percorso per percorso",
        "unranked": "Che cosa non è raccomandato, e perché",
        "unranked-sheets": "Che cosa servirebbe agli altri",
        "attention": "Che altro sapere",
        "clusters": "I cluster",
        "strengths": "Che cosa la regione fa più delle altre",
        "competences": "Che cosa sanno fare i cluster",
        "spaces": "Che cosa è affine a che cosa",
        "network": "Chi lavora con chi",
        "scoring-sheet": "Il vostro giudizio",
        "method": "Come è stato fatto, e che cosa lo limita",
        "annex": "Allegato: impostazioni, fonti, file",
    },
    "attention": {
        "unconnected_asset": "Risorse forti con troppo pochi legami",
        "views_disagree": "Dove competenze e statistiche non concordano",
        "prerequisite": "Che cosa costruire prima, per i percorsi non ancora possibili",
        "disagrees_with_declared_kind": "Dove il nostro tipo di trasformazione differisce da quello dichiarato",
        "connection_gap": "Che cosa porterebbero legami migliori",
    },
    "table": {
        "partners": "Regioni partner e che cosa ne potrebbe venire",
        "first": "I primi {count}",
        "ranking": "Tutti i {count} prossimi passi possibili",
        "score": "Di che cosa è fatto il punteggio",
        "strengths": "Quoziente di localizzazione: quota dell'attività nella regione sulla sua quota in tutte le "
        "regioni",
        "settings": "Impostazioni in vigore",
        "sources": "Fonti",
        "files": "File su cui si basa la risposta",
        "scoring": "Scheda di valutazione",
    },
    "space_state": {
        "held": "presente quanto richiesto",
        "partly": "presente in parte",
        "absent": "valutata, assente",
        "unknown": "non valutata",
        "specialised": "specializzata",
        "candidate": "tra le prime candidate",
        "other": "altra",
    },
    "figure_text": {
        "scores": "{rank}. {path}: {score}, da {parts}.",
    },
    "figure": {
        "partners": "Regioni partner",
        "scenarios": "Posizioni oggi e in ogni scenario",
        "quadrant": "Affinità e complessità",
        "scores": "Di che cosa sono fatti i punteggi dei primi {count}",
        "heat_map": "I cluster e le loro competenze: tipo {kind}",
        "competence_space": "Competenze richieste dagli stessi percorsi",
        "activity_space": "Attività in cui sono specializzate le stesse regioni",
        "network": "Gli attori e i loro legami",
    },
    "sheet": {
        "band": "Fascia",
        "score": "Punti 0–1",
        "road": "Via",
        "coalition": "Chi insieme",
        "serves": "Serve a (0–1)",
    },
    "card": {
        "maturity": "Maturità",
        "activities": "Attività",
        "strongest": "Più forte in (0–1)",
        "links": "Lavora soprattutto con (0–1)",
        "leads": "Sarebbe capofila di",
    },
    "figure_name": {
        "enterprises": "Imprese",
        "employees": "Addetti",
        "turnover_eur_m": "Fatturato, milioni di euro",
        "exports_eur_m": "Esportazioni, milioni di euro",
        "lq_employment": "Quoziente di localizzazione dell'occupazione",
    },
    "method_paths": {
        "fit": "L'aderenza di un percorso dice quanta parte di ciò che serve può portare il miglior piccolo gruppo di "
        "attori legati tra loro, da 0 a 1. Una competenza conta attraverso il legame con chi sarebbe capofila; una "
        "essenziale che è debole abbassa tutta l'aderenza.",
        "luck": "“Supera su 100” confronta l'aderenza con {luck_draws} percorsi inventati della stessa forma, estratti "
        "a caso tra le stesse competenze. Non dice che un percorso avrà successo.",
        "bands": "Alta: aderisce meglio di {bands_high} di essi su 100; media: meglio di {bands_medium}; bassa: "
        "gli altri. Sotto un'aderenza di {eligibility_bar} un percorso non è ancora possibile, e nemmeno se una "
        "competenza essenziale è sotto il suo minimo, {eligibility_essential_share} del livello desiderato.",
        "score": "Il punteggio è la media pesata dei criteri e ordina ciò che è possibile. Un criterio di cui qualche "
        "percorso non ha il valore non entra nel punteggio di nessuno.",
        "roads": "Le quattro vie sono divise alle mediane dei percorsi mostrati: dicono come si confrontano tra loro, "
        "non quanto sono buoni.",
    },
    "method_activities": {
        "density": "La densità di un'attività è la quota dell'affinità intorno a essa che la regione già possiede; due "
        "attività sono affini quando le stesse regioni tendono a essere specializzate in entrambe. L'attività stessa "
        "non conta.",
        "beats": "“Supera su 100” dice quante, su 100 attività in cui la regione non è specializzata, sono meno affini "
        "a ciò che essa fa. Alta da {bands_high}, media da {bands_medium}.",
        "score": "Il punteggio è la media pesata dei criteri e fa l'ordine. Un criterio di cui qualche attività non ha "
        "il valore non entra nel punteggio di nessuna.",
        "roads": "Le quattro vie sono divise alle mediane delle attività mostrate: dicono come si confrontano tra "
        "loro, non quanto sono buone.",
    },
}
