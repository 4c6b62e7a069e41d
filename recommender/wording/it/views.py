"""One kind of evidence alone, both side by side, a challenge, a portfolio."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted
from .labels import LABELS
from .labels_recommend import LABELS as OWN

FEW = 2
"""So many paths are named again for each kind of user; more stand above, and in the data."""


def counted_under(f: Facts, say: Speaker) -> str:
    there = listed(map(say.activity, f["present"]), say)
    if f["percentile"] is None:
        why = f"la regione è già specializzata in {there}" if there else "non contengono nessuna delle sue attività"
        return f"Le statistiche non dicono nulla di {say.quoted(f['path'])}: {why}."
    counted = listed(map(say.activity, f["activities"]), say) or "le sue attività"
    besides = f"; già presenti: {there}" if there else ""
    return (
        f"Contato in {counted}, più vicino a ciò che la regione fa di {say.hundred(f['percentile'])} su 100 "
        f"attività candidate{besides}."
    )


def views_compared(f: Facts, say: Speaker) -> str:
    more, less = len(f["ahead_by_competences"]), len(f["ahead_by_statistics"])
    if not f["count"]:
        return "Di nessun percorso valutato parlano le statistiche: le due evidenze non si possono confrontare."
    both = f"Entrambe le evidenze parlano di {say.count(f['count'])} su {plural(f['of'], 'percorso', 'percorsi', say)}"
    far = f"differiscono di oltre {say.hundred(f['limit'])} su 100"
    if not more + less + len(f["ties"]):
        return f"{both}. Su nessuno {far}."
    told = {
        "le competenze dicono di più su": more, "le statistiche dicono di più su": less,
        "nessuno apporta nulla su": len(f["ties"]),
    }  # fmt: skip
    which = listed((f"{words} {say.count(number)}" for words, number in told.items() if number), say)
    return f"{both}. Su {say.count(more + less + len(f['ties']))} {far}: {which}."


def challenge_outcome(f: Facts, say: Speaker) -> str:
    what = listed((f"“{say.local(text)}”" for text in f["texts"]), say) or "la sfida"
    total = len(f["paths"]) + len(f["paths_not_yet"]) + len(f["paths_to_ask"])
    if not total:
        return f"Nessun percorso della raccolta risponde a {what}: scriverne uno."
    possible = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    later = f" Non ancora: {quoted(f['paths_not_yet'], say)}." if f["paths_not_yet"] else ""
    ask = f" Prima da chiarire: {quoted(f['paths_to_ask'], say)}." if f["paths_to_ask"] else ""
    reached = ""
    if f["count"]:
        kinds = plural(f["count"], "tipo di utente", "tipi di utente", say)
        reached = f" Dei {kinds} che indicano, {say.count(min(f['of'], f['count']))} lavorano con chi li porterebbe."
    return (
        f"{plural(total, 'percorso risponde', 'percorsi rispondono', say)} a {what}; possibili oggi: "
        f"{say.count(len(f['paths']))}{possible}.{later}{ask}{reached}"
    )


def user_to_involve(f: Facts, say: Speaker) -> str:
    kind = OWN["user_kind"][f["user_kind"]].capitalize()
    many = len(f["paths"]) > FEW
    asked = f" ({say.count(len(f['paths'])) + ' percorsi' if many else quoted(f['paths'], say)})" if f["paths"] else ""
    if not f["users"]:
        return f"{kind}{asked}: nessuno nel profilo; chiedere chi potrebbe provarlo."
    if f["linked_users"] and f["paths_reached"]:
        met = quoted(f["paths_reached"], say)
        rest = [path for path in f["paths"] if path not in f["paths_reached"]]
        others = f", non ancora con chi porterebbe {quoted(rest, say)}" if rest else ""
        return f"{kind}: {named(f['linked_users'], say)} già collaborano con chi porterebbe {met}{others}."
    if f["works_with"]:
        others = f"legami di lavoro con {named(f['works_with'], say)}, ma con nessuno che porterebbe "
        which = "il percorso" if len(f["paths"]) == 1 else "i percorsi"
        return f"{kind}{asked}: {named(f['users'], say)}, {others}{which}; coinvolgere dall'inizio."
    return f"{kind}{asked}: {named(f['users'], say)}, ancora senza un legame di lavoro; coinvolgere dall'inizio."


def portfolio(f: Facts, say: Speaker) -> str:
    head = OWN["novelty_line"][f["label"]]
    now = f"possibili oggi {say.count(len(f['possible']))}"
    which = f" ({quoted(f['possible'], say)})" if f["possible"] else ""
    known = f["mean_percentile"]
    beat = f", in media superano {say.hundred(known)} su 100" if known is not None else ""
    later = f"; non ancora: {quoted(f['paths_not_yet'], say)}" if f["paths_not_yet"] else ""
    ask = f"; prima da chiarire: {quoted(f['paths_to_ask'], say)}" if f["paths_to_ask"] else ""
    return f"{head}: {now}{which}{beat if f['possible'] else ''}{later}{ask}."


def transition_scores(f: Facts, say: Speaker) -> str:
    names = LABELS["transition"]
    told = [
        f"{names[key]} {say.number(f['transition_means'][key])} su 1"
        + (f" (più di tutti: {say.quoted(f['transition_best'][key])})" if key in f["transition_best"] else "")
        for key in names
        if key in f["transition_means"]
    ]
    if not told:
        return "Nessun percorso in graduatoria dice che cosa farebbe per le transizioni."
    many = plural(f["count"], "percorso in graduatoria", "percorsi in graduatoria", say)
    return f"Per le transizioni, media di {many} (giudicata): {listed(told, say)}."
