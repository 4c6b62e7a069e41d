"""Che cosa dovrebbe essere vero perché un percorso arrivi dove deve."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import plural, quoted
from .labels import LABELS


def _aim(f: Facts) -> str:
    wanted = LABELS["band"].get(f["wanted"], f["wanted"])
    return {
        "eligible": "diventi possibile",
        "fit": f"raggiunga un'aderenza di {wanted.replace('.', ',')} su 1",
        "band": f"raggiunga la fascia “{wanted}”",
        "rank": f"arrivi al posto {wanted} o meglio",
    }[f["aim"]]


def goal_reached(f: Facts, say: Speaker) -> str:
    others = plural(f["others"], "altro piano costa", "altri piani costano", say)
    more = f", e {'almeno ' if f['others_cut'] else ''}{others} quasi lo stesso" if f["others"] else ""
    changes = plural(f["count"], "cambiamento basta", "cambiamenti bastano", say)
    return (
        f"Perché {say.quoted(f['path'])} {_aim(f)}, {changes}, al costo di {say.number(f['cost'])} (i costi vanno "
        f"da 0 a 1 per ogni passo intero, vedi le impostazioni){more}. {_around(f, say)} {_sureness(f, say)}"
    )


def _around(f: Facts, say: Speaker) -> str:
    """Di chi si tratta nei cambiamenti."""
    leads = plural(f["could_lead"], "cluster o istituzione", "cluster e istituzioni", say)
    return f"I cambiamenti sono cercati attorno a chiunque possa guidare, con lui alla guida: {leads}."


def _sureness(f: Facts, say: Speaker) -> str:
    """Quanto è certo che niente costi meno."""
    stay = ", finché gli altri percorsi mantengono il loro punteggio" if f["aim"] == "rank" else ""
    if f["proved"]:
        return f"Nessun insieme di al massimo {plural(f['most'], 'cambiamento', 'cambiamenti', say)} costa meno{stay}."
    bound = "" if f["at_least"] is None else f": nessuno costa meno di {say.number(f['at_least'])}{stay}"
    return f"Non tutti gli insiemi si sono potuti provare{bound}."


def goal_plan(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    rank = f", al posto {say.count(f['rank'])}" if f["rank"] is not None else ""
    led = f", con {say.quoted(f['lead'])} alla guida" if f["lead"] is not None else ""
    return (
        f"Il piano {f['number']} costa {say.number(f['cost'])}. Una volta attuato, l'aderenza di "
        f"{say.quoted(f['path'])} passa da {say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1 e la fascia da "
        f"“{bands[f['band_from']]}” a “{bands[f['band_to']]}”{rank}{led}."
    )


def goal_out_of_reach(f: Facts, say: Speaker) -> str:
    short = f" Che cosa manca di più: {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    aim = f"perché {say.quoted(f['path'])} {_aim(f)}"
    rank = f["rank_at_best"]
    if f["nearest_fit"] is None:
        rest = "" if rank is None else f" e al massimo al posto {say.count(rank)}: lo trattengono gli altri criteri"
        return (
            f"{_around(f, say)} Nemmeno tutti quelli attorno a uno, insieme, bastano {aim}: portano "
            f"l'aderenza a {say.number(f['upper_bound'])} su 1{rest}.{short}"
        )
    sets = f"al massimo {plural(f['most'], 'cambiamento', 'cambiamenti', say)}"
    verdict = f"Nessun insieme di {sets} basta" if f["proved"] else f"Nessun insieme trovato di {sets} basta"
    tried = "" if f["proved"] else "; non tutti gli insiemi si sono potuti provare"
    return (
        f"{_around(f, say)} {verdict} {aim}{tried}. Il migliore visto arriva a un'aderenza di "
        f"{say.number(f['nearest_fit'])} su 1; tutti quelli attorno a uno insieme a {say.number(f['upper_bound'])}."
        f"{short}"
    )


def goal_met(f: Facts, say: Speaker) -> str:
    rank = f", posto {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Non serve cambiare nulla perché {say.quoted(f['path'])} {_aim(f)}: oggi l'aderenza è "
        f"{say.number(f['fit'])} su 1, fascia “{LABELS['band'][f['band']]}”{rank}."
    )
