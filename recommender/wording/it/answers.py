"""Answers of `explain` and `compare`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.finding import Facts
from ..speaker import Speaker, telling
from ._lists import listed, named, quoted, the_percent
from .labels import LABELS
from .labels_governance import LABELS as GOVERNANCE


def only_statistics(f: Facts, say: Speaker) -> str:
    return (
        f"Le statistiche non dicono che cosa servirebbe per {say.activity(f['activity'])}, da chi potrebbe venire e "
        "che cosa cambierebbe la risposta. Lo direbbe un profilo di chi sa fare che cosa: ris3 init ne crea uno."
    )


def gap_source(f: Facts, say: Speaker) -> str:
    told = listed((_source(item, say) for item in telling(f["sources"])), say)
    return f"{_gap(f, say)} Potrebbe venire da: {told}." if told else gap_nowhere(f, say)


def gap_nowhere(f: Facts, say: Speaker) -> str:
    if not f["assessed"]:
        return f"{_gap(f, say)} Nessuno l'ha valutata: chiedere prima di pensare a costruirla."
    return f"{_gap(f, say)} Non risulta che altri, nella regione o tra i partner, ne abbiano di più: va costruita."


def _gap(f: Facts, say: Speaker) -> str:
    essential = " (essenziale)" if f["essential"] else ""
    return (
        f"{say.quoted(f['competence'])}{essential}: il capofila raggiunge {say.number(f['available'])} su "
        f"{say.number(f['level'])} desiderati."
    )


def _source(item: Mapping[str, Any], say: Speaker) -> str:
    has = f"livello {say.number(item['supply'])}"
    if item["kind"] == "partner":
        where = f" in {say.name(item['partner'])}" if item["partner"] else ""
        return f"{say.name(item['id'])}{where} (regione partner, {has})"
    if item["kind"] == "unlinked":
        return f"{say.name(item['id'])} ({has}, ancora nessun legame)"
    return f"{say.name(item['id'])} ({has}, legame {say.number(item['access'])} su 1)"


def change_raises(f: Facts, say: Speaker) -> str:
    return f"{_RAISES[f['change']](f, say)}, l'aderenza salirebbe da {_to(f, say)}"


def change_lowers(f: Facts, say: Speaker) -> str:
    return f"{_LOWERS[f['change']](f, say)}, l'aderenza scenderebbe da {_to(f, say)}"


def _to(f: Facts, say: Speaker) -> str:
    bands = LABELS["band"]
    step = f"{say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1"
    if f["band_from"] == f["band_to"]:
        return f"{step}; la fascia resterebbe “{bands[f['band_from']]}”."
    return f"{step}, e la fascia passerebbe da “{bands[f['band_from']]}” a “{bands[f['band_to']]}”."


def _raised(f: Facts, say: Speaker) -> str:
    whose = f" di {say.name(f['actor'])}" if f["actor"] else ""
    return f"Se {say.quoted(f['competence'])}{whose} salisse da {_levels(f, say)}"


def _levels(f: Facts, say: Speaker) -> str:
    start = say.number(f["level_from"]) if f["level_from"] is not None else "un livello ignoto"
    return f"{start} a {say.number(f['level_to'])}"


def _strengthened(f: Facts, say: Speaker) -> str:
    return f"Se il legame tra {named([f['actor'], f['other']], say)} salisse da {_levels(f, say)}"


def _linked(f: Facts, say: Speaker) -> str:
    return f"Se tra {named([f['actor'], f['other']], say)} nascesse un legame ({say.number(f['level_to'])} su 1)"


def _brought_in(f: Facts, say: Speaker) -> str:
    return f"Se si coinvolgesse {say.name(f['actor'])}"


def _found_out(f: Facts, say: Speaker) -> str:
    return f"Se si scoprisse che {say.quoted(f['competence'])} c'è a livello {say.number(f['level_to'])}"


def _actor_lost(f: Facts, say: Speaker) -> str:
    return f"Senza {say.name(f['actor'])}"


def _competence_lost(f: Facts, say: Speaker) -> str:
    whose = say.name(f["actor"]) if f["actor"] else "la regione"
    return f"Se {whose} perdesse {say.quoted(f['competence'])}"


def _link_lost(f: Facts, say: Speaker) -> str:
    return f"Senza il legame tra {named([f['actor'], f['other']], say)}"


_RAISES = {
    "raise_competence": _raised,
    "strengthen_link": _strengthened,
    "add_link": _linked,
    "bring_in_partner": _brought_in,
    "find_out": _found_out,
}
_LOWERS = {"lose_actor": _actor_lost, "lose_competence": _competence_lost, "lose_link": _link_lost}


def contribution(f: Facts, say: Speaker) -> str:
    through = f", soprattutto con {quoted(f['competences'], say)}" if f["competences"] else ""
    return f"Parte dell'aderenza portata da {say.name(f['actor'])}: {say.percent(f['share'])}{through}."


def novelty(f: Facts, say: Speaker) -> str:
    label = LABELS["novelty"][f["label"]].capitalize()
    if not f["new_to_lead"] or not f["new_to_region"]:
        return f"{label}."
    return (
        f"{label}. Sotto la metà del livello desiderato, per peso: per il capofila {_shares(f['new_to_lead'], say)}; "
        f"per il migliore della regione {_shares(f['new_to_region'], say)}."
    )


def _shares(shares: dict[str, float], say: Speaker) -> str:
    kinds = LABELS["competence_kind"]
    order = [kind for kind in kinds if say.percent(shares.get(kind, 0.0)) != say.percent(0.0)]
    if not order:
        return "nessuna competenza"
    return listed((f"{the_percent(shares[kind], say)} delle competenze di tipo {kinds[kind]}" for kind in order), say)


def transformation(f: Facts, say: Speaker) -> str:
    kinds = LABELS["transformation"]
    rule = f"Secondo la nostra regola è {kinds[f['found']]}, perché {LABELS['rule'][f['rule']]}."
    if f["declared"] is None:
        return rule
    if f["declared"] == f["found"]:
        return f"{rule} Lo dicono anche gli autori."
    return f"{rule} Per gli autori è {kinds[f['declared']]}."


def interval(f: Facts, say: Speaker) -> str:
    if not f["competences"]:
        return f"Tutto ciò che serve è stato valutato; l'aderenza è {say.number(f['low'])} su 1."
    return (
        f"L'aderenza è {say.number(f['low'])} su 1, e {say.number(f['high'])} se ci fosse tutto ciò che nessuno ha "
        f"valutato: {quoted(f['competences'], say, most=5)}."
    )


def evidence_share(f: Facts, say: Speaker) -> str:
    kinds = LABELS["evidence"]
    told = [f"{say.count(f[kind])} {kinds[kind]}" for kind in kinds if f[kind]]
    return f"Valori su cui poggia: {listed(told, say)}." if told else "Nessun valore del profilo lo sostiene."


def source(f: Facts, say: Speaker) -> str:
    about = ", ".join(str(f[name]) for name in ("publisher", "year") if f[name] is not None)
    where = f": {f['url']}" if f["url"] else ""
    return f"{f['title']}{f' ({about})' if about else ''}{where}"


def score(f: Facts, say: Speaker) -> str:
    parts = [_part(f, key, weight, say) for key, weight in f["weights"].items() if weight]
    span = ""
    if f["low"] is not None and f["high"] is not None and f["high"] - f["low"] > 0.005:
        low, high = say.number(f["low"]), say.number(f["high"])
        span = f" Con ciò che manca a 0 o a 1 starebbe tra {low} e {high}."
    told = f": {listed(parts, say, most=6)}" if parts else ""
    return f"Punteggio {say.number(f['score'])} su 1{told}.{span}"


def _part(f: Facts, key: str, weight: float, say: Speaker) -> str:
    basis = f["basis"].get(key, "missing")
    value = say.number(f["criteria"].get(key))
    return f"{LABELS['criterion'][key].lower()} {value} × {say.percent(weight)} ({LABELS['basis'].get(basis, basis)})"


def rank(f: Facts, say: Speaker) -> str:
    band = LABELS["band"][f["band"]]
    if f["rank"] is None:
        return f"Non in graduatoria; fascia: {band}."
    return f"Posizione {say.count(f['rank'])} su {say.count(f['of'])}; fascia: {band}."


def difference(f: Facts, say: Speaker) -> str:
    first, second = (_value(f["aspect"], f[key], say) for key in ("first_value", "second_value"))
    weight = f" (peso {say.percent(f['weight'])})" if f["weight"] is not None else ""
    return f"{_aspect(f, say)}{weight}: {first} per {say.quoted(f['first'])}, {second} per {say.quoted(f['second'])}."


def _aspect(f: Facts, say: Speaker) -> str:
    if f["aspect"] == "criterion":
        return LABELS["criterion"].get(f["key"], str(f["key"]))
    return say.quoted(f["key"]) if f["aspect"] == "need" else LABELS["aspect"][f["aspect"]]


def _value(aspect: str, value: float | None, say: Speaker) -> str:
    if value is None:
        return "non serve" if aspect == "need" else "nessun valore"
    if aspect == "need":
        return f"requisito soddisfatto al {say.percent(value)}"
    return f"{say.hundred(value)} su 100" if aspect == "percentile" else f"{say.number(value)} su 1"


def introduction(f: Facts, say: Speaker) -> str:
    return (
        f"Se si facessero incontrare gli attori senza legami (accesso {say.number(f['assumed'])} su 1), l'aderenza "
        f"sarebbe {say.number(f['with_introduction'])} invece di {say.number(f['fit'])} su 1; "
        f"il punteggio non ne tiene conto."
    )


def with_partners(f: Facts, say: Speaker) -> str:
    if f["with_partners"] - f["fit"] < 0.005:
        return f"I legami odierni con altre regioni non aggiungono nulla all'aderenza di {say.number(f['fit'])} su 1."
    return (
        f"Con i legami odierni con altre regioni l'aderenza è {say.number(f['with_partners'])} invece di "
        f"{say.number(f['fit'])} su 1."
    )


def lead_organisation(f: Facts, say: Speaker) -> str:
    if f["organisation"] is None:
        return f"Nessuna organizzazione del profilo governa {say.name(f['lead'])}: chiedere chi parla per le imprese."
    head = f"{say.name(f['lead'])} fa parte di {say.name(f['organisation'])}"
    if f["readiness"] is not None:
        return f"{head}, la cui prontezza è {say.number(f['readiness'])} su 1."
    ask = listed((GOVERNANCE["indicator"][name] for name in f["ask"]), say)
    return f"{head}; quanto sia pronta nessuno lo ha detto{f': chiedere {ask}' if ask else ''}."
