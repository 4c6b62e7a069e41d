"""I risultati di un progetto: quali sono aggiornati, e perché gli altri no."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural
from ._outputs import why_stale


def outputs_current(f: Facts, say: Speaker) -> str:
    if f["count"] == 1:
        return "L'unico risultato è aggiornato."
    return f"Tutti i {say.count(f['count'])} risultati sono aggiornati."


def outputs_stale(f: Facts, say: Speaker) -> str:
    total = plural(f["of"], "risultato", "risultati", say)
    return f"Su {total}, {say.count(f['count'])} {'è' if f['count'] == 1 else 'sono'} da rifare."


def outputs_made(f: Facts, say: Speaker) -> str:
    made = plural(f["count"], "risultato è stato prodotto", "risultati sono stati prodotti", say)
    same = f"; {say.count(f['same'])} di questi come prima, byte per byte" if f["same"] else ""
    return f"{made}{same}."


def output_stale(f: Facts, say: Speaker) -> str:
    return f"Va rifatto: {why_stale(f, say)}." if f["because"] else "È aggiornato."


LABELS: Mapping[str, Mapping[str, str]] = {
    "upkeep": {
        "title": "Risultati di {project}",
        "file": "File",
        "region": "Regione",
        "command": "Comando",
        "state": "Stato",
        "why": "Perché",
        "current": "aggiornato",
        "stale": "da rifare",
        "made": "prodotto",
        "same": "come prima",
    },
}
