"""Che cosa è cambiato fra due risultati, e da che cosa può venire."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted


def _files(f: Facts, say: Speaker) -> str:
    return listed(f["files"], say, most=6) or "nessuno"


def moved(f: Facts, say: Speaker) -> str:
    told = [
        plural(
            f["count"], "opportunità sta altrove rispetto a prima", "opportunità stanno altrove rispetto a prima", say
        )
    ]
    if f["new"]:
        told.append(f"entra {quoted(f['new'], say)}")
    if f["gone"]:
        told.append(f"esce {quoted(f['gone'], say)}")
    return f"{'; '.join(told)}. {_ways(f, say)}"


def _ways(f: Facts, say: Speaker) -> str:
    """Che cosa si distingue: l'ordine in testa, le fasce e i punteggi."""
    order = plural(f["order_moved"], "cambia", "cambiano", say) if f["order_moved"] else "nessuno cambia"
    tolerance = f["tolerance"].replace(".", ",")
    first = f"Dei primi {say.count(f['of_first'])}, {order} posto"
    return f"{first}; cambiano di fascia: {f['bands_moved']}; di punteggio, oltre {tolerance}: {f['scores_moved']}."


def nothing_moved(f: Facts, say: Speaker) -> str:
    return "Niente si è spostato."


def moved_without_cause(f: Facts, say: Speaker) -> str:
    return (
        f"Si è spostato benché dati, impostazioni e versione ({f['version']}) siano gli stessi. È un errore di ris3, "
        f"non dei vostri file: segnalatelo."
    )


def inputs_changed(f: Facts, say: Speaker) -> str:
    return f"File cambiati: {_files(f, say)}."


def settings_changed(f: Facts, say: Speaker) -> str:
    return f"Impostazioni cambiate: {_files(f, say)}."


def rules_changed(f: Facts, say: Speaker) -> str:
    same = f["version"] == f["version_from"]
    version = "" if same else f"La versione di ris3 è {f['version']}, prima era {f['version_from']}."
    files = f"Dati e regole di ris3 cambiati: {_files(f, say)}." if f["files"] else ""
    return " ".join(text for text in (version, files) if text) or "Dati e regole di ris3 sono gli stessi."


def edits_unknown(f: Facts, say: Speaker) -> str:
    return (
        "Quali cambiamenti abbiano spostato che cosa non si può dire: il lock parla di competenze o percorsi che oggi "
        "mancano nei file."
    )
