"""Other regions: what they bring, what they get, and which few together."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import named, plural, quoted


def partner_brings(f: Facts, say: Speaker) -> str:
    who = f" ({named(f['brought_by'], say)})" if f["brought_by"] else ""
    what = f" porta {quoted(f['competences'], say)}" if f["competences"] else " si unisce"
    new = f" Nuovi per la regione: {quoted(f['new'], say)}." if f["new"] else ""
    return (
        f"{say.name(f['partner'])}{who}{what}. Con un legame pieno migliorerebbe "
        f"{plural(len(f['paths']), 'percorso', 'percorsi', say)}, soprattutto {say.quoted(f['path'])}, da un'aderenza "
        f"di {say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1.{new} {_links(f, say)}"
    )


def _links(f: Facts, say: Speaker) -> str:
    if f["full"] <= 0:
        return "I legami di oggi non ne danno nulla."
    today, proposed = (say.percent(min(1.0, f[name] / f["full"])) for name in ("today", "proposed"))
    return f"Di questo guadagno i legami di oggi danno il {today}, un canale di mezza forza il {proposed}."


def partner_receives(f: Facts, say: Speaker) -> str:
    what = f" porta {quoted(f['competences'], say)} e" if f["competences"] else ""
    joint = f" Guadagnano entrambe in {quoted(f['joint'], say)}." if f["joint"] else ""
    return (
        f"In cambio la regione{what} migliorerebbe {plural(len(f['paths']), 'percorso', 'percorsi', say)} di "
        f"{say.name(f['partner'])}, per quanto se ne conoscono gli attori: {say.quoted(f['path'])} da un'aderenza di "
        f"{say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1.{joint}"
    )


def partner_similar(f: Facts, say: Speaker) -> str:
    return (
        f"{say.name(f['partner'])} è simile più che complementare: la regione possiede il {say.percent(f['overlap'])} "
        f"di quanto sanno fare i suoi attori noti. Utile per imparare insieme, non per colmare lacune."
    )


def partner_unknown(f: Facts, say: Speaker) -> str:
    if not f["partners"]:
        return "Il profilo non nomina regioni partner: chiedere quali canali ci sono verso altre regioni."
    return f"Non si conoscono gli attori di {named(f['partners'], say)}: chiedere chi sono e che cosa sanno fare."


def consortium(f: Facts, say: Speaker) -> str:
    new = f"; nuovi per la regione: {quoted(f['new'], say)}" if f["new"] else ""
    more = f"Altre potrebbero aggiungere al massimo {say.tenths(f['gap'])}."
    sure = "Ogni altra scelta è stata provata." if f["exact"] else more
    return (
        f"Le migliori insieme: {named(f['partners'], say) or 'nessuna'}. Con un legame pieno migliorerebbero "
        f"{plural(len(f['paths']), 'percorso', 'percorsi', say)}"
        f"{', soprattutto ' + quoted(f['paths'], say) if f['paths'] else ''}{new}. {sure}"
    )


def region_silos(f: Facts, say: Speaker) -> str:
    many = plural(f["count"], "cluster", "cluster", say)
    whom = named(f["clusters_named"], say, most=5) or "nessuno"
    return f"Su {many}, questi non hanno nel profilo alcun legame proprio con un'altra regione: {whom}."
