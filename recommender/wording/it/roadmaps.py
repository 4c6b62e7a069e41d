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
    lead, how = ("porta", "") if f["count"] == 1 else ("portano", ", uno dopo l'altro")
    return (
        f"{plural(f['count'], 'passo', 'passi', say)} {lead} a {paths}{how} in {say.tenths(f['years'])} "
        f"anni{start}. {fits}"
    )


def roadmap_side_by_side(f: Facts, say: Speaker) -> str:
    return (
        f"In parallelo i passi durano {say.tenths(f['years_side_by_side'])} anni invece di {say.tenths(f['years'])} e "
        f"finiscono nel {f['until']}: insieme i passi senza attori in comune, ogni attore un passo alla volta."
    )


def roadmap_now(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} è possibile oggi e può partire."


def roadmap_closed(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['path'])} non è raggiungibile con pochi cambiamenti: qui nessun passo vi porta; v. `ris3 goal`."
    )


def roadmap_way(f: Facts, say: Speaker) -> str:
    over = f", passando per {quoted(f['stones'], say)}" if f["stones"] else ""
    if f["rounds_at_least"] is not None:
        least = say.tenths(f["rounds_at_least"])
        instead = f"Tanti percorsi sono ordinati dal più affine; nessun ordine dura meno di {least}."
    elif f["direct"] is None:
        instead = "Senza questi percorsi intermedi non c'è via."
    elif f["stones"]:
        instead = f"Senza, sarebbero {say.tenths(f['direct'])}."
    else:
        tried = plural(f["stones_considered"], "percorso possibile considerato", "percorsi possibili considerati", say)
        instead = f"Nessuna deviazione accorcia la via ({tried})."
    paths = quoted(f["paths"], say) or "i percorsi"
    return (
        f"Secondo la diffusione strategica, {paths} si possono attendere in "
        f"{say.tenths(f['rounds'])} turni{over}. {instead} Presunto, non misurato: in un turno la regione avvia un "
        f"percorso con una probabilità pari alla quota dei percorsi affini che oggi sono nella fascia alta o sono "
        f"stati avviati prima; affini sono il {say.percent(f['related_share'])} delle coppie di percorsi con più "
        f"esigenze in comune. Quanto duri un turno non è noto."
    )


def roadmap_at_home(f: Facts, say: Speaker) -> str:
    return f"{say.quoted(f['path'])} è già oggi nella fascia alta: nessun altro percorso deve precederlo."


def roadmap_cut_off(f: Facts, say: Speaker) -> str:
    return (
        f"Nessuna catena di percorsi possibili porta a {say.quoted(f['path'])} da ciò che oggi è nella fascia alta: "
        f"le sue esigenze vanno costruite per sé."
    )


def roadmap_shortcut(f: Facts, say: Speaker) -> str:
    level = f"{say.number(f['level_to'])} su 1"
    if f["change"] == "bring_in_partner":
        how = f"portare in regione {say.quoted(f['actor'])} e collegarlo a {say.quoted(f['other'])} a {level}"
    else:
        how = f"collegare {say.quoted(f['actor'])} e {say.quoted(f['other'])} a {level}"
    return (
        f"Prima del passo {say.count(f['step'])}: {how}. Anche così {say.quoted(f['path'])} diventa possibile, in "
        f"{say.tenths(f['years_to'])} anni invece di {say.tenths(f['years_from'])}, a un costo di "
        f"{say.number(f['cost_to'])} invece di {say.number(f['cost_from'])}."
    )


def roadmap_not_sooner(f: Facts, say: Speaker) -> str:
    tried = plural(f["count"], "altro legame o partner provato", "altri legami e partner provati", say)
    return f"Al posto di un passo, {tried}: nessuno rende possibile un percorso più in fretta."


def roadmap_pooled(f: Facts, say: Speaker) -> str:
    steps = say.enumerate((say.count(number) for number in f["steps_shared"]), "e", "altri {}")
    who = f", per esempio da {say.quoted(f['actor'])}" if f["actor"] else ""
    several = f"I passi {steps}" if steps else "Più passi"
    return (
        f"{several} costruiscono la stessa competenza, {say.quoted(f['competence'])}: fornita una volta a "
        f"tutti{who}, fa risparmiare {say.tenths(f['years_saved'])} anni."
    )


def roadmap_pace(f: Facts, say: Speaker) -> str:
    return (
        f"Presunti, non misurati: {say.tenths(f['competence_years'])} anni perché una competenza salga da 0 a 1, "
        f"{say.tenths(f['link_years'])} per un legame, {say.tenths(f['partner_years'])} per portare in regione un "
        f"partner (impostazioni `pace`). I livelli sono gli indicatori: oggi e a passo compiuto."
    )
