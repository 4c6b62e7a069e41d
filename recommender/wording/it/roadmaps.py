"""I passi verso più percorsi, e quanto durano."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted


def roadmap(f: Facts, say: Speaker) -> str:
    paths = quoted(f["paths"], say) or "i percorsi"
    if not f["count"]:
        return f"Non serve alcun passo, o non se ne conosce, per {paths}."
    start = f" dal {f['year']}" if f["year"] is not None else ""
    fits = f"Ci sta entro il {f['until']}." if f["fits"] else f"Non ci sta entro il {f['until']}."
    lead = "porta" if f["count"] == 1 else "portano"
    return (
        f"{plural(f['count'], 'passo', 'passi', say)} {lead} a {paths}, uno dopo l'altro in "
        f"{say.tenths(f['years'])} anni{start}. {fits}"
    )


def roadmap_now(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} è possibile oggi e può partire."


def roadmap_closed(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['path'])} non è raggiungibile con pochi cambiamenti: qui nessun passo vi porta; v. `ris3 goal`."
    )


def roadmap_pace(f: Facts, say: Speaker) -> str:
    return (
        f"Presunti, non misurati: {say.tenths(f['competence_years'])} anni perché una competenza salga da 0 a 1, "
        f"{say.tenths(f['link_years'])} per un legame, {say.tenths(f['partner_years'])} per portare in regione un "
        f"partner (impostazioni `pace`). I livelli sono gli indicatori: oggi e a passo compiuto."
    )
