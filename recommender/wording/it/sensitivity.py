"""Quanto sono sicuri l'ordine e le fasce."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted
from .labels import LABELS


def robust_order(f: Facts, say: Speaker) -> str:
    most = f"{say.number(f['spread'])} su 1"
    drawn = f"Numeri giudicati spostati fino a {most} in più o in meno, {say.count(f['times'])} volte."
    if len(f["tied"]) > 1:
        rest = [name for name in f["tied"] if name != f["path"]]
        first = f"Le estrazioni non distinguono {say.quoted(f['path'])} da {quoted(rest, say)}."
    else:
        first = f"{say.quoted(f['path'])} resta davanti a ogni altro in almeno nove estrazioni su dieci."
    if not f["certain"]:
        return f"{drawn} {first} Nessuno resta fra i primi {say.count(f['among'])} in nove estrazioni su dieci."
    stay = "Resta" if len(f["certain"]) == 1 else "Restano"
    return f"{drawn} {first} {stay} fra i primi {say.count(f['among'])}: {quoted(f['certain'], say)}."


def robust_bands(f: Facts, say: Speaker) -> str:
    needed = say.percent(f["needed"])
    if not f["unsure"]:
        return f"Ogni fascia “alta” ({say.count(f['count'])}) tiene in almeno il {needed} delle estrazioni."
    count = plural(len(f["unsure"]), "fascia “alta” è incerta", "fasce “alte” sono incerte", say)
    return (
        f"{count} su {say.count(f['count'])}: tengono in meno del {needed} delle estrazioni "
        f"{quoted(f['unsure'], say, most=6)}."
    )


def redrawn_table(f: Facts, say: Speaker) -> str:
    count = f["other_regions"]
    others = "l'altra regione conta" if count == 1 else f"le altre {say.count(count)} regioni contano"
    own = f"le cifre della regione {_varied(f, say)}" if f["noise_unit"] else "le cifre della regione restano"
    stays = " La previsione, e le fasce che ne seguono, restano come sono." if f["forecast_stays"] else ""
    return (
        f"Quanto è sicuro l'ordine si è provato su statistiche estratte di nuovo {say.count(f['tables'])} volte: ogni "
        f"volta {others} di più o di meno, e {own}.{_unsure(f, say)}{stays} Ciò che le statistiche non mostrano non vi "
        "rientra."
    )


def _unsure(f: Facts, say: Speaker) -> str:
    if not f["unsure_specialisations"]:
        return ""
    count, named = len(f["unsure_specialisations"]), listed(map(say.activity, f["unsure_specialisations"]), say)
    verb = "non tiene" if count == 1 else "non tengono"
    return f" Su {say.count(f['specialisations'])} specializzazioni {count} {verb} in nove su dieci: {named}."


def other_readings(f: Facts, say: Speaker) -> str:
    ways = plural(f["readings"], "altro modo", "altri modi", say)
    among = f"i primi {say.count(f['among'])}"
    read = f"Le statistiche si sono lette in {ways}: con altre soglie, quozienti, anni o misure di affinità."
    always = quoted(f["always_first"], say)
    stay = "resta" if len(f["always_first"]) == 1 else "restano"
    held = f"In tutti {stay} fra {among}: {always}." if always else f"Nessuno fra {among} vi resta in tutti."
    seldom = f" In meno della metà: {quoted(f['seldom_first'], say)}." if f["seldom_first"] else ""
    return f"{read} {held}{seldom}"


def _varied(f: Facts, say: Speaker) -> str:
    amount = say.count(f["noise_unit"])
    counted = LABELS["unit"].get(f["counted"], f["counted"]) if f["counted"] else "unità"
    return f"variano come se {amount} {counted} alla volta venissero e andassero"


def weight_sheets(f: Facts, say: Speaker) -> str:
    return (
        f"Gli ordini di {plural(f['people'], 'persona', 'persone', say)} concordano per {say.number(f['agreement'])} "
        f"su 1 (W di Kendall). La distanza maggiore è su {say.quoted(f['path'])}: posto {say.count(f['best_rank'])} – "
        f"{say.count(f['worst_rank'])}."
    )
