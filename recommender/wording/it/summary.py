"""The whole in a sentence or two."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker, others
from ._lists import listed, named, plural, the_percent
from .labels import LABELS


def outcome(f: Facts, say: Speaker) -> str:
    if not f["count"]:
        return f"Non ci sono {LABELS['listed'][f['listed']]} da giudicare."
    within = sum(f["bands"][band] for band in ("high", "medium", "low"))
    if not within:
        return f"Oggi nessun passo è possibile: {plural(f['count'], *_noun(f), say)} in tutto. {_rest(f, say)}".strip()
    if f["top"] is not None and within == f["top"]:
        return _first(f, say)
    told = [band for band in ("high", "medium", "low") if f["bands"][band]]
    bands = listed((f"{say.count(f['bands'][band])} in fascia {LABELS['band'][band]}" for band in told), say)
    possible = "prossimi passi possibili" if f["listed"] == "paths" else "candidate"
    things = plural(f["count"], *_noun(f), say)
    return f"Su {things}, {possible}: {say.count(within)} ({bands}). {_first(f, say)} {_rest(f, say)}".strip()


def _noun(f: Facts) -> tuple[str, str]:
    return ("percorso", "percorsi") if f["listed"] == "paths" else ("attività", "attività")


def _first(f: Facts, say: Speaker) -> str:
    if f["lead"] is None:
        return f"Prima viene {say.quoted(f['path'])}."
    company = others(f["coalition"], f["lead"])
    joined = f" con {named(company, say)}" if company else ""
    return f"Primo è {say.quoted(f['path'])}; capofila {say.name(f['lead'])}{joined}."


def _rest(f: Facts, say: Speaker) -> str:
    not_yet, unknown = f["bands"]["not_yet"], f["bands"]["not_assessed"]
    told = [f"non ancora possibili {say.count(not_yet)}"] if not_yet else []
    told += [f"senza giudizio finché qualcuno non valuta i requisiti {say.count(unknown)}"] if unknown else []
    return f"Degli altri: {listed(told, say)}." if told and f["listed"] == "paths" else ""


def assessed(f: Facts, say: Speaker) -> str:
    if not f["clusters"]:
        return "Il profilo non nomina ancora alcun cluster."
    each = " ciascuno" if f["clusters"] > 1 else ""
    held = f"{say.tenths(f['competences_per_cluster'])} competenze{each}"
    who = f"{plural(f['clusters'], 'cluster', 'cluster', say)} con {held}"
    if not f["needs"]:
        return f"{who}; non ci sono percorsi."
    share = the_percent(f["needs_assessed"] / f["needs"], say)
    return (
        f"{who}; delle {say.count(f['needs'])} competenze che servono ai percorsi è valutato {share}. "
        f"L'aderenza non si confronta tra profili diversi."
    )


def strongest(f: Facts, say: Speaker) -> str:
    top = [f"{say.activity(item['activity'])} {say.number(item['location_quotient'])}" for item in f["strongest"]]
    named = f"; quoziente di localizzazione (1 è la media): {listed(top, say, most=5)}" if top else ""
    return f"Specializzata in {plural(f['count'], 'attività', 'attività', say)}{named}."


def weighting(f: Facts, say: Speaker) -> str:
    names, lenses = LABELS["criterion"], LABELS["lens"]
    weights = sorted(f["weights"].items(), key=lambda item: (-item[1], list(names).index(item[0])))
    told = listed((f"{names[key].lower()} {say.percent(weight)}" for key, weight in weights if weight), say, most=6)
    missing = listed((names[key].lower() for key in f["left_out"]), say, most=6)
    without = f"; senza valori, quindi fuori: {missing}" if missing else ""
    lens = lenses.get(f["lens"], f["lens"])
    return f"{lens}: {told}{without}." if told else f"{lens}{without}."
