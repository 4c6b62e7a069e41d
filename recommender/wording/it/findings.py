"""What deserves attention in the region as a whole."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS


def unconnected_asset(f: Facts, say: Speaker) -> str:
    gain = f"di {say.number(f['gain'])} (l'aderenza va da 0 a 1)"
    actor, path = say.name(f["actor"]), say.quoted(f["path"])
    also = [other for other in f["paths"] if other != f["path"]]
    more = f" Ne guadagnerebbero anche {quoted(also, say)}." if also else ""
    if f["lead"] is None:
        alone = f"{actor} potrebbe guidare {path} ma non lavora con nessuno"
        return f"{alone}: con legami pieni l'aderenza salirebbe {gain}.{more}"
    link = f"ha un legame debole ({say.number(f['access'])} su 1)" if f["access"] else "non ha legami"
    held = f"{actor} possiede {quoted(f['competences'], say)}, che serve a" if f["competences"] else f"{actor} serve a"
    return (
        f"{held} {path}, ma {link} con chi lo guiderebbe, {say.name(f['lead'])}: "
        f"un legame pieno alzerebbe l'aderenza {gain}.{more}"
    )


def views_disagree(f: Facts, say: Speaker) -> str:
    skills, places = f["competence_percentile"], f["colocation_percentile"]
    hint = "le statistiche vedono affinità le cui competenze il profilo non menziona"
    if skills > places:
        hint = "il profilo vede punti di forza che le statistiche non vedono"
    return (
        f"{say.quoted(f['path'])}: i due tipi di evidenza non concordano. Per competenze supera {say.hundred(skills)} "
        f"su 100 percorsi inventati, per statistiche {say.hundred(places)} su 100 attività candidate; {hint}."
    )


def prerequisite(f: Facts, say: Speaker) -> str:
    count = plural(len(f["paths"]), "percorso non ancora possibile", "percorsi non ancora possibili", say)
    return (
        f"{say.quoted(f['competence'])} manca a {count}: {quoted(f['paths'], say)}. "
        f"Serve a livello {say.number(f['level'])} su 1; {_best(f, say)}."
    )


def _best(f: Facts, say: Speaker) -> str:
    if f["best_level"] is None or not f["best_level"]:
        return "non risulta che qualcuno nella regione la possieda"
    level = say.number(f["best_level"])
    if f["best_actor"] is None:
        return f"il livello migliore è {level}"
    if f["best_level"] >= f["level"]:
        return (
            f"{say.name(f['best_actor'])} la possiede a {level}, ma senza un legame abbastanza stretto con il capofila"
        )
    return f"chi si avvicina di più è {say.name(f['best_actor'])}, con {level}"


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
    return (
        f"Il profilo è troppo scarno per un giudizio: {say.count(unknown)} delle {say.count(f['needs'])} competenze "
        f"che servono ai percorsi non sono valutate.{ask}"
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
