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
        f"da 0 a 1 per ogni passo intero, vedi le impostazioni){more}. {_sureness(f, say)}{_around(f, say)}"
    )


def _around(f: Facts, say: Speaker) -> str:
    """Di chi si tratta nei cambiamenti."""
    if f["lead"] is None:
        return ""
    return (
        f" I cambiamenti sono cercati attorno a {say.quoted(f['lead'])}, che oggi guida; altre guide non sono provate."
    )


def _sureness(f: Facts, say: Speaker) -> str:
    """Quanto è certo che niente costi meno."""
    if f["proved"]:
        there_are = plural(f["steps_there_are"], "cambiamento possibile", "cambiamenti possibili", say)
        return f"Fra tutti gli insiemi di {there_are}, nessuno costa meno."
    told = (
        f"È l'insieme meno caro fra tutti quelli di {plural(f['considered'], 'cambiamento', 'cambiamenti', say)}, "
        f"i più utili su {say.count(f['steps_there_are'])}. Che nessuno con gli altri costi meno non è dimostrato"
    )
    return f"{told}." if f["at_least"] is None else f"{told}; nessuno costa meno di {say.number(f['at_least'])}."


def goal_plan(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    rank = f", al posto {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Il piano {f['number']} costa {say.number(f['cost'])}. Una volta attuato, l'aderenza di "
        f"{say.quoted(f['path'])} passa da {say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1 e la fascia da "
        f"“{bands[f['band_from']]}” a “{bands[f['band_to']]}”{rank}."
    )


def goal_out_of_reach(f: Facts, say: Speaker) -> str:
    short = f" Che cosa manca di più: {quoted(f['competences'], say, most=5)}." if f["competences"] else ""
    aim = f"perché {say.quoted(f['path'])} {_aim(f)}"
    if f["nearest_fit"] is None:
        rank = f["rank_at_best"]
        rest = "" if rank is None else f" e lo lasciano al posto {say.count(rank)}: lo trattengono gli altri criteri"
        return (
            f"Nemmeno tutti insieme i {say.count(f['considered'])} cambiamenti possibili bastano {aim}: portano "
            f"l'aderenza a {say.number(f['upper_bound'])} su 1{rest}.{_open(f)}{short}{_around(f, say)}"
        )
    return (
        f"Nessun insieme di al massimo {plural(f['most'], 'cambiamento', 'cambiamenti', say)} fra i "
        f"{say.count(f['considered'])} considerati{_of_all(f, say)} basta {aim}. Il migliore arriva a un'aderenza di "
        f"{say.number(f['nearest_fit'])} su 1; tutti quelli possibili insieme a "
        f"{say.number(f['upper_bound'])}.{short}{_around(f, say)}"
    )


def _open(f: Facts) -> str:
    """Posti e fasce si confrontano con percorsi inventati, per i quali i cambiamenti valgono anch'essi."""
    return "" if f["proved"] else " Che una parte basti dove tutti non bastano è improbabile, ma non escluso."


def _of_all(f: Facts, say: Speaker) -> str:
    return "" if f["considered"] == f["steps_there_are"] else f", su {say.count(f['steps_there_are'])},"


def goal_met(f: Facts, say: Speaker) -> str:
    rank = f", posto {say.count(f['rank'])}" if f["rank"] is not None else ""
    return (
        f"Non serve cambiare nulla perché {say.quoted(f['path'])} {_aim(f)}: oggi l'aderenza è "
        f"{say.number(f['fit'])} su 1, fascia “{LABELS['band'][f['band']]}”{rank}."
    )
