"""What deserves attention in the region as a whole."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS

THIN_BANDS = (
    " Una fascia alta dice qui meno che in un profilo completo: la maggior parte dei percorsi inventati richiede "
    "competenze mai valutate, e un percorso può batterli solo perché se ne sa di più."
)


def unconnected_asset(f: Facts, say: Speaker) -> str:
    gain = f"l'aderenza di {say.number(f['gain'])} (su 1)"
    actor, path = say.name(f["actor"]), say.quoted(f["path"])
    also = [other for other in f["paths"] if other != f["path"]]
    more = f" Ne guadagnerebbero anche: {quoted(also, say)}." if also else ""
    if f["lead"] is None:
        alone = f"capofila di {path} potrebbe essere {actor}, oggi senza legami con nessuno"
        return f"Punto di forza senza legami: {alone}. Legami pieni alzerebbero {gain}.{more}"
    link = f"con un legame debole ({say.number(f['access'])} su 1)" if f["access"] else "senza legame"
    held = f"{quoted(f['competences'], say)} presso {actor}" if f["competences"] else actor
    return (
        f"Punto di forza {link}: {held}, utile a {path}. "
        f"Un legame pieno con {say.name(f['lead'])}, che sarebbe capofila, alzerebbe {gain}.{more}"
    )


def views_disagree(f: Facts, say: Speaker) -> str:
    skills, places = f["competence_percentile"], f["colocation_percentile"]
    made_up = f"{say.hundred(skills)} su 100 percorsi inventati"
    candidates = f"{say.hundred(places)} su 100 attività candidate"
    path = say.quoted(f["path"])
    if skills > places:
        return f"{path}: le competenze dicono più delle statistiche. Supera {made_up}, ma solo {candidates}."
    return f"{path}: le statistiche dicono più delle competenze. Supera {candidates}, ma solo {made_up}."


def prerequisite(f: Facts, say: Speaker) -> str:
    count = plural(len(f["paths"]), "percorso non ancora possibile", "percorsi non ancora possibili", say)
    return (
        f"{say.quoted(f['competence'])} manca a {count}: {quoted(f['paths'], say)}. "
        f"Livello desiderato {say.number(f['level'])} su 1; {_best(f, say)}."
    )


def _best(f: Facts, say: Speaker) -> str:
    if f["best_level"] is None or not f["best_level"]:
        return "non risulta che qualcuno nella regione la possieda"
    level = say.number(f["best_level"])
    if f["best_actor"] is None:
        return f"il livello migliore è {level}"
    if f["best_level"] >= f["level"]:
        return f"{say.name(f['best_actor'])}, con {level}, ha legami troppo deboli con chi sarebbe capofila"
    return f"più vicino di tutti: {say.name(f['best_actor'])}, con {level}"


def nothing_eligible(f: Facts, say: Speaker) -> str:
    count, unknown = f["count"], f["not_assessed"]
    if not count:
        return "Non ci sono percorsi da giudicare."
    if unknown == count:
        return (
            f"Nessun giudizio ({plural(count, 'percorso', 'percorsi', say)}) finché qualcuno non valuta ciò che serve."
        )
    why = f"manca una competenza essenziale, o l'aderenza è sotto {say.number(f['bar'])} su 1"
    if not unknown:
        return f"Oggi nessun percorso è possibile ({say.count(count)} in tutto): {why}."
    return (
        f"Percorsi oggi non possibili: {say.count(count - unknown)} su {say.count(count)}, perché {why}. "
        f"Sugli altri {say.count(unknown)} non c'è giudizio finché qualcuno non valuta i requisiti."
    )


def thin_profile(f: Facts, say: Speaker) -> str:
    unknown = f["needs"] - f["needs_assessed"]
    ask = f" Chiedere prima di {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    if not f["needs_assessed"]:
        return f"Il profilo non dice ancora nulla di ciò che serve ai percorsi, quindi non c'è giudizio.{ask}"
    so = "quanto segue è solo ciò che si può giudicare finora" if f["eligible"] else "non c'è giudizio"
    return (
        f"Profilo scarno: {say.count(unknown)} delle {say.count(f['needs'])} competenze che servono ai percorsi non "
        f"sono valutate, quindi {so}.{ask}{THIN_BANDS if f['eligible'] else ''}"
    )


def disagrees_with_declared_kind(f: Facts, say: Speaker) -> str:
    kinds, rules = LABELS["transformation"], LABELS["rule"]
    return (
        f"{say.quoted(f['path'])} è dichiarato come {kinds[f['declared']]}; secondo la nostra regola è "
        f"{kinds[f['found']]}, perché {rules[f['rule']]}."
    )


def connection_gap(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['path'])}: con tutti gli attori della regione collegati l'aderenza sarebbe "
        f"{say.number(f['potential'])} su 1 invece di {say.number(f['fit'])}."
    )
