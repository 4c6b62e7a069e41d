"""Titles, headings, heads and legends of the views of a ranking."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "evidence": "{region}: competenze e statistiche a confronto",
        "challenge": "{region}: che cosa potrebbe fare per “{challenge}”",
        "challenges": "{region}: a quali sfide potrebbe rispondere",
    },
    "heading": {
        "competences_say_more": "Le competenze dicono più delle statistiche",
        "statistics_say_more": "Le statistiche dicono più delle competenze",
        "challenge_competences": "Che cosa serve",
        "challenge_actors": "Chi potrebbe portarlo avanti",
        "challenge_users": "Utenti da coinvolgere",
        "portfolio": "Un portafoglio, non solo il più sicuro",
    },
    "column": {
        "view_competences": "Competenze",
        "view_statistics": "Statistiche",
        "competence_rank": "Posto",
        "statistics_rank": "Posto",
        "says_more": "Di più",
        "share_seen": "Giudicato",
        "divisions_judged": "In divisioni",
        "explained_by": "Perché",
        "counted_under": "Le statistiche guardano",
        "users_linked": "Utenti raggiunti",
        "users": "Utenti",
        "needed_by": "Percorsi",
        "essential_for": "Essenziale per",
        "reaches": "Coperto",
        "best_level": "Livello migliore 0–1",
        "brought_from": "Da",
        "actor": "Attore",
        "role": "Tipo",
        "joins": "Parteciperebbe",
        "contribution": "Aggiunge in aderenza",
        "paths": "In",
        "challenge": "Sfida",
        "id": "Id",
        "possible": "Possibili oggi",
        "not_yet": "Non ancora",
        "to_ask": "Da chiarire",
        "closest": "Primo",
        "present": "Contato in",
    },
    "folded": {
        "users": "Utenti",
        "brought_from": "Da",
        "paths": "In",
        "closest": "Primo",
        "divisions_judged": "In divisioni",
        "explained_by": "Perché",
        "counted_under": "Le statistiche guardano",
    },
    "legend": {
        "evidence": "Competenze: su 100 percorsi inventati della stessa forma, quanti aderiscono meno alla regione. "
        "Statistiche: su 100 attività in cui la regione non è specializzata, quante sono meno correlate a ciò che fa. "
        "Di più: quale dice di più, dove le due differiscono oltre il limite. Giudicato: quanto del percorso le "
        "statistiche giudicano, secondo le quote che dà alle sue divisioni, e in quante; il resto è già una specialità "
        "della regione, riservato o non nella tabella. Nessuna delle due ha ragione da sola: una divisione è più "
        "ampia di un percorso, e un giudizio è un giudizio.",
        "challenge": "Utenti raggiunti: quota dei tipi di utente indicati da un percorso di cui uno lavora con la sua "
        "coalizione.",
        "paths_by_statistics": "Supera su 100: su 100 attività in cui la regione non è specializzata, quante sono "
        "meno correlate a ciò che fa. Fascia alta da {high}, media da {medium}. Che cosa sa fare qualcuno non è "
        "stato chiesto.",
    },
    "user_kind": {
        "hospital": "ospedali",
        "utility": "aziende di servizi pubblici",
        "municipality": "comuni",
        "patients_body": "associazioni di pazienti",
        "company": "imprese",
        "farmer": "agricoltori",
        "school": "scuole",
        "port": "porti",
        "emergency_service": "servizi di emergenza",
        "cultural_body": "enti culturali",
        "citizens_body": "associazioni di cittadini",
        "transport_operator": "operatori dei trasporti",
        "building_owner": "proprietari di edifici",
        "defence": "difesa",
        "researcher": "ricercatori",
        "other": "altri utenti",
    },
    "says_more": {
        "competences": "competenze",
        "statistics": "statistiche",
        "neither": "nessuna",
        "tie": "parità",
    },
    "novelty_line": {
        "incremental": "Incrementale: poco è nuovo per chi guida",
        "substantial": "Sostanziale: una parte è nuova",
        "radical": "Radicale: molto è nuovo per la regione",
        "poorly_assessed": "Valutato troppo poco per dire quanto è nuovo",
    },
    "next": {
        "challenge": "una di esse: percorsi, competenze, attori, utenti",
        "evidence": "competenze e statistiche a confronto, e che cosa spiega ogni differenza",
    },
}
