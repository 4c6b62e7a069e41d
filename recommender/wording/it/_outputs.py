"""Perché un risultato va rifatto, in poche parole."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed

_WHY: Mapping[str, str] = {
    "new": "non ancora prodotto",
    "missing": "il file non c'è più",
    "edited": "il file non è come lo ha scritto ris3 run",
    "recipe": "il file di progetto ora dice altro",
    "inputs": "cambiati: {files}",
    "data": "sono cambiati i dati forniti con ris3",
    "version": "un'altra versione di ris3",
    "forced": "su richiesta",
}


def why_stale(f: Facts, say: Speaker) -> str:
    files = listed(f["files"], say)
    return "; ".join(_WHY.get(reason, reason).format(files=files) for reason in f["because"])
